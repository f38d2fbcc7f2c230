import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../tools/align/article.js';
import { candidates } from '../../tools/align/candidates.js';
import { labelTalk, ranges } from '../../tools/align/labels.js';
import { overlap, within } from '../../tools/align/locate.js';
import { prepare } from '../../tools/align/log.js';
import { noteOf } from '../../tools/align/notes.js';
import { align } from '../../tools/align/path.js';
import { article, log, markdown, messages } from './align-day.js';

const labels = () => labelTalk(article(), 'a.markdown', log(), overlap(article(), log()))!;
const text = (norm: string) => ({ kind: 'text' as const, norm });

describe('labelTalk', () => {
  it('finds speaker and lecture; what the article leaves out is doubtful or nobody’s', () => {
    const talk = labels();
    expect(talk.speakers).toEqual(['Scale']);
    expect(talk.lecture).toEqual([3, [5, 7], [9, 10]]);
    expect(talk.doubtful).toEqual([[1, 2], 11, 14, 16]);
    expect(talk.confidence).toBeGreaterThan(0.6);
  });

  it('gives headings the marker and place of the log, not those of the agenda or the editor', () => {
    expect(labels().headings.map(({ msg, level, marker, title }) => [msg, level, marker, title])).toEqual([
      [3, 1, '1.', '称重的误差'],
      [6, 1, '2.', '皮重的处理'],
      [9, 2, '3.', '校准的周期'],
    ]);
  });

  it('pairs questions with answers', () => {
    expect(labels().qa.map(({ q, a }) => [q, a])).toEqual([
      [[12], [14]],
      [[15], [16]],
    ]);
  });

  it('gives nothing for another day, a discussion or a log without the talk', () => {
    const other = prepare(messages.map((message) => ({ ...message, text: `${message.id}号包裹已经签收` })));
    expect(labelTalk(article(), 'a', other, overlap(article(), other))).toBeNull();
    const many = prepare(messages.map((message) => ({ ...message, sender: `Guest ${message.id}` })));
    expect(labelTalk(article(), 'a', many, 1)).toBeNull();
    expect(labelTalk(readArticle(''), 'a', log(), 1)).toBeNull();
    expect(labelTalk(article(), 'a', prepare([]), 1)).toBeNull();
  });

  it('is the same when asked again, and turns into a note for the score script', () => {
    expect(labels()).toEqual(labels());
    const note = noteOf('teaclub/2024-01-05', labels());
    expect(note.lecture.messages).toEqual([3, 5, 6, 7, 9, 10]);
    expect(note.sections.map(({ title }) => title)).toContain('皮重的处理');
  });
});

describe('the alignment', () => {
  it('prefers the order of the article among equal messages', () => {
    const day = prepare(
      ['茶叶要防潮', '水温八十度', '茶叶要防潮', '出汤要快些'].map((said, id) => ({
        id,
        sender: `${id}`,
        text: said,
      })),
    );
    const order = (units: string[]) => align(units.map(text), day).map((place) => place?.message);
    expect(order(['水温八十度', '茶叶要防潮', '出汤要快些'])).toEqual([1, 2, 3]);
    expect(order(['茶叶要防潮', '水温八十度'])).toEqual([0, 1]);
    expect(order(['出汤要快些', '水温八十度'])).toEqual([3, 1]);
    expect(order(['没有人说过的一句话'])).toEqual([undefined]);
  });

  it('places every unit on one of its candidates, for any text', () => {
    const word = fc.string({ unit: fc.constantFrom('茶', '水', '罐', '秤'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), fc.array(word, { maxLength: 20 }), (said, told) => {
        const day = prepare(said.map((line, id) => ({ id, sender: 'x', text: line })));
        for (const [at, place] of align(told.map(text), day).entries())
          if (place) expect(candidates(text(told[at]!), day)).toContainEqual(place);
      }),
    );
  });

  it('takes a copy under a second nick for its first', () => {
    const line = '两次相减才是净重，不要偷懒';
    const day = prepare([
      { id: 0, sender: 'a', text: line },
      { id: 1, sender: 'b', text: line },
    ]);
    expect(day.messages[1]!.copyOf).toBe(0);
    expect(align([text('两次相减才是净重不要偷懒')], day)[0]?.message).toBe(0);
  });

  it('knows a picture by its name alone', () => {
    expect(candidates({ kind: 'image', norm: '20240105_200304' }, log())).toEqual([{ message: 5, score: 1 }]);
  });

  it('compares days and shares', () => {
    expect(within('2024-01-30', '2024-02-02', 3)).toBe(true);
    expect(within('2024-01-30', '2024-02-03', 3)).toBe(false);
    expect(within('2024-01-30', '', 3)).toBe(false);
    expect(overlap(readArticle(markdown.replaceAll('茶', '鱼')), log())).toBeLessThan(1);
    expect(ranges([1, 2, 3, 5, 7, 8])).toEqual([[1, 3], 5, [7, 8]]);
  });

  it('is a matter of a second for an article of a thousand sentences that are all alike', () => {
    const many = Array.from({ length: 1000 }, (_, id) => ({
      id,
      sender: 'x',
      text: `第${id}罐茶叶的净重是${id * 7}克`,
    }));
    const places = align(
      many.map(({ text: said }) => text(said)),
      prepare(many),
    );
    expect(places.filter((place, at) => place?.message === at).length).toBeGreaterThan(950);
  });
});
