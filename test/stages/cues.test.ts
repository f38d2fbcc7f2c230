import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../src/stages/cues.js';
import type { CueKind } from '../../src/transcript.js';
import { workOf } from '../processor.js';
import { upTo } from './chat.js';

const messageOf = (text: string) => upTo('cues', [['20:00', '芦花飞', text]]).children[0]!;

/** What a sure sign of a kind scores at least; evidence below it only hints. */
const sure: Record<CueKind, number> = {
  signIn: 0.6,
  applause: 0.7,
  redPacket: 0.8,
  greeting: 0.7,
  logistics: 0.5,
  system: 0.9,
  advert: 0.6,
  question: 0.6,
  announcement: 0.7,
  opening: 0.8,
  closing: 0.7,
  heading: 0.6,
  mention: 0.6,
  restriction: 0.6,
  media: 1,
  thanks: 0.6,
};

const tables: Record<CueKind, { yes: string[]; no: string[] }> = {
  signIn: {
    yes: [
      '签到',
      '签到！',
      '签到[鼓掌]',
      '簽到',
      '打卡',
      '签到 签到',
      '前排签到',
      '报到',
      '搬好小板凳',
      '补签到',
    ],
    no: [
      '签到红包领完了没有，晚上还有人发吗',
      '大家记得签到以后再听分享，不签到的下次不请',
      '系统签到功能下周上线',
      '公司报道了这件事',
      '他昨天才到',
    ],
  },
  applause: {
    yes: [
      '[鼓掌]',
      '[鼓掌][强][玫瑰]',
      '666',
      '66666',
      '赞',
      '期待',
      '欢迎欢迎',
      '干货满满',
      '欢迎沈总[鼓掌]',
      '大神来了',
    ],
    no: [
      '[捂脸]',
      '[鼓掌]说得好，不过我有一个疑问',
      '欢迎大家把自己遇到的坑也说一说，我们一起看看怎么填',
      '我们期待的是货一到仓就能放款，可惜银行做不到',
      '客户对这个赞不绝口',
      '订单号是 666888',
      '66 折',
    ],
  },
  redPacket: {
    yes: ['微信红包', '红包', '恭喜发财，大吉大利', '谢谢老板，领红包啦', '手气最佳'],
    no: [
      '红包业务的资金要先存到备付金账户，再由系统按规则拆分发给用户',
      '微信红包这个产品的架构我讲一下，先讲拆包的算法',
    ],
  },
  greeting: {
    yes: ['早', '大家好', '大家好！', '晚上好[玫瑰]', '各位好', 'Hello', '新年快乐'],
    no: ['早上的那笔账对平了吗', '早期的仓单都是纸做的，丢了就说不清'],
  },
  logistics: {
    yes: [
      '马上开始',
      '稍等',
      '刚到家，我开下电脑',
      '分享期间请不要打断',
      '还有2分钟',
      '我先吃饭',
      '请改一下群名片',
    ],
    no: ['银行一般要等货进了仓才放款', '开始的时候没有监管仓，货主自己看货'],
  },
  system: {
    yes: ['你撤回了一条消息', '芦花飞邀请你加入了群聊', '撤回了一条消息'],
    no: ['撤回放款指令要银行盖章', '加入质押名单的货不能动'],
  },
  advert: {
    yes: [
      '招聘风控经理，坐标苏州，简历发我邮箱，待遇从优',
      '收购牌照，支付、小贷都可以，有需要的联系',
      '九成新扫码枪，有需要的私聊我',
    ],
    no: ['招聘', '我们的招商做得不好'],
  },
  question: {
    yes: [
      '仓单能转让吗？',
      '请问监管费谁出',
      '想问下质押率怎么定',
      '有没有电子仓单的案例',
      '这个为啥不行呢',
      '谁懂这个？？',
    ],
    no: ['仓单可以转让', '好的', '签到', '监管费是货主出的，按货值的千分之三收'],
  },
  announcement: {
    yes: [
      '今晚请到一位朋友，@沈砚秋 给大家做分享，主题是“仓单质押”',
      '【分享预告】今晚八点仓单质押',
      '今日分享：仓单质押的几道关口',
      '今晚的讲座主题是仓单质押',
    ],
    no: ['主题公园的门票能退吗', '昨天的分享很好，谢谢', '把链接分享给我'],
  },
  opening: {
    yes: [
      '今天我给大家分享一下仓单质押',
      '我分享的主题是仓单质押',
      '大家晚上好，很高兴来这里分享',
      '下面我来讲讲监管仓',
      '我们继续',
      '分享继续',
    ],
    no: ['今天下雨了', '我今天没去公司', '主题是仓单', '银行继续放款'],
  },
  closing: {
    yes: [
      '以上就是我今天的分享，谢谢大家',
      '分享完毕',
      '我的分享就到这里',
      'over',
      '今天先讲到这',
      '大家有什么问题可以提',
      '讲完了',
      '那么今天就聊到这儿，感谢各位',
    ],
    no: ['货到仓库才算完', '以上三种仓单都可以质押', '分享一个链接', '银行说完了他们的要求，货主才肯签字'],
  },
  heading: {
    yes: [
      '一、什么是仓单',
      '（一）定义',
      '1、定义',
      '１、定义',
      '1）定义',
      '①定义',
      '第一部分 概念',
      'Part 1 概念',
      '# 概念',
      '【概念】',
      '2.1 定义',
      '角度一、货主',
    ],
    no: [
      '12:30 开会',
      '1.2.3.4 是内网地址',
      '2017年的新规',
      '一般来说要三天',
      '第三方支付要持牌',
      '10万以下',
      '（笑）不好说',
      '100%',
      '#',
      '[鼓掌]',
    ],
  },
  mention: {
    yes: ['@沈砚秋 仓单能转让吗', '这个要问 @沈砚秋', '@沈砚秋-澜仓科技-产品-苏州'],
    no: ['单价 @ 3.5', '沈砚秋讲得好', '@'],
  },
  restriction: {
    yes: ['以上内容请勿外传', '仅限群内交流', '不要转发到朋友圈', '请大家注意保密'],
    no: ['特别转发一条消息', '接口负责转发请求', '区别在于公开与否'],
  },
  media: {
    yes: [
      '![图](http://img.example.com/a.png)',
      '仓单管理办法.pdf',
      'https://example.com/a',
      '流程 最终版.pptx',
    ],
    no: [
      '看图![图](http://img.example.com/a.png)',
      '看 https://example.com/a',
      '办法.pdf 我发群里了',
      '导出成 pdf',
    ],
  },
  thanks: {
    yes: ['谢谢', '感谢分享', '谢谢分享[玫瑰]', '辛苦了', '好的，谢谢', 'thanks', '多谢沈老师'],
    no: ['谢谢这个词在合同里没有意义，要写清楚谁付钱', '感谢信寄到了仓库，货主说下次还把货放在这里'],
  },
};

