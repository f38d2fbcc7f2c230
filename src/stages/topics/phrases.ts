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
const long = ({ word }: Word) => word.length >= 2;

/**
 * Nouns, verbs of two characters (对账, 退款: Chinese does not tell them from nouns), abbreviations, Latin, and `x`: words
 * that the dictionary lacks. `nr` is a person, but 银行卡 too: the dictionary's tags are rough.
 */
const isHead = (word: Word) =>
  isWord(word.word) &&
  (/^(?:n|an|j|l|i|eng)/.test(word.tag) || (/^(?:v|b|x|a)/.test(word.tag) && long(word)));
const isModifier = (word: Word) => isHead(word) || (/^(?:a|b|ng|s$)/.test(word.tag) && isWord(word.word));

function phraseOf(words: Word[], empty: EmptyWords): Phrase | undefined {
  const [first, last] = [words[0]!, words.at(-1)!];
  const length = last.end - first.start;
  if (empty.first.has(first.word)) return undefined;
  if (length < 2 || length > (words.length === 1 ? 12 : MAX_LENGTH) || !isHead(last)) return undefined;
  if (words.length === 1 && (empty.alone.has(last.word) || /^nr/.test(last.tag) || !long(last)))
    return undefined;
  if (words.slice(0, -1).some((word) => !isModifier(word))) return undefined;
  return { start: first.start, end: last.end, words };
}

/** Every phrase of a text of one to three words; none is or begins with an empty word. */
export function phrasesOf(text: string, empty: EmptyWords): Phrase[] {
  const words = tag(text);
  const found: Phrase[] = [];
  for (let i = 0; i < words.length; i++) {
    for (let n = 1; n <= MAX_WORDS && i + n <= words.length; n++) {
      if (n > 1 && words[i + n - 1]!.start !== words[i + n - 2]!.end) break;
      const phrase = phraseOf(words.slice(i, i + n), empty);
      if (phrase) found.push(phrase);
    }
  }
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
