import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '../../src/stages/questions/evidence.js';
import { featuresOf, type Kind, type Link } from '../../src/stages/questions/link.js';
import { type LinkWeights, linkScore, loadModel, reasonsOf } from '../../src/stages/questions/model.js';
import { fitOf } from '../../src/stages/questions/strangers.js';
import { planted, sumOf, type Tree, walk } from '../../src/stages/trees.js';

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

const link = (kinds: Kind[], features: Record<string, number>): Link => ({
  kinds,
  names: Object.keys(features),
  row: Object.values(features),
});

describe('planted trees', () => {
  const names = ['gap', 'like', 'rank'];
  const value = fc.constantFrom(-1, 0, 0.5, 1, 2);
  const trees = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      value,
      fc.tuple(fc.constantFrom(...names, 'unknown'), value, tie('tree'), tie('tree')),
    ),
  })).tree;

  it('add what each of them adds to features by name', () => {
    fc.assert(
      fc.property(
        fc.array(trees, { maxLength: 5 }),
        fc.tuple(value, value, value),
        value,
        (some, row, start) => {
          const features = featuresOf({ kinds: [], names, row });
          const sum = some.reduce<number>((all, one) => all + walk(one, features), start);
          expect(sumOf(planted(some, names), row, start)).toBe(sum);
        },
      ),
    );
  });
});

describe('reasons of a link', () => {
  const weights: LinkWeights = {
    all: { bias: -1, like: 2 },
    on: {},
    back: {},
    new: { gap: -0.5 },
    brief: {},
    trees: [tree],
  };

  it('name the features, the weightiest first', () => {
    expect(reasonsOf(link(['new'], { bias: 1, like: 0.25, gap: 3 }), weights)).toEqual([
      ['gap', 1.5],
      ['bias', -1],
      ['like', 0.5],
    ]);
  });

  it('add up to its score under the shipped model', () => {
    const model = loadModel();
    const names = Object.keys(model.speaker.all);
    const features = fc.dictionary(fc.constantFrom(...names), fc.double({ min: 0, max: 3, noNaN: true }));
    fc.assert(
      fc.property(features, (some) => {
        const one = link(['on', 'brief'], some);
        const sum = reasonsOf(one, model.speaker).reduce((all, [, share]) => all + share, 0);
        expect(sum).toBeCloseTo(linkScore(one, model.speaker), 6);
      }),
    );
  });
});

describe('strange names', () => {
  const view = (person: number, clock: number, strange: string[] = [], mentions: number[] = []) =>
    ({ person, clock, strange, mentions }) as unknown as View;

  it('mean whoever spoke before each mention', () => {
    const share = fitOf([
      view(1, 0),
      view(2, 10),
      view(0, 20, ['白云']),
      view(3, 30),
      view(2, 40),
      view(0, 50, ['白云']),
    ]);
    expect(share('白云', 2)).toBe(1);
    expect(share('白云', 1)).toBeLessThan(0.5);
    expect(share('白云', 0)).toBe(0);
  });

  it('mean nobody who is mentioned by his own nick', () => {
    const share = fitOf([view(1, 0), view(2, 10), view(0, 20, ['白云']), view(0, 30, [], [2])]);
    expect([share('白云', 1), share('白云', 2)]).toEqual([1, 0]);
  });

  it('mean nobody where nobody spoke', () => {
    expect(fitOf([view(0, 20, ['白云'])])('白云', 1)).toBe(0);
    expect(fitOf([])('白云', 1)).toBe(0);
  });
});
