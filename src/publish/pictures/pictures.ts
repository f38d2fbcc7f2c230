import { fail } from '../../errors.js';
import { hashOf } from '../engine/bring.js';
import type { CollectedTalk } from '../engine/collection.js';
import { inTurn } from '../engine/in-turn.js';
import { headsOf } from '../engine/names.js';
import type { Deed, Outcome } from '../engine/outcome.js';
import type { Row } from '../engine/state.js';
import type { TalkFacts } from '../engine/talks.js';
import { pictureKey } from '../keys.js';
import type { Content, Page, PageKey, TargetOptions, Upstream } from '../target.js';
import { type Fetched, fetchPicture, type Refused } from './fetch.js';
import { type Ending, endings, kindOf } from './kind.js';
import { type Failure, toldOf } from './told.js';

/**
 * What a run takes in, at most: bytes are held until the pages are written. What is left over is fetched by the next run,
 * as those of this one stand by then.
 */
export const most = { pictures: 1000, bytes: 256 * 1024 * 1024 };

/** Pictures that are fetched at the same time. */
const atOnce = 4;

/** Pictures after which a server that is too slow or away is asked for no more of them in this run. */
const patience = 3;

/** Fetches one picture. */
export type FetchPicture = (url: string) => Promise<Fetched | Refused>;

/** What pictures are looked for in, and how. */
export interface Looking {
  /** All talks that pages may tell of. */
  talks: readonly CollectedTalk[];
  /** What former runs knew of them, by id. */
  known: ReadonlyMap<string, TalkFacts>;
  /** Pages that the run brings up to date; pictures are fetched for their talks only. */
  selected: readonly Page[];
  rows: ReadonlyMap<PageKey, Row>;
  upstream: Upstream;
  policy: TargetOptions['pictures'];
  /** Fetches those anew that people deleted. */
  restore: boolean;
  /** Nothing is fetched. */
  dryRun: boolean;
  fetch?: FetchPicture;
}

/** The pictures of a run. */
export interface Pictures {
  /** Those that stand, which are left as they are, and those that were fetched. */
  pages: Page[];
  /** Those of the pages that the run brings up to date. */
  wanted: ReadonlySet<PageKey>;
  shown: Shown;
  /** What is shown when all pages were brought: one that could not be written shows what it showed. */
  after(outcomes: readonly Outcome[]): Shown;
  told: string[];
}

/** What pages show. */
interface Shown {
  /** Rows with such a key stay, even without a page. */
  keys: ReadonlySet<PageKey>;
  /** What is to be remembered of a talk. */
  factsOf(talk: CollectedTalk): TalkFacts;
}

/** Deeds after which a page is not what its note says. */
const unwritten: ReadonlySet<Deed> = new Set(['kept', 'copied', 'damaged', 'raced', 'refused', 'failed']);

/** By the address, not by the bytes: so no two pictures ask for one name, and a run without a state finds them again. */
const nameOf = (url: string, ending: Ending) => `pictures/${pictureKey(url).replace(/^.*:/u, '')}.${ending}`;

const keysOf = (urls: Iterable<string>): Set<PageKey> => new Set([...urls].map(pictureKey));

/** The page of a picture that is there. */
function pageOf(url: string, { bytes, ending }: { bytes: Uint8Array; ending: Ending }): Page {
  const stamp = hashOf(bytes);
  return {
    ...{ key: pictureKey(url), kind: 'file', title: url, name: nameOf(url, ending), stamp },
    isThis: (content) => typeof content !== 'string' && hashOf(content) === stamp,
    render: () => bytes,
  };
}

/** The page of a picture that a former run left; as long as it stands nobody asks for its content. */
const asLeft = ({ key, kind, title, wanted, stamp }: Row): Page => ({
  ...{ key, kind, title, name: wanted, stamp },
  render: () => {
    throw fail('file-missing', { file: wanted });
  },
});

/** Pictures that stand under the names which they would get: a run before the state was lost has fetched them. */
async function foundAgain(urls: readonly string[], upstream: Upstream): Promise<Page[]> {
  const names = urls.flatMap((url) => endings.map((ending) => ({ url, ending, name: nameOf(url, ending) })));
  const heads = await headsOf(
    upstream,
    names.map(({ name }) => name),
  );
  const pages = new Map<string, Page>();
  let bytes = 0;
  for (const { url, ending, name } of names) {
    if (!heads.has(name) || pages.has(url) || bytes >= most.bytes) continue;
    const content: Content = (await upstream.read(name))?.content ?? '';
    if (typeof content === 'string' || kindOf(content) !== ending) continue;
    bytes += content.length;
    pages.set(url, pageOf(url, { bytes: content, ending }));
  }
  return [...pages.values()];
}

