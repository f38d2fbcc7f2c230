import { foldedText } from '../language/fold.js';
import type { TalkHead } from '../store/record.js';
import type { Entry, Filter, Searched } from '../store/store.js';
import { type Heard, meantTexts } from './by-sound.js';
import { candidatesOf, meetingOf } from './candidates.js';
import { filterOf } from './filter.js';
import { type Hit, hitOf, type Ranked } from './hit.js';
import { readAs } from './mistyped.js';
import { type Notice, notice } from './notices.js';
import { parseQuery } from './parse.js';
import { wantsOf, wholesOf, withSlips } from './plan.js';
import type { Part, TypedFilter } from './query.js';
import { type Want, weightOf } from './readings.js';
import { candidateOf, scoreOf } from './score.js';

/** What a search found, the best first. */
export interface Found {
  hits: Hit[];
  /** Whether there are more. */
  more: boolean;
  /** What of the query was ignored, and what of it and of the filters nobody meets. */
  notices: Notice[];
}

/** Filters beside those in the query, and how many hits. */
export interface SearchOptions {
  filter?: TypedFilter;
  /** 20 without. */
  limit?: number;
}

const isFull = ({ coverage }: Ranked) => coverage > 0.999;

/** What a hit by text is worth where it has not all that is required. */
const worthOf = ({ coverage, score }: Ranked) => coverage * coverage * score;

/** Newer before older, and the same order whatever the store. */
const byDate = (a: Entry, b: Entry) => (a.date === b.date ? a.number - b.number : a.date < b.date ? 1 : -1);

function byWorth(a: Ranked, b: Ranked): number {
  return worthOf(b) - worthOf(a) || b.entry.talks - a.entry.talks || byDate(a.entry, b.entry);
}

/** Hits by text by their worth; what only sounds like the query after the last of them that has all of it. */
function inOrder(texts: readonly Ranked[], sounds: readonly Ranked[]): Ranked[] {
  const sorted = [...texts].sort(byWorth);
  const heard = sounds.map((one) => ({ ...one, coverage: 1 })).sort(byWorth);
  if (heard.length === 0) return sorted;
  return [...sorted.filter(isFull), ...heard, ...sorted.filter((one) => !isFull(one))];
}

/** What texts answer to a query. */
interface ByText {
  ranked: Ranked[];
  /** Words that no entry within the filters has, in whatever way, where others are there. */
  nowhere: string[];
}

async function byText(
  store: Searched,
  wants: readonly Want[],
  wholes: readonly string[],
  filter: Filter,
  limit: number,
): Promise<ByText> {
  const { entries, concepts, lengths } = await store.size();
  const meeting = await meetingOf(store, wants, filter);
  const asked = await Promise.all(
    wants.map((want) => (meeting.get(want) === 0 ? withSlips(store, want) : want)),
  );
  const mended = asked.filter((want) => !meeting.has(want));
  for (const [want, count] of await meetingOf(store, mended, filter)) meeting.set(want, count);
  const numbers = await candidatesOf(store, asked, meeting, filter, limit);
  const statistics = { entries: entries + concepts, lengths, meeting };
  const ranked = (await store.entries(numbers))
    .map((entry) => ({ entry, ...scoreOf(candidateOf(entry), asked, wholes, statistics) }))
    .filter(({ causes }) => causes.some(({ why }) => why !== 'untaught'));
  const required = asked.filter(({ not }) => !not);
  const nowhere = required.filter((want) => !meeting.get(want)).map(({ text }) => text);
  return { ranked, nowhere: nowhere.length < required.length ? nowhere : [] };
}

/** What a text counts that sounds like the query: all of a name that was heard, its beginning, or a part of it. */
const likenessWeights = { all: 1, begins: 0.5, within: 0.35 } as const;

