import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/stages/questions/place.js';
import { momentOf, standings, writeStandings } from '../../src/stages/questions/standing.js';
import { emptyState, type Thread } from '../../src/stages/questions/thread.js';

const place = { view: { person: 0, mentions: [], quote: '', strange: [] } } as unknown as Place;
const thread = (first: number, person: number, answered: boolean, asksAtAll: boolean) =>
  ({ first, person, asksAtAll, waits: !answered }) as unknown as Thread;

const threads = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean(), fc.boolean()), { maxLength: 8 })
  .map((some) => some.map(([person, answered, asks], first) => thread(first, person, answered, asks)));

/** What holds of each thread, by name. */
function standingsOf(open: readonly Thread[]): Record<string, number>[] {
  const width = standings.length + 2;
  const rows = new Float64Array(1 + open.length * width);
  writeStandings({ rows, begin: 1, width }, momentOf(place, open, { ...emptyState(), open: [...open] }));
  return open.map((_, i) => Object.fromEntries(standings.map((name, k) => [name, rows[1 + i * width + k]!])));
}

describe('where a thread stands', () => {
  it('is as a look at each other thread tells', () => {
    fc.assert(
      fc.property(threads, (open) => {
        const asking = (other: Thread) => other.waits && other.asksAtAll;
        standingsOf(open).forEach((found, i) => {
          const one = open[i]!;
          const younger = open.slice(i + 1);
          const older = open.slice(0, i);
          const waitingOthers = [...older, ...younger].filter((other) => other.waits);
          const ofAsker = younger.filter(({ person }) => person === one.person);
          expect(found).toMatchObject({
            rank: Math.min(younger.length, 6) / 6,
            newest: +(younger.length === 0),
            newestWaiting: +(one.waits && !younger.some((other) => other.waits)),
            oldestWaiting: +(one.waits && !older.some((other) => other.waits)),
            onlyWaiting: +(one.waits && waitingOthers.length === 0),
            olderWaiting: Math.min(older.filter(asking).length, 3) / 3,
            waitingCount: Math.min(waitingOthers.filter(asking).length, 8) / 8,
            superseded: +(ofAsker.length > 0),
            supersededAnswered: +ofAsker.some((other) => !other.waits),
            sameAsker: 0,
            aIdle: 0,
          });
        });
      }),
    );
  });
});
