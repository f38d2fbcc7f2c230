import { foldedText } from '../language/fold.js';
import { nameKey } from '../language/grams.js';
import { type Entry, type Field, fields } from '../store/store.js';
import type { Meeting, Reading, Want, Why } from './readings.js';
import { bm25, contextWeight, exactness, fieldWeights, telling, untaught } from './weights.js';

/** An entry with its texts as they are compared. */
export interface Candidate {
  entry: Entry;
  folded: Record<Field, string>;
  /** Title of the talk and headings above, a line each. */
  context: string;
}

/** An entry made ready to be compared. */
export function candidateOf(entry: Entry): Candidate {
  const { term, heading, definition, body, title, above = [] } = entry;
  const around = entry.kind === 'talk' ? [] : [title ?? '', ...above];
  return {
    entry,
    folded: {
      term: foldedText(term),
      heading: foldedText(heading),
      definition: foldedText(definition),
      body: foldedText(body),
    },
    context: foldedText(around.join('\n')),
  };
}

/** Occurrences by field, and whether the text stands in the title of the talk or a heading above. */
type Counts = Partial<Record<Field | 'context', number>>;

/** One cause of a score, for `--explain`. */
export interface Cause {
  /** The texts that were found, all of them in the entry; of exactness the query or what of it is demanded; of `untaught` none. */
  what: string[];
  why: Why | keyof typeof exactness | 'untaught';
  counts?: Counts;
  /** How rare the word is. */
  idf?: number;
  /** What it adds; of `untaught`, the factor. */
  adds: number;
}

/** How well an entry answers. */
export interface Score {
  /** Share of what is required that is there, by rarity: 1 is all. */
  coverage: number;
  score: number;
  causes: Cause[];
}

/** What rarity and lengths are counted against. */
export interface Statistics {
  entries: number;
  lengths: Record<Field, number>;
  meeting: Meeting;
}

/** How rare: ln(1 + (N − n + ½) / (n + ½)). */
export function idfOf(entries: number, meeting: number): number {
  return Math.log(1 + Math.max(0, entries - meeting + 0.5) / (meeting + 0.5));
}

const isLatin = (unit: string | undefined) => unit !== undefined && /[a-z0-9]/u.test(unit);

/** Where a folded text stands in another; Latin words only whole. */
export function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  if (word === '') return places;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const open = isLatin(word[0]) && isLatin(text[at - 1]);
    const close = isLatin(word.at(-1)) && isLatin(text[at + word.length]);
    if (!open && !close) places.push(at);
  }
  return places;
}

function countsOf({ folded, context }: Candidate, word: string, within: readonly Field[]): Counts {
  const counts: Counts = {};
  for (const field of within) {
    const count = folded[field] ? placesOf(folded[field], word).length : 0;
    if (count) counts[field] = count;
  }
  const around = within === fields && context ? placesOf(context, word).length : 0;
  return around ? { ...counts, context: Math.min(around, 1) } : counts;
}

/** Occurrences weighted by field and held against its length, as BM25F adds them up before they saturate. */
function weighed(counts: Counts, { folded }: Candidate, lengths: Record<Field, number>): number {
  let sum = contextWeight * (counts.context ?? 0);
  for (const field of fields) {
    const count = counts[field];
    if (!count) continue;
    const b = bm25.b[field];
    sum += (fieldWeights[field] * count) / (1 - b + (b * folded[field].length) / (lengths[field] || 1));
  }
  return sum;
}

const saturated = (sum: number) => (sum * (bm25.k + 1)) / (sum + bm25.k);

/** What a reading gives: of several texts the least, as all must be there. */
function worthOf(reading: Reading, candidate: Candidate, lengths: Record<Field, number>) {
  let least = Number.POSITIVE_INFINITY;
  let counts: Counts = {};
  for (const text of reading.texts) {
    counts = countsOf(candidate, text, reading.fields ?? fields);
    least = Math.min(least, saturated(weighed(counts, candidate, lengths)));
  }
  return { value: reading.weight * (Number.isFinite(least) ? least : 0), counts };
}

function bestReading(want: Want, candidate: Candidate, idf: number, lengths: Record<Field, number>) {
  let best: Cause | undefined;
  for (const reading of want.readings) {
    const { value, counts } = worthOf(reading, candidate, lengths);
    if (value > 0 && (!best || value * idf > best.adds)) {
      best = { what: reading.texts, why: reading.why, counts, idf, adds: value * idf };
    }
  }
  return best;
}

function exactnessLike({ entry, folded }: Candidate, whole: string): keyof typeof exactness | undefined {
  const key = nameKey(whole);
  if (!key) return undefined;
  const names = entry.term ? entry.term.split('\n').map(nameKey) : [];
  if (names[0] === key) return 'label';
  if (names.includes(key)) return 'name';
  if (entry.heading && nameKey(entry.heading) === key) return 'heading';
  if (entry.kind === 'talk' && placesOf(folded.term, whole).length) return 'speaker';
  if (placesOf(folded.heading, whole).length) return 'inHeading';
  if (placesOf(folded.term, whole).length) return 'inName';
  return placesOf(folded.definition, whole).length || placesOf(folded.body, whole).length
    ? 'inText'
    : undefined;
}

/** In which way, the weightiest, an entry stands like the whole query. */
function exactnessOf(candidate: Candidate, wholes: readonly string[]): Cause | undefined {
  let best: Cause | undefined;
  for (const [index, what] of wholes.entries()) {
    const why = exactnessLike(candidate, what);
    const adds = why ? exactness[why] * (index === 0 ? 1 : telling) : 0;
    if (why && (!best || adds > best.adds)) best = { what: [what], why, adds };
  }
  return best;
}

function untaughtFactor({ kind, talks, definition }: Entry, exact: Cause['why'] | undefined): number {
  if (kind !== 'concept' || talks > 0) return 1;
  const factors = untaught[definition === '' ? 'bare' : 'defined'];
  return exact === 'label' || exact === 'name' ? factors.named : factors.alike;
}

/** Ranks one entry; `wholes` are what a name that equals the query might be, folded. */
export function scoreOf(
  candidate: Candidate,
  wants: readonly Want[],
  wholes: readonly string[],
  { entries, lengths, meeting }: Statistics,
): Score {
  const causes: Cause[] = [];
  let asked = 0;
  let there = 0;
  for (const want of wants) {
    if (want.not) continue;
    const idf = idfOf(entries, meeting.get(want) ?? 0);
    const cause = bestReading(want, candidate, idf, lengths);
    if (want.required) asked += idf;
    if (!cause) continue;
    if (want.required) there += idf;
    causes.push(want.required ? cause : { ...cause, adds: cause.adds / 2 });
  }
  const exact = exactnessOf(candidate, wholes);
  if (exact) causes.push({ ...exact, adds: exact.adds * (bm25.k + 1) * Math.max(asked, 0.1) });
  let score = causes.reduce((sum, { adds }) => sum + adds, 0);
  const factor = untaughtFactor(candidate.entry, exact?.why);
  if (factor < 1) {
    score *= factor;
    causes.push({ what: [], why: 'untaught', adds: factor });
  }
  return { coverage: asked > 0 ? there / asked : 1, score, causes };
}
