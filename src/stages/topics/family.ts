import type { Lexicon } from '../../lexicon.js';
import { type Candidate, timesOf } from './candidate.js';

const branches = new WeakMap<Lexicon['topics'], Map<string, number>>();

/** How many concepts the taxonomy has right below a concept, by its id; counted once for each list of topics. */
export function branchesOf({ topics }: Pick<Lexicon, 'topics'>): Map<string, number> {
  const known = branches.get(topics);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const { broader } of topics.flatMap(({ concepts }) => concepts)) {
    if (broader !== undefined) counts.set(broader, (counts.get(broader) ?? 0) + 1);
  }
  branches.set(topics, counts);
  return counts;
}

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
export function childrenOf(candidates: Candidate[]): Map<string, number> {
  const children = new Map<string, number>();
  for (const { concept } of candidates) {
    if (concept?.broader !== undefined)
      children.set(concept.broader, (children.get(concept.broader) ?? 0) + 1);
  }
  return children;
}

/**
 * A whole domain (风险, 支付) that the title does not name, though the talk names concepts within it. Costs a point or
 * more of F1, as 支付 counts as a match for 支付系统; an editor would not tag a talk on payments with it.
 */
export function isTooGeneral({ concept, count }: Candidate, children: Map<string, number>): boolean {
  return (
    concept !== undefined && concept.broader === undefined && count.title === 0 && children.has(concept.id)
  );
}
