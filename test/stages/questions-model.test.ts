import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '../../src/stages/questions/evidence.js';
import type { Link } from '../../src/stages/questions/link.js';
import { type LinkWeights, linkScore, loadModel, reasonsOf } from '../../src/stages/questions/model.js';
import type { Kind } from '../../src/stages/questions/row.js';
import { fitOf } from '../../src/stages/questions/strangers.js';

const tree = ['gap', 2, ['like', 0.5, -1, 1], 3] as const;
const link = (kinds: Kind[], features: Record<string, number>): Link => ({
  kinds,
  names: Object.keys(features),
  row: Object.values(features),
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
