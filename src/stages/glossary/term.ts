import { tag, type Word } from '../../language/segmenter.js';
import type { DefinitionPhrases } from './phrases.js';

/** UTF-16 offsets into a message text, end exclusive. */
export interface Slice {
  start: number;
  end: number;
}

/** Shortest and longest term: the 226 terms of the labels have 2 to 11 characters. */
const SHORTEST = 2;
const LONGEST = 16;
const LONGEST_LATIN = 32;

/** Most words of a term: of 289 candidates with more, two were terms. */
const WORDS = 5;

/** Characters of a term; what else there is makes a sentence, a formula or a path of it. */
const allowed = /^[\p{L}\p{N} +\-./_&（）()“”"‘’'·—[\]【】《》]{2,40}$/u;
const edge = /^[\s\p{P}\p{S}]{1,40}|[\s\p{P}\p{S}]{1,40}$/gu;
const kept = new Set(['+', '#', '（', '(', ')', '）']);

/** A term for comparing: NFKC, lower case, letters and digits only. */
export function termKey(term: string): string {
  return term
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}

function trimEdges(text: string, { start, end }: Slice): Slice {
  const loose = (at: number) => !kept.has(text[at]!) && text.slice(at, at + 1).replace(edge, '') === '';
  let [from, to] = [start, end];
  while (from < to && loose(from)) from++;
  while (to > from && loose(to - 1)) to--;
  const number =
    /^(?:\d{1,2}(?=\p{Script=Han}{3})|[（(][0-9一二三四五六七八九十]{1,3}[)）](?=\p{L}{2})|[①-⑳](?=\p{L}{2}))/u.exec(
      text.slice(from, Math.min(to, from + 8)),
    );
  if (number) from += number[0].length;
  return { start: from, end: to };
}

/** A word of one character is only taken off where the segmenter sees a word in it: not the 则 of 原则. */
function trimWords(text: string, slice: Slice, phrases: DefinitionPhrases): Slice {
  let { start, end } = slice;
  for (let round = 0; round < 4; round++) {
    const part = text.slice(start, end);
    let words: Word[] | undefined;
    const isWord = (word: string, at: number) => {
      words ??= tag(part);
      return words.at(at)?.word === word;
    };
    const fits = (word: string, at: number) =>
      part.length >= word.length + SHORTEST && (word.length > 1 || isWord(word, at));
    const lead = phrases.leads.find((word) => part.startsWith(word) && fits(word, 0));
    const tail = lead ? undefined : phrases.tails.find((word) => part.endsWith(word) && fits(word, -1));
    if (!lead && !tail) break;
    if (lead) start += lead.length;
    else end -= tail!.length;
    ({ start, end } = trimEdges(text, { start, end }));
  }
  return { start, end };
}

/** A bracketed remark at the end of a slice (`X（Y）`): the slice before it and the one inside. */
function remarkOf(text: string, slice: Slice): { before: Slice; inside: Slice } | undefined {
  const last = text[slice.end - 1];
  if (last !== '）' && last !== ')') return undefined;
  const open = Math.max(text.lastIndexOf('（', slice.end - 2), text.lastIndexOf('(', slice.end - 2));
  if (open <= slice.start) return undefined;
  return { before: { start: slice.start, end: open }, inside: { start: open + 1, end: slice.end - 1 } };
}

/** Terms told in one breath (`甲贷款、乙贷款或丙贷款`): the parts where all end alike, else the slice itself. */
export function partsOf(text: string, slice: Slice): Slice[] {
  if (slice.end - slice.start > 60) return [];
  const parts = [...text.slice(slice.start, slice.end).matchAll(/[^、或和与及/]{1,30}/gu)].map((part) =>
    trimEdges(text, { start: slice.start + part.index, end: slice.start + part.index + part[0].length }),
  );
  const tails = new Set(parts.map(({ start, end }) => text.slice(Math.max(start + 1, end - 2), end)));
  return parts.length > 1 && tails.size === 1 && [...tails][0]!.length > 1 ? parts : [slice];
}

/** Cuts a slice down to the term in it; undefined where what is left is none. */
export function termIn(
  text: string,
  slice: Slice,
  phrases: DefinitionPhrases,
): (Slice & { inside?: Slice }) | undefined {
  if (slice.end - slice.start > 60) return undefined;
  let cut = trimEdges(text, slice);
  const remark = remarkOf(text, cut);
  if (remark) cut = trimEdges(text, remark.before);
  cut = trimEdges(text, trimWords(text, cut, phrases));
  if (!isTerm(text.slice(cut.start, cut.end), phrases)) return undefined;
  const inside = remark && trimEdges(text, remark.inside);
  return inside && isName(text.slice(inside.start, inside.end), phrases) ? { ...cut, inside } : cut;
}

const latin = /^[\p{Script=Latin}\d\s+\-./_&]{1,60}$/u;

/** Whether a remark behind a term names it once more: words of another script, or what may be a term, too. */
const isName = (text: string, phrases: DefinitionPhrases): boolean =>
  (latin.test(text) && /\p{L}/u.test(text)) || isTerm(text, phrases);

/** A quotation mark or a bracket without its other half. */
function unbalanced(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1;
  const pairs = ['“”', '‘’', '（）', '()', '【】', '《》', '「」'];
  return count('"') % 2 > 0 || pairs.some((pair) => count(pair[0]!) !== count(pair[1]!));
}

/** A number in a name (`三户模型`, `四要素`) counts the things that the name stands for; before a classifier, things told. */
function counted(text: string, { classifiers, badEnds }: DefinitionPhrases): boolean {
  return (
    text.length > 2 &&
    !classifiers.some((word) => text.startsWith(word, 1)) &&
    !badEnds.some((word) => text.endsWith(word))
  );
}

/** Whether a text may be a term: by its length, its characters and the words it begins, ends or is made of. */
function isTerm(text: string, phrases: DefinitionPhrases): boolean {
  if (text.length < SHORTEST || text.length > (latin.test(text) ? LONGEST_LATIN : LONGEST)) return false;
  if (!allowed.test(text) || !/\p{L}{2}|\p{L}\d|\d\p{L}|\p{L}\+/u.test(text) || /\d{4}/u.test(text))
    return false;
  if (/(?:[一二三四五六七八九十]|\P{Script=Latin}\d)$/u.test(text)) return false;
  if (/^第[0-9一二三四五六七八九十](?!方)/u.test(text) || unbalanced(text)) return false;
  if (/[0-9一二两三四五六七八九十几]个/u.test(text)) return false;
  if (phrases.notTerms.includes(text)) return false;
  if (phrases.badInside.some((word) => text.includes(word))) return false;
  const tagged = tag(text).filter(({ word }) => /[\p{L}\p{N}]/u.test(word));
  if (tagged.length > WORDS || tagged.some((word) => /^[cy]/u.test(word.tag))) return false;
  const words = tagged.map(({ word }) => word);
  if (/^[二两三四五六七八九十]\p{Script=Han}/u.test(text)) return counted(text, phrases);
  if (phrases.badStarts.some((word) => (word.length > 1 ? text.startsWith(word) : words[0] === word)))
    return false;
  return !phrases.badEnds.some((word) => (word.length > 1 ? text.endsWith(word) : words.at(-1) === word));
}
