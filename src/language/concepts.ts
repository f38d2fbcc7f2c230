import type { Lexicon } from '../lexicon.js';
import type { Concept } from '../schema/taxonomy.js';
import { type Match, matcherOf } from './matcher.js';

/** The taxonomy made ready for use. */
export interface Concepts {
  byId: Map<string, Concept>;
  /** Concepts named in a text; a label that several concepts share gives them all. */
  find: (text: string) => Match<Concept>[];
}

const ready = new WeakMap<object, Concepts>();

/** A concept's other names, the most usual first: simplified, English, traditional. */
export function aliasesOf({ altLabel }: Concept): string[] {
  return [...(altLabel?.['zh-Hans'] ?? []), ...(altLabel?.en ?? []), ...(altLabel?.['zh-Hant'] ?? [])];
}

/** The concepts of a lexicon's topics; built once for each list of topics. */
export function conceptsOf({ topics }: Pick<Lexicon, 'topics'>): Concepts {
  const known = ready.get(topics);
  if (known) return known;
  const concepts = topics.flatMap((scheme) => scheme.concepts);
  const labels = concepts.flatMap((concept) =>
    [concept.prefLabel, ...aliasesOf(concept)].map((label) => [label, concept] as const),
  );
  const made = { byId: new Map(concepts.map((concept) => [concept.id, concept])), find: matcherOf(labels) };
  ready.set(topics, made);
  return made;
}
