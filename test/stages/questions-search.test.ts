import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byModel, decode } from '../../src/stages/questions/decode.js';
import { linksOf } from '../../src/stages/questions/link.js';
import { loadModel, loadPhrasing, loadWordings } from '../../src/stages/questions/model.js';
import { placesOf } from '../../src/stages/questions/place.js';
import { search } from '../../src/stages/questions/search.js';
import { lately, ownThreads, take } from '../../src/stages/questions/steps.js';
import { copyOf, emptyState, type Thread } from '../../src/stages/questions/thread.js';
import { contextOf } from '../../src/stages/questions.js';
import { type Row, speaker } from './chat.js';
import { talkThen } from './questions-dialogue.js';

const model = loadModel();
const read = (rows: Row[]) => {
  const tree = talkThen(rows);
  const talk = tree.talks[0]!;
  return { context: contextOf(tree, talk, loadWordings(), loadPhrasing()), lecture: new Set(talk.lecture) };
};

/** The ids of a thread that ask, and those that answer. */
const partsOf = ({ views, replies }: Thread) => [
  views.map(({ id }) => id),
  [...replies.values()].flatMap(({ ids }) => ids),
];

const clock = (second: number) =>
  `20:${String(5 + Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`;
const chat = fc.array(
  fc.tuple(
    fc.constantFrom('芦苇', '半夏', '空山', speaker),
    fc.constantFrom(
      '请问校验码一共有多少位？',
      '二十位',
      '那重复报销怎么发现的',
      '系统会拦下来',
      '@芦苇 可以的',
      '是的',
      '明白了，谢谢',
      '[强]',
    ),
    fc.integer({ min: 1, max: 40 }),
  ),
  { maxLength: 14 },
);
const rowsOf = (turns: [string, string, number][]): Row[] => {
  let second = 0;
  return turns.map(([nick, text, gap]) => {
    second += gap;
    return [clock(second), nick, text];
  });
};

describe('reading a talk as a whole', () => {
  it('lets a message ask once at most, and none ask and answer; the lecture does neither', () => {
    fc.assert(
      fc.property(chat, (turns) => {
        const { context, lecture } = read(rowsOf(turns));
        const found = search(context, lecture, model).map(({ thread }) => partsOf(thread));
        const asking = found.flatMap(([asked]) => asked!);
        const answering = found.flatMap(([, answers]) => answers!);
        expect(new Set(asking).size).toBe(asking.length);
        expect(asking.filter((id) => answering.includes(id))).toEqual([]);
        expect([...asking, ...answering].filter((id) => lecture.has(id))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same each time', () => {
    fc.assert(
      fc.property(chat, (turns) => {
        const { context, lecture } = read(rowsOf(turns));
        const shape = () =>
          search(context, lecture, model).map(({ thread, share }) => [partsOf(thread), share]);
        expect(shape()).toEqual(shape());
      }),
      { numRuns: 30 },
    );
  });

  it('reads as message by message where nothing is in doubt', () => {
    const rows: Row[] = [
      ['20:05:00', '芦苇', '请问校验码一共有多少位？'],
      ['20:05:40', speaker, '@芦苇 校验码一共二十位'],
      ['20:07:00', '半夏', '请问重复报销怎么发现的？'],
      ['20:07:30', speaker, '@半夏 重复报销系统会拦下来'],
    ];
    const { context, lecture } = read(rows);
    const found = search(context, lecture, model);
    expect(found.map(({ thread }) => partsOf(thread))).toEqual(
      decode(context, lecture, byModel(model)).map(partsOf),
    );
    expect(found.map(({ share }) => share >= 0.9)).toEqual([true, true]);
  });
});

describe('a state', () => {
  const { context, lecture } = read([
    ['20:05:00', '芦苇', '请问校验码一共有多少位？'],
    ['20:05:20', '芦苇', '二十位吗'],
    ['20:05:40', speaker, '二十位'],
  ]);
  const [first, second, third] = [...placesOf(context, lecture)];
  const asked = () => {
    const state = emptyState();
    take({ does: 'open' }, first!, state);
    return state;
  };
  const extended = () => {
    const state = asked();
    take({ does: 'extend', thread: state.open[0]! }, second!, state);
    return state;
  };
  const answered = () => {
    const state = asked();
    take({ does: 'answer', thread: state.open[0]! }, third!, state);
    return state;
  };

  it('stays as it is when a step is taken from a copy of it', () => {
    for (const make of [asked, extended, answered]) {
      const before = make();
      const after = copyOf(before);
      take({ does: 'extend', thread: after.open[0]! }, second!, after);
      take({ does: 'answer', thread: after.open[0]! }, third!, after);
      lately(after, { ...third!.view, clock: third!.view.clock + 100_000 });
      expect(before).toEqual(make());
      expect(after.open).toEqual([]);
      expect(after.past).toHaveLength(1);
    }
  });

  it('shares questions of the same messages with another', () => {
    expect(extended().open[0]!.asking).toBe(extended().open[0]!.asking);
    expect(asked().open[0]).toBe(asked().open[0]);
  });

  it('gives rows as long as their names, whatever the message goes on with', () => {
    for (const state of [asked(), answered(), extended()])
      for (const { names, row } of linksOf(third!, state.open, state)) {
        expect(new Set(names).size).toBe(names.length);
        expect(row.length).toBe(names.length);
      }
  });
});

describe('the question that a message goes on with', () => {
  const { context, lecture } = read([['20:05:00', '芦苇', '校验码有多少位']]);
  const [place] = [...placesOf(context, lecture)];
  const state = emptyState();
  take({ does: 'open' }, place!, state);

  it.each([
    ['芦苇', '校验码有多少位', { again: state.open[0], last: state.open[0] }],
    ['芦苇', '是二十位吗', { last: state.open[0] }],
    ['芦苇二号', '是二十位吗', {}],
    ['芦苇二号', '校验码有多少位', {}],
  ])('of the same person under the nick %s: %s', (nick, plain, own) => {
    expect(ownThreads({ ...place!.view, nick, plain }, state)).toEqual(own);
  });
});
