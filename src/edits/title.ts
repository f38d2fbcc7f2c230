import { deriveTitle } from '../derive.js';
import type { Edits } from '../schema/edits.js';
import type { Phrase, Span } from '../transcript.js';
import { lost, type Places, type Stale, shown } from './places.js';

/** A title with the spans that it comes from; none where an editor worded it. */
export interface Title {
  title: string;
  titleFrom: Span[];
}

/** Puts the editor's title in the place of the one found. It stands also where its spans do not fit any more. */
export function editTitle(
  found: Title,
  edit: Edits['title'],
  places: Places,
): { title: Title; stale: Stale[] } {
  if (!edit) return { title: found, stale: [] };
  const { text, from = [] } = edit;
  const what: Phrase = { says: 'title-source', values: { text: shown(text) } };
  const spans = from.map((quote) => ({ quote, span: places.span(quote) }));
  const stale = spans.filter(({ span }) => !span).map(({ quote }) => lost(what, quote, places));
  const titleFrom = spans.flatMap(({ span }) => span ?? []);
  if (stale.length === 0 && from.length > 0) {
    if (deriveTitle(titleFrom) === text) return { title: { title: text, titleFrom }, stale };
    stale.push({ what, why: { says: 'not-derived' }, message: titleFrom[0]!.message });
  }
  return { title: { title: text, titleFrom: [] }, stale };
}
