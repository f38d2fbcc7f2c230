import { endsIn, type Fit, hasEnding, isWord, latin, type Piece, type Setting, suffixOf } from './piece.js';
import type { NickWords } from './words.js';

/** What a form of name is worth: 欧阳X, surname with two characters or one, 老王, 莉莉; set by hand on 100 nicks (docs/quality.md). */
const forms = { compound: 3.4, full: 3.2, short: 2.6, address: 3, doubled: 2 };
/** Of names without such a form: Latin, up to four characters, more, one. */
const others = { latin: 1.8, plain: 1.3, long: 1, single: 0.8, none: -2 };
/** What the place in the nick adds. */
const places = { first: 1.5, last: 0.4 };
/** What speaks against a name: it is a word of another field, ends like one, or is cut out of a lone word. */
const against = { word: 3, wordAlone: 2, suffix: 2.5, ending: 0.7, split: 3, role: 3, gap: 0.2, wide: 3 };

const chinese = /\p{Script=Han}/u;

/** What Chinese names are worth by their form: surname and given name, or a form of address; 0 for others. */
export function formOf(text: string, { surnames, compounds, before, after }: NickWords): number {
  const length = [...text].length;
  if (compounds.has(text.slice(0, 2)) && (length === 3 || length === 4)) return forms.compound;
  const surname = surnames.has(text[0]!);
  for (const n of [1, 2]) {
    const rest = length - n;
    if (after.has(text.slice(-n)) && (rest === 1 || (surname && (rest === 2 || rest === 3))))
      return forms.address;
  }
  if (surname && length === 3) return forms.full;
  if (length !== 2) return 0;
  if (surname) return forms.short;
  if (before.has(text[0]!)) return forms.address;
  return text[0] === text[1] ? forms.doubled : 0;
}

/** Whether an organization's name is less likely than a person's. */
export const isFullName = (text: string, words: NickWords) => formOf(text, words) > forms.short;

function formFit(text: string, words: NickWords): Fit {
  const characters = (text.match(/\p{Script=Han}+/gu) ?? []).join('');
  if (!characters) return { score: latin.test(text) ? others.latin : others.none, certain: false };
  const form = formOf(characters, words);
  if (form > 0) return { score: form, certain: true };
  if (text.length === 1) return { score: others.single, certain: false };
  return { score: [...characters].length <= 4 ? others.plain : others.long, certain: false };
}

/** A name may hold blanks and dots; two Chinese words of several characters are rather two things. */
function gapCost(text: string): number {
  const parts = text.split(' ');
  const wide = parts.filter((part) => /\p{Script=Han}.*\p{Script=Han}/su.test(part)).length;
  return against.gap * (parts.length - 1) + against.wide * Math.max(0, wide - 1);
}

/** What speaks against a name without a form of names. */
function doubts({ text, opens, closes }: Piece, { words, alone }: Setting): number {
  let cost = alone && !(opens && closes) && chinese.test(text) ? against.split : 0;
  if (suffixOf(text, words) || words.suffixes.has(text)) cost += against.suffix;
  else if (hasEnding(text, words)) cost += against.ending;
  return cost + (!alone && endsIn(text, 'head', words) ? against.role : 0);
}

/** How well a piece fits as the owner's name. */
export function nameFit(piece: Piece, setting: Setting): Fit {
  const { text, first, last } = piece;
  const { words, alone } = setting;
  const form = formFit(text.replaceAll(' ', ''), words);
  let score = form.score - gapCost(text) + (first ? places.first : last ? places.last : 0);
  if (isWord(text, words)) score -= alone ? against.wordAlone : against.word;
  if (!form.certain) score -= doubts(piece, setting);
  else if (piece.opens && piece.closes && words.suffixes.has(text)) score -= against.suffix;
  return { score, certain: form.certain };
}
