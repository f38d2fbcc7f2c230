import { chainsOf, type Seen } from './chains.js';
import type { Config } from './schema/config.js';
import type { Transcript } from './transcript.js';

/** Messages of the transcripts that are kept, at most: some 2 kB each. */
const most = 100_000;

interface Kept extends Seen {
  tree: Transcript;
}

let settings = '';
let all: Kept[] = [];

/** The latest of some logs and those that may hold a talk together. */
function worthKeeping(logs: readonly Kept[]): Kept[] {
  const chained = new Set<Seen>(chainsOf(logs).flat());
  return logs.filter((log, index) => chained.has(log) || index === logs.length - 1);
}

/**
 * Keeps the transcript of a log on which all stages ran, as far as the logs seen so far let expect that a second look
 * is needed. Those of another configuration are forgotten.
 */
export function keep(log: Kept, config: Config): void {
  const key = JSON.stringify(config);
  if (settings !== key) all = [];
  settings = key;
  all = worthKeeping([...all.filter(({ file }) => file !== log.file), log]);
  const size = all.reduce((sum, { tree }) => sum + tree.children.length, 0);
  if (size > most) all = [];
}

/**
 * Gives a kept transcript away, if there is one of the same bytes and configuration: whoever gets it may alter it.
 *
 * @param sha256 of the bytes that the log has now
 */
export function takeKept(file: string, sha256: string, config: Config): Transcript | undefined {
  if (settings !== JSON.stringify(config)) return undefined;
  const found = all.find((one) => one.file === file && one.tree.source.sha256 === sha256);
  all = all.filter((one) => one !== found);
  return found?.tree;
}
