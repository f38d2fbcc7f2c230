import type { Concepts } from '../../language/concepts.js';
import { foldedText } from '../../language/fold.js';
import { anyOf } from '../../language/patterns.js';
import type { Lexicon } from '../../lexicon.js';
import { kept } from '../../memory/remembered.js';
import type { Concept } from '../../schema/taxonomy.js';
import { spanOf } from '../../transcript.js';
import { type Candidate, newCandidate } from './candidate.js';
import { type Mentioned, nestingCounter, type Place } from './nesting.js';
import type { Passage } from './passages.js';
import { type Phrase, phrasesOf, subjectsOf } from './phrases.js';

/** Places kept of a candidate: evidence needs three, the rest are in reserve for a reader of `explain`. */
const MAX_SPANS = 12;
/** What may stand before a term that begins a line or sentence: a number, a mark, white space. */
const leading = /(?:^|[\n。；])[\p{P}\p{S}\p{N}\s一二三四五六七八九十第]{0,24}$/u;
const explanations = new WeakMap<Lexicon['subjects'], RegExp>();

const explainedBy = ({ defines: { softens, verbs } }: Lexicon['subjects']) =>
  new RegExp(`^[”"』」】]?(?:${anyOf(softens)})?(?:${anyOf(verbs)}|：|:)`, 'u');

interface Named {
  start: number;
  end: number;
  concept: Concept;
}

/** Concepts in a text; a label of two characters must not lie across the borders of words. */
function conceptsIn(text: string, phrases: Phrase[], concepts: Concepts): Named[] {
  const found = concepts.find(text).map(({ start, end, values }) => ({ start, end, concept: values[0]! }));
  if (!found.some(({ start, end }) => end - start <= 2)) return found;
  const starts = new Set(phrases.map(({ start }) => start));
  const ends = new Set(phrases.map(({ end }) => end));
  return found.filter(({ start, end }) => end - start > 2 || starts.has(start) || ends.has(end));
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

/** Phrases that no concept covers; concepts do not overlap, and both stand in the order of their starts. */
function uncovered(phrases: Phrase[], named: Named[]): Phrase[] {
  let next = 0;
  return phrases.filter(({ start, end }) => {
    while (next < named.length && named[next]!.end <= start) next++;
    for (let at = next; at < named.length && named[at]!.start < end; at++)
      if (covers(named[at]!, start, end)) return false;
    return true;
  });
}

const idOf = (form: string, concept: Concept | undefined) => concept?.id ?? `text:${foldedText(form)}`;

/** Enters an occurrence into what is known. */
function record(
  candidate: Candidate,
  at: number,
  { field, message, from, text }: Passage,
  { start, end, explained }: Pick<Occurrence, 'start' | 'end' | 'explained'>,
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

/** A place in a passage at which something is named. */
interface Occurrence {
  at: number;
  passage: Passage;
  start: number;
  end: number;
  /** What stands behind a term that is explained. */
  explained: RegExp;
}

/** What the first occurrence of a candidate tells about it; asked for only where there is a second. */
type About = () => Pick<Candidate, 'words' | 'tags'>;

/** Something named: it becomes a candidate when it is named again, or in the title or a heading. */
interface Mention extends Mentioned {
  id: string;
  first: Occurrence;
  about: About;
}

const enter = (candidate: Candidate, { at, passage, ...place }: Occurrence) =>
  record(candidate, at, passage, place);

/** What is named once is no topic, unless in the title or a heading. */
const isPutForward = ({ field }: Passage) => field === 'title' || field === 'heading';

function candidateOf({ id, first, about }: Mention, concept: Concept | undefined): Candidate {
  const label = concept?.prefLabel ?? first.passage.text.slice(first.start, first.end);
  const made = newCandidate({ id, label, concept, ...about() });
  enter(made, first);
  return made;
}

/** All that is named so far, and where each form stands among it. */
interface Mentions {
  byId: Map<string, Mention>;
  byForm: Map<string, Mention>;
}

/** The mention of a concept or of a term in one of its forms, if there was one. */
function knownOf(
  { byId, byForm }: Mentions,
  form: string,
  concept: Concept | undefined,
): Mention | undefined {
  if (concept) return byId.get(concept.id);
  const known = byForm.get(form) ?? byId.get(idOf(form, undefined));
  if (known) byForm.set(form, known);
  return known;
}

/** Enters an occurrence under an id. */
function mentioned(
  all: Mentions,
  occurrence: Occurrence,
  concept: Concept | undefined,
  about: About,
): Mention {
  const { passage, start, end } = occurrence;
  const form = passage.text.slice(start, end);
  const known = knownOf(all, form, concept);
  const mention = known ?? { id: idOf(form, concept), first: occurrence, about, candidate: undefined };
  if (!known) all.byId.set(mention.id, mention);
  if (known || isPutForward(passage)) mention.candidate ??= candidateOf(mention, concept);
  if (known) enter(mention.candidate!, occurrence);
  return mention;
}

const aboutPhrase =
  ({ words }: Phrase): About =>
  () => ({ words: words.map(({ word }) => foldedText(word)), tags: words.map(({ tag }) => tag) });

/**
 * Collects candidates from passages: concepts of the taxonomy, phrases of nouns that no concept stands for, and the
 * subjects of title and headings.
 */
export function candidatesOf(
  passages: Passage[],
  concepts: Concepts,
  subjects: Lexicon['subjects'],
): Candidate[] {
  const found: Mentions = { byId: new Map(), byForm: new Map() };
  const empty = { alone: new Set([...subjects.hollow, ...subjects.after]), first: new Set(subjects.before) };
  const explained = kept(explanations, subjects, explainedBy);
  const nesting = nestingCounter();
  passages.forEach((passage, at) => {
    const { text } = passage;
    const places: Place[] = [];
    const note = (start: number, end: number, about: About, concept?: Concept) => {
      places.push({
        start,
        end,
        mention: mentioned(found, { at, passage, start, end, explained }, concept, about),
      });
    };
    const phrases = phrasesOf(text, empty);
    const named = conceptsIn(text, phrases, concepts);
    for (const { start, end, concept } of named)
      note(start, end, () => ({ words: wordsIn(text, phrases, start, end), tags: [] }), concept);
    for (const phrase of uncovered(phrases, named)) note(phrase.start, phrase.end, aboutPhrase(phrase));
    nesting.add(places);
    if (isPutForward(passage)) noteSubjects();

    function noteSubjects() {
      for (const { start, end } of subjectsOf(text, subjects)) {
        const standing = named.filter((one) => covers(one, start, end));
        const own = () =>
          knownOf(found, text.slice(start, end), undefined)?.candidate ??
          mentioned(found, { at, passage, start, end, explained }, undefined, () => ({
            words: wordsIn(text, phrases, start, end),
            tags: ['n'],
          })).candidate!;
        for (const { subject } of standing.length > 0
          ? standing.map(({ concept }) => found.byId.get(concept.id)!.candidate!)
          : [own()]) {
          if (passage.field === 'title') subject.title = true;
          else subject.headings++;
        }
      }
    }
  });
  nesting.finish();
  return [...found.byId.values()].flatMap(({ candidate }) => candidate ?? []);
}
