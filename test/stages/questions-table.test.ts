import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { added, clear, found, tableOf } from '../../src/stages/questions/table.js';

describe('a table', () => {
  it('keeps a row for each thing until it is cleared', () => {
    const steps = fc.array(fc.oneof(fc.constant('clear' as const), fc.nat({ max: 3000 })), {
      maxLength: 400,
    });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 3 }), (some, width) => {
        const table = tableOf(width);
        const rows = new Map<number, number>();
        for (const step of some) {
          if (step === 'clear') {
            clear(table);
            rows.clear();
          } else if (!rows.has(step)) {
            expect(found(table, step)).toBe(-1);
            const at = added(table, step);
            for (let i = 0; i < width; i++) table.numbers[at + i] = step + i / 10;
            rows.set(step, at);
          }
          for (const [thing, at] of rows) {
            expect(found(table, thing)).toBe(at);
            expect(table.numbers[at + width - 1]).toBe(thing + (width - 1) / 10);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
