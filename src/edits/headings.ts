import { deriveHeading } from '../derive.js';
import { type Marker, markerAt, markerFinders } from '../language/markers.js';
import type { OutlineWords } from '../lexicon.js';
import type { Edits, HeadingChange, HeadingSet, Quote } from '../schema/edits.js';
import type { Phrase, Saying, Section, Span } from '../transcript.js';
import { lost, overlap, type Places, type Stale, shown } from './places.js';

/** A lecture's headings under correction: sections in reading order, neither nested nor filled. */
interface State {
  sections: Section[];
  touched: Set<Section>;
  stale: Stale[];
  places: Places;
  lecture: ReadonlySet<number>;
  finders: ReturnType<typeof markerFinders>;
}

/** Characters before a title in which its marker may stand. */
const before = 16;

/** The marker that stands right before a title, as typed. */
function markerBefore(text: string, title: number, finders: State['finders']): Marker | undefined {
  for (let at = Math.max(0, title - before); at < title; at++) {
    const marker = markerAt(text, at, finders);
    if (marker && marker.close <= title && text.slice(marker.close, title).trim() === '') return marker;
  }
  return undefined;
}

/** A marker with the number that it states: the one given, else the one typed before the title. */
function markerOf(given: string | undefined, span: Span, { places, finders }: State) {
  const { text } = places.messages[span.message]!;
  if (given !== undefined)
    return { marker: given, ordinal: markerAt(`${given} `, 0, finders)?.ordinal ?? null };
  const typed = markerBefore(text, span.start, finders);
  return { marker: typed ? text.slice(typed.start, typed.close) : '', ordinal: typed?.ordinal ?? null };
}

const inOrder = (sections: Section[]) =>
  sections.sort((a, b) => a.message - b.message || a.span.start - b.span.start);

const equal = (a: Span, b: Span) => a.message === b.message && a.start === b.start && a.end === b.end;

/** The heading that a quote names: the one at its very place, else the first that shares text with it. */
const named = (sections: readonly Section[], place: Span) =>
  sections.find(({ span }) => equal(span, place)) ?? sections.find(({ span }) => overlap(span, place));

const heading = (text: string): Phrase => ({ says: 'heading', values: { text: shown(text) } });

/** Where a heading's title stands; undefined, and stale, where the log has no such place. */
function placeOf(quote: Quote, { places, stale }: State): Span | undefined {
  const place = places.span(quote);
  if (!place) stale.push(lost(heading(quote.text), quote, places));
  return place;
}

/** Whether a heading may stand in a place: in the lecture, with its marker in the message. */
function fits({ message, text }: Span, marker: string | undefined, state: State): boolean {
  const { places, stale, lecture } = state;
  const refuse = (why: Phrase) => stale.push({ what: heading(text), why, message });
  if (!lecture.has(message)) refuse({ says: 'not-in-lecture' });
  else if (marker && !places.messages[message]!.text.includes(marker))
    refuse({ says: 'no-marker', values: { marker: shown(marker) } });
  else return true;
  return false;
}

function set({ at, marker, level }: HeadingSet, state: State): void {
  const span = placeOf(at, state);
  if (!span || !fits(span, marker, state)) return;
  const title = deriveHeading(span);
  if (title === '') {
    state.stale.push({ what: heading(at.text), why: { says: 'no-characters' }, message: span.message });
    return;
  }
  const old = state.sections.find((section) => overlap(section.span, span));
  const above = state.sections.findLast(
    (one) => one.message < span.message || (one.message === span.message && one.span.start < span.start),
  );
  const section: Section = {
    ...markerOf(marker, span, state),
    title,
    level: level ?? old?.level ?? above?.level ?? 1,
    message: span.message,
    span,
    origin: old && equal(old.span, span) ? old.origin : 'typed',
    blocks: [],
    sections: [],
  };
  state.sections = inOrder([...state.sections.filter((one) => !overlap(one.span, span)), section]);
  state.touched.add(section);
}

/** Why a heading cannot get the title that an editor gives it. */
function misfit(old: Section, span: Span, { sections }: State): Saying | undefined {
  if (!overlap(old.span, span)) return 'moved';
  return sections.some((one) => one !== old && overlap(one.span, span)) ? 'taken' : undefined;
}

function change({ at, title, marker, level }: HeadingChange, state: State): void {
  const place = placeOf(at, state);
  const span = title ? placeOf(title, state) : undefined;
  if (!place || (title && !span) || !fits(span ?? place, marker, state)) return;
  const { message } = place;
  const exact = span && state.sections.find((one) => equal(one.span, span));
  const old = exact ?? named(state.sections, place);
  const says = old ? span && misfit(old, span, state) : 'no-heading';
  if (says) state.stale.push({ what: heading(at.text), why: { says }, message });
  if (!old || says) return;
  const section: Section = {
    ...old,
    ...(span && !exact && { span, title: deriveHeading(span), origin: 'typed' as const }),
    ...(marker !== undefined && markerOf(marker, span ?? old.span, state)),
    ...(level !== undefined && { level }),
  };
  state.sections = state.sections.map((one) => (one === old ? section : one));
  state.touched.add(section);
}

/**
 * Takes away, puts in and alters the headings that the editor names. `found` and the result are flat and in
 * reading order; levels of the others stay as they are.
 */
export function editHeadings(
  found: readonly Section[],
  edit: Edits['headings'],
  { places, lecture, words }: { places: Places; lecture: readonly number[]; words: OutlineWords },
): { sections: Section[]; touched: Set<Section>; stale: Stale[] } {
  const state: State = {
    sections: [...found],
    touched: new Set(),
    stale: [],
    places,
    lecture: new Set(lecture),
    finders: markerFinders(words),
  };
  const kept = (edit?.change ?? []).flatMap(({ title }) => (title && places.span(title)) ?? []);
  for (const { at } of edit?.remove ?? []) {
    const place = placeOf(at, state);
    if (!place) continue;
    const gone = named(
      state.sections.filter(({ span }) => !kept.some((one) => equal(one, span))),
      place,
    );
    state.sections = state.sections.filter((one) => one !== gone);
  }
  for (const one of edit?.set ?? []) set(one, state);
  for (const one of edit?.change ?? []) change(one, state);
  return state;
}
