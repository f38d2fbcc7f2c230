import { describe, expect, it } from 'vitest';
import type { Edits } from '../../src/schema/edits.js';
import type { Note } from '../../src/schema/note.js';
import { corrected, idOf, keyOf, outlineOf, quote, transcript } from './lecture.js';

const plain = corrected({}).note;
const unknown = 'f'.repeat(16);
const pairsOf = (note: Note) =>
  note.qa.map(({ question, answers }) => [question.messages, answers.map(({ messages }) => messages)]);
const textOf = (note: Note) => JSON.stringify([note.lead, note.sections]);

/** Each operation: what it says, what comes of it, and which fields are marked. */
const table: [name: string, Partial<Edits>, want: (note: Note) => void, edited: string[]][] = [
  [
    'a title in the editor’s own words',
    { title: { text: '仓单质押入门' } },
    (note) => expect(note).toMatchObject({ title: '仓单质押入门', titleFrom: [], slug: '仓单质押入门' }),
    ['/title'],
  ],
  [
    'a title from a message',
    { title: { text: '仓单质押', from: [quote('仓单质押')] } },
    (note) =>
      expect(note).toMatchObject({
        title: '仓单质押',
        titleFrom: [{ message: idOf('仓单质押'), text: '仓单质押' }],
      }),
    ['/title'],
  ],
  [
    'a message dropped',
    { lecture: { drop: [keyOf('补充一点')] } },
    (note) => {
      expect(note.lecture!.messages).not.toContain(idOf('补充一点'));
      expect(textOf(note)).not.toContain('补充一点');
    },
    ['/lecture/messages'],
  ],
  [
    'the first message dropped: the note keeps its id',
    { lecture: { drop: [keyOf('大家晚上好')] } },
    (note) => {
      expect(note.id).toBe(plain.id);
      expect(note.schedule.first.message).toBe(plain.lecture!.messages[1]);
    },
    ['/lecture/messages'],
  ],
  [
    'a message of somebody else added',
    { lecture: { add: [keyOf('仓单和提单')] } },
    (note) => {
      expect(note.lecture!.messages).toContain(idOf('仓单和提单'));
      expect(textOf(note)).toContain('仓单和提单不是一回事');
    },
    ['/lecture/messages'],
  ],
  [
    'a heading set inside a message, its text below it',
    { headings: { set: [{ at: quote('案例'), level: 2 }] } },
    (note) => {
      expect(outlineOf(note)).toEqual(['1 一、什么是仓单', '1 二、质押的流程', '1 三、常见的风险', '2 案例']);
      const section = note.sections[2]!.sections[0]!;
      expect(section).toMatchObject({ marker: '', origin: 'typed', span: { text: '案例' } });
      expect(section.blocks[0]!.spans[0]!.text).toBe('去年有家仓库一货多单，银行最后打官司才拿回一半');
      expect(textOf(note)).toContain('补充一点');
    },
    ['/sections/2/sections/0'],
  ],
  [
    'a heading set without level: that of the one before it',
    { headings: { set: [{ at: { key: keyOf('补充一点'), text: '案例' } }] } },
    (note) => expect(outlineOf(note).at(-1)).toBe('1 案例'),
    ['/sections/3'],
  ],
  [
    'a heading set where one is: its typed marker stays',
    { headings: { set: [{ at: quote('流程', '质押的流程') }] } },
    (note) => expect(outlineOf(note)[1]).toBe('1 流程'),
    ['/sections/1'],
  ],
  [
    'a heading changed: level only',
    { headings: { change: [{ at: quote('质押的流程'), level: 2 }] } },
    (note) => expect(outlineOf(note)).toEqual(['1 一、什么是仓单', '2 二、质押的流程', '1 三、常见的风险']),
    ['/sections/0/sections/0'],
  ],
  [
    'a heading changed: title and marker',
    { headings: { change: [{ at: quote('质押的流程'), title: quote('流程', '质押的流程'), marker: '' }] } },
    (note) => expect(outlineOf(note)[1]).toBe('1 流程'),
    ['/sections/1'],
  ],
  [
    'a heading removed: its text stays',
    { headings: { remove: [{ at: quote('质押的流程') }] } },
    (note) => {
      expect(outlineOf(note)).toEqual(['1 一、什么是仓单', '1 三、常见的风险']);
      expect(textOf(note)).toContain('质押的流程');
    },
    ['/sections'],
  ],
  [
    'a pair set',
    { pairs: { set: [{ question: [keyOf('请问仓单')], answers: [keyOf('不是一回事'), keyOf('挂失')] }] } },
    (note) => expect(pairsOf(note)).toEqual([[[idOf('请问仓单')], [[idOf('挂失')], [idOf('不是一回事')]]]]),
    ['/qa/0'],
  ],
  [
    'a pair removed',
    { pairs: { remove: [{ question: [keyOf('请问仓单')] }] } },
    (note) => expect(note.qa).toEqual([]),
    ['/qa'],
  ],
  [
    'a term set',
    {
      terms: {
        set: [{ at: quote('监管仓'), kind: 'organization', definition: [quote('仓库验货、入库、开单')] }],
      },
    },
    (note) =>
      expect(note.glossary.find(({ term }) => term === '监管仓')).toMatchObject({
        kind: 'organization',
        message: idOf('监管仓'),
        definition: [{ text: '仓库验货、入库、开单' }],
      }),
    [`/glossary/${plain.glossary.filter((entry) => entry.message < idOf('监管仓')).length}`],
  ],
  [
    'a term changed',
    { terms: { change: [{ at: quote('仓单', '仓单是仓库'), kind: 'regulation' }] } },
    (note) => expect(note.glossary[0]).toMatchObject({ term: '仓单', kind: 'regulation' }),
    ['/glossary/0'],
  ],
  [
    'a term removed, wherever it was found',
    { terms: { remove: [{ at: quote('仓单', '请问仓单') }] } },
    (note) => expect(note.glossary.map(({ term }) => term)).not.toContain('仓单'),
    ['/glossary'],
  ],
];

