import fc from 'fast-check';
import { describe, it } from 'vitest';
import { gramsOf } from '../../../src/language/grams.js';
import type { Talk } from '../../../src/store/record.js';
import { type Clause, type Entry, type Field, fields, type Store } from '../../../src/store/store.js';
import type { Open } from '../contract.js';
import { entry, pair, section, talk, taxonomy } from '../notes.js';
import { entriesOf, found, row } from './found.js';
import { meets, nameOf } from './oracle.js';

const words = [
  '信用',
  '信用证',
  '风险',
  '信用風險',
  '证',
  '账',
  'LC',
  'paypal',
  'ｐａｙ',
  '用',
  '，',
  ' ',
  '险敞口',
];
const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((all) => all.join(''));
const name = fc.constantFrom('信用风险', 'LC', '敞口', '賬', '账', '违约风险');

const note = fc
  .record({
    title: text,
    sections: fc.array(fc.tuple(text, text), { maxLength: 2 }),
    pairs: fc.array(fc.tuple(text, text), { maxLength: 1 }),
    glossary: fc.array(fc.tuple(name, text, fc.constantFrom('risk' as const, 'concept' as const)), {
      maxLength: 2,
    }),
    month: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ title, sections, pairs, glossary, month }) => ({
    title,
    date: `2024-0${month}-15`,
    sections: sections.map(([heading, body]) => section(heading, body)),
    qa: pairs.map(([question, answer]) => pair(question || '问', answer || '答')),
    glossary: glossary.map(([term, definition, kind]) => entry(term, definition || '无', { kind })),
  }));

const file = fc.constantFrom('a', 'b', 'c');
type Step = { write: Talk[]; gone: string[] };
const step: fc.Arbitrary<Step> = fc
  .record({ notes: fc.array(fc.tuple(file, note), { maxLength: 2 }), gone: fc.array(file, { maxLength: 1 }) })
  .map(({ notes, gone }) => ({ write: notes.map(([name, one]) => talk(name, one)), gone }));

const leaf = fc.record({
  row: fc
    .constantFrom(...words.slice(0, -3), '证券', 'payp')
    .map((one) => (row(one) as { row: string[] }).row),
  fields: fc.option(fc.subarray([...fields], { minLength: 1 }), { nil: undefined }) as fc.Arbitrary<
    Field[] | undefined
  >,
  prefix: fc.boolean(),
});
const { clause } = fc.letrec<{ clause: Clause }>((tie) => ({
  clause: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('clause'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('clause'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ clause: tie('clause'), without: tie('clause') }),
  ),
}));

/** All entries that have a word of any of some texts. */
async function entriesIn(store: Store, said: unknown): Promise<Entry[]> {
  const tokens = [...new Set(gramsOf(JSON.stringify(said)))];
  return entriesOf(store, { any: tokens.map((one) => ({ row: [one] })) });
}

const withoutNumber = (all: readonly Entry[]) =>
  all.map(({ number: _, ...rest }) => JSON.stringify(rest)).sort();

async function sameAnswers(
  { store, fresh, said }: { store: Store; fresh: Store; said: unknown },
  asked: readonly Clause[],
): Promise<void> {
  const [all, wanted] = [await entriesIn(store, said), await entriesIn(fresh, said)];
  const equal = (what: string, a: unknown, b: unknown) => {
    if (JSON.stringify(a) !== JSON.stringify(b))
      throw new Error(`${what}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`);
  };
  equal('entries', withoutNumber(all), withoutNumber(wanted));
  equal('sizes', await store.size(), await fresh.size());
  equal(
    'lists',
    await store.concepts({ synonyms: true }, 99, 0),
    await fresh.concepts({ synonyms: true }, 99, 0),
  );
  equal('talks', await store.talks({}, 99, 0), await fresh.talks({}, 99, 0));
  equal('words', await store.alike('paypol'), await fresh.alike('paypol'));
  equal('names', await store.suggest('x', 99), await fresh.suggest('x', 99));
  for (const one of asked)
    for (const order of ['best', 'newest'] as const)
      equal(
        JSON.stringify(one),
        await found(store, one, {}, { order }),
        all
          .filter((entry) => meets(entry, one))
          .map(nameOf)
          .sort(),
      );
  equal('faults', await store.check(), []);
}

/** Whatever was written, replaced and removed, a store answers as one that was written at once, and as one looked through. */
export const properties = (open: Open) =>
  describe('whatever happens', () => {
    it('answers as a look through all entries does, and as a fresh store', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { maxLength: 4 }),
          fc.array(clause, { maxLength: 6 }),
          async (steps, asked) => {
            const [store, fresh] = [await open(), await open()];
            const now = new Map<string, Talk>();
            await store.setTaxonomy(taxonomy, '1');
            for (const { write, gone } of steps) {
              for (const name of gone) now.delete(name);
              for (const one of write) now.set(one.file, one);
              await store.write(write, gone);
            }
            await fresh.setTaxonomy(taxonomy, '1');
            await fresh.write([...now.values()], []);
            const said = [
              taxonomy,
              [...now.values()].map(({ passages, definitions }) => [passages, definitions]),
            ];
            await sameAnswers({ store, fresh, said }, asked);
          },
        ),
        { numRuns: 40 },
      );
    });
  });
