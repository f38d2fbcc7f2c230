import type { PageKey } from '../../markdown/keys.js';
import type { CollectedTalk } from '../engine/collection.js';
import type { Deed, Outcome } from '../engine/outcome.js';
import type { Row } from '../engine/state.js';
import type { TalkFacts } from '../engine/talks.js';
import { pictureKey } from '../keys.js';
import type { Page, TargetOptions, Upstream } from '../target.js';
import { fetchPicture } from './fetch.js';
import { type FetchPicture, fetchAll } from './fetch-all.js';
import { asLeft, foundAgain, type PictureName, standingOf } from './page.js';
import { type Failure, toldOf } from './told.js';

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
  /** What pictures are called that stand beside the pages. */
  nameOf: PictureName;
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

const keysOf = (urls: Iterable<string>): Set<PageKey> => new Set([...urls].map(pictureKey));

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

/**
 * The pictures that pages show, as further pages. Only `download` fetches; what was fetched once goes on being shown and
 * stands until no talk has it, whatever the policy of a later run. What cannot be fetched stays a link, and is tried
 * again by the next run.
 */
export async function picturePages(looking: Looking): Promise<Pictures> {
  const { talks, rows, upstream, restore, dryRun, fetch = fetchPicture, nameOf } = looking;
  const brought = new Set(looking.selected.map(({ key }) => key));
  const shown = shownOf(looking, brought);
  const wanted = [...new Set(talks.flatMap(({ key, pictures = [] }) => (brought.has(key) ? pictures : [])))];
  const former = [...rows.values()].filter(({ key }) => shown.keys.has(key));
  const { standing, deleted } = await standingOf(former, upstream);
  const isMissing = (key: PageKey) => !rows.has(key) || (restore && deleted.has(key));
  const downloads = looking.policy === 'download';
  const missing = downloads ? wanted.filter((url) => isMissing(pictureKey(url))) : [];
  const found = await foundAgain(missing, upstream, nameOf);
  const there = new Set(found.map(({ title }) => title));
  const asked = missing.filter((url) => !there.has(url));
  const came = await fetchAll(dryRun ? [] : asked, fetch, nameOf);
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
