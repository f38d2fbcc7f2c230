import { fail } from '../../errors.js';
import type { PageKey } from '../../markdown/keys.js';
import { isPictureKey, withoutCopy } from '../keys.js';
import { inPictures } from '../pictures/page.js';
import { picturePages } from '../pictures/pictures.js';
import { type NameOf, type Page, type PageKind, pageKinds, type Upstream } from '../target.js';
import type { Bringing } from './bring.js';
import { type Collection, collect } from './collection.js';
import { mayBeMissing, type Settled, settleNames } from './names.js';
import type { PublishOptions, Selection } from './options.js';
import type { Row, State } from './state.js';
import type { TalkFacts, Talks } from './talks.js';
import { templated } from './template.js';
import { straysOf, withheldOf } from './withheld.js';

/** What a run works with. */
export interface Run {
  talks: Talks;
  upstream: Upstream;
  state: State;
  publishing: PublishOptions;
}

/** What a run is to bring, and from where. */
export interface Plan {
  selected: Page[];
  gone: Row[];
  bringing: Bringing;
  collection: Collection;
  pictures: Awaited<ReturnType<typeof picturePages>>;
  /** Talks of which former runs know. */
  known: ReadonlyMap<string, TalkFacts>;
  /** What is told of the pictures. */
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
  const known = new Set<string>([...pageKinds, ...talks.map(({ id }) => id), ...restricted.keys()]);
  const unknown = only?.find((one) => !known.has(one));
  if (unknown !== undefined) throw fail('only-unknown', { reason: unknown });
}

/**
 * The pages that a run is asked for; where a talk that former runs published is withheld, also all that may name it.
 */
function asked(
  only: Selection['only'],
  { restricted }: Talks,
  known: ReadonlyMap<string, TalkFacts>,
): Selection['only'] {
  if (!only || ![...restricted.keys()].some((id) => known.has(id))) return only;
  return [...only, ...pageKinds.filter((kind) => kind !== 'talk')];
}

/** Tells which pages a run may touch. */
function selector(
  collection: Collection,
  { since, only }: Selection,
): (page: Pick<Page, 'key' | 'kind'>) => boolean {
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

/** A collection that tells which talks' pages the run leaves as they are. */
const staying = (collection: Collection, isSelected: ReturnType<typeof selector>): Collection => ({
  ...collection,
  talks: collection.talks.map((talk) =>
    isSelected({ key: talk.key, kind: 'talk' }) ? talk : { ...talk, stays: true },
  ),
});

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

/** Rows whose page is no more; a page that the run leaves out of sight is none of them, nor a copy whose page is there. */
function withdrawn(
  rows: ReadonlyMap<PageKey, Row>,
  pages: readonly Page[],
  pictures: ReadonlySet<PageKey>,
  mayGo: (row: Row) => boolean,
): Row[] {
  const keys = new Set([...pages.map(({ key }) => key), ...pictures]);
  const isThere = (key: PageKey) => keys.has(key) || keys.has(withoutCopy(key));
  return [...rows.values()].filter((row) => !isThere(row.key) && mayGo(row));
}

/** All that there is to publish; what is new of it is kept before the first page, as a run may end early. */
function collected({ talks, state, publishing }: Run, known: ReadonlyMap<string, TalkFacts>) {
  const { taxonomy, prune, only, dryRun, language = state.language() } = publishing;
  // A folder that is not there for now, or notes that cannot be read, are no reason to take pages away.
  const prunes = prune && talks.faults.length === 0 && talks.open.size > 0;
  const collection = collect(allTalks(talks, known, prunes), taxonomy, language);
  demandKnown(only, collection, talks);
  const facts = [...talks.open.values()].map((talk) => talk.facts);
  if (!dryRun) {
    state.keepTalks(facts, []);
    if (collection.talks.length) state.keepLanguage(collection.language);
  }
  return { collection, prunes };
}

/** The rows of pages that are to go. */
async function leaving(
  run: Run,
  {
    rows,
    settled,
    pages,
    withheld,
    only,
    language,
    prunes,
    pictures,
  }: Pick<Bringing, 'rows' | 'settled' | 'withheld'> &
    Pick<Collection, 'language'> & {
      pages: readonly Page[];
      only: Selection['only'];
      prunes: boolean;
      pictures: ReadonlySet<PageKey>;
    },
): Promise<Row[]> {
  const { talks, upstream, publishing } = run;
  const { target, options, taxonomy } = publishing;
  const { restricted } = talks;
  const gone = withdrawn(rows, pages, pictures, ({ key, kind }) => {
    if (withheld.has(withoutCopy(key)) || isPictureKey(key)) return true;
    if (kind === 'talk' && !prunes) return false;
    return only === undefined || only.includes(kind);
  });
  const strays = await straysOf({
    restricted,
    withheld,
    rows,
    made: pages,
    known: new Set(settled.standsAt.values()),
    language,
    taxonomy,
    target,
    options,
    upstream,
  });
  return [...gone, ...strays];
}

/** Settles what a run does with which page, before the first is written. @throws JiangluError `only-unknown`, `template-invalid` */
export async function planned(run: Run): Promise<Plan> {
  const { talks, upstream, state, publishing } = run;
  const { target, options, taxonomy: _, fetch, observer: __, ...rest } = publishing;
  const { restore, dryRun } = rest;
  const known = state.talks();
  const { collection: all, prunes } = collected(run, known);
  const only = asked(rest.only, talks, known);
  const isSelected = selector(all, { ...rest, ...(only && { only }) });
  const collection = staying(all, isSelected);
  const made = target.pages(collection, options, upstream);
  const { template } = options;
  const written =
    template === undefined ? made : await templated(made, collection, target, { ...options, template });
  const rows = state.rows();
  const noPlace = target.picturesBeside ? upstream.noPictures : `${target.name} has no place for pictures`;
  const pictures = await picturePages({
    talks: all.talks,
    known,
    selected: written.filter(isSelected),
    rows,
    upstream,
    restore,
    dryRun,
    ...(fetch && { fetch }),
    policy: noPlace === undefined ? options.pictures : 'link',
    nameOf: target.picturesBeside ?? inPictures,
  });
  const pages = [...pictures.pages, ...written];
  const settled = await settleNames(pages, { rows, target, upstream });
  const isWanted = (page: Page) => isSelected(page) || pictures.wanted.has(page.key);
  const hasName = (page: Page) => !mayBeMissing(page) || settled.nameOf(page.key) !== undefined;
  const selected = pages.filter((page) => isWanted(page) && hasName(page));
  const linkTo = linkable(selected, { rows, settled, restore });
  const withheld = withheldOf(talks.restricted);
  const gone = await leaving(run, {
    rows,
    settled,
    pages,
    withheld,
    only,
    language: collection.language,
    prunes,
    pictures: pictures.shown.keys,
  });
  for (const { key, name } of gone) if (!rows.has(key)) settled.standsAt.set(key, name);
  const bringing: Bringing = {
    ...rest,
    target,
    upstream,
    state,
    rows,
    settled,
    linkTo,
    withheld,
    named: state.named(),
  };
  const stayLinks = noPlace !== undefined && options.pictures === 'download';
  const told = [...(stayLinks ? [`pictures stay links: ${noPlace}`] : []), ...pictures.told];
  return { selected, gone, bringing, collection: all, pictures, known, told };
}
