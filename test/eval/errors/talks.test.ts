import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/eval/day.js';
import { inventedTalk, missedTalk } from '../../../src/eval/errors/talks.js';
import { countsOf, errorsOf } from '../../../src/eval/errors.js';
import { evening, speaker } from '../../stages/chat.js';
import { found, heading, label, measured, term, told } from '../case.js';

const log = 'demo/2024-05-06';
const rows = evening('今晚请到@沈砚秋 给大家分享，主题是“仓单质押”，时间20:00');
const { evidence } = found(rows, label(), measured());

describe('漏掉的讲座', () => {
  it.each<[string, number[], number[][], string]>([
    ['有人宣布过', [0], [], 'talks.missed'],
    ['没有人宣布', [], [], 'talks.unannounced'],
    ['笔记写的是别处', [0], [[10, 11, 12, 13, 14]], 'talks.elsewhere'],
  ])('%s', (_, announce, lectures, wanted) => {
    const notes = lectures.map((messages) => measured({ lecture: { messages } }));
    const day = dayOf({ log, talks: [label({ title: '仓单质押', announce, lecture: [[4, 10]] })] }, notes);
    expect(day.cases[0]!.note).toBeUndefined();
    const [talk, who, title, lecture] = missedTalk(day.cases[0]!, day.spare, evidence);
    expect(told([talk!])).toEqual([`${wanted} 1 0 ${[...announce, 4, 5, 6]}`]);
    expect([who!.class, title!.class]).toEqual(['speaker.talk-missed', 'title.talk-missed']);
    expect(told([lecture!])).toEqual(['lecture.talk-missed 7 0']);
    expect(talk!.reasons!().length).toBeGreaterThan(0);
  });

  it('它的标题、问答、主题、术语都算漏掉，有争议的标题不算', () => {
    const lost = missedTalk(
      {
        label: label({
          lecture: [4],
          headings: [heading(5, '概念'), heading(6, '流程', { maybe: true })],
          qa: [{ q: [11], a: [12] }],
          topics: ['仓单', '质押'],
          glossary: [term('仓单')],
        }),
        lecture: [4],
        note: undefined,
      },
      [],
      undefined,
    );
    expect(told(lost.slice(2))).toEqual([
      'lecture.talk-missed 1 0',
      'headings.talk-missed 1 0',
      'qa.talk-missed 1 0',
      'topics.talk-missed 2 0',
      'glossary.talk-missed 1 0',
    ]);
    expect(lost[0]!.reasons!()).toEqual([]);
  });
});

describe('多出的笔记', () => {
  const note = measured({ title: '仓单', lecture: { messages: [4, 5, 6, 7] } });
  it.each([
    ['没有讲座的日子', [], 'talks.alarm'],
    ['讲座之外', [label({ lecture: [1] })], 'talks.extra'],
  ])('%s', (_, talks, wanted) => {
    const day = dayOf({ log, talks }, [note]);
    expect(told([inventedTalk(day, note, evidence)])).toEqual([`${wanted} 0 1 4,5,6`]);
  });
});

describe('一天的分歧', () => {
  it('各带上下文，没有日志就没有', () => {
    const day = dayOf({ log, talks: [label({ title: '仓单质押', announce: [0], lecture: [[4, 6]] })] }, []);
    const [missed] = errorsOf(day, evidence);
    expect(missed!.full()).toMatchObject({
      figure: 'talks',
      log,
      title: '仓单质押',
      note: null,
      wanted: '仓单质押',
      found: null,
    });
    const { context } = missed!.full();
    expect(context.map(({ message }) => message)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(context.filter(({ about }) => about).map(({ message }) => message)).toEqual([0, 4, 5, 6]);
    expect(context[4]).toMatchObject({ sender: speaker, role: 'lecture' });
    expect(errorsOf(day, undefined)[0]!.full().context).toEqual([]);
  });

  it('按类计数，只列出现的', () => {
    const day = dayOf({ log, talks: [label({ lecture: [[4, 6]] })] }, []);
    expect(countsOf(errorsOf(day, undefined))).toEqual({
      'talks.unannounced': { errors: 1, missed: 1, extra: 0 },
      'speaker.talk-missed': { errors: 1, missed: 1, extra: 0 },
      'lecture.talk-missed': { errors: 1, missed: 3, extra: 0 },
    });
  });
});
