import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/eval/day.js';
import { speakerRight } from '../../src/eval/figures/speaker.js';
import { titleRight } from '../../src/eval/figures/title.js';
import { figuresOf } from '../../src/eval/figures.js';
import type { Measured } from '../../src/eval/notes.js';
import type { Talk } from '../../src/schema/labels.js';
import { speaker } from '../stages/chat.js';
import { entry, heading, label, measured, qa, section, term, topic } from './case.js';

/** The figures of one talk whose lecture is messages 1 to 10 in label and note. */
function figures(wanted: Partial<Talk>, had: Partial<Measured>) {
  const lecture = Array.from({ length: 10 }, (_, i) => i + 1);
  const labels = { log: 'demo/2024-05-06', talks: [label({ lecture: [[1, 10]], ...wanted })] };
  return figuresOf([dayOf(labels, [measured({ lecture: { messages: lecture }, ...had })])]);
}

const counts = ({ same, extra, missed }: { same: number; extra: number; missed: number }) => [
  same,
  extra,
  missed,
];

describe('讲者', () => {
  const name = (one: string) => ({ name: one, aliases: [] });
  it.each<[string, string[], string[], boolean]>([
    ['第一个就是', [speaker], [speaker, '半夏'], true],
    ['标注里的另一个昵称', ['秋', speaker], [speaker], true],
    ['排在第二的不算', [speaker], ['半夏', speaker], false],
    ['没有讲者', [speaker], [], false],
  ])('%s', (_, wanted, had, right) => {
    const note = measured({ speakers: had.map(name) });
    expect(speakerRight({ label: label({ speakers: wanted }), lecture: [], note })).toBe(right);
  });

  it('没有笔记就不对', () =>
    expect(speakerRight({ label: label(), lecture: [], note: undefined })).toBe(false));
});

describe('题目', () => {
  it.each<[string, string, boolean | undefined]>([
    ['仓单质押的几道关口', '“仓单质押的几道关口”', true],
    // 8 and 7 pairs, 7 in common: 14/15.
    ['仓单质押的几道关口', '仓单质押的几道关', true],
    // 8 and 5 pairs, 5 in common: 10/13.
    ['仓单质押的几道关口', '仓单质押的几', false],
    ['仓单质押', '', false],
    ['', '仓单质押', undefined],
  ])('%s 与 %s：%s', (wanted, had, right) =>
    expect(titleRight({ label: label({ title: wanted }), lecture: [], note: measured({ title: had }) })).toBe(
      right,
    ),
  );
});

describe('讲座消息', () => {
  it('算总数，也算各场的平均', () => {
    const days = [
      dayOf({ log: 'demo/2024-05-06', talks: [label({ lecture: [[1, 4]] })] }, [
        measured({ lecture: { messages: [2, 3, 4, 5, 6, 7] } }),
      ]),
      dayOf({ log: 'demo/2024-05-07', talks: [label({ lecture: [1, 2] })] }, []),
    ];
    const { lecture, lectureMacro } = figuresOf(days);
    // 3 in common, 3 too many, 1 + 2 missed: P 1/2, R 1/2; macro: (2·3/10 + 0) / 2.
    expect(lecture).toEqual({ p: 50, r: 50, f1: 50, same: 3, extra: 3, missed: 3 });
    expect(lectureMacro).toBe(30);
  });
});

describe('标题', () => {
  const one = heading(2, '什么是仓单', { marker: '一、' });
  it.each<[string, Talk['headings'], Measured['sections'], number[], number[], number, number]>([
    ['全对', [one], [section(2, '什么是仓单', { marker: '一、' })], [1, 0, 0], [1, 0, 0], 100, 100],
    ['级别不同', [one], [section(2, '什么是仓单', { level: 2 })], [1, 0, 0], [1, 0, 0], 100, 0],
    ['题目差一点', [one], [section(2, '什么是仓单？')], [1, 0, 0], [1, 0, 0], 100, 100],
    ['题目差一半', [one], [section(2, '是仓单')], [1, 0, 0], [1, 0, 0], 0, 100],
    ['题目差太多', [one], [section(2, '仓库')], [0, 1, 1], [0, 0, 1], 0, 0],
    ['另一条消息', [one], [section(3, '什么是仓单', { marker: '一、' })], [0, 1, 1], [0, 1, 1], 0, 0],
    [
      '只有编号',
      [heading(2, '', { marker: '第二部分' })],
      [section(2, '', { marker: '第二部分：' })],
      [1, 0, 0],
      [1, 0, 0],
      100,
      100,
    ],
    ['没有编号的', [heading(2, '流程')], [section(2, '流程')], [1, 0, 0], [0, 0, 0], 100, 100],
    ['有争议的不算', [heading(2, '流程', { maybe: true })], [], [0, 0, 0], [0, 0, 0], 0, 0],
    [
      '有争议的找到也不算',
      [heading(2, '流程', { maybe: true })],
      [section(2, '流程')],
      [0, 0, 0],
      [0, 0, 0],
      0,
      0,
    ],
    [
      '下层的也算',
      [one],
      [section(1, '', { sections: [section(2, '什么是仓单')] })],
      [1, 0, 0],
      [1, 0, 0],
      100,
      100,
    ],
  ])('%s', (_, headings, sections, all, marked, titles, levels) => {
    const result = figures({ headings }, { sections });
    expect(counts(result.headings)).toEqual(all);
    expect(counts(result.numbered)).toEqual(marked);
    expect([result.headingTitle, result.headingLevel]).toEqual([titles, levels]);
  });
});

