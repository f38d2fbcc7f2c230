import { findConfig } from '../config.js';
import { jsonText } from '../json.js';
import { lexiconOf } from '../overlay.js';
import type { PublishOptions } from '../publish/engine/options.js';
import { changing, type Deed, type Outcome } from '../publish/engine/outcome.js';
import { type Publication, publish } from '../publish/engine/publish.js';
import { localFirst } from '../publish/pictures/local.js';
import type { ConflictWay, TargetOptions } from '../publish/target.js';
import { targetNames, targetOf, targetSummary } from '../publish/targets.js';
import { knownConcepts } from '../store/records.js';
import { packageVersion } from '../version.js';
import { observerOf } from './progress.js';
import { colours, endOnSignal, plural, print, printable, tellFaults, warn } from './terminal.js';

/** Options of `jianglu publish`. */
export interface PublishCommandOptions
  extends Pick<TargetOptions, 'pictures' | 'template' | 'concurrency' | 'base' | 'user'>,
    Pick<PublishOptions, 'language'> {
  to: string;
  dryRun?: boolean;
  since?: string;
  only?: string[];
  onConflict: ConflictWay;
  prune?: boolean;
  restore?: boolean;
  push?: boolean;
  allowHttp?: boolean;
  state?: string;
  json?: boolean;
  config?: string;
  /** Folders in which pictures of the logs may lie. */
  logs?: string[];
}

/** Deeds that somebody should look at. */
const notable: ReadonlySet<Deed> = new Set([
  'withheld',
  'kept',
  'copied',
  'deleted',
  'left',
  'damaged',
  'raced',
  'refused',
  'failed',
]);
/** Deeds after which a page does not stand as it should, and a new run would try again. */
const unfinished: ReadonlySet<Deed> = new Set(['withheld', 'damaged', 'raced', 'refused', 'failed']);

const headline: Partial<Record<Deed, string>> = {
  kept: 'people edited it; it stays as it is',
  copied: 'people edited it; the new one stands beside it',
  deleted: 'people deleted it; --restore makes it again',
  withheld: 'its speaker asks that it not be passed on, but people edited it: take it away by hand, now',
  left: 'its note is gone, but people edited it: take it away by hand',
  damaged: 'the marks of the generated part are damaged; it stays as it is',
  raced: 'somebody wrote at the same time; run again',
  refused: 'it may not be written',
  failed: 'it could not be written',
};

/** What is said of a page first; `detail` says it better where nobody knows whether people edited it. */
const headlineOf = ({ did, detail }: Outcome): string =>
  did === 'kept' && detail !== undefined ? 'it stays as it is' : (headline[did] ?? '');

/** Whether somebody has to do something, or a new run would. */
const isUnfinished = ({ did, stillNames }: Outcome): boolean =>
  unfinished.has(did) || stillNames !== undefined;

function tellNotable(one: Outcome): void {
  const { did, name, detail, conflicts, stillNames } = one;
  const { yellow, red } = colours(process.stderr);
  const paint = isUnfinished(one) ? red : yellow;
  const said = [
    headlineOf(one),
    ...(conflicts
      ? [`people and the note say different things in ${plural(conflicts, 'place')}: people’s words stand`]
      : []),
    ...(stillNames
      ? ['where people edited it, it names a talk that is not to be passed on: take that out by hand']
      : []),
    ...(detail === undefined ? [] : [detail]),
  ];
  warn(`${printable(name)}: ${paint(printable(said.filter((one) => one !== '').join('; ')))} [${did}]`);
}

function tellChange({ did, name, from, patch }: Outcome): void {
  const { green } = colours(process.stdout);
  const moved = from === undefined || from === name ? '' : `${printable(from)} → `;
  print(`${green(did)} ${moved}${printable(name)}`);
  if (patch !== undefined) process.stdout.write(patch.replace(/[^\P{Cc}\n\t]/gu, printable));
}

function tell({ outcomes, restricted, faults, told }: Publication, dryRun: boolean): void {
  tellFaults(faults);
  for (const id of restricted) warn(`${printable(id)}: the speaker asks that it not be passed on; left out`);
  for (const one of outcomes) if (notable.has(one.did) || one.conflicts || one.stillNames) tellNotable(one);
  for (const one of outcomes) if (changing.has(one.did)) tellChange(one);
  const counts = new Map<Deed, number>();
  for (const { did } of outcomes) counts.set(did, (counts.get(did) ?? 0) + 1);
  const parts = [...counts].map(([did, count]) => `${count} ${did}`);
  for (const line of told) print(line);
  print(
    `${plural(outcomes.length, 'page')}${dryRun ? ' (nothing was changed)' : ''}: ${parts.join(', ') || 'none'}`,
  );
}

/** `jianglu publish --list`. */
export function listTargets(json?: boolean): void {
  if (json) process.stdout.write(jsonText(targetNames.map((name) => ({ name, what: targetSummary(name) }))));
  else for (const name of targetNames) print(`${name.padEnd(12)}${targetSummary(name)}`);
}

/** `jianglu publish [TARGET] [NOTES…]`: exit code 1 where a note or a page failed. */
export async function publishCommand(
  name: string,
  notes: string[],
  options: PublishCommandOptions,
): Promise<void> {
  endOnSignal();
  const config = findConfig(options.config, process.cwd());
  const { to, dryRun = false, prune = false, restore = false, push = false, allowHttp = false } = options;
  const { since, only, onConflict, state, language, pictures, template, concurrency, base, user } = options;
  const publication = await publish(notes.length ? notes : [config.out ?? 'output'], {
    target: await targetOf(name),
    options: {
      destination: to,
      pictures,
      concurrency,
      push,
      dryRun,
      allowHttp,
      ...(template !== undefined && { template }),
      ...(base !== undefined && { base }),
      ...(user !== undefined && { user }),
    },
    taxonomy: knownConcepts(lexiconOf(config)),
    onConflict,
    prune,
    restore,
    dryRun,
    summary: `jianglu ${packageVersion()}`,
    ...(since !== undefined && { since }),
    ...(only && { only }),
    ...(state !== undefined && { stateFile: state }),
    ...(language && { language }),
    ...(options.logs && { fetch: localFirst(options.logs) }),
    observer: await observerOf(),
  });
  const { outcomes, faults } = publication;
  if (faults.length || outcomes.some(isUnfinished)) process.exitCode = 1;
  if (options.json) process.stdout.write(jsonText(publication));
  else tell(publication, dryRun);
}
