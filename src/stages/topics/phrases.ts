import { tag, type Word } from '../../language/segmenter.js';
import type { Lexicon } from '../../lexicon.js';

/** A term that a text puts forward: one word or a few that stand side by side. */
export interface Phrase {
  start: number;
  end: number;
  words: Word[];
}

/** Words that say nothing. */
export interface EmptyWords {
  alone: Set<string>;
  /** Alone, or as the first of several. */
  first: Set<string>;
}

const MAX_WORDS = 3;
const MAX_LENGTH = 9;

const isWord = (word: string) =>
  /^[\p{Script=Han}\p{Script=Latin}][\p{Script=Han}\p{Script=Latin}\p{N}]*$/u.test(word);
/** What a word can be in a phrase. */
interface Part {
  word: Word;
  head: boolean;
  modifier: boolean;
}

/**
 * Nouns, verbs of two characters (对账, 退款: Chinese does not tell them from nouns), abbreviations, Latin, and `x`: words
 * that the dictionary lacks. `nr` is a person, but 银行卡 too: the dictionary's tags are rough.
 */
function partOf(word: Word): Part {
  const { tag, word: text } = word;
  const named = /^(?:n|an|j|l|i|eng)/.test(tag) || (text.length >= 2 && /^(?:v|b|x|a)/.test(tag));
  const describes = /^(?:a|b|ng|s$)/.test(tag);
  const possible = (named || describes) && isWord(text);
  return { word, head: possible && named, modifier: possible };
}

/** Whether a head alone is a phrase. */
const standsAlone = ({ word, tag }: Word, length: number, { alone }: EmptyWords) =>
  length <= 12 && word.length >= 2 && !alone.has(word) && !/^nr/.test(tag);

/** Adds the phrases that begin with a word. */
function addPhrases(parts: Part[], at: number, empty: EmptyWords, found: Phrase[]): void {
  const first = parts[at]!.word;
  if (empty.first.has(first.word)) return;
  for (let n = 1; n <= MAX_WORDS && at + n <= parts.length; n++) {
    const { word: last, head, modifier } = parts[at + n - 1]!;
    if (n > 1 && last.start !== parts[at + n - 2]!.word.end) return;
    const length = last.end - first.start;
    const fits = length >= 2 && (n === 1 ? standsAlone(last, length, empty) : length <= MAX_LENGTH);
    if (head && fits)
      found.push({
        start: first.start,
        end: last.end,
        words: parts.slice(at, at + n).map(({ word }) => word),
      });
    if (!modifier) return;
  }
}

/** Every phrase of a text of one to three words; none is or begins with an empty word. */
export function phrasesOf(text: string, empty: EmptyWords): Phrase[] {
  const parts = tag(text).map(partOf);
  const found: Phrase[] = [];
  for (let at = 0; at < parts.length; at++) addPhrases(parts, at, empty, found);
  return found;
}

const joint = /[^\p{L}\p{N}]+|以及|(?<=.{2})[和与及](?=.{2})|(?<=.{2})的(?=.{2})/u;

const longestFirst = (words: string[]) => [...words].sort((a, b) => b.length - a.length);

/** Takes off what titles say before and after their subject, as long as two characters stay. */
function trimmed(text: string, { before, after }: Lexicon['subjects']): [start: number, end: number] {
  let [start, end] = [0, text.length];
  for (const word of [...longestFirst(before), ...longestFirst(before)]) {
    if (text.startsWith(word, start) && end - start - word.length >= 2) start += word.length;
  }
  for (const word of [...longestFirst(after), ...longestFirst(after)]) {
    if (text.slice(start, end).endsWith(word) && end - start - word.length >= 2) end -= word.length;
  }
  return [start, end];
}

/** A title or heading taken apart into the noun phrases that name its subject, as offsets in it. */
export function subjectsOf(title: string, subjects: Lexicon['subjects']): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let from = 0;
  for (const part of title.split(joint)) {
    const at = title.indexOf(part, from);
    from = at + part.length;
    const [start, end] = trimmed(part, subjects);
    if (end - start >= 2 && end - start <= 16) found.push({ start: at + start, end: at + end });
  }
  return found;
}