describe('问答', () => {
  it.each<[string, Talk['qa'], Talk['qa'], number[]]>([
    ['全对', [{ q: [11], a: [12, 13] }], [{ q: [11], a: [12, 13] }], [1, 0, 0]],
    ['问和答各一半', [{ q: [11, 12], a: [13, 14] }], [{ q: [11], a: [14] }], [1, 0, 0]],
    ['答不到一半', [{ q: [11], a: [12, 13, 14] }], [{ q: [11], a: [14] }], [0, 1, 1]],
    ['问不到一半', [{ q: [11, 12, 13], a: [14] }], [{ q: [11], a: [14] }], [0, 1, 1]],
    [
      '一对只算一次',
      [
        { q: [11], a: [12] },
        { q: [11], a: [12] },
      ],
      [{ q: [11], a: [12] }],
      [1, 0, 1],
    ],
    ['多一对', [], [{ q: [11], a: [12] }], [0, 1, 0]],
  ])('%s', (_, wanted, had, counted) =>
    expect(counts(figures({ qa: wanted }, { qa: had.map(qa) }).qa)).toEqual(counted),
  );
});

describe('主题', () => {
  it.each<[string, string[], Measured['topics'], number[]]>([
    ['同名', ['仓单', '质押'], [topic('质押')], [1, 0, 1]],
    ['别名', ['仓单'], [topic('提货凭证', ['仓单'])], [1, 0, 0]],
    ['第四个别名不算', ['仓单'], [topic('提货凭证', ['甲', '乙', '丙', '仓单'])], [0, 1, 1]],
    ['包含，不超过两倍', ['仓单'], [topic('电子仓单')], [1, 0, 0]],
    ['别名只看全同', ['仓单'], [topic('提货凭证', ['电子仓单'])], [0, 1, 1]],
    ['同名的先配', ['电子仓单', '仓单'], [topic('电子仓单'), topic('仓单')], [2, 0, 0]],
    [
      '第九个不算',
      ['仓单'],
      [...'甲乙丙丁戊己庚辛'].map((name) => topic(name)).concat(topic('仓单')),
      [0, 8, 1],
    ],
  ])('%s', (_, wanted, had, counted) =>
    expect(counts(figures({ topics: wanted }, { topics: had }).topics)).toEqual(counted),
  );
});

describe('术语', () => {
  it('不看种类，风险另算', () => {
    const result = figures(
      { glossary: [term('重复质押', 3, 'risk'), term('跌价', 4, 'risk'), term('仓单', 2)] },
      { glossary: [entry('重复质押', 3, 'concept'), entry('跌价风险', 4, 'risk'), entry('监管仓', 5)] },
    );
    expect(counts(result.glossary)).toEqual([2, 1, 1]);
    expect(counts(result.risks)).toEqual([1, 0, 1]);
  });
});

describe('全部', () => {
  it('没有讲座的日子和多余的笔记', () => {
    const quiet = { log: 'demo/2024-05-08', talks: [] };
    const talk = { log: 'demo/2024-05-06', talks: [label({ title: '仓单', lecture: [1] })] };
    const result = figuresOf([
      dayOf(quiet, [measured()]),
      dayOf(quiet, []),
      dayOf(talk, [measured({ title: '仓单', lecture: { messages: [1] } }), measured()]),
    ]);
    expect(result).toMatchObject({
      logs: 3,
      labelledTalks: 1,
      quietDays: 2,
      alarms: 1,
      speaker: 100,
      title: 100,
    });
    expect(result.talks).toEqual({ p: 33.3, r: 100, f1: 50, same: 1, extra: 2, missed: 0 });
  });

  it('什么都没有时全是 0', () => {
    const { talks, speaker: right, lectureMacro } = figuresOf([]);
    expect([talks.f1, right, lectureMacro]).toEqual([0, 0, 0]);
  });
});
