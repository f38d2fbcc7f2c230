import { kept } from '../../memory/remembered.js';
import { type Agreed, agreed } from './agreement.js';
import type { Context } from './features.js';
import type { Model } from './model.js';
import { readingsOf } from './readings.js';
import { answeringIds, askingIds, type Thread, waiting } from './thread.js';

/** A pair that fewer readings hold the like of is dropped: one surer than half of the F1 brings more than it costs. */
const DOUBT = 0.33;
/** What fewer readings hold is not even passed over. */
const LEAST = 0.1;

const idsOf = (thread: Thread) => [...askingIds(thread), ...answeringIds(thread)];

/** Of the readings the first of those that hold most of what all agree on. */
function central(readings: readonly (readonly Thread[])[], found: readonly Agreed[]): readonly Thread[] {
  const shares = new Map(found.map(({ thread, share }) => [String(idsOf(thread)), share]));
  const known = new Map<Thread, number>();
  const shareOf = (thread: Thread) => kept(known, thread, () => shares.get(String(idsOf(thread))) ?? 0);
  const worths = new Map<readonly Thread[], number>();
  const worth = (threads: readonly Thread[]) =>
    kept(worths, threads, () => threads.reduce((sum, thread) => sum + shareOf(thread), 0));
  const best = Math.max(...readings.map(worth));
  return readings.find((threads) => worth(threads) === best) ?? [];
}

/**
 * Reads a talk as a whole: many ways to take its messages as questions and answers are drawn, and what they agree on is
 * found. Gives answered threads with the share of readings that hold the like of them, and questions that nobody
 * answered with a share of 0, in the order of their beginning. `lecture` holds the ids that only teach.
 */
export function search(context: Context, lecture: ReadonlySet<number>, model: Model): Agreed[] {
  const readings = readingsOf(context, lecture, model);
  const found = agreed(readings, LEAST);
  const used = new Set(found.flatMap(({ thread }) => idsOf(thread)));
  const open = central(readings, found).filter(
    (thread) => waiting(thread) && !idsOf(thread).some((id) => used.has(id)),
  );
  return [...found, ...open.map((thread) => ({ thread, share: 0 }))].sort(
    (a, b) => a.thread.first - b.thread.first,
  );
}

/** The threads that make a pair: those with an answer on which enough readings agree. */
export const paired = (found: readonly Agreed[]): Thread[] =>
  found.filter(({ share }) => share >= DOUBT).map(({ thread }) => thread);
