import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planted, sumOf, type Tree, walkKnown } from '../../src/stages/trees.js';

const names = ['gap', 'like', 'rank', 'newest'];
const value = fc.constantFrom(-1, 0, 0.5, 1, 2);
const rows = fc.tuple(value, value, value, value);
const trees = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    value,
    fc.tuple(fc.constantFrom(...names, 'unknown'), value, tie('tree'), tie('tree')),
  ),
})).tree;

describe('trees walked as far as a row is known', () => {
  it('give the whole sum when the rest is written', () => {
    fc.assert(
      fc.property(
        fc.array(trees, { maxLength: 5 }),
        rows,
        rows,
        fc.nat({ max: 4 }),
        (some, row, other, known) => {
          const all = planted(some, names);
          const partly = [...row.slice(0, known), ...other.slice(known)];
          const { sum, nodes } = walkKnown(all, partly, known);
          expect(sumOf(all, row, sum, nodes)).toBe(sumOf(all, row, 0));
        },
      ),
    );
  });

  it('leave out what is decided', () => {
    const all = planted([['gap', 1, 5, ['newest', 1, 2, 3]], 7], names);
    expect(walkKnown(all, [0, 0, 0, 0], 3)).toEqual({ sum: 12, nodes: [] });
    expect(walkKnown(all, [1, 0, 0, 0], 3)).toMatchObject({ sum: 7, nodes: { length: 1 } });
  });
});
