import type { Concepts } from '../../language/concepts.js';
import { foldedText } from '../../language/fold.js';
import type { Lexicon } from '../../lexicon.js';
import type { Concept } from '../../schema/taxonomy.js';
import { spanOf } from '../../transcript.js';
import { type Candidate, newCandidate, timesOf } from './candidate.js';
import { nestingCounter, type Place } from './nesting.js';
import type { Passage } from './passages.js';
import { type Phrase, phrasesOf, subjectsOf } from './phrases.js';

/** Places kept of a candidate: evidence needs three, the rest are in reserve for a reader of `explain`. */
const MAX_SPANS = 12;
/** What may stand before a term that begins a line or sentence: a number, a mark, white space. */
const leading = /(?:^|[\n。；])[\p{P}\p{S}\p{N}\s一二三四五六七八九十第]{0,24}$/u;
const explained = /^[”"』」】]?(?:主要|就|的意思)?(?:是指|指的是|指|是|：|:)/u;

interface Named {
  start: number;
  end: number;
  concept: Concept;
}

/** Concepts in a text; a label of two characters must not lie across the borders of words. */
function conceptsIn(text: string, phrases: Phrase[], concepts: Concepts): Named[] {
  const starts = new Set(phrases.map(({ start }) => start));
  const ends = new Set(phrases.map(({ end }) => end));
  return concepts.find(text).flatMap(({ start, end, values }) => {
    if (end - start <= 2 && !(starts.has(start) || ends.has(end))) return [];
    return [{ start, end, concept: values[0]! }];
  });
}

/** The folded words of a slice: those of the phrases that lie in it, from the left, else the slice. */
function wordsIn(text: string, phrases: Phrase[], start: number, end: number): string[] {
  const words: string[] = [];
  let from = start;
  for (const { words: inner } of phrases) {
    const [word] = inner;
    if (inner.length === 1 && word!.start >= from && word!.end <= end) {
      words.push(foldedText(word!.word));
      from = word!.end;
    }
  }
  return words.length > 0 ? words : [foldedText(text.slice(start, end))];
}

/** Whether a concept's place leaves nothing to a phrase: holds it, lies across its border, or makes up half of it. */
function covers(concept: Named, start: number, end: number): boolean {
  if (concept.end <= start || end <= concept.start) return false;
  const inside = start <= concept.start && concept.end <= end;
  return !inside || 2 * (concept.end - concept.start) >= end - start;
}

/** What is named once is no topic, unless in the title or a heading. */
const isPutForward = (candidate: Candidate) =>
  timesOf(candidate) > 1 || candidate.count.title + candidate.count.heading > 0;

const idOf = (form: string, concept: Concept | undefined) => concept?.id ?? `text:${foldedText(form)}`;

/** Enters an occurrence into what is known. */
function record(
  candidate: Candidate,
  at: number,
  { field, message, from, text }: Passage,
  start: number,
  end: number,
) {
  const form = text.slice(start, end);
  candidate.forms.set(form, (candidate.forms.get(form) ?? 0) + 1);
  candidate.count[field]++;
  candidate.passages.add(at);
  if (field === 'lecture' && leading.test(text.slice(Math.max(0, start - 30), start))) candidate.leads++;
  if (field === 'lecture' && explained.test(text.slice(end, end + 6))) candidate.defined++;
  const span = spanOf(message, from + start, from + end);
  const known = candidate.spans.some((other) => other.message === span.message && other.start === span.start);
  if (!known && candidate.spans.length < MAX_SPANS) candidate.spans.push(span);
}

/**
 * Collects candidates from passages: concepts of the taxonomy, phrases of nouns that no concept stands for, and the
 * subjects of title and headings.
 */
export function candidatesOf(
  passages: Passage[],
  concepts: Concepts,
  subjects: Lexicon['subjects'],
): Candidate[] {
  const found = new Map<string, Candidate>();
  const empty = { alone: new Set([...subjects.hollow, ...subjects.after]), first: new Set(subjects.before) };
  const nesting = nestingCounter();
  passages.forEach((passage, at) => {
    const { field, text } = passage;
    const places: Place[] = [];
    const note = (start: number, end: number, words: string[], tags: string[], concept?: Concept) => {
      const form = text.slice(start, end);
      const id = idOf(form, concept);
      const candidate =
        found.get(id) ?? newCandidate({ id, label: concept?.prefLabel ?? form, concept, words, tags });
      found.set(id, candidate);
      record(candidate, at, passage, start, end);
      places.push({ start, end, candidate });
      return candidate;
    };
    const phrases = phrasesOf(text, empty);
    const named = conceptsIn(text, phrases, concepts);
    for (const { start, end, concept } of named)
      note(start, end, wordsIn(text, phrases, start, end), [], concept);
    for (const { start, end, words } of phrases) {
      if (named.some((concept) => covers(concept, start, end))) continue;
      note(
        start,
        end,
        words.map(({ word }) => foldedText(word)),
        words.map(({ tag }) => tag),
      );
    }
    nesting.add(places);
    if (field !== 'title' && field !== 'heading') return;
    for (const { start, end } of subjectsOf(text, subjects)) {
      const standing = named.filter((one) => covers(one, start, end));
      const own = () =>
        found.get(idOf(text.slice(start, end), undefined)) ??
        note(start, end, wordsIn(text, phrases, start, end), ['n']);
      for (const { subject } of standing.length > 0
        ? standing.map(({ concept }) => found.get(concept.id)!)
        : [own()]) {
        if (field === 'title') subject.title = true;
        else subject.headings++;
      }
    }
  });
  nesting.finish();
  return [...found.values()].filter(isPutForward);
}
