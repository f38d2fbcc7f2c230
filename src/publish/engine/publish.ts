import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ErrorCode, errorData, fail, firstLine } from '../../errors.js';
import { makeFolder } from '../../output/files.js';
import { takeLock } from '../../output/lock.js';
import type { Observer } from '../../run.js';
import { conceptFinder } from '../../store/finder.js';
import type { KnownConcept } from '../../store/record.js';
import { goneKey, hashOf, isPictureKey, talkKey } from '../keys.js';
import { broughtPictures, isPicture } from '../pictures/brought.js';
import type { FetchPicture } from '../pictures/fetch-all.js';
import { inPictures } from '../pictures/page.js';
import { picturePages } from '../pictures/pictures.js';
import {
  type ConflictWay,
  type NameOf,
  type Page,
  type PageKey,
  type PageKind,
  pageKinds,
  type Target,
  type TargetOptions,
  type Upstream,
} from '../target.js';
import { type Bringing, bring, outcome, partOf, withdraw } from './bring.js';
import { type Collection, collect } from './collection.js';
import { inTurn } from './in-turn.js';
import { headsOf, mayBeMissing, type Settled, settleNames } from './names.js';
import { changing, type Outcome } from './outcome.js';
import { openState, type Row, type State } from './state.js';
import { type PublishFault, readTalks, type TalkFacts, type Talks } from './talks.js';
import { templated } from './template.js';

/** What is published of all that there is. */
export interface Selection {
  /** Talks of earlier days (YYYY-MM-DD) keep their pages as they are. */
  since?: string;
  /** Kinds of pages, or ids of talks; all others stay as they are. */
  only?: readonly string[];
}

/** How a run goes about it. */
export interface PublishOptions extends Selection {
  target: Target;
  options: TargetOptions;
  /** File of the state, where it is not the target's own. */
  stateFile?: string;
  /** The concepts that terms are looked up among. */
  taxonomy: readonly KnownConcept[];
  onConflict: ConflictWay;
  /** Takes the pages of notes away that are not among the inputs. */
  prune: boolean;
  restore: boolean;
  dryRun: boolean;
  /** For edit summaries. */
  summary: string;
  observer?: Pick<Observer, 'begin' | 'step' | 'end'>;
  /** How pictures are fetched, where it is not `fetchPicture`. */
  fetch?: FetchPicture;
}

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

/** Talks of this run over those of former ones; without the restricted, and with `prune` without the rest. */
function allTalks({ open, restricted }: Talks, known: ReadonlyMap<string, TalkFacts>, prune: boolean) {
  const talks = [...open.values()].map(({ facts, load }) => ({ ...facts, load }));
  const others = prune ? [] : [...known.values()].filter(({ id }) => !open.has(id) && !restricted.has(id));
  return [...talks, ...others];
}

/** Refuses a selection that names nothing there is. @throws JiangluError `only-unknown` */
function demandKnown(only: Selection['only'], { talks }: Collection, { restricted }: Talks): void {
  const known = new Set<string>([...pageKinds, ...talks.map(({ id }) => id), ...restricted]);
  const unknown = only?.find((one) => !known.has(one));
  if (unknown !== undefined) throw fail('only-unknown', { reason: unknown });
}

/** Tells which pages a run may touch. */
function selector(collection: Collection, { since, only }: Selection): (page: Page) => boolean {
  const talks = new Map(collection.talks.map((talk) => [talk.key, talk]));
  const kinds = new Set(only?.filter((one): one is PageKind => pageKinds.includes(one as PageKind)));
  const ids = new Set(only);
  return ({ key, kind }) => {
    const talk = kind === 'talk' ? talks.get(key) : undefined;
    if (talk && !talk.load) return false;
    if (only && !kinds.has(kind) && !(talk && ids.has(talk.id))) return false;
    return since === undefined || talk === undefined || talk.date >= since;
  };
}

