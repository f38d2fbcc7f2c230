import { type Concepts, aliasesOf } from '../../language/concepts.js';
import { fold } from '../../language/fold.js';
import type { Lexicon } from '../../lexicon.js';
import type { Concept } from '../../schema/taxonomy.js';
import type { Span } from '../../transcript.js';
import { spanOf } from '../../transcript.js';
import type { Passage } from './passages.js';
import { type Phrase, phrasesOf, subjectsOf } from './phrases.js';

/** A possible topic with all that speaks for it. */
export interface Candidate {
  /** Of a concept: its id; else `text:` and the folded term. */
  id: string;
  label: string;
  concept: Concept | undefined;
  /** Folded words (of the first occurrence). */
  words: string[];
  /** nodejieba's tags of these words; empty for a concept. */
  tags: string[];
  /** How it is written, with the number of times. */
  forms: Map<string, number>;
  count: Record<Passage['field'], number>;
  /** Ordinals of the passages that hold it. */
  passages: Set<number>;
  /** It is the whole subject of the title, or of this many headings. */
  subject: { title: boolean; headings: number };
  spans: Span[];
  /** The largest share of its occurrences that lie inside one and the same longer candidate. */
  nested: number;
  /** How often it begins a line or sentence (behind a number or mark). */
  leads: number;
  /** How often it is explained where it stands: X是指…, X：… */
  defined: number;
}

interface Place {
  start: number;
  end: number;
  candidate: Candidate;
}

