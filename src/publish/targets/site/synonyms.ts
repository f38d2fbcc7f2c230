import { matcherOf } from '../../../language/matcher.js';
import { conceptCore } from '../../../store/concepts.js';
import type { KnownConcept } from '../../../store/record.js';
import type { SiteConcept } from './search.js';

/**
 * Concepts that have no page, but of whose names one stands in a text: whoever searches by another of its names finds the
 * text, as in serve.
 */
export function synonymsIn(texts: readonly string[], taxonomy: readonly KnownConcept[]): SiteConcept[] {
  const cores = taxonomy.map((concept) => ({ id: concept.id, core: conceptCore(concept, []) }));
  const named = cores.filter(({ core }) => core.aliases.length > 0);
  const find = matcherOf(
    named.flatMap(({ id, core }) => [core.label, ...core.aliases].map((name) => [name, id] as const)),
  );
  const used = new Set(texts.flatMap((text) => find(text).flatMap(({ values }) => values)));
  return named
    .filter(({ id }) => used.has(id))
    .map(({ id, core }) => ({
      ...{ kind: 'concept', key: id, termKind: core.kind, heading: core.label, synonyms: core.aliases },
      ...{ text: '', talks: [] },
    }));
}
