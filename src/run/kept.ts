import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { chainsOf, type Seen } from '../join/chains.js';
import type { Config } from '../schema/config.js';
import type { Transcript } from '../transcript.js';

/** Messages of the transcripts that are kept, at most: some 100 bytes each. */
const most = 100_000;

/** A log on which all stages ran. */
interface Read extends Seen {
  tree: Transcript;
}

interface Kept extends Seen {
  sha256: string;
  messages: number;
  /** The transcript, packed once another log follows: as it is, it takes some 2 kB a message. */
  tree: Transcript | Uint8Array;
}

let settings = '';
let all: Kept[] = [];

function packed(log: Kept): Kept {
  if (log.tree instanceof Uint8Array) return log;
  return { ...log, tree: deflateRawSync(serialize(log.tree), { level: 1 }) };
}

const unpacked = ({ tree }: Kept): Transcript =>
  tree instanceof Uint8Array ? deserialize(inflateRawSync(tree)) : tree;

/** The latest of some logs and those that may hold a talk together. */
function worthKeeping(logs: readonly Kept[]): Kept[] {
  const chained = new Set<Seen>(chainsOf(logs).flat());
  return logs.filter((log, index) => chained.has(log) || index === logs.length - 1);
}

/**
 * Keeps the transcript of a log on which all stages ran, as far as the logs seen so far let expect that a second look
 * is needed. Those of another configuration are forgotten.
 */
export function keep({ tree, ...log }: Read, config: Config): void {
  const key = JSON.stringify(config);
  if (settings !== key) all = [];
  settings = key;
  const now: Kept = { ...log, tree, sha256: tree.source.sha256, messages: tree.children.length };
  all = worthKeeping([...all.filter(({ file }) => file !== log.file), now]).map((one) =>
    one === now ? one : packed(one),
  );
  const size = all.reduce((sum, { messages }) => sum + messages, 0);
  if (size > most) all = [];
}

/**
 * Gives a kept transcript away, if there is one of the same bytes and configuration: whoever gets it may alter it.
 *
 * @param sha256 of the bytes that the log has now
 */
export function takeKept(file: string, sha256: string, config: Config): Transcript | undefined {
  if (settings !== JSON.stringify(config)) return undefined;
  const found = all.find((one) => one.file === file && one.sha256 === sha256);
  all = all.filter((one) => one !== found);
  return found && unpacked(found);
}
