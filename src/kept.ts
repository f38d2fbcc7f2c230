import { chainsOf, type Seen } from './chains.js';
import type { Config } from './schema/config.js';
import type { Transcript } from './transcript.js';

/** Messages of the transcripts that are kept, at most: some 2 kB each. */
const most = 100_000;

interface Kept extends Seen {
  tree: Transcript;
}

let run: Config | undefined;
let all: Kept[] = [];

/** The latest of some logs and those that may hold a talk together. */
function worthKeeping(logs: readonly Kept[]): Kept[] {
  const chained = new Set<Seen>(chainsOf(logs).flat());
  return logs.filter((log, index) => chained.has(log) || index === logs.length - 1);
}

/**
 * Keeps the transcript of a log on which all stages ran, as far as the logs seen so far let expect that a second look
 * is needed. A run is told from another by its configuration, which is the same object for all of its logs.
 */
export function keep(log: Kept, config: Config): void {
  if (run !== config) all = [];
  run = config;
  all = worthKeeping([...all, log]);
  const size = all.reduce((sum, { tree }) => sum + tree.children.length, 0);
  if (size > most) all = [];
}

/** Gives a kept transcript away, if there is one: whoever gets it may alter it. */
export function takeKept(file: string, config: Config): Transcript | undefined {
  const found = run === config ? all.find((one) => one.file === file) : undefined;
  all = all.filter((one) => one !== found);
  return found?.tree;
}
