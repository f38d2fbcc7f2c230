import { hash } from 'node:crypto';
import { chainsOf } from '../join/chains.js';
import type { People } from '../schema/people.js';
import { shipped } from '../shipped.js';
import type { Hints, Standing } from './hinted.js';
import type { Job } from './job.js';
import type { Made } from './manifest.js';
import { twinHint, twinsOf } from './twins.js';

/** A log that was extracted, in this run or before. */
export interface Done {
  file: string;
  /** Its name in the manifest. */
  log: string;
  /** How it is extracted alone. */
  job: Job;
  made: Made;
}

/** Logs to be looked at once more, together, for what shows only in the whole run. */
export interface Again {
  done: Done[];
  job: Job;
  /** What their entries state then. */
  chain?: string[];
  hints: Map<Done, string>;
}

/** The groups in which logs are extracted: those that may hold a talk together, and each other alone. */
export function groupsOf(all: readonly Done[]): Done[][] {
  const byFile = new Map(all.map((one) => [one.file, one]));
  const chains = chainsOf(all.map(({ file, made }) => ({ file, day: made.day }))).map((chain) =>
    chain.map(({ file }) => byFile.get(file)!),
  );
  const chained = new Set(chains.flat());
  return [...chains, ...all.filter((one) => !chained.has(one)).map((one) => [one])];
}

const chainIn = (group: readonly Done[]) => (group.length > 1 ? group.map(({ log }) => log) : undefined);

const jobOf = (group: readonly Done[]): Job => ({
  ...group[0]!.job,
  files: group.map(({ file }) => file),
});

/** What stands of a log, if its notes stand as JSON; a history has not one ledger. */
function standingIn(out: string, { made: { day, ledger, notes } }: Done): Standing | undefined {
  if (day.several) return undefined;
  const json = notes
    .flatMap(({ files }) => files.map(({ path }) => path))
    .filter((path) => path.endsWith('.json'));
  return json.length === notes.length ? { out, ledger: ledger.path, notes: json } : undefined;
}

const equal = (a: readonly string[] = [], b: readonly string[] = []) =>
  JSON.stringify(a) === JSON.stringify(b);

/** The groups that were last extracted in other company than they have now. */
export function regrouped(groups: readonly Done[][]): Again[] {
  return groups
    .map((done) => ({ done, chain: chainIn(done) }))
    .filter(({ done, chain }) => done.some(({ made }) => !equal(made.chain, chain)))
    .map(({ done, chain }) => ({ done, chain, job: jobOf(done), hints: new Map() }));
}

function hintsOf({ made }: Done, twins: ReturnType<typeof twinsOf>): Hints {
  const own = made.prints.filter(({ id }) => twins.has(id));
  return Object.fromEntries(own.map(({ id }) => [id, twins.get(id)!.map(twinHint)]));
}

const hashOfHints = (hints: Hints) =>
  Object.keys(hints).length ? hash('sha256', JSON.stringify(hints), 'hex').slice(0, 16) : undefined;

/**
 * The groups of which a note has, or had, a second one: their hints differ from those that they were written with. Notes
 * that stand as JSON are not extracted again.
 */
export function rehinted(groups: readonly Done[][], out: string): Again[] {
  const prints = groups.flat().flatMap(({ made }) => made.prints);
  if (prints.length < 2 && groups.flat().every(({ made }) => made.hints === undefined)) return [];
  const twins = twinsOf(prints, shipped<People>('people.json'));
  return groups.flatMap((done) => {
    const hints = done.map((one) => hintsOf(one, twins));
    const hashes = hints.map(hashOfHints);
    if (done.every(({ made }, index) => made.hints === hashes[index])) return [];
    const known = new Map(done.flatMap((one, i) => (hashes[i] ? [[one, hashes[i]] as const] : [])));
    const standing = done.flatMap((one) => standingIn(out, one) ?? []);
    const job: Job = {
      ...jobOf(done),
      hints: Object.assign({}, ...hints),
      ...(standing.length === done.length && { standing }),
    };
    return [{ done, chain: chainIn(done), job, hints: known }];
  });
}
