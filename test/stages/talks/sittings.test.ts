import { describe, expect, it } from 'vitest';
import { evening, prepared, type Row, speaker, typed, upTo } from '../chat.js';

const announcement = `今天请到@${speaker} 给大家分享，主题为“仓单质押的几道关口”，欢迎签到`;

const more = [
  '四、监管仓怎么选',
  '监管仓先看仓库是不是独立的第三方，再看有没有给货物买足保险，最后看它过去有没有重复开单的案子。',
  '监管仓的收费分固定和按吨两种，固定的适合周转快的货，按吨的适合压着不动的货，合同里要写清楚起止日。',
  '五、仓单怎么转让',
  '仓单转让要背书，背书要连续，少一个章银行就不认，电子仓单要在登记平台过户，登记完成才算数。',
  '转让以后原来的保险要一起过户，保险没有过户出了事谁都赔不了，这一条写在合同最后，最容易漏掉。',
];

/** The prepared talk, then what is typed from a time on; `end` and `start` speak of the break, or do not. */
function broken(from: string, end: string, start: string): string[] {
  const rows: Row[] = [
    ...evening(announcement, speaker, [...prepared.slice(0, -1), end]),
    ...typed(from, speaker, [start, ...more]),
  ];
  const tree = upTo('lecture', rows);
  return tree.talks.flatMap(({ lecture, review }) => [
    ...lecture.map((id) => tree.children[id]!.text),
    ...review.map(({ code }) => code),
  ]);
}

const closing = '以上就是我今天的分享，谢谢大家，有问题可以提';

describe('一场讲座分两次讲', () => {
  it.each<[string, string, string, string]>([
    ['前一次说晚上继续', '22:10', '今天先讲到这里，晚上继续讲后面两块，谢谢大家', '各位好'],
    ['后一次说接着讲', '22:10', closing, '各位好，我们接着讲监管仓和转让'],
  ])('%s', (_, from, end, start) => {
    const found = broken(from, end, start);
    expect(found).toEqual(expect.arrayContaining([prepared[2], ...more]));
    expect(found).toContain('sittings');
  });

  it.each<[string, string, string, string]>([
    ['没有人说过还要讲', '22:10', closing, '各位好'],
    ['隔得不久，不算两次', '20:40', closing, '大家接着讲'],
  ])('不是两次：%s', (_, from, end, start) => {
    expect(broken(from, end, start)).not.toContain('sittings');
  });

  it('说了还要讲，后来只答了一句：不算', () => {
    const rows: Row[] = [
      ...evening(announcement, speaker, [...prepared.slice(0, -1), '今天先讲到这里，晚上继续']),
      ['22:10', speaker, '今晚有事，改天吧'],
    ];
    expect(upTo('lecture', rows).talks[0]!.review.map(({ code }) => code)).not.toContain('sittings');
  });
});
