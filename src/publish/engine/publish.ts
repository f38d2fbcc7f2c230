import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ErrorCode, errorData, fail, firstLine } from '../../errors.js';
import { takeLock } from '../../output/lock.js';
import { conceptFinder } from '../../store/finder.js';
import { goneKey, hashOf, withoutCopy } from '../keys.js';
import { broughtPictures, isPicture } from '../pictures/brought.js';
import type { NameOf, Page, PageKind, Target, Upstream } from '../target.js';
import { readyFolder } from '../upstream/folder.js';
import { type Bringing, bring, outcome, partOf, withdraw } from './bring.js';
import type { Collection } from './collection.js';
import { inTurn } from './in-turn.js';
import { headsOf } from './names.js';
import type { PublishOptions } from './options.js';
import { changing, type Outcome } from './outcome.js';
import { planned, type Run } from './plan.js';
import { openState, type State } from './state.js';
import { type PublishFault, readTalks } from './talks.js';

/** What a run came to. */
export interface Publication {
  /** In the order of the target's pages, then those that went. */
  outcomes: Outcome[];
  /** Ids of the notes that were left out as their speakers ask for it. */
  restricted: string[];
  faults: PublishFault[];
  /** What is told of the whole run: of its pictures, and by the target. */
  told: string[];
}

/** Makes good what a kill left: writes that were told and came about are confirmed, others dropped. */
async function recover(state: State, target: Target, upstream: Upstream): Promise<void> {
  const intents = [...state.intents().values()];
  if (intents.length === 0) return;
  const heads = await headsOf(
    upstream,
    intents.map(({ name }) => name),
  );
  for (const { key, name, written } of intents) {
    const standing = heads.has(name) ? await upstream.read(name) : undefined;
    const part = standing && partOf(target, standing.content);
    if (part && hashOf(part.content) === written) state.confirm(key, standing.revision);
    else state.drop(key);
  }
}

/** Errors that are no fault of a single page. */
const ending: ReadonlySet<ErrorCode> = new Set(['disk-full', 'internal', 'template-invalid']);

async function guarded(
  page: Pick<Page, 'key' | 'kind' | 'title' | 'name'>,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (ending.has(errorData(error).code)) throw error;
    return outcome(page, page.name, 'failed', { detail: firstLine(error) });
  }
}

const lineOf = ({ did, key, name, from, withheld }: Outcome): string =>
  withheld
    ? `${did} ${goneKey(key)}`
    : `${did} ${from === undefined || from === name ? name : `${from} → ${name}`}`;

/** Makes a page of each kind, so that templates which cannot work are met before anything is written. */
async function tried(pages: readonly Page[], { linkTo }: Bringing): Promise<void> {
  for (const page of new Map(pages.map((one) => [one.kind, one])).values()) await page.render(linkTo);
}

/** Kinds of pages that talks link to. */
const linked: ReadonlySet<PageKind> = new Set(['talk', 'speaker', 'topic', 'concept']);

/** That pages went to which others may lead that the run could not make anew, as it was not given their notes. */
function deadEnds(outcomes: readonly Outcome[], { talks }: Collection): string[] {
  const gone = outcomes.filter(({ did, kind }) => did === 'removed' && linked.has(kind)).length;
  const unread = talks.filter(({ load }) => !load).length;
  if (gone === 0 || unread === 0) return [];
  const whose = unread === 1 ? 'a talk whose note was' : `${unread} talks whose notes were`;
  return [`pages of ${whose} not given may link to pages that went (${gone}): give all notes once`];
}

async function bringAll(run: Run): Promise<Publication> {
  const { talks, upstream, state, publishing } = run;
  const { target, observer, dryRun } = publishing;
  if (!dryRun) await recover(state, target, upstream);
  const { selected, gone, bringing, collection, pictures, known, told } = await planned(run);
  const { linkTo } = bringing;
  if (publishing.options.template !== undefined) await tried(selected, bringing);
  observer?.begin(selected.length + gone.length);
  const step = <T extends { name: string }>(one: T, work: () => Promise<Outcome>) =>
    guarded(one as never, work).finally(() => observer?.step(one.name));
  const bringSome = (some: readonly Page[], linking: NameOf) =>
    inTurn(some, upstream.parallel, (page) =>
      step(page, () => bring(page, { ...bringing, linkTo: linking })),
    );
  const brought = broughtPictures(await bringSome(selected.filter(isPicture), linkTo), linkTo);
  const others = selected.filter((page) => !isPicture(page));
  const outcomes = [...brought.outcomes, ...(await bringSome(others, brought.linkTo))];
  const shown = pictures.after(outcomes);
  for (const row of gone)
    if (!shown.keys.has(row.key))
      outcomes.push(
        await step(row, () => withdraw(row, bringing.withheld.has(withoutCopy(row.key)), bringing)),
      );
  observer?.end();
  const finished = dryRun
    ? []
    : await upstream.finish(outcomes.filter(({ did }) => changing.has(did)).map(lineOf));
  if (!dryRun) {
    const there = new Set(collection.talks.map(({ id }) => id));
    state.keepTalks(
      collection.talks.map(shown.factsOf),
      [...known.keys()].filter((id) => !there.has(id)),
    );
  }
  return {
    outcomes,
    restricted: [...talks.restricted.keys()],
    faults: talks.faults,
    told: [...told, ...brought.told, ...deadEnds(outcomes, collection), ...finished],
  };
}

async function withState<T>(file: string, target: string, work: (state: State) => Promise<T>): Promise<T> {
  const state = openState(file, target);
  try {
    return await work(state);
  } finally {
    state.close();
  }
}

/**
 * Publishes notes: brings the pages of a target up to date with them, next to people who edit the same pages. Only what
 * changed is written; what people wrote stays. A run that was ended at any moment is gone on with by the next.
 *
 * @param paths files, folders and patterns of notes
 * @throws JiangluError `notes-none` where there is not one among them, or, for a run that prunes, where a path stands for
 *   nothing: nothing is written or taken away
 */
export async function publish(paths: readonly string[], publishing: PublishOptions): Promise<Publication> {
  const { target, options, taxonomy, dryRun } = publishing;
  const talks = readTalks(paths, conceptFinder(taxonomy));
  const nothing =
    talks.open.size + talks.restricted.size === 0 ? paths : publishing.prune ? talks.missing : [];
  if (nothing.length > 0) throw fail('notes-none', { reason: nothing.join(', ') });
  const upstream = await target.open(options);
  try {
    const file = publishing.stateFile ?? upstream.stateFile;
    if (dryRun)
      return await withState(existsSync(file) ? file : ':memory:', target.name, (state) =>
        bringAll({ talks, upstream, state, publishing }),
      );
    readyFolder(dirname(file), false);
    const lock = await takeLock(dirname(file));
    try {
      return await withState(file, target.name, (state) => bringAll({ talks, upstream, state, publishing }));
    } finally {
      lock.release();
    }
  } finally {
    await upstream.close();
  }
}
