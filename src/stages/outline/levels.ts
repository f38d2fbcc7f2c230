import type { OutlineWords } from '../../lexicon.js';
import { agendaOf } from './agenda.js';
import type { Heading } from './heading.js';
import type { Piece } from './pieces.js';
import { type Open, placesOf, type Traits, traitsOf } from './placing.js';

/** Deepest level of a heading. */
const deepest = 6;
/** Trees kept while a lecture is read. */
const kept = 16;

/** A tree as far as it was built: the open headings, the levels given, where each style stood last, what it cost. */
interface Growing {
  stack: Open[];
  levels: number[];
  known: Map<string, number>;
  cost: number;
}

function placed(tree: Growing, traits: Traits, level: number, cost: number): Growing {
  return {
    stack: [...tree.stack.filter((open) => open.level < level), { traits, level }],
    levels: [...tree.levels, level],
    known: new Map(tree.known).set(traits.shape, level),
    cost: tree.cost + cost,
  };
}

/**
 * Gives each heading its level (from 1): the tree that costs least as a whole, by numbers in sequence, one depth for one
 * style, and series that enclose what stands between their members.
 */
export function levelsOf(headings: Heading[], pieces: Piece[], words: OutlineWords): number[] {
  let trees: Growing[] = [{ stack: [], levels: [], known: new Map(), cost: 0 }];
  for (const traits of traitsOf(headings, agendaOf(pieces, headings, words), words)) {
    trees = trees
      .flatMap((tree) =>
        placesOf(traits, tree.stack, tree.known).map(({ level, cost }) =>
          placed(tree, traits, Math.min(deepest, level), cost),
        ),
      )
      .sort((a, b) => a.cost - b.cost)
      .slice(0, kept);
  }
  return trees[0]!.levels;
}
