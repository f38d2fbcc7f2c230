import type { Section, Span } from '../../transcript.js';
import { type Candidate, candidate, type Place, sentence } from './candidate.js';
import type { Clause } from './clauses.js';

/** All sections of a tree in order. */
export function allSections(sections: Section[]): Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}

/** Headings whose text begins right after them: the title is the term, the first sentence its definition. */
export function headings(sections: Section[], place: Omit<Place, 'at'>): Candidate[] {
  const all = allSections(sections);
  return all.flatMap((section, i) => {
    const { message, start, end } = section.span;
    const at = place.clauses.findIndex((clause) => clause.message.id === message && clause.end > start);
    if (at < 0 || end <= start) return [];
    const definition = bodyOf(place.clauses, at, end, all[i + 1]?.span);
    return candidate({ ...place, at }, 'heading', { start, end }, definition);
  });
}

/** The first sentence after a heading and before the next one. */
function bodyOf(clauses: Clause[], at: number, end: number, next: Span | undefined): Span[] {
  const own = clauses[at]!;
  if (own.end > end + 6) return [sentence(own)];
  const body = clauses[at + 1];
  if (!body || (next && next.message === body.message.id && next.start < body.end)) return [];
  return [sentence(body)];
}
