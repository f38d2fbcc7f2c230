import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits } from '../../src/edits.js';
import { ledgerOf } from '../../src/ledger.js';
import { noteOf } from '../../src/note.js';
import type { Edits, Quote } from '../../src/schema/edits.js';
import type { Note, Span } from '../../src/schema/note.js';
import type { Transcript } from '../../src/transcript.js';
import { schemaFaults } from '../../src/validate.js';
import { checkAgainst, checkLedger } from '../../src/verify/ledger.js';
import { checkNote } from '../../src/verify/note.js';
import { edits, lexicon, transcript } from './lecture.js';

const { children } = transcript();
/** Messages of the log, and now and then one that it does not hold. */
const key = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...children.map((message) => message.key)) },
  { weight: 1, arbitrary: fc.constant('0'.repeat(16)) },
);
const keys = fc.uniqueArray(key, { minLength: 1, maxLength: 4 });

/** Slices of messages, mostly; else texts that stand nowhere. */
const quote: fc.Arbitrary<Quote> = fc
  .tuple(key, fc.nat(40), fc.nat(12), fc.boolean(), fc.nat(20))
  .map(([one, start, length, exact, odd]) => {
    const text = children.find((message) => message.key === one)?.text.slice(start, start + length) ?? '';
    return { key: one, text: odd === 0 ? '没有的字' : text, ...(exact && { start }) };
  });

const list = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });
const optional = { requiredKeys: ['at' as const] };
const level = fc.integer({ min: 1, max: 6 });
const marker = fc.constantFrom('', '一、', '三、', '（九）');
const kind = fc.constantFrom('risk' as const, 'concept' as const);
const definition = fc.array(quote, { minLength: 1, maxLength: 2 });

const parts: fc.Arbitrary<Partial<Edits>> = fc.record(
  {
    title: fc.record(
      { text: fc.constantFrom('', '仓单', '仓单质押的几道关口'), from: definition },
      { requiredKeys: ['text'] },
    ),
    lecture: fc.record({ add: keys, drop: keys }, { requiredKeys: [] }),
    headings: fc.record(
      {
        remove: list(fc.record({ at: quote })),
        set: list(fc.record({ at: quote, marker, level }, optional)),
        change: list(fc.record({ at: quote, title: quote, marker, level }, optional)),
      },
      { requiredKeys: [] },
    ),
    pairs: fc.record(
      {
        remove: list(fc.record({ question: keys })),
        set: list(fc.record({ question: keys, answers: keys })),
      },
      { requiredKeys: [] },
    ),
    terms: fc.record(
      {
        remove: list(fc.record({ at: quote })),
        set: list(fc.record({ at: quote, kind, definition })),
        change: list(fc.record({ at: quote, kind, definition }, optional)),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

/** All spans below a value. */
function spansIn(value: unknown): Span[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value && 'text' in value ? [value as Span] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}

/** Letters of a lecture's messages that stand neither in a heading nor in a block; a number before a title may. */
function lostIn({ lecture, lead, sections }: Note): string {
  const spans = spansIn([lead, sections]);
  return lecture!.messages
    .map((id) => {
      const rest = [...children[id]!.text.split('')];
      for (const { message, start, end } of spans)
        if (message === id) for (let at = start; at < end; at++) rest[at] = ' ';
      return rest.join('').replace(/[一二三]、|[^\p{L}\p{N}]/gu, '');
    })
    .join('');
}

const result = (tree: Transcript) =>
  JSON.stringify([tree.talks.map((talk) => noteOf(tree, talk)), ledgerOf(tree)]);

it('whatever is edited: applied twice is applied once, every message has one role, no word is lost, and verify finds no fault', () => {
  fc.assert(
    fc.property(parts, (some) => {
      const own = edits(some);
      expect(schemaFaults('edits', own)).toEqual([]);
      const tree = applyEdits(transcript(), [own], lexicon);
      const once = result(tree);
      const note = noteOf(tree, tree.talks[0]!);
      expect(lostIn(note)).toBe('');
      const ledger = ledgerOf(tree);
      expect([...schemaFaults('note', note), ...schemaFaults('ledger', ledger)]).toEqual([]);
      const faults: string[] = [];
      const report = (code: string, pointer: string, detail?: string) =>
        faults.push(`${code} ${pointer} ${detail}`);
      checkNote(note, tree, own, report);
      checkLedger(ledger, tree, report);
      checkAgainst(note, ledger, report);
      expect(faults).toEqual([]);
      expect(tree.children.every(({ role }) => role !== undefined)).toBe(true);
      expect(result(applyEdits(tree, [own], lexicon))).toBe(once);
    }),
    { numRuns: 300 },
  );
});
