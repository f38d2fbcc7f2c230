import { type Folded, fold } from '../fold.js';
import { type Chunk, chunksOf, type Gap } from './chunks.js';
import { roleCuts } from './roles.js';
import type { NickWords } from './words.js';

/** The smallest piece of a nick that gets one label: a chunk, or a part of one where its words suggest a cut. */
export interface Atom {
  start: number;
  end: number;
  /** Folded text. */
  text: string;
  gap: Gap;
  /** Folded text from here to the end of the chunk, and from its beginning to here. */
  ahead: string;
  behind: string;
}

const script = (character: string) => (/\p{Script=Han}/u.test(character) ? 'han' : 'other');

/** Length of the longest word of a set at a place, or 0. */
function longestAt(text: string, at: number, set: Set<string>, most: number): number {
  for (let n = Math.min(most, text.length - at); n > 0; n--) if (set.has(text.slice(at, at + n))) return n;
  return 0;
}

function scriptCuts(text: string): number[] {
  const cuts: number[] = [];
  for (let i = 1; i < text.length; i++) if (script(text[i - 1]!) !== script(text[i]!)) cuts.push(i);
  return cuts;
}

/** Cuts around cities at the beginning of a chunk, at its end and before the roles at its end. */
function cityCuts(text: string, ends: number[], { cities, longest }: NickWords): number[] {
  const cuts: number[] = [];
  const first = longestAt(text, 0, cities, longest.city);
  if (first > 1) cuts.push(first);
  for (const end of ends) {
    for (let n = Math.min(longest.city, end - 1); n > 1; n--) {
      if (!cities.has(text.slice(end - n, end))) continue;
      cuts.push(end - n, end);
      break;
    }
  }
  return cuts;
}

function organizationCuts(text: string, { known, longest }: NickWords): number[] {
  const first = longestAt(text, 0, known, longest.known);
  const cuts = first > 1 ? [first] : [];
  for (let at = 2; at < text.length; at++) if (longestAt(text, at, known, longest.known) > 1) cuts.push(at);
  return cuts;
}

/** Behind a surname with one or two characters, where something else follows. */
function nameCuts(text: string, { surnames, compounds }: NickWords): number[] {
  if (text.length < 4) return [];
  const length = compounds.has(text.slice(0, 2)) ? 2 : surnames.has(text[0]!) ? 1 : 0;
  return length ? [length + 1, length + 2] : [];
}

function linkCuts(text: string, { links }: NickWords): number[] {
  return [...links].flatMap((link) => {
    const at = text.indexOf(link, 1);
    return at > 0 ? [at, at + link.length] : [];
  });
}

function cutsOf(text: string, words: NickWords): number[] {
  const roles = roleCuts(text, words);
  const evident = [
    ...roles,
    ...cityCuts(text, [...roles, text.length], words),
    ...organizationCuts(text, words),
  ];
  const cuts = [...evident, ...scriptCuts(text)];
  if (evident.length) cuts.push(...nameCuts(text, words), ...linkCuts(text, words));
  return [...new Set(cuts)].filter((cut) => cut > 0 && cut < text.length).sort((a, b) => a - b);
}

/** Only between characters of the nick, never inside what one character folds to. */
const allowed = ({ starts, ends }: Folded, cut: number) => starts[cut]! >= 0 && ends[cut - 1]! >= 0;

function atomsOfChunk(nick: string, chunk: Chunk, words: NickWords): Atom[] {
  const folded = fold(nick.slice(chunk.start, chunk.end));
  const { text, starts } = folded;
  const cuts = cutsOf(text, words).filter((cut) => allowed(folded, cut));
  const bounds = [0, ...cuts, text.length];
  return bounds.slice(1).map((to, index) => {
    const from = bounds[index]!;
    return {
      start: chunk.start + (from === 0 ? 0 : starts[from]!),
      end: to === text.length ? chunk.end : chunk.start + starts[to]!,
      text: text.slice(from, to),
      gap: index === 0 ? chunk.gap : 'none',
      ahead: text.slice(from),
      behind: text.slice(0, to),
    };
  });
}

/** The atoms of a nick, from left to right. */
export const atomsOf = (nick: string, words: NickWords): Atom[] =>
  chunksOf(nick, words).flatMap((chunk) => atomsOfChunk(nick, chunk, words));