/** Fetches pictures, as many as a run may; for the others says why not, and leaves out those that were too much. */
export async function fetchAll(
  urls: readonly string[],
  fetch: FetchPicture,
  { pictures, bytes: enough } = most,
): Promise<(Page | Failure)[]> {
  const waited = new Map<string, number>();
  let bytes = 0;
  const got = await inTurn(urls.slice(0, pictures), atOnce, async (url) => {
    if (bytes >= enough) return [];
    const host = URL.canParse(url) ? new URL(url).host : '';
    const times = () => waited.get(host) ?? 0;
    const one: Fetched | Refused = times() < patience ? await fetch(url) : { refused: 'given-up' };
    if ('bytes' in one) {
      bytes += one.bytes.length;
      return [pageOf(url, one)];
    }
    if (/^(?:too-slow|unreachable)$/u.test(one.refused)) waited.set(host, times() + 1);
    return [{ url, ...one }];
  });
  return got.flat();
}

const isPage = (one: Page | Failure): one is Page => 'key' in one;

/** What pages show: of the talks whose pages are not brought up to date also what they showed, whatever the notes say by now. */
function shownOf({ talks, known }: Looking, brought: ReadonlySet<PageKey>): Shown {
  const urlsOf = ({ key, id, pictures = [] }: CollectedTalk) =>
    brought.has(key) ? pictures : [...new Set([...pictures, ...(known.get(id)?.pictures ?? [])])];
  return {
    keys: keysOf(talks.flatMap(urlsOf)),
    factsOf(talk) {
      const { key: _, load: __, pictures: ___, ...facts } = talk;
      const pictures = urlsOf(talk);
      return { ...facts, ...(pictures.length && { pictures }) };
    },
  };
}

/** Rows of pictures that stand, and keys of those that do not. */
async function standingOf(rows: readonly Row[], upstream: Upstream) {
  const heads = await headsOf(
    upstream,
    rows.map(({ name }) => name),
  );
  const gone = rows.filter(({ name }) => !heads.has(name)).map(({ key }) => key);
  return { standing: rows.filter(({ name }) => heads.has(name)), deleted: new Set(gone) };
}

/**
 * The pictures that pages show, as further pages. Only `download` fetches; what was fetched once goes on being shown and
 * stands until no talk has it, whatever the policy of a later run. What cannot be fetched stays a link, and is tried
 * again by the next run.
 */
export async function picturePages(looking: Looking): Promise<Pictures> {
  const { talks, rows, upstream, restore, dryRun, fetch = fetchPicture } = looking;
  const brought = new Set(looking.selected.map(({ key }) => key));
  const shown = shownOf(looking, brought);
  const wanted = [...new Set(talks.flatMap(({ key, pictures = [] }) => (brought.has(key) ? pictures : [])))];
  const former = [...rows.values()].filter(({ key }) => shown.keys.has(key));
  const { standing, deleted } = await standingOf(former, upstream);
  const isMissing = (key: PageKey) => !rows.has(key) || (restore && deleted.has(key));
  const downloads = looking.policy === 'download';
  const missing = downloads ? wanted.filter((url) => isMissing(pictureKey(url))) : [];
  const found = await foundAgain(missing, upstream);
  const there = new Set(found.map(({ title }) => title));
  const asked = missing.filter((url) => !there.has(url));
  const came = await fetchAll(dryRun ? [] : asked, fetch);
  const failures = came.filter((one): one is Failure => !isPage(one));
  return {
    pages: [...standing.map(asLeft), ...found, ...came.filter(isPage)],
    wanted: keysOf(wanted),
    shown,
    after(outcomes) {
      const failed = new Set(outcomes.filter(({ did }) => unwritten.has(did)).map(({ key }) => key));
      return shownOf(looking, new Set([...brought].filter((key) => !failed.has(key))));
    },
    told: toldOf({
      failures,
      left: dryRun ? 0 : asked.length - came.length,
      deleted: downloads && !restore ? deleted.size : 0,
      ahead: dryRun ? asked.length : 0,
    }),
  };
}
