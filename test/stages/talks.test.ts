import { describe, expect, it } from 'vitest';
import { evening, host, prepared, type Row, speaker, talksIn, typed, upTo } from './chat.js';

const title = '仓单质押的几道关口';
const announcing = (name: string, rest = `主题是 “${title}” 开始时间为【20:00】`) =>
  `今晚请到一位朋友，@${name} 给大家做分享，${rest}`;
const other = '顾青禾-云栈物流-技术-宁波';
const waybills = [
  '大家好，今天我来分享电子运单的接口设计',
  '一、为什么要电子运单',
  '纸质运单丢了就说不清货到了哪里，司机、仓库、货主三方各执一词，电子运单让三方看到同一份状态。',
  '二、接口怎么分',
  '下单、改单、签收各是一个接口，签收要带签名和照片，重试靠运单号去重，所有接口都幂等。',
  '以上就是我的分享，谢谢大家',
];
const talk = { speaker, title, host, announcement: [0] };

describe('预告里的名字与说话的昵称', () => {
  it.each([
    ['一样', speaker, speaker],
    ['公司换了', '沈砚秋-麦浪供应链-产品-苏州', speaker],
    ['只写姓名', '沈砚秋', speaker],
    ['分隔符不同', '沈砚秋|澜仓科技|苏州', speaker],
    ['带英文名', '沈砚秋Vivian-澜仓科技', speaker],
    ['预告只写名', '砚秋', speaker],
    ['昵称只写名', speaker, '砚秋'],
    ['公司写在前面', '澜仓科技-沈砚秋-产品', speaker],
    ['空格', '沈砚秋 澜仓科技 产品', speaker],
  ])('%s', (_, announced, nick) => {
    expect(talksIn(evening(announcing(announced), nick))).toEqual([{ ...talk, speaker: nick }]);
  });

  it('昵称毫不相干，但他自报姓名', () => {
    const texts = ['大家好，我是沈砚秋，很高兴来这里', ...prepared];
    expect(talksIn(evening(announcing(speaker), '山有木兮', texts))).toEqual([
      { ...talk, speaker: '山有木兮' },
    ]);
  });

  it('昵称毫不相干，也没有自报姓名，就看谁在讲', () => {
    expect(talksIn(evening(announcing(speaker), '山有木兮'))).toEqual([{ ...talk, speaker: '山有木兮' }]);
  });

  it('被点名的人先答了几句，真正讲的还是他', () => {
    const rows = evening(announcing(speaker));
    rows.splice(2, 0, ['19:45', other, '沈总的题目选得好，我们公司也在做仓单，遇到的坑不少，正好来听一听']);
    expect(talksIn(rows)).toEqual([talk]);
  });

  it('姓名、公司、职位、城市从昵称里读出', () => {
    const [found] = upTo('lecture', evening(announcing('沈砚秋-麦浪供应链'))).talks;
    expect(found?.speakers).toEqual([
      {
        name: speaker,
        aliases: ['沈砚秋-麦浪供应链'],
        organization: '澜仓科技',
        role: '产品',
        city: '苏州',
      },
    ]);
  });

  it('同一个人的两个昵称都是他', () => {
    const rows = evening(announcing(speaker)).flatMap((row): Row[] =>
      row[1] === speaker ? [row, [row[0], '山有木兮', row[2]]] : [row],
    );
    const { talks } = upTo('lecture', rows);
    expect(talks.map(({ nicks }) => nicks)).toEqual([[speaker, '山有木兮']]);
  });
});

describe('预告的各种情形', () => {
  it('题目没有引号', () => {
    expect(talksIn(evening(announcing(speaker, `主题是${title}，开始时间【20:00】`)))).toEqual([talk]);
  });

  it('预告没说题目，讲的人自己说', () => {
    expect(talksIn(evening(`今晚20:00请到@${speaker} 给大家做分享，大家欢迎`))).toEqual([talk]);
  });

  it('谁也没说题目：留空，请编辑补', () => {
    const [found] = upTo(
      'lecture',
      evening(`今晚20:00请到@${speaker} 给大家做分享，大家欢迎`, speaker, prepared.slice(1)),
    ).talks;
    expect(found).toMatchObject({ title: '', titleFrom: [], review: [{ code: 'no-title' }] });
  });

  it('一场讲座预告了两次', () => {
    const rows: Row[] = [
      ['12:00', host, `分享预告：今晚20:00，@${speaker} 分享主题“${title}”`],
      ...evening(announcing(speaker)),
    ];
    expect(talksIn(rows)).toEqual([{ ...talk, announcement: [0, 1] }]);
  });

  it('一条预告里两场讲座', () => {
    const rows: Row[] = [
      ['14:00', host, `今天有两场分享，下午 @${speaker} 讲“${title}”，晚上 @${other} 讲“电子运单的接口设计”`],
      ...typed('15:00', speaker, prepared),
      ['15:30', '芦花飞', '感谢分享'],
      ...typed('20:00', other, waybills),
      ['21:00', '空山', '感谢分享'],
    ];
    expect(talksIn(rows)).toEqual([talk, { ...talk, speaker: other, title: '电子运单的接口设计' }]);
  });

  it('两条预告两场讲座，各归各的', () => {
    const rows: Row[] = [
      ...evening(announcing(speaker)).map(
        ([time, ...rest]): Row => [time.replace(/^18|^19|^20/, (hour) => String(Number(hour) - 5)), ...rest],
      ),
      ['18:30', host, `今晚请到@${other} 给大家做分享，主题是“电子运单的接口设计”，开始时间20:00`],
      ...typed('20:00', other, waybills),
      ['21:00', '空山', '感谢分享'],
    ];
    expect(talksIn(rows).map((one) => [one.speaker, one.title])).toEqual([
      [speaker, title],
      [other, '电子运单的接口设计'],
    ]);
  });

  it('讲的人自己预告', () => {
    const rows: Row[] = [
      ['19:50', speaker, `今晚20:00我给大家分享一下，主题是“${title}”`],
      ...typed('20:00', speaker, prepared),
      ['20:30', '芦花飞', '感谢分享'],
    ];
    expect(talksIn(rows)).toEqual([{ ...talk, host: null }]);
  });

  it('主持人自己讲', () => {
    const rows: Row[] = [
      ['19:50', host, `今晚我给大家做分享，主题是“${title}”，开始时间20:00`],
      ['19:51', '芦花飞', '签到'],
      ...typed('20:00', host, prepared),
      ['20:30', '芦花飞', '感谢分享'],
    ];
    expect(talksIn(rows)).toEqual([{ ...talk, speaker: host, host: null }]);
  });

  it('没有预告', () => {
    const rows: Row[] = [...typed('20:00', speaker, prepared), ['20:30', '芦花飞', '感谢分享']];
    expect(talksIn(rows)).toEqual([{ speaker, title, host: null, announcement: [] }]);
  });

  it('预告的题目为准，讲的人换了说法也不改', () => {
    const texts = ['大家好，今天我分享的主题是仓单那些事', ...prepared.slice(1)];
    expect(talksIn(evening(announcing(speaker), speaker, texts))).toEqual([talk]);
  });
});

