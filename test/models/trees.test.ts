import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  haltsFor,
  planted,
  rootsIn,
  sumOf,
  type Tree,
  walk,
  walkOn,
  walkOut,
} from '../../src/models/trees.js';

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
  /** Walks on from the roots in steps, each knowing more of a row that begins somewhere in a list of numbers. */
  const walkedIn = (all: ReturnType<typeof planted>, rows: number[], begin: number, steps: number[]) => {
    const halts = haltsFor();
    let [from, to, sum] = [0, rootsIn(halts, all), 0];
    for (const known of steps) {
      const start = halts.end;
      sum += walkOn(all, rows, begin, known, halts, from, to);
      [from, to] = [start, halts.end];
    }
    return { sum, halts, from, to };
  };
  const known = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 3 }).map((some) => some.sort());

  it('give the whole sum when the rest is written', () => {
    fc.assert(
      fc.property(
        fc.array(trees, { maxLength: 5 }),
        rows,
        known,
        fc.nat({ max: 2 }),
        (some, row, steps, begin) => {
          const all = planted(some, names);
          const shifted = [...Array.from({ length: begin }, () => 9), ...row];
          const { sum, halts, from, to } = walkedIn(all, shifted, begin, steps);
          const rest = walkOut(all, shifted, begin, halts, from, to);
          expect(sum + rest).toBeCloseTo(sumOf(all, row, 0), 9);
        },
      ),
    );
  });

  it('add no less and no more than their bounds, whatever the rest', () => {
    fc.assert(
      fc.property(fc.array(trees, { maxLength: 5 }), rows, known, (some, row, steps) => {
        const all = planted(some, names);
        const { halts, from, to } = walkedIn(all, [...row], 0, steps);
        const rest = walkOut(all, row, 0, halts, from, to);
        expect(rest).toBeGreaterThanOrEqual(halts.least - 1e-9);
        expect(rest).toBeLessThanOrEqual(halts.most + 1e-9);
      }),
    );
  });

  it.each([
    [[0, 0, 0, 0], 12, 0],
    [[1, 0, 0, 0], 7, 1],
  ])('of a row that begins %j: %i, and %i to go on', (row, sum, open) => {
    const all = planted([['gap', 1, 5, ['newest', 1, 2, 3]], 7], names);
    const found = walkedIn(all, row, 0, [3]);
    expect([found.sum, found.to - found.from]).toEqual([sum, open]);
  });

  it('have room for any number of lists', () => {
    const all = planted(
      Array.from({ length: 100 }, () => ['newest', 1, 2, 3] as const),
      names,
    );
    const halts = haltsFor();
    const roots = rootsIn(halts, all);
    for (let i = 0; i < 200; i++) walkOn(all, [0, 0, 0, 0], 0, 3, halts, 0, roots);
    expect(halts.end).toBe(201 * 100);
    expect(walkOut(all, [0, 0, 0, 0], 0, halts, 200 * 100, halts.end)).toBe(200);
  });
});
