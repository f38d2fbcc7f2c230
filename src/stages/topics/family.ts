import type { Lexicon } from '../../lexicon.js';
import { kept } from '../../memory/remembered.js';
import type { Concept } from '../../schema/taxonomy.js';
import { type Candidate, timesOf } from './candidate.js';

/** How many of some concepts stand right below a concept, by its id. */
function belowOf(concepts: readonly Concept[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { broader } of concepts)
    if (broader !== undefined) counts.set(broader, (counts.get(broader) ?? 0) + 1);
  return counts;
}

const branches = new WeakMap<Lexicon['topics'], Map<string, number>>();

/** How many concepts the taxonomy has right below a concept, by its id; counted once for each list of topics. */
export const branchesOf = ({ topics }: Pick<Lexicon, 'topics'>): Map<string, number> =>
  kept(branches, topics, () => belowOf(topics.flatMap(({ concepts }) => concepts)));

/** How often a concept's relatives are named (the one above it, those below and beside it), damped, by its id. */
export function kinOf(candidates: Candidate[]): Map<string, number> {
  const families = new Map<string, number>();
  const family = (id: string | undefined) => (id === undefined ? 0 : (families.get(id) ?? 0));
  const weights = candidates.flatMap((one) => {
    return one.concept ? [{ concept: one.concept, weight: Math.log1p(timesOf(one)) }] : [];
  });
  for (const { concept, weight } of weights) {
    families.set(concept.id, family(concept.id) + weight);
    if (concept.broader !== undefined) families.set(concept.broader, family(concept.broader) + weight);
  }
  const kin = new Map<string, number>();
  for (const { concept, weight } of weights) {
    const own = concept.broader === undefined ? weight : 2 * weight;
    kin.set(concept.id, Math.max(0, family(concept.id) + family(concept.broader) - own));
  }
  return kin;
}

/** How many concepts right below a concept are named, by its id. */
export const childrenOf = (candidates: Candidate[]): Map<string, number> =>
  belowOf(candidates.flatMap(({ concept }) => concept ?? []));

/**
 * A whole domain (风险, 支付) that the title does not name, though the talk names concepts within it. Costs a point or
 * more of F1, as 支付 counts as a match for 支付系统; an editor would not tag a talk on payments with it.
 */
export function isTooGeneral({ concept, count }: Candidate, children: Map<string, number>): boolean {
  return (
    concept !== undefined && concept.broader === undefined && count.title === 0 && children.has(concept.id)
  );
}
