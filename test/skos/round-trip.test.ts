import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon.js';
import { taxonomyProblems } from '../../src/lexicon-check/taxonomy.js';
import { skos } from '../../src/publish/targets/skos.js';
import type { Concept } from '../../src/schema/taxonomy.js';
import type { KnownConcept } from '../../src/store/record.js';
import { knownConcepts } from '../../src/store/records.js';
import { note, span } from '../note.js';
import { collected, rendered } from '../publish/collection.js';
import { imported } from './vocabulary.js';

const lexicon = knownConcepts(loadLexicon());
const byId = new Map(lexicon.map((concept) => [concept.id, concept]));

/** A glossary of all these concepts, and what comes back from its file. */
async function back(concepts: readonly KnownConcept[], file: string) {
  const glossary = concepts.map(({ prefLabel, kind, broader }) => ({
    ...{ term: prefLabel, kind, message: 1, start: 0, end: prefLabel.length, definition: [span('如上')] },
    ...{
      aliases: [],
      broader: broader === undefined ? null : { id: broader, label: broader, origin: 'lexicon' as const },
    },
  }));
  const pages = await rendered(skos, collected([note({ glossary })], lexicon));
  return (await imported(pages.get(file)!.content as string)).taxonomy.concepts;
}

const bare = ({ scheme: _, domain: __, ...concept }: KnownConcept): Concept => concept;
const sorted = (concepts: readonly Concept[]) => concepts.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Concepts with all those above them, which a glossary has too. */
function whole(concepts: readonly KnownConcept[]): KnownConcept[] {
  const found = new Map<string, KnownConcept>();
  for (const concept of concepts)
    for (
      let at: KnownConcept | undefined = concept;
      at;
      at = at.broader === undefined ? undefined : byId.get(at.broader)
    )
      found.set(at.id, at);
  return [...found.values()];
}

describe('from the lexicon to SKOS and back', () => {
  it.each(['glossary.ttl', 'glossary.jsonld'])(
    '%s of the whole lexicon gives the same concepts',
    async (file) => {
      const concepts = await back(lexicon, file);
      expect(sorted(concepts)).toEqual(sorted(lexicon.map(bare)));
      const problems = taxonomyProblems([
        { file: 'topics/terms.json', value: { scheme: 'terms', title: '术语', concepts } },
      ]);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
    120_000,
  );

  it('any part of it does', async () => {
    const part = fc.subarray(lexicon, { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(part, fc.constantFrom('glossary.ttl', 'glossary.jsonld'), async (some, file) => {
        const ids = new Set(some.map(({ id }) => id));
        const found = await back(some, file);
        const expected = whole(found.flatMap(({ id }) => byId.get(id) ?? []));
        expect(sorted(found)).toEqual(sorted(expected.map(bare)));
        expect(found.filter(({ id }) => ids.has(id)).length).toBeGreaterThan(0);
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
