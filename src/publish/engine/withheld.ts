import type { PageKey } from '../../markdown/keys.js';
import { talkKey } from '../../markdown/keys.js';
import type { Note } from '../../schema/note.js';
import type { KnownConcept } from '../../store/record.js';
import type { Page, Target, TargetOptions, Upstream } from '../target.js';
import { collect } from './collection.js';
import { headsOf } from './names.js';
import type { Row } from './state.js';
import type { ReadTalk } from './talks.js';

/** Talks that are not to be passed on: their titles, by the keys of their pages; `''` where they have none. */
export type Withheld = ReadonlyMap<PageKey, string>;

/** The talks whose pages are to go. */
export const withheldOf = (restricted: ReadonlyMap<string, ReadTalk>): Withheld =>
  new Map([...restricted.values()].map(({ facts }) => [talkKey(facts.id), facts.title]));

/** What is left of a text in any language of markup, so that escapes are no difference. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** Titles shorter than this, in letters, are words like others. */
const shortest = 3;

/**
 * The withheld talks that a page names only because people edited it: what stands names them, as did what was generated
 * before, and what is generated now does not. Where nobody knows what was generated, it may have named them.
 *
 * @param told those of which a former run told that the page goes on naming them
 */
export function stillNamed(
  withheld: Withheld,
  texts: { stands: string; before: string | undefined; now: string },
  told: readonly PageKey[] = [],
): PageKey[] {
  if (withheld.size === 0) return [];
  const [stands, now] = [bare(texts.stands), bare(texts.now)];
  const before = texts.before === undefined ? stands : bare(texts.before);
  return [...withheld].flatMap(([key, title]) => {
    const words = bare(title);
    if ([...words].length < shortest) return [];
    const named = before.includes(words) || told.includes(key);
    return named && stands.includes(words) && !now.includes(words) ? [key] : [];
  });
}

/** Where to look for pages of withheld talks of which no state knows. */
export interface Search {
  restricted: ReadonlyMap<string, ReadTalk>;
  withheld: Withheld;
  /** What former runs left; where that is nothing, the state may have been lost. */
  rows: ReadonlyMap<PageKey, Row>;
  /** Pages that the run makes. */
  made: readonly Page[];
  /** Names under which pages stand that are known. */
  known: ReadonlySet<string>;
  /** Of the collection that the talks were published with. */
  language: Note['language'];
  taxonomy: readonly KnownConcept[];
  target: Target;
  options: TargetOptions;
  upstream: Upstream;
}

/** Where pages stand that tell their keys themselves: found wherever they are, or under the names that they are given first. */
async function standing(
  pages: readonly Page[],
  { target, upstream, known }: Pick<Search, 'target' | 'upstream' | 'known'>,
): Promise<Map<PageKey, string>> {
  const names = new Map(pages.map(({ key, name }) => [key, name]));
  if (upstream.scans) return upstream.locate(names, known);
  const heads = await headsOf(upstream, [...names.values()]);
  const found = new Map<PageKey, string>();
  for (const [key, name] of names) {
    const page = heads.has(name) ? await upstream.read(name) : undefined;
    if (page && target.keyOf(page.content) === key) found.set(key, name);
  }
  return found;
}

/**
 * Pages that stand though no state knows of them, as rows of which only their places are known: those of withheld talks,
 * and where the state was lost also those of speakers, topics and terms that no other talk leads to.
 */
export async function straysOf({
  restricted,
  withheld,
  rows,
  made,
  language,
  taxonomy,
  ...where
}: Search): Promise<Row[]> {
  const unknown = [...restricted.values()].filter(({ facts }) => !rows.has(talkKey(facts.id)));
  if (unknown.length === 0) return [];
  const talks = unknown.map(({ facts, load }) => ({ ...facts, load }));
  const others = new Set(made.map(({ key }) => key));
  const pages = where.target
    .pages(collect(talks, taxonomy, language), where.options, where.upstream)
    .filter(({ key }) => withheld.has(key) || (rows.size === 0 && !others.has(key)));
  const found = await standing(pages, where);
  return pages.flatMap(({ key, kind, title, name: wanted }) => {
    const name = found.get(key);
    return name === undefined
      ? []
      : [{ key, kind, title, wanted, name, stamp: '', written: '', revision: '' }];
  });
}
