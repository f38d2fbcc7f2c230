import type { Atom } from './atoms.js';
import { roleClass } from './roles.js';
import type { NickWords } from './words.js';

/** Neighbouring atoms of a nick without a separator between them. */
export interface Piece {
  atoms: Atom[];
  /** Folded text, a blank for each gap. */
  text: string;
  /** Whether the nick begins or ends with it. */
  first: boolean;
  last: boolean;
  /** Whether a chunk begins or ends with it. */
  opens: boolean;
  closes: boolean;
  /** Folded text behind it in its chunk. */
  ahead: string;
}

/** What is known of the nick as a whole. */
export interface Setting {
  words: NickWords;
  /** It is clearly made of parts, so that words of which nothing is known may be an organization. */
  composed: boolean;
  /** It has one chunk. */
  alone: boolean;
}

/** How well a piece fits a field, and whether its words say so rather than its place. */
export interface Fit {
  score: number;
  certain: boolean;
}

/** The fit of a piece that cannot be the field. */
export const unfit: Fit = { score: Number.NEGATIVE_INFINITY, certain: false };

/** Whether a character, or each of a text, is Han. */
export const han = /^\p{Script=Han}+$/u;
export const latin = /\p{Script=Latin}/u;

/** The piece from one atom up to another. */
export function pieceOf(atoms: readonly Atom[], from: number, to: number): Piece {
  const own = atoms.slice(from, to);
  const next = atoms[to];
  return {
    atoms: own,
    text: own.map(({ text, gap }, index) => (index > 0 && gap !== 'none' ? ' ' : '') + text).join(''),
    first: from === 0,
    last: to === atoms.length,
    opens: own[0]!.gap !== 'none',
    closes: next?.gap !== 'none',
    ahead: next?.gap === 'none' ? next.ahead : '',
  };
}

/** How many blanks, dots and the like stand inside. */
export const gapsIn = ({ atoms }: Piece) => atoms.slice(1).filter(({ gap }) => gap !== 'none').length;

/** Whether a text is a word of one of the lists, or a row of words of roles, from beginning to end. */
export const isWord = (text: string, words: NickWords) =>
  words.known.has(text) ||
  words.cities.has(text) ||
  words.tiles.has(text) ||
  roleClass(text, words) !== undefined;

/** Length of the word for organizations in which a text ends, with something before it; 0 without. */
export function suffixOf(text: string, { suffixes, longest }: NickWords): number {
  for (let n = Math.min(longest.suffix, text.length - 1); n > 1; n--) {
    if (suffixes.has(text.slice(-n))) return n;
  }
  return 0;
}

/** Whether it ends as longer names of organizations often do. */
export const hasEnding = (text: string, { endings }: NickWords) =>
  text.length >= 3 && endings.has(text.at(-1)!);

/** Whether a text ends in a Chinese word of this kind, with something before it. */
export function endsIn(text: string, kind: 'head' | 'plain', { tiles, longest }: NickWords): boolean {
  for (let n = Math.min(longest.tile, text.length - 1); n > 1; n--) {
    if (tiles.get(text.slice(-n)) === kind && !latin.test(text.at(-n)!)) return true;
  }
  return false;
}
