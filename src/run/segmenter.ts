import { parentPort } from 'node:worker_threads';
import { loadDictionary, segmenterHere } from '../language/segmenter/here.js';
import { type Line, serve } from '../language/segmenter/line.js';

/** What the segmenter's thread is told: to load its dictionary, to answer at a line, or, by nothing, to end. */
export type Order = 'load' | Line | undefined;

/** Ends by itself, never from outside: see `segmenterAt`. */
parentPort?.on('message', (order: Order) => {
  if (order === 'load') loadDictionary();
  else if (order) serve(segmenterHere, order);
  else process.exit();
});
