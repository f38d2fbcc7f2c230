/** Nicks of our own invention, as chat programs and people spell them; the last ones are hostile. */
export const nicks = [
  '沈砚秋-澜仓科技-产品-苏州',
  '陆晓帆-稻谷支付-运营-上海',
  '江照晚@鹿鸣收单',
  '林知远Leon|星桥|跨境收款',
  '卓然_砺石数据_研发_成都',
  'Tracy-海岳通-PM',
  '南风知我意',
  '白露为霜??',
  'Z.',
  '十一',
  'hello_kitty9',
  '阿坤',
  '米粒-青禾小贷-风控-合肥',
  '高远征-禾木金科-开发-西安',
  '小满（请假中）',
  '🐳🐳',
];

export const hostileNicks = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  '> 20:00:00  别人',
  '..',
  '../../逃出去',
  'CON',
  '<img src=x onerror=alert(1)>',
  '[点我](javascript:alert(1))',
  '| a | b |',
  '# 一、什么是',
  '\u202e反着写\u202c',
  '\u200b\u200b',
  'a\u0301\u0302\u0303\u0304',
  '@@@@',
  'null',
  '---',
  '讲者@@讲者@@讲者',
  '\ud83d',
  '甲'.repeat(300),
  '{{ site.title }}',
  '%s%n',
  '\u0000甲',
  '王\r五',
];

/** Things a lecture may be about: some are concepts of the taxonomy, some are not. */
export const terms = [
  '跨境收款',
  '结汇',
  '备付金',
  '仓单质押',
  '收单',
  '商户准入',
  '反洗钱',
  '保理',
  '商业汇票',
  '贴现',
  '二维码支付',
  '虚假退税',
  '信用风险',
  '汇率风险',
  '清算',
  '对账',
  '供应链金融',
  '区块链',
  '人脸识别',
  'Tokenization',
  'KYC',
  'PCI DSS',
  '外综服',
  '网联',
  '征信',
  '中国人民银行',
  '支付业务许可证',
];

const sentences = [
  (a) => `${a}是指机构代替客户办理资金往来的一种服务，单笔金额小，笔数多。`,
  (a) => `所谓${a}，就是先把货交给仓库，再拿着凭证去借钱。`,
  (a, b) => `${a}跟${b}不一样，前者看的是人，后者看的是货。`,
  (a) => `${a}的风险主要有三个：1）资料造假；2）重复融资；3）价格大跌。`,
  (a) => `我们公司做${a}做了五年，踩过不少坑，今天挑几个讲。`,
  (a, b) => `监管要求${a}必须先做${b}，不然一律不批`,
  (a) => `${a}（英文叫 ${a.length}A Service）收费 0.38%，最低 1.5 元，T+1 到账，20:30 截止。`,
  (a) => `很多人问我${a}到底赚不赚钱，我的答案是看规模`,
  (a) => `信用风险主要指客户到期不还${a}的可能。`,
  (a, b) => `流程：申请 → 审核 → ${a} → ${b} → 放款`,
  () => '下面看图',
  () => '这个大家应该都懂，我就不展开了',
  (a) => `${a}：\n一是要快\n二是要准\n三是要省`,
  (a) => `第一步，${a}；第二步，复核；第三步，放款。`,
];

/** A sentence of a lecture. */
export const sentence = (random) => random.pick(sentences)(random.pick(terms), random.pick(terms));

const han = '一二三四五六七八九十';
const circled = '①②③④⑤⑥⑦⑧⑨⑩';
const at = (list, index) => list[index % list.length];

/** Every way to number a heading, by the number from 0. */
export const markers = [
  (i) => `${at(han, i)}、`,
  (i) => `${at(han, i)}，`,
  (i) => `（${at(han, i)}）`,
  (i) => `(${i + 1}) `,
  (i) => `${i + 1}、`,
  (i) => `${i + 1}. `,
  (i) => `${i + 1}）`,
  (i) => `${i + 1}.${i + 1} `,
  (i) => `2.${i + 1}.${i + 1}、`,
  (i) => at(circled, i),
  (i) => `${'#'.repeat((i % 3) + 1)} `,
  (i) => `第${at(han, i)}部分：`,
  (i) => `第${at(han, i)}点，`,
  (i) => `角度${at(han, i)}、`,
  (i) => `Part ${i + 1} `,
  (i) => `${at('abcdefgh', i)}. `,
  (i) => `接下来说一下第${at(han, i)}部分 `,
  (i) => `【${at(han, i)}】`,
  (i) => at(['- ', '• ', '* '], i),
  (i) => `${i + 1}&amp;gt;`,
  () => '接下来介绍一下',
  () => '',
];

/** What a title may be beside a term. */
export const titles = [
  (a) => `什么是${a}`,
  (a) => `${a}的流程`,
  (a) => `${a}的风险`,
  (a) => `${a}`,
  (a) => `为什么要做${a}？`,
  (a) => `${a}：`,
  (a) => `【${a}】`,
  (a) => `${a} & 其他`,
];

export const questions = [
  (a) => `请问${a}要多久？`,
  (a) => `老师，${a}和备付金是什么关系`,
  (a) => `想问下${a}个人能做吗？`,
  () => '能不能再讲一下第二部分？',
  (a) => `提问：${a}怎么收费?`,
  () => '有没有推荐的书',
];

export const answers = [
  (a) => `${a}一般三天左右，快的当天`,
  () => '可以，但是要看当地怎么批',
  () => '不能',
  (a) => `个人做不了${a}，必须有牌照`,
  () => '看《支付机构管理办法》第三章',
];

export const chatter = [
  '签到',
  '签到[呲牙]',
  '[鼓掌][鼓掌][鼓掌]',
  '微信红包',
  '早',
  '晚上好',
  '欢迎新人',
  '谢谢老师',
  '辛苦了！',
  '[捂脸]',
  '清仓一批扫码枪，九成新，私聊我',
  '1',
  '+1',
  '收到',
  '"阿坤"撤回了一条消息',
  '你邀请"十一"加入了群聊',
  '哈哈哈哈哈哈',
  '吃饭去了',
  '请勿外传，谢谢',
  '大家先听，不要插话，讲完集中提问',
];
