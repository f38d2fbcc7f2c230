import { describe, expect, it } from 'vitest';
import { evening, host, prepared, type Row, speaker, talksIn, typed, upTo } from '../chat.js';

const second = '温如故-澜仓科技-风控-苏州';

const later = [
  '大家好，我接着沈老师往下讲监管仓怎么选',
  '四、监管仓怎么选',
  '监管仓先看仓库是不是独立的第三方，再看有没有给货物买足保险，最后看它过去有没有重复开单的案子。',
  '五、仓单怎么转让',
  '仓单转让要背书，背书要连续，少一个章银行就不认，电子仓单要在登记平台过户，登记完成才算数。',
];

const speakersIn = (rows: Row[]) =>
  upTo('lecture', rows).talks.map(({ speakers, lecture }) => [
    speakers.map(({ name }) => name),
    new Set(lecture).size,
  ]);

const panel = `今晚20:00圆桌分享，请到两位嘉宾 @${speaker} @${second} 一起给大家聊聊，主题：仓单质押的几道关口，欢迎签到`;
const single = `今晚20:00有请@${speaker} 给大家分享，主题为“仓单质押的几道关口”，欢迎签到`;
const handOver: Row = ['20:10', speaker, `接下来请我的同事 @${second} 继续讲监管仓`];

const withSecond = (announcement: string, between: Row[], texts = later): Row[] => {
  const rows = evening(announcement);
  return [...rows.slice(0, -2), ...between, ...typed('20:12', second, texts), ...rows.slice(-2)];
};

describe('几个人讲一场', () => {
  it('一起预告的两位都是讲者，正文是两个人的', () => {
    const [[names, size] = []] = speakersIn(withSecond(panel, []));
    expect(names).toEqual([speaker, second]);
    expect(size).toBeGreaterThan(prepared.length);
  });

  it('一起预告但只有一位讲：只有一位讲者', () => {
    expect(speakersIn(evening(panel)).map(([names]) => names)).toEqual([[speaker]]);
  });

  it('讲者点名请同事接着讲', () => {
    const plain = later.map((text) => text.replace('我接着沈老师往下讲', '我讲一下'));
    expect(speakersIn(withSecond(single, [handOver], plain)).map(([names]) => names)).toEqual([
      [speaker, second],
    ]);
  });

  it('接着讲的人自己说接着讲', () => {
    expect(speakersIn(withSecond(single, [])).map(([names]) => names)).toEqual([[speaker, second]]);
  });

  it.each<[string, Row[]]>([
    [
      '别人随后说了几句，没有接着讲',
      [['20:12', second, '仓单转让要背书，背书要连续，少一个章银行就不认，我们以前碰到过']],
    ],
    ['点了名，但他没有讲', [handOver, ['20:13', second, '好的']]],
  ])('一位讲者：%s', (_, rows) => {
    expect(speakersIn([...evening(single), ...rows]).map(([names]) => names)).toEqual([[speaker]]);
  });

  it('后一位另有自己的预告和主题：两场', () => {
    const other: Row = ['20:31', host, `下面有请@${second} 给大家分享，今晚的主题是“监管仓怎么选”`];
    const rows = [
      ...evening(single),
      other,
      ...typed('20:40', second, ['大家好，我来分享监管仓怎么选', ...later.slice(1)]),
    ];
    expect(talksIn(rows).map((talk) => talk.speaker)).toEqual([speaker, second]);
  });

  it('没有圆桌一类的话，点很多人名的是日程', () => {
    const rows = evening(single);
    rows.splice(1, 0, ['18:32', host, `今晚分享主题：群规，@甲 @乙 @丙 请留意`]);
    expect(speakersIn(rows).map(([names]) => names)).toEqual([[speaker]]);
  });
});
