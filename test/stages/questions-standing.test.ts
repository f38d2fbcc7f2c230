import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/stages/questions/place.js';
import { standingsOf } from '../../src/stages/questions/standing.js';
import { emptyState, type Reply, type Thread, waiting } from '../../src/stages/questions/thread.js';

const place = { view: { person: 0, mentions: [], quote: '', strange: [] } } as unknown as Place;
const thread = (first: number, person: number, answered: boolean, asksAtAll: boolean) =>
  ({ first, person, asksAtAll, replies: new Map(answered ? [[0, {} as Reply]] : []) }) as unknown as Thread;

const threads = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean(), fc.boolean()), { maxLength: 8 })
  .map((some) => some.map(([person, answered, asks], first) => thread(first, person, answered, asks)));

describe('where a thread stands', () => {
  it('is as a look at each other thread tells', () => {
    fc.assert(
      fc.property(threads, (open) => {
        const asking = (other: Thread) => waiting(other) && other.asksAtAll;
        for (const { thread: one, ...found } of standingsOf(place, open, { ...emptyState, open })) {
          const younger = open.filter((other) => other.first > one.first);
          const older = open.filter((other) => other.first < one.first);
          const ofAsker = younger.filter(({ person }) => person === one.person);
          expect(found).toMatchObject({
            wait: waiting(one),
            younger: younger.length,
            youngerWaiting: younger.filter(waiting).length,
            olderWaiting: older.filter(waiting).length,
            olderWaitingAsks: older.filter(asking).length,
            waitingAsks: [...older, ...younger].filter(asking).length,
            superseded: ofAsker.length > 0,
            supersededAnswered: ofAsker.some((other) => !waiting(other)),
          });
        }
      }),
    );
  });
});