describe('applyEdits', () => {
  it.each(table)('%s', (_, parts, want, edited) => {
    const { note, faults, stale } = corrected(parts);
    want(note);
    expect(note.edited).toEqual(edited);
    expect(stale).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('without operations leaves all but the mark as it was', () => {
    expect(plain).not.toHaveProperty('edited');
    const tree = transcript();
    expect(tree.talks[0]!.lecture).toEqual(plain.lecture!.messages);
  });

  it('lets what follows from a correction follow', () => {
    const { note, tree } = corrected({ lecture: { drop: [keyOf('仓单是仓库')] } });
    expect(note.glossary.map(({ message }) => message)).not.toContain(idOf('仓单是仓库'));
    expect(tree.children[idOf('仓单是仓库')]!.role?.role).not.toBe('lecture');
  });
});

/** What no longer fits: the reason names the part, the hint its message where there is one. */
const misfits: [name: string, Partial<Edits>, reason: RegExp, message?: number][] = [
  ['a lecture message that is gone', { lecture: { add: [unknown] } }, /加入讲座：日志里没有消息 f{16}/u],
  ['a dropped one that is gone', { lecture: { drop: [unknown] } }, /移出讲座：日志里没有消息/u],
  [
    'a lecture of which nothing is left',
    { lecture: { drop: transcript().talks[0]!.lecture.map((id) => transcript().children[id]!.key) } },
    /一条消息也不剩/u,
  ],
  [
    'a heading whose message is gone',
    { headings: { set: [{ at: { key: unknown, text: '案例' } }] } },
    /小标题「案例」：日志里没有消息/u,
  ],
  [
    'a heading whose text changed',
    { headings: { change: [{ at: { key: keyOf('质押的流程'), text: '质押流程' }, level: 2 }] } },
    /小标题「质押流程」：消息里没有这些字/u,
    idOf('质押的流程'),
  ],
  [
    'a heading that is found no more',
    { headings: { change: [{ at: quote('补充一点'), level: 2 }] } },
    /没有找到这个小标题/u,
    idOf('补充一点'),
  ],
  [
    'a heading outside the lecture',
    { headings: { set: [{ at: quote('提单') }] } },
    /不在讲座里/u,
    idOf('提单'),
  ],
  [
    'a marker that is not typed',
    { headings: { set: [{ at: quote('案例'), marker: '四、' }] } },
    /没有序号「四、」/u,
    idOf('案例'),
  ],
  [
    'a question whose answers are gone',
    { pairs: { set: [{ question: [keyOf('请问仓单')], answers: [unknown] }] } },
    /没有回答了/u,
    idOf('请问仓单'),
  ],
  [
    'a question of two people',
    { pairs: { set: [{ question: [keyOf('请问仓单'), keyOf('提单')], answers: [keyOf('挂失')] }] } },
    /不是同一个人/u,
    idOf('提单'),
  ],
  [
    'a term whose definition is gone',
    {
      terms: { set: [{ at: quote('监管仓'), kind: 'concept', definition: [{ key: unknown, text: '仓' }] }] },
    },
    /术语「监管仓」的定义：日志里没有消息/u,
  ],
  [
    'a term that is found no more',
    { terms: { change: [{ at: quote('补充一点'), kind: 'risk' }] } },
    /没有找到这个术语/u,
    idOf('补充一点'),
  ],
  [
    'where a title came from',
    { title: { text: '仓单', from: [{ key: unknown, text: '仓单' }] } },
    /题目「仓单」的出处/u,
  ],
];

describe('edits that no longer fit', () => {
  it.each(misfits)('%s', (_, parts, reason, message) => {
    const { stale, faults } = corrected(parts);
    const hit = stale.find((hint) => reason.test(hint.reason));
    expect(hit, JSON.stringify(stale)).toBeDefined();
    expect(hit?.message).toBe(message);
    expect(faults).toEqual([]);
  });

  it('a title stands without its source', () => {
    const { note } = corrected({ title: { text: '仓单', from: [{ key: unknown, text: '仓单' }] } });
    expect(note).toMatchObject({ title: '仓单', titleFrom: [] });
  });
});
