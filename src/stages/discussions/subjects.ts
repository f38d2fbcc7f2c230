import type { DiscussionRules } from '../../lexicon.js';
import type { Substance } from './substance.js';

/** Rarity of the terms that two messages share. */
export function shared(a: Pick<Substance, 'terms'>, b: Pick<Substance, 'terms'>): number {
  let sum = 0;
  for (const [term, rarity] of a.terms) if (b.terms.has(term)) sum += rarity;
  return sum;
}

/**
 * Parts the messages of a day by subject: those that share terms with one shortly before them, or go on with what
 * their sender just said, hang together. Each part in the order of the log.
 */
export function subjectsOf(list: readonly Substance[], rules: DiscussionRules): Substance[][] {
  const part = list.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (part[root] !== root) root = part[root]!;
    return root;
  };
  list.forEach((one, index) => {
    for (let i = index - 1; i >= Math.max(0, index - rules.reach); i--) {
      const before = list[i]!;
      if (one.message.clock - before.message.clock > rules.pause) break;
      const goesOn = i === index - 1 && before.person === one.person;
      if (!goesOn && shared(one, before) < rules.shared) continue;
      const [x, y] = [rootOf(i), rootOf(index)];
      part[Math.max(x, y)] = Math.min(x, y);
    }
  });
  const parts = new Map<number, Substance[]>();
  list.forEach((one, index) => {
    const root = rootOf(index);
    parts.set(root, [...(parts.get(root) ?? []), one]);
  });
  return [...parts.values()];
}