/** The names of pages that stand, or will when the run is done: what people deleted, or a run leaves out, is not linked. */
function linkable(
  selected: readonly Page[],
  { rows, settled, restore }: { rows: ReadonlyMap<PageKey, Row>; settled: Settled; restore: boolean },
): NameOf {
  const made = new Set(selected.map(({ key }) => key));
  return (key) => {
    const stands = settled.standsAt.has(key) || (made.has(key) && (restore || !rows.has(key)));
    return stands ? settled.nameOf(key) : undefined;
  };
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

/** Rows whose page is no more; a page that the run leaves out of sight is none of them, nor a copy whose page is there. */
function withdrawn(
  rows: ReadonlyMap<PageKey, Row>,
  pages: readonly Page[],
  pictures: ReadonlySet<PageKey>,
  mayGo: (row: Row) => boolean,
): Row[] {
  const keys = new Set([...pages.map(({ key }) => key), ...pictures]);
  const isThere = (key: PageKey) => keys.has(key) || keys.has(key.replace(/^copy:/u, ''));
  return [...rows.values()].filter((row) => !isThere(row.key) && mayGo(row));
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

async function bringAll(
  talks: Talks,
  upstream: Upstream,
  state: State,
  { target, options, taxonomy, prune, observer, fetch, ...rest }: PublishOptions,
): Promise<Publication> {
  const { dryRun } = rest;
  if (!dryRun) await recover(state, target, upstream);
  const known = state.talks();
  // A folder that is not there for now, or notes that cannot be read, are no reason to take pages away.
  const prunes = prune && talks.faults.length === 0 && talks.open.size > 0;
  const collection = collect(allTalks(talks, known, prunes), taxonomy);
  demandKnown(rest.only, collection, talks);
  // Before the first page: a run that ends early must not leave pages of talks of which nobody knows.
  if (!dryRun)
    state.keepTalks(
      [...talks.open.values()].map(({ facts }) => facts),
      [],
    );
  const made = target.pages(collection, options, upstream);
  const { template } = options;
  const written =
    template === undefined ? made : await templated(made, collection, target, { ...options, template });
  const rows = state.rows();
  const isSelected = selector(collection, rest);
  const noPlace = target.picturesBeside ? upstream.noPictures : `${target.name} has no place for pictures`;
  const pictures = await picturePages({
    ...{ talks: collection.talks, known, selected: written.filter(isSelected), rows, upstream },
    ...{ restore: rest.restore, dryRun, ...(fetch && { fetch }) },
    policy: noPlace === undefined ? options.pictures : 'link',
    nameOf: target.picturesBeside ?? inPictures,
  });
  const pages = [...pictures.pages, ...written];
  const settled = await settleNames(pages, { rows, target, upstream });
  const isWanted = (page: Page) => isSelected(page) || pictures.wanted.has(page.key);
  const hasName = (page: Page) => !mayBeMissing(page) || settled.nameOf(page.key) !== undefined;
  const selected = pages.filter((page) => isWanted(page) && hasName(page));
  const linkTo = linkable(selected, { rows, settled, restore: rest.restore });
  const bringing: Bringing = { ...rest, target, upstream, state, rows, settled, linkTo };
  const restricted = new Set([...talks.restricted].map(talkKey));
  const gone = withdrawn(rows, pages, pictures.shown.keys, ({ key, kind }) => {
    if (restricted.has(key) || isPictureKey(key)) return true;
    if (kind === 'talk' && !prunes) return false;
    return rest.only === undefined || rest.only.includes(kind);
  });
  observer?.begin(selected.length + gone.length);
  const step = <T extends { name: string }>(one: T, work: () => Promise<Outcome>) =>
    guarded(one as never, work).finally(() => observer?.step(one.name));
  const parallel = Math.min(upstream.parallel, options.concurrency);
  const bringSome = (some: readonly Page[], linking: NameOf) =>
    inTurn(some, parallel, (page) => step(page, () => bring(page, { ...bringing, linkTo: linking })));
  const brought = broughtPictures(await bringSome(selected.filter(isPicture), linkTo), linkTo);
  const others = selected.filter((page) => !isPicture(page));
  const outcomes = [...brought.outcomes, ...(await bringSome(others, brought.linkTo))];
  const shown = pictures.after(outcomes);
  for (const row of gone)
    if (!shown.keys.has(row.key))
      outcomes.push(await step(row, () => withdraw(row, restricted.has(row.key), bringing)));
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
    restricted: [...talks.restricted],
    faults: talks.faults,
    told: [
      ...(noPlace !== undefined && options.pictures === 'download'
        ? [`pictures stay links: ${noPlace}`]
        : []),
      ...[...pictures.told, ...brought.told, ...finished],
    ],
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
 */
export async function publish(paths: readonly string[], publishing: PublishOptions): Promise<Publication> {
  const { target, options, taxonomy, dryRun } = publishing;
  const talks = readTalks(paths, conceptFinder(taxonomy));
  const upstream = await target.open(options);
  try {
    const file = publishing.stateFile ?? upstream.stateFile;
    if (dryRun)
      return await withState(existsSync(file) ? file : ':memory:', target.name, (state) =>
        bringAll(talks, upstream, state, publishing),
      );
    makeFolder(dirname(file));
    const lock = await takeLock(dirname(file));
    try {
      return await withState(file, target.name, (state) => bringAll(talks, upstream, state, publishing));
    } finally {
      lock.release();
    }
  } finally {
    await upstream.close();
  }
}
