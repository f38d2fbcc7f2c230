import { setImmediate as breath } from 'node:timers/promises';

/**
 * Does one work after the other, with a breath in between: searches wait for nothing but the processor, and 40 at once
 * would keep those waiting for as long whose answers are there.
 */
export function turns() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(() => breath()).then(work);
    last = done.catch(() => {});
    return done;
  };
}
