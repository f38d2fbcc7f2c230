import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined } from '../../src/stages/questions/grams.js';
import { compare, likeness, massOf, rarityOf, shareOf } from '../../src/stages/questions/overlap.js';

const size = 12;
const grams = fc
  .uniqueArray(fc.nat({ max: size - 1 }), { maxLength: 8 })
  .map((list) => Int32Array.from(list));
const held = fc.array(grams, { minLength: 1, maxLength: 4 });

describe('what messages share', () => {
  it('is what a look at each pair of characters tells, whichever were held before', () => {
    fc.assert(
      fc.property(
        fc.array(held, { minLength: 1, maxLength: 3 }),
        fc.array(grams, { minLength: 1 }),
        (lists, others) => {
          const rarity = rarityOf(others, size);
          const weight = (list: Iterable<number>) =>
            [...list].reduce((sum, gram) => sum + rarity.weights[gram]!, 0);
          for (const list of lists)
            for (const other of others) {
              compare(rarity, list, other);
              list.forEach((one, at) => {
                const both = weight(one.filter((gram) => other.includes(gram)));
                const [of, to] = [both / weight(one) || 0, both / weight(other) || 0];
                expect(shareOf(rarity, at)).toBeCloseTo(of, 9);
                expect(likeness(rarity, at)).toBeCloseTo(Math.sqrt(of * to), 9);
                if (at === 0) expect(massOf(rarity)).toBeCloseTo(Math.log2(1 + both) / 8, 9);
              });
            }
        },
      ),
    );
  });

  it('holds each pair of two texts once', () => {
    fc.assert(
      fc.property(grams, grams, (one, other) => {
        expect([...joined(one, other)]).toEqual([...new Set([...one, ...other])]);
      }),
    );
  });
});
