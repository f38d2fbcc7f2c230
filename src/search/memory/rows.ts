import { isHan } from '../../language/grams.js';
import { lastAsked } from '../../memory/last.js';
import { kept } from '../../memory/remembered.js';
import { type Entry, type Field, fields } from '../../store/store.js';

/** How often a row stands in each field, in the order of `fields`. */
export type Counts = readonly number[];

/** Entries in which a row of tokens stands, with how often. */
export type Standing = ReadonlyMap<number, Counts>;

/** Parts entries; nothing that is folded holds it. */
const stop = '\0';

/** Rows of which it is remembered where they stand, at most: a text that is typed asks for the same ones letter by letter. */
const most = 400;

const wordly = /^(?!\p{Script=Han})[\p{L}\p{N}\p{M}]/u;

const isWordly = (character: string | undefined): boolean =>
  character !== undefined && wordly.test(character);

const isSign = (character: string | undefined): boolean =>
  character !== undefined && character !== stop && !isHan(character) && !isWordly(character);

/** The texts that a row of tokens is, in a row: pairs that overlap are one again. */
function piecesOf(row: readonly string[]): string[] {
  const pieces: string[] = [];
  for (const token of row) {
    const before = pieces.at(-1);
    const [first, ...rest] = token;
    const overlaps = before !== undefined && isHan(token) && isHan(before) && [...before].at(-1) === first;
    if (overlaps && rest.length) pieces.splice(-1, 1, before + rest.join(''));
    else pieces.push(token);
  }
  return pieces;
}

/** Where a piece ends that begins at a place; nothing where it is no whole word there. */
function endOf(text: string, at: number, piece: string): number | undefined {
  if (!text.startsWith(piece, at)) return undefined;
  const end = at + piece.length;
  if (isHan(piece)) return end;
  return isWordly(text[at - 1]) || isWordly(text[end]) ? undefined : end;
}

/** Whether pieces stand one after the other, with nothing but signs between. */
function standsAt(text: string, from: number, pieces: readonly string[]): boolean {
  let at: number | undefined = from;
  for (const [index, piece] of pieces.entries()) {
    const before: number = at;
    while (index > 0 && isSign(text[at])) at++;
    if (index > 0 && at === before && isHan(piece) && isHan(pieces[index - 1]!)) return false;
    at = endOf(text, at, piece);
    if (at === undefined) return false;
  }
  return true;
}

/** All entries' texts of one field in a row. */
interface Whole {
  text: string;
  /** Where each entry begins. */
  starts: readonly number[];
}

function wholeOf(texts: readonly string[]): Whole {
  const starts: number[] = [];
  let at = 0;
  for (const text of texts) {
    starts.push(at);
    at += text.length + 1;
  }
  return { text: texts.join(stop), starts };
}

function addPlaces(
  { text, starts }: Whole,
  pieces: readonly string[],
  field: number,
  to: Map<number, number[]>,
) {
  const [first] = pieces as [string];
  const isText = pieces.length === 1 && isHan(first);
  let entry = 0;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + first.length)) {
    if (!isText && !standsAt(text, at, pieces)) continue;
    while (entry + 1 < starts.length && starts[entry + 1]! <= at) entry++;
    const counts = to.get(entry) ?? fields.map(() => 0);
    counts[field]!++;
    to.set(entry, counts);
  }
}

/**
 * Finds rows of tokens in texts by looking through all of them: a text index of a page would take far longer to load than
 * the looking takes (docs/search-quality.md). Texts are folded; numbers of entries are their places in the list.
 */
export function rowsIn(texts: readonly Pick<Entry, Field>[]): (row: readonly string[]) => Standing {
  const wholes = fields.map((field) => wholeOf(texts.map((entry) => entry[field].replaceAll(stop, ' '))));
  const known = lastAsked<Standing>(most);
  const standing = (row: readonly string[]): Standing => {
    const found = new Map<number, number[]>();
    const pieces = piecesOf(row);
    for (const [field, whole] of wholes.entries()) addPlaces(whole, pieces, field, found);
    return found;
  };
  return (row) => kept(known, row.join(' '), () => standing(row));
}