describe('没有讲座', () => {
  const announced: Row[] = evening(announcing(speaker)).slice(0, 4);

  it.each<[string, Row[]]>([
    ['空的记录', []],
    [
      '闲聊',
      [
        ['18:30', '芦花飞', '今天下雨了'],
        ['18:31', '空山', '是啊，路上堵死了'],
        ['18:32', '半夏-春渡商贸-风控', '我们这边也堵'],
      ],
    ],
    [
      '自由讨论',
      Array.from(
        { length: 12 },
        (_, index): Row => [
          `20:${String(index).padStart(2, '0')}`,
          ['芦花飞', '空山', '半夏-春渡商贸-风控'][index % 3]!,
          `我觉得仓单这件事难就难在货看不住，第${index + 1}个例子是我们去年遇到的那批豆子，后来怎么处理的呢？`,
        ],
      ),
    ],
    ['预告了，没有人讲', [...announced, ['20:10', '芦花飞', '人呢'], ['20:11', '空山', '还没来']]],
    [
      '取消了',
      [
        ...announced,
        ['19:50', host, '不好意思，今晚的分享取消了，嘉宾临时有事'],
        ['19:52', '芦花飞', '好的'],
      ],
    ],
    [
      '取消了，被请的人说了几句',
      [
        ...announced,
        ['19:50', host, '不好意思，今晚的分享改期，嘉宾临时有事'],
        ['19:55', speaker, '抱歉各位，临时被叫去开会，我把提纲先发出来，大家有兴趣的先看一看，下次补上'],
        ['19:56', speaker, '仓单质押最难的是看住货，监管仓的钱又是货主出的，所以银行很难放心'],
      ],
    ],
    [
      '明天的',
      [
        ...evening(announcing(speaker).replace('今晚', '明晚')).slice(0, 4),
        ['19:00', speaker, '好的，明晚见'],
      ],
    ],
    [
      '感谢昨天的分享',
      [
        ['09:00', host, `感谢@${speaker} 昨晚的分享，主题是“${title}”，干货满满`],
        ['09:10', speaker, '不客气'],
      ],
    ],
    [
      '长篇广告',
      [
        [
          '10:00',
          '橘树',
          '诚招代理，仓单系统全国招商，费率低至千分之一，有需要的联系，名额有限，先到先得，扫码领取资料',
        ],
        [
          '10:01',
          '橘树',
          '我们的系统支持入库、出库、盘库、质押，已经服务了三百个仓库，客户遍布各地，欢迎来电咨询',
        ],
      ],
    ],
  ])('%s', (_, rows) => {
    expect(talksIn(rows)).toEqual([]);
  });
});

describe('排期里写了今天的人', () => {
  const schedule =
    '分享排期：5.5 周日 @顾青禾-云栈物流 5.6 周一 @沈砚秋-澜仓科技 5.7 周二 @空山，未定的同学请联系我';
  const long =
    '货主把货送进监管仓，仓库验货、入库、开单，银行核对单据以后按货值打折放款，货款还清才放货，'.repeat(3);
  const texts = [
    '一、什么是仓单',
    long,
    '二、质押的流程',
    long,
    '三、常见的风险',
    long,
    '四、怎么收场',
    long,
  ];
  const day = (line: string): Row[] => [['09:00', host, line], ...typed('20:00', speaker, texts)];

  it('没有开场白，也没有结束语，也算一场', () => {
    expect(talksIn(day(schedule)).map(({ speaker: nick }) => nick)).toEqual([speaker]);
  });

  it('排在别的日子就不算', () => {
    expect(talksIn(day(schedule.replace('5.6 周一', '5.8 周三')))).toEqual([]);
  });
});
