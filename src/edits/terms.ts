import { deriveTerm } from '../derive.js';
import type { Edits, Quote } from '../schema/edits.js';
import { termKey } from '../stages/glossary/term.js';
import type { Entry, Phrase, Span } from '../transcript.js';
import { lost, overlap, type Places, type Stale, shown } from './places.js';

/** Gives a term's broader concept, as the taxonomy has it. */
export type Broader = (term: string, kind: Entry['kind']) => Entry['broader'];

/** A glossary under correction. */
interface State {
  glossary: Entry[];
  touched: Set<Entry>;
  stale: Stale[];
  places: Places;
  broader: Broader;
}

const named = (text: string, says: 'term' | 'definition' = 'term'): Phrase => ({
  says,
  values: { text: shown(text) },
});

/** A term is known by its wording, or by its place. */
const names = (entry: Entry, place: Span) =>
  termKey(entry.term) === termKey(deriveTerm(place.text)) || overlap(entry, place);

const inOrder = (entries: Entry[]) => entries.sort((a, b) => a.message - b.message || a.start - b.start);

function placeOf(quote: Quote, { places, stale }: State): Span | undefined {
  const place = places.span(quote);
  if (!place) stale.push(lost(named(quote.text), quote, places));
  return place;
}

/** The spans of a definition; quotes that have no place are stale. */
function definitionOf(at: Quote, quotes: readonly Quote[], { places, stale }: State): Span[] {
  return quotes.flatMap((quote) => {
    const span = places.span(quote);
    if (!span) stale.push(lost(named(at.text, 'definition'), quote, places));
    return span ?? [];
  });
}

function set({ at, kind, definition }: NonNullable<TermEdits['set']>[number], state: State): void {
  const place = placeOf(at, state);
  if (!place) return;
  const spans = definitionOf(at, definition, state);
  const { text, message, start, end } = place;
  const term = deriveTerm(text);
  if (term === '') state.stale.push({ what: named(text), why: { says: 'no-word' }, message });
  if (term === '' || spans.length === 0) return;
  const old = state.glossary.find((entry) => names(entry, place));
  const { aliases = [] } = old ?? {};
  const broader = state.broader(term, kind);
  const entry: Entry = { term, kind, message, start, end, definition: spans, aliases, broader };
  state.glossary = [...state.glossary.filter((one) => !names(one, place)), entry];
  state.touched.add(entry);
}

function change({ at, kind, definition }: NonNullable<TermEdits['change']>[number], state: State): void {
  const place = placeOf(at, state);
  if (!place) return;
  const old = state.glossary.find((entry) => names(entry, place));
  if (!old) {
    state.stale.push({ what: named(at.text), why: { says: 'no-term' }, message: place.message });
    return;
  }
  const spans = definitionOf(at, definition ?? [], state);
  const entry: Entry = {
    ...old,
    ...(spans.length && { definition: spans }),
    ...(kind !== undefined && { kind, broader: state.broader(old.term, kind) }),
  };
  state.glossary = state.glossary.map((one) => (one === old ? entry : one));
  state.touched.add(entry);
}

type TermEdits = NonNullable<Edits['terms']>;

/** Takes away, puts in and alters the terms that the editor names; they stand in the order of the log. */
export function editTerms(
  found: readonly Entry[],
  edit: Edits['terms'],
  places: Places,
  broader: Broader,
): { glossary: Entry[]; touched: Set<Entry>; stale: Stale[] } {
  const state: State = { glossary: [...found], touched: new Set(), stale: [], places, broader };
  if (edit) inOrder(state.glossary);
  for (const { at } of edit?.remove ?? []) {
    const place = placeOf(at, state);
    if (place) state.glossary = state.glossary.filter((entry) => !names(entry, place));
  }
  for (const one of edit?.set ?? []) set(one, state);
  if (edit) inOrder(state.glossary);
  for (const one of edit?.change ?? []) change(one, state);
  return state;
}
