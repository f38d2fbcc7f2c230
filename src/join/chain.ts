import { unified } from 'unified';
import { type Clock, newClock, timed } from '../clock.js';
import { withThresholds } from '../config.js';
import { applyEdits } from '../edits.js';
import { ledgerOf } from '../ledger.js';
import type { Lexicon } from '../lexicon.js';
import { idOf, noteOf } from '../note.js';
import type { Extraction, ExtractOptions } from '../pipeline.js';
import { annotate } from '../pipeline.js';
import { type Pseudonymization, speakersOf } from '../privacy/pseudonymize.js';
import { plainRun, type Run, runKeeping, runOver } from '../privacy/run.js';
import { readTranscript } from '../read/chatlog.js';
import type { Config } from '../schema/config.js';
import type { Edits } from '../schema/edits.js';
import type { Note } from '../schema/note.js';
import { roles } from '../stages/roles.js';
import type { Talk, Transcript } from '../transcript.js';
import { type Joint, jointOf, messagesOf, partOf } from './joint.js';

/**
 * A log of a chain: its bytes, or its transcript where the same stages ran over it, pseudonymized if the others are to be,
 * and where it stands.
 */
export type ChainLog = { path: string } & ({ log: Uint8Array } | { tree: Transcript });

/** Options of a chain; edits are asked for log by log. */
export interface ChainOptions extends Pick<ExtractOptions, 'encoding'> {
  lexicon: Lexicon;
  config?: Config;
  edits?: (log: Transcript) => readonly Edits[];
  /** Told how long the stages took that ran here. */
  clock?: Clock;
  /** Speakers keep their nicks only where all logs are given as bytes. */
  pseudonymize?: Pseudonymization;
}

/** A day of the chain while talks are joined. */
interface Day {
  tree: Transcript;
  edits: readonly Edits[];
}

/** A joint talk with the places of its two logs in the chain. */
interface Found extends Joint {
  at: number;
}

/** Joins what belongs together; a talk of more than two days stays in parts. */
function joints(days: readonly Day[], lexicon: Lexicon): Found[] {
  const found: Found[] = [];
  for (let at = 0; at + 1 < days.length; at++) {
    const [first, next] = [days[at]!.tree, days[at + 1]!.tree];
    const joint = jointOf(first, next, lexicon);
    if (!joint || found.some(({ own }) => own[1] === joint.own[0])) continue;
    found.push({ ...joint, at });
  }
  return found;
}

/** Lets the editor's word stand in a joint talk; what he said of it is not asked of the day again. */
function edit({ tree, talk, at }: Found, days: readonly Day[], lexicon: Lexicon): void {
  const day = days[at]!;
  const keys = talk.lecture.map((id) => tree.children[id]!.key);
  const sole = day.edits.length === 1 && day.tree.talks.length === 1;
  const own = day.edits.filter(({ note }) => sole || keys.some((key) => key.startsWith(note.slice(-8))));
  if (own.length) applyEdits(tree, own, lexicon);
  day.edits = day.edits.filter((edits) => !own.includes(edits));
}

/** Takes the talks that a joint one replaces out of their days; gives the place of the first. */
function takeOut({ own, at }: Found, days: readonly Day[]): number {
  const [first, next] = [days[at]!.tree, days[at + 1]!.tree];
  const place = first.talks.indexOf(own[0]);
  first.talks = first.talks.filter((talk) => talk !== own[0]);
  next.talks = next.talks.filter((talk) => talk !== own[1]);
  return place;
}

/** A discussion without what belongs to a talk; a talk as it is. */
function without(talk: Talk, taken: ReadonlySet<number>): Talk[] {
  if (!talk.kind) return [talk];
  const lecture = talk.lecture.filter((id) => !taken.has(id));
  const qa = talk.qa.filter(
    (pair) => !messagesOf({ ...talk, lecture: [], qa: [pair] }).some((id) => taken.has(id)),
  );
  return lecture.length ? [{ ...talk, lecture, qa }] : [];
}

/** Puts the parts of a joint talk into its days, so that their messages get its roles; gives them. */
function putIn(found: Found, place: number, days: readonly Day[]): [Talk, Talk] {
  const { tree, at } = found;
  const [first, next] = [days[at]!.tree, days[at + 1]!.tree];
  const id = idOf(tree, found.talk);
  const start = first.children.length;
  const parts: [Talk, Talk] = [partOf(found, id, 0, start), partOf(found, id, start, tree.children.length)];
  first.talks.splice(place, 0, parts[0]);
  next.talks = [parts[1], ...next.talks.flatMap((talk) => without(talk, new Set(messagesOf(parts[1]))))];
  return parts;
}

function noteOfJoint({ tree, talk, at }: Found, days: readonly Day[]): Note {
  const all = [days[at]!.tree, days[at + 1]!.tree].flatMap(({ children }) => children);
  tree.children.forEach((message, index) => {
    message.role = all[index]!.role;
  });
  return noteOf(tree, talk);
}