describe.each(Object.entries(tables) as [CueKind, { yes: string[]; no: string[] }][])(
  '%s',
  (kind, { yes, no }) => {
    it.each(yes)('是：%s', (text) => {
      expect(scoreOf(messageOf(text), kind)).toBeGreaterThanOrEqual(sure[kind]);
    });

    it.each(no)('不是：%s', (text) => {
      expect(scoreOf(messageOf(text), kind)).toBeLessThan(sure[kind]);
    });
  },
);

describe('一条线索', () => {
  it('有分数、规则名和原文里的位置', () => {
    const message = messageOf('今晚请问一下：仓单能转让吗？@沈砚秋 签到');
    expect(message.cues.length).toBeGreaterThan(2);
    for (const { score, start, end, rule, kind } of message.cues) {
      expect(rule.startsWith(`${kind}.`)).toBe(true);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(message.text.length);
    }
  });

  it('短语和格式的位置就是所说的那几个字', () => {
    const { text, cues } = messageOf('先不急，想问下仓单能转让不，@沈砚秋');
    const found = (rule: string) => {
      const cue = cues.find((one) => one.rule === rule)!;
      return text.slice(cue.start, cue.end);
    };
    expect(found('question.ask')).toBe('想问下');
    expect(found('mention.inside')).toBe('@沈砚秋');
  });

  it('空消息没有线索', () => {
    expect(messageOf('').cues).toEqual([]);
  });

  it('一条消息可以有几种线索', () => {
    const kinds = new Set(messageOf('大家好，签到').cues.map((cue) => cue.kind));
    expect([...kinds].sort()).toEqual(['greeting', 'signIn']);
  });
});

describe('怪异的长消息也很快', () => {
  it.each([
    '今天',
    '分享',
    '@',
    '第',
    '（',
    ' ',
    '\n',
    '&amp;',
    '[鼓掌]',
    '请勿',
    '以上',
    '就是',
    '不',
    '大家好',
    '![',
    '[',
    'https://',
  ])('“%s”重复到两万字', (unit) => {
    const whole = unit.repeat(Math.ceil(20_000 / unit.length));
    expect(workOf(() => messageOf(whole))).toBeLessThan(8000);
  });
});
