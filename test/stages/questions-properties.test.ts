import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Row, speaker } from './chat.js';
import { pairsOf, talkThen } from './questions-dialogue.js';

const nicks = [speaker, '芦苇', '半夏', '空山-远山软件-开发-宁波', ''];
const said = [
  '请问校验码有多少位？',
  '二十位',
  '嗯',
  '是的',
  '那入账以后呢',
  '谢谢',
  '[鼓掌]',
  '签到',
  '@芦苇 查验失败就第二天再来',
  `@${speaker} 重复报销怎么发现？`,
  '',
  '@',
  '？',
  '![图](http://example.invalid/a.png)',
  '「 芦苇: 请问校验码有多少位？ 」\n- - - -\n二十位',
  '我的意思是红字发票',
  '大家晚上好',
  '😀',
];

const row = fc.record({
  nick: fc.constantFrom(...nicks),
  text: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...said) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  ),
  pause: fc.integer({ min: 0, max: 600 }),
});

/** Messages one after another from 20:05 on. */
const dialogue = fc.array(row, { maxLength: 40 }).map((parts): Row[] => {
  let clock = 20 * 3600 + 300;
  return parts.map(({ nick, text, pause }) => {
    clock = Math.min(clock + pause, 24 * 3600 - 1);
    const time = [Math.floor(clock / 3600), Math.floor(clock / 60) % 60, clock % 60];
    return [time.map((part) => String(part).padStart(2, '0')).join(':'), nick, text];
  });
});

const ascending = (ids: number[]) => ids.every((id, i) => i === 0 || ids[i - 1]! < id);

describe('pairs of any dialogue', () => {
  it('let every message ask at most once, none ask and answer, and none of the lecture do either', () => {
    fc.assert(
      fc.property(dialogue, (rows) => {
        const tree = talkThen(rows);
        const pairs = pairsOf(tree);
        const asking = pairs.flatMap(({ question }) => question.messages);
        const answering = pairs.flatMap(({ answers }) => answers.flatMap(({ messages }) => messages));
        expect(new Set(asking).size).toBe(asking.length);
        expect(asking.filter((id) => answering.includes(id))).toEqual([]);
        for (const id of [...asking, ...answering]) expect(tree.talks[0]!.lecture).not.toContain(id);
      }),
      { numRuns: 150 },
    );
  });

  it('ask before they answer, in order, with spans of whole messages by one person each', () => {
    fc.assert(
      fc.property(dialogue, (rows) => {
        const tree = talkThen(rows);
        for (const { question, answers } of pairsOf(tree)) {
          for (const { by, messages, spans } of [question, ...answers]) {
            expect(ascending(messages)).toBe(true);
            expect(spans.map(({ message, text }) => [message, text])).toEqual(
              messages.map((id) => [id, tree.children[id]!.text]),
            );
            if (by !== speaker) for (const id of messages) expect(tree.children[id]!.sender).toBe(by);
          }
          expect(question.messages[0]).toBeLessThan(Math.min(...answers.map(({ messages }) => messages[0]!)));
          expect(new Set(answers.map(({ by }) => by)).size).toBe(answers.length);
          expect(answers.map(({ by }) => by)).not.toContain(question.by);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are the same each time', () => {
    fc.assert(
      fc.property(dialogue, (rows) => {
        expect(pairsOf(talkThen(rows))).toEqual(pairsOf(talkThen(rows)));
      }),
      { numRuns: 40 },
    );
  });
});
