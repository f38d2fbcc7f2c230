import { aliasesOf } from '../language/concepts.js';
import { foldedText } from '../language/fold.js';
import { kept } from '../memory/remembered.js';
import type { Definition, KnownConcept } from './record.js';

/** What tells which concept a term is. */
export type Named = Pick<Definition, 'term' | 'aliases' | 'kind' | 'broader'>;

/** Gives the key of the concept that a term is. */
export type FindConcept = (named: Named) => string;

/** How well a concept of the same name fits: its kind counts more than what is above it. */
const closeness = (concept: KnownConcept, { kind, broader }: Named): number =>
  (concept.kind === kind ? 2 : 0) + (broader !== undefined && concept.broader === broader ? 1 : 0);

/**
 * Looks up terms among the labels of a taxonomy, whole and folded: the term, then its other names. Of several concepts
 * that bear the name, one of the same kind is taken, then one below the same concept, then the first. A term that is
 * none of them is a concept of its own, named by its fold.
 */
export function conceptFinder(concepts: readonly KnownConcept[]): FindConcept {
  const labelled = new Map<string, KnownConcept[]>();
  for (const concept of concepts)
    for (const label of [concept.prefLabel, ...aliasesOf(concept)])
      kept(labelled, foldedText(label), () => []).push(concept);
  return (named) => {
    const names = [named.term, ...named.aliases].map(foldedText);
    const found = names.map((name) => labelled.get(name)).find((one) => one !== undefined);
    if (!found) return `term:${names[0]!}`;
    return found.reduce((best, one) => (closeness(one, named) > closeness(best, named) ? one : best)).id;
  };
}