/** What runs all stages over a log. */
const stagesOf =
  ({ lexicon, config = {}, clock }: ChainOptions) =>
  (tree: Transcript): Transcript =>
    annotate(tree, lexicon, { ...config, clock });

/** A log with all stages run, in which nobody is named if nicks are to be hidden. */
const unnamed = (plain: Transcript, options: ChainOptions): Run =>
  runOver(plain, options.pseudonymize && { ...options.pseudonymize, keepSpeaker: false }, stagesOf(options));

/**
 * The logs with all stages run. A speaker who keeps his nick keeps it in all logs of his talk, and who speaks in which log
 * is known only when they are joined: they are joined without any nick first.
 */
function runsOf(logs: readonly ChainLog[], options: ChainOptions): readonly Run[] {
  const { encoding, clock = newClock() } = options;
  const plain = logs.flatMap((log) =>
    'tree' in log ? [] : [timed(clock, 'read', () => readTranscript(log.log, log.path, { encoding }))],
  );
  let next = 0;
  const runs = logs.map((log) => ('tree' in log ? plainRun(log.tree) : unnamed(plain[next++]!, options)));
  return plain.length < logs.length ? runs : keepingSpeakers(runs, options);
}

/** Logs in which nobody is named, once more with the nicks of those who speak, where these are to be kept. */
function keepingSpeakers(runs: readonly Run[], options: ChainOptions): readonly Run[] {
  const { pseudonymize } = options;
  if (!pseudonymize?.keepSpeaker) return runs;
  const stages = stagesOf(options);
  const found = joined(runs, { ...options, edits: undefined });
  return runs.map((run, index) => {
    const kept = speakersOf(run.plain, found[index]!.transcript);
    return kept.length || runs.length > 1 ? runKeeping(run.plain, kept, pseudonymize, stages) : run;
  });
}

function joined(
  runs: readonly Run[],
  { lexicon, config = {}, edits = () => [] }: ChainOptions,
  known?: readonly Found[],
): Extraction[] {
  const days = runs.map((run): Day => ({ tree: run.tree, edits: run.edits(edits(run.plain)) }));
  const found = known ?? joints(days, lexicon);
  for (const joint of found) edit(joint, days, lexicon);
  const places = found.map((joint) => takeOut(joint, days));
  for (const { tree, edits: own } of days) applyEdits(tree, own, lexicon);
  const heads = new Map<Talk, Found>();
  const tails = new Set<Talk>();
  found.forEach((joint, index) => {
    const [head, tail] = putIn(joint, places[index]!, days);
    heads.set(head, joint);
    tails.add(tail);
  });
  if (found.length) for (const { tree } of days) unified().use(roles, lexicon).runSync(tree);
  for (const { talks } of [...days, ...found].map(({ tree }) => tree))
    for (const talk of talks) talk.topics = withThresholds(talk.topics, config);
  return days.map(({ tree }) => ({
    notes: tree.talks
      .filter((talk) => !tails.has(talk))
      .map((talk) => {
        const joint = heads.get(talk);
        return joint ? noteOfJoint(joint, days) : noteOf(tree, talk);
      }),
    ledger: ledgerOf(tree),
    transcript: tree,
  }));
}

/**
 * The extractions of logs of one group on following days, in their order: each as `extract` gives it, but a talk that
 * goes on in the next day's log, or whose questions are answered there, is one note, which stands with the log of its
 * beginning. The ledgers of both logs name it.
 */
export function extractChain(logs: readonly ChainLog[], options: ChainOptions): Extraction[] {
  return joined(runsOf(logs, options), options);
}

/** The talk that two following days of a history hold together, where the one's last speaker also types in the other. */
function jointBetween(first: Run, next: Run, lexicon: Lexicon): Joint | undefined {
  const nicks = first.tree.talks.findLast(({ kind }) => !kind)?.nicks;
  const types = nicks && next.tree.children.some(({ sender }) => nicks.includes(sender));
  return types ? jointOf(first.tree, next.tree, lexicon) : undefined;
}

/**
 * The extractions of the days of a history, in their order and each as soon as its last talk is known to be over: as
 * `extractChain` gives them, but that no more days are held than talks join.
 */
export function* extractDays(plain: Iterable<Transcript>, options: ChainOptions): Generator<Extraction> {
  const { lexicon, pseudonymize } = options;
  const finished = (days: readonly Run[], found: readonly Found[]) =>
    joined(keepingSpeakers(days, options), options, pseudonymize?.keepSpeaker ? undefined : found);
  let open: Run[] = [];
  let found: Found[] = [];
  for (const day of plain) {
    const run = unnamed(day, options);
    const joint = open.length ? jointBetween(open.at(-1)!, run, lexicon) : undefined;
    const goesOn = joint && joint.own[0] !== found.at(-1)?.own[1];
    if (!goesOn && open.length) yield* finished(open, found);
    if (!goesOn) [open, found] = [[], []];
    else found.push({ ...joint, at: open.length - 1 });
    open.push(run);
  }
  if (open.length) yield* finished(open, found);
}
