import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planted, sumOf, type Tree, walk, walkKnown } from '../../src/stages/trees.js';

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

const tree = ['gap', 2, ['like', 0.5, -1, 1], 3] as const;

describe('trees', () => {
  it.each([
    [{ gap: 1, like: 0.2 }, -1, ['gap', 'like']],
    [{ gap: 1, like: 0.5 }, 1, ['gap', 'like']],
    [{ gap: 2 }, 3, ['gap']],
    [{}, -1, ['gap', 'like']],
  ])('%j gives %d', (features, value, asked) => {
    const path: string[] = [];
    expect(walk(tree, features, path)).toBe(value);
    expect(path).toEqual(asked);
  });
});

describe('planted trees', () => {
  it('add what each of them adds to features by name', () => {
    fc.assert(
      fc.property(fc.array(trees, { maxLength: 5 }), rows, value, (some, row, start) => {
        const features = Object.fromEntries(names.map((name, i) => [name, row[i]!]));
        const sum = some.reduce<number>((all, one) => all + walk(one, features), start);
        expect(sumOf(planted(some, names), row, start)).toBe(sum);
      }),
    );
  });
});

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