/** What sounds like the query, searched for as text, without what must not be there. */
async function bySound(
  store: Searched,
  meant: readonly Heard[],
  away: readonly Want[],
  filter: Filter,
  limit: number,
): Promise<Ranked[]> {
  if (meant.length === 0) return [];
  const want: Want = {
    text: meant.map(({ part }) => foldedText(part)).join(' or '),
    required: true,
    readings: meant.map(({ part, likeness }) => ({
      why: 'sound',
      weight: weightOf.sound * likenessWeights[likeness],
      texts: [foldedText(part)],
    })),
  };
  const whole = meant.filter(({ likeness }) => likeness === 'all').map(({ part }) => foldedText(part));
  const { ranked } = await byText(store, [want, ...away], ['', ...whole], filter, limit);
  return ranked.map((one) => ({
    ...one,
    heard:
      meant.find(({ part }) => one.causes.some(({ what }) => what.includes(foldedText(part)))) ?? meant[0]!,
  }));
}

async function headsOf(store: Searched, ranked: readonly Ranked[]): Promise<Map<string, TalkHead>> {
  const ids = [...new Set(ranked.flatMap(({ entry }) => entry.talk ?? []))];
  return new Map((await store.heads(ids)).map((head) => [head.id, head]));
}

/** Entries by filters alone, where the query has no word: the newest first. */
async function byFilter(store: Searched, filter: Filter, limit: number): Promise<Ranked[]> {
  if (Object.keys(filter).length === 0) return [];
  const found = await store.candidates({ index: 'grams', filter, order: 'newest', limit });
  const entries = await store.entries(found.map(({ number }) => number));
  return entries.map((entry) => ({ entry, coverage: 1, score: 0, causes: [] }));
}

/**
 * Finds talks, sections, pairs and concepts. First everything that might be meant is gathered (the text as typed, names
 * of the same concept, one slip in a Latin word), then ranked exactly (`score.ts`). What only sounds like the query is
 * looked for where texts leave room, and never stands before a text that has all of it. No query is an error.
 */
export async function search(store: Searched, typed: string, options: SearchOptions = {}): Promise<Found> {
  const { limit = 20 } = options;
  const query = parseQuery(typed);
  const { filter, notices } = await filterOf(store, query.filter, options.filter ?? {});
  query.notices.push(...notices);
  const parts = await readAs(store, query.parts, query.notices);
  if (parts.length === 0) {
    const ranked = await byFilter(store, filter, limit + 1);
    return foundOf(store, ranked, limit, query.notices);
  }
  const wants = await wantsOf(store, parts);
  const { ranked: texts, nowhere } = await byText(store, wants, wholesOf(parts, wants), filter, limit + 1);
  const away = wants.filter(({ not }) => not);
  const full = new Set(texts.filter(isFull).map(({ entry }) => entry.number));
  const meant = full.size > limit ? [] : await meantTexts(store, query, filter);
  const sounds = (await bySound(store, meant, away, filter, limit + 1)).filter(
    ({ entry }) => !full.has(entry.number),
  );
  if (!sounds.length && !Object.keys(filter).length) query.notices.push(...missing(parts, nowhere));
  const heard = new Set(sounds.map(({ entry }) => entry.number));
  const ranked = inOrder(
    texts.filter(({ entry }) => !heard.has(entry.number)),
    sounds,
  );
  return foundOf(store, ranked, limit, query.notices);
}

/** Tells of words that are nowhere, of those that were typed as words: not of the parts of an address. */
function missing(parts: readonly Part[], nowhere: readonly string[]): Notice[] {
  const typed = new Set(parts.flatMap(({ pieces }) => pieces.map(({ text }) => foldedText(text))));
  return nowhere.filter((word) => typed.has(word)).map((word) => notice('nowhere', word));
}

async function foundOf(
  store: Searched,
  ranked: readonly Ranked[],
  limit: number,
  notices: Notice[],
): Promise<Found> {
  const shown = ranked.slice(0, limit);
  const talks = await headsOf(store, shown);
  return { hits: shown.map((one) => hitOf(one, talks)), more: ranked.length > limit, notices };
}
