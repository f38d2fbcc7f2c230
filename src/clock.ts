/** Measures how long parts of an extraction take, in milliseconds by name. */
export interface Clock {
  times: Record<string, number>;
  /** Begins to measure. */
  start(): void;
  /** Adds what went by since the start or the last lap to the time of a name. */
  lap(name: string): void;
}

/** A clock that has measured nothing yet. */
export function newClock(): Clock {
  const times: Record<string, number> = {};
  let since = performance.now();
  return {
    times,
    start() {
      since = performance.now();
    },
    lap(name) {
      const now = performance.now();
      times[name] = (times[name] ?? 0) + now - since;
      since = now;
    },
  };
}

/** Runs some work and adds its time to that of a name. */
export function timed<T>(clock: Clock, name: string, work: () => T): T {
  clock.start();
  const result = work();
  clock.lap(name);
  return result;
}
