import type { OutlineWords } from '../../lexicon.js';
import { isImage } from '../talks/session.js';
import type { Heading } from './heading.js';
import { numbered } from './numbered.js';
import type { Piece } from './pieces.js';
import { inner, plain } from './plain.js';
import { spokenIn } from './spoken.js';

/** So many unnumbered headings in a lecture make a further one likelier, by this much. */
const habit = { count: 4, bonus: 0.5 };

/** Reads the pieces of a lecture in order and gives its headings, levels not yet decided. */
export function headingsIn(pieces: Piece[], words: OutlineWords): Heading[] {
  const read = (bonus: number) => {
    const found: Heading[] = [];
    const series = new Map<string, number>();
    pieces.forEach((piece, index) => {
      if (isImage(piece.message)) return;
      const [before, next] = [pieces[index - 1], pieces[index + 1]];
      const last = piece.marker ? series.get(piece.marker.shape) : undefined;
      const sibling = last !== undefined && (piece.marker!.ordinal ?? 0) > last;
      const heading = piece.marker
        ? numbered(piece, before, next, words, sibling)
        : (spokenIn(piece, words) ?? plain(piece, next, words, bonus));
      const all = [
        ...(heading ? [heading] : []),
        ...inner(piece, heading?.body ?? piece.marker?.end ?? piece.start, words),
      ];
      for (const one of all) found.push({ ...one, index });
      if (heading?.marker) series.set(heading.marker.shape, heading.marker.ordinal ?? 0);
      else if (piece.marker) series.delete(piece.marker.shape);
    });
    return found;
  };
  const found = read(0);
  return found.filter((heading) => heading.rule === 'outline.plain').length >= habit.count
    ? read(habit.bonus)
    : found;
}
