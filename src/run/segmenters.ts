import { Worker } from 'node:worker_threads';
import { breakLine, type Line, newLine } from '../language/segmenter/line.js';
import { besideCode } from '../place.js';
import type { Order } from './segmenter.js';

/** One thread with the dictionary (250 MB), started when it is first needed, that cuts texts for all workers. */
export interface SharedSegmenter {
  /** Starts the thread, which takes a tenth of a second, if it is not there yet. */
  start(): void;
  /** Loads the dictionary while others work; otherwise the first text waits for it. */
  prepare(): void;
  /** Lends a line to some work, whose port goes over to the thread of that work. */
  lend<T>(work: (line: Line) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A segmenter that dies costs all work that has a line to it; the next work gets a new one. */
export function sharedSegmenter(): SharedSegmenter {
  let thread: Worker | undefined;
  const lent = new Set<Line>();
  const tell = (order: Order, ports: Line['port'][] = []) => thread?.postMessage(order, ports);
  function start(): void {
    if (thread) return;
    const started = new Worker(besideCode('run/segmenter.js'));
    started.on('error', () => {});
    started.on('exit', () => {
      if (thread !== started) return;
      thread = undefined;
      for (const line of lent) breakLine(line);
    });
    thread = started;
  }
  return {
    start,
    prepare() {
      start();
      tell('load');
    },
    async lend(work) {
      start();
      const { asking, serving } = newLine();
      lent.add(asking);
      tell(serving, [serving.port]);
      try {
        return await work(asking);
      } finally {
        lent.delete(asking);
      }
    },
    async close() {
      if (!thread) return;
      const ended = new Promise((done) => thread?.once('exit', done));
      tell(undefined);
      await ended;
    },
  };
}