const MAX_SPANS = 12;
/** What may stand before a term that begins a line or sentence: a number, a mark, white space. */
const leading = /(?:^|[\n。；])[\p{P}\p{S}\p{N}\s一二三四五六七八九十第]{0,6}$/u;
const explained = /^[”"』」】]?(?:主要|就|的意思)?(?:是指|指的是|指|是|：|:)/u;

/** Collects candidates from passages: concepts of the taxonomy, phrases of nouns, subjects of title and headings. */
export function candidatesOf(passages: Passage[], concepts: Concepts, subjects: Lexicon['subjects']): Candidate[] {
  const found = new Map<string, Candidate>();
  const hollow = new Set(subjects.hollow);
  const inside = new Map<Candidate, Map<Candidate, number>>();
  let places: Place[] = [];
  const note = (at: number, start: number, end: number, words: string[], tags: string[], concept?: Concept) => {
    const { field, message, from, text } = passages[at]!;
    const form = text.slice(start, end);
    const id = concept ? concept.id : `text:${fold(form).text}`;
    const candidate = found.get(id) ?? empty(id, concept?.prefLabel ?? form, concept, words, tags);
    found.set(id, candidate);
    candidate.forms.set(form, (candidate.forms.get(form) ?? 0) + 1);
    candidate.count[field]++;
    candidate.passages.add(at);
    places.push({ start, end, candidate });
    if (field === 'lecture' && leading.test(text.slice(Math.max(0, start - 12), start))) candidate.leads++;
    if (field === 'lecture' && explained.test(text.slice(end, end + 6))) candidate.defined++;
    if (candidate.spans.length < MAX_SPANS) candidate.spans.push(spanOf(message, from + start, from + end));
    return candidate;
  };
  passages.forEach(({ field, text }, at) => {
    const phrases = phrasesOf(text, hollow);
    const named = conceptsIn(text, phrases, concepts);
    places = [];
    for (const { start, end, value } of named) note(at, start, end, wordsIn(text, phrases, start, end), [], value);
    for (const { start, end, words } of phrases) {
      if (named.some((concept) => covers(concept, start, end))) continue;
      note(at, start, end, words.map(({ word }) => fold(word).text), words.map(({ tag }) => tag));
    }
    countNesting(places, inside);
    if (field !== 'title' && field !== 'heading') return;
    for (const { start, end } of subjectsOf(text, subjects)) {
      const covering = named.filter((concept) => concept.end > start && concept.start < end && covers(concept, start, end));
      const ids = covering.map(({ value }) => value.id);
      if (ids.length === 0) {
        const id = `text:${fold(text.slice(start, end)).text}`;
        if (!found.has(id)) note(at, start, end, wordsIn(text, phrases, start, end), ['n']);
        ids.push(id);
      }
      for (const id of ids) {
        const { subject } = found.get(id)!;
        if (field === 'title') subject.title = true;
        else subject.headings++;
      }
    }
  });
  for (const [inner, holders] of inside) inner.nested = Math.min(1, Math.max(...holders.values()) / timesOf(inner));
  return [...found.values()].filter(isPutForward);
}

/** Whether a concept's place stands for a phrase: holds it, or is held by it and at least half as long. */
const covers = (concept: { start: number; end: number }, start: number, end: number) =>
  (concept.start <= start && end <= concept.end) ||
  (start <= concept.start && concept.end <= end && 2 * (concept.end - concept.start) >= end - start);

/** A text's own term must come twice, or stand in the title or a heading. */
const isPutForward = (candidate: Candidate) =>
  candidate.concept !== undefined || timesOf(candidate) > 1 || candidate.count.title + candidate.count.heading > 0;

const empty = (id: string, label: string, concept: Concept | undefined, words: string[], tags: string[]): Candidate => ({
  id,
  label,
  concept,
  words,
  tags,
  forms: new Map(),
  count: { title: 0, heading: 0, lecture: 0, qa: 0 },
  passages: new Set(),
  subject: { title: false, headings: 0 },
  spans: [],
  nested: 0,
  leads: 0,
  defined: 0,
});

/** Counts, for each place, the longer places that hold it. */
function countNesting(places: Place[], inside: Map<Candidate, Map<Candidate, number>>): void {
  places.sort((a, b) => a.start - b.start || b.end - a.end);
  places.forEach((outer, i) => {
    for (let k = i + 1; k < places.length && places[k]!.start < outer.end; k++) {
      const inner = places[k]!;
      if (inner.end > outer.end || inner.end - inner.start === outer.end - outer.start) continue;
      if (inner.candidate === outer.candidate) continue;
      const holders = inside.get(inner.candidate) ?? new Map<Candidate, number>();
      inside.set(inner.candidate, holders);
      holders.set(outer.candidate, (holders.get(outer.candidate) ?? 0) + 1);
    }
  });
}

/** How often a candidate occurs, in whatever form and field. */
export const timesOf = ({ forms }: Candidate): number => [...forms.values()].reduce((all, n) => all + n, 0);

/** Concepts in a text; a label of two characters must not lie across the borders of words. */
function conceptsIn(text: string, phrases: Phrase[], concepts: Concepts) {
  const starts = new Set(phrases.map(({ start }) => start));
  const ends = new Set(phrases.map(({ end }) => end));
  return concepts.find(text).flatMap(({ start, end, values }) => {
    if (end - start <= 2 && !(starts.has(start) || ends.has(end))) return [];
    return [{ start, end, value: values[0]! }];
  });
}

/** The folded words of a slice: those of the phrases that lie in it, longest cover from the left, else the slice. */
function wordsIn(text: string, phrases: Phrase[], start: number, end: number): string[] {
  const words: string[] = [];
  let from = start;
  for (const { words: inner } of phrases) {
    const [word] = inner;
    if (inner.length === 1 && word!.start >= from && word!.end <= end) {
      words.push(fold(word!.word).text);
      from = word!.end;
    }
  }
  return words.length > 0 ? words : [fold(text.slice(start, end)).text];
}

/** Other names of a candidate: as the text writes it, most often first, then the taxonomy's. */
export function namesOf({ label, forms, concept }: Candidate): string[] {
  const typed = [...forms].sort((a, b) => b[1] - a[1]).map(([form]) => form);
  const seen = new Set([fold(label).text]);
  return [...typed, ...(concept ? aliasesOf(concept) : [])].filter((name) => {
    const folded = fold(name).text;
    return seen.has(folded) ? false : seen.add(folded);
  });
}
