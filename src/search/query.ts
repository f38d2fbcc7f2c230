import type { Field, Filter } from '../store/store.js';
import type { Notice } from './notices.js';

/** One thing to be found, as typed. */
export interface Piece {
  text: string;
  /** In quotes: these characters and no others, without synonyms, slips and sounds. */
  quoted: boolean;
  /** Where it must stand; anywhere without. */
  fields?: Field[];
}

/** What must hold: one of the pieces is there, or with `not` none of them is. */
export interface Part {
  not: boolean;
  pieces: Piece[];
}

/** Whether a part is a word that must be there, and nothing more: no quotes, no field, no other one beside it. */
export const isPlain = ({ not, pieces }: Part): boolean =>
  !not && pieces.length === 1 && !pieces[0]!.quoted && !pieces[0]!.fields;

/** Parts in rows: neighbours that are only words may be one name (`credit risk`), all others stand for themselves. */
export function partsInRows(parts: readonly Part[]): Part[][] {
  const rows: Part[][] = [];
  for (const part of parts) {
    const open = rows.at(-1);
    if (open && isPlain(part) && isPlain(open[0]!)) open.push(part);
    else rows.push([part]);
  }
  return rows;
}

/** The words of a row of plain parts. */
export const textOf = (row: readonly Part[]): string => row.map(({ pieces }) => pieces[0]!.text).join(' ');

/** Filters as they were typed: topics and concepts by names or ids, which are not looked up yet, a speaker not folded. */
export type TypedFilter = Filter;

/** A query taken apart; `notices` say what of it was left out, and why. */
export interface Query {
  parts: Part[];
  filter: TypedFilter;
  notices: Notice[];
}
