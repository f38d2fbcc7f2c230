import type { OutlineWords } from '../lexicon.js';
import { kept } from '../memory/remembered.js';
import { numeral } from './numerals.js';
import { anyOf } from './patterns.js';

/** The shapes of heading markers, in the order of the ranks that outlines usually give them. */
export type MarkerStyle =
  | 'part'
  | 'point'
  | 'hash'
  | 'han'
  | 'hanParen'
  | 'dotted'
  | 'number'
  | 'numberParen'
  | 'inParens'
  | 'circled'
  | 'letter'
  | 'bare';

/** A marker found in a text; offsets are into that text. */
export interface Marker {
  style: MarkerStyle;
  /** Style and closing punctuation: siblings share it. */
  shape: string;
  start: number;
  /** After the marker with its punctuation and the white space behind it. */
  end: number;
  /** After the marker with its punctuation. */
  close: number;
  ordinal: number | null;
  /** `2.1.3` gives 2, 1, 3; else the ordinal alone. */
  path: number[];
}

/** Words that turn an ordinal into a marker; from `lexicon/outline.json`. */
export type MarkerWords = Pick<
  OutlineWords,
  'units' | 'unitNouns' | 'wordMarkers' | 'topUnits' | 'groupUnits' | 'counters'
>;

type Finder = (text: string, start: number) => Marker | null;

/** What finds the markers that some words make. */
export interface MarkerFinders {
  /** The most telling first. */
  all: readonly Finder[];
  /** Tells of a character whether a marker may begin with it. */
  begins: RegExp;
}

const han = '[一二三四五六七八九十]{1,3}';
const digit = '[0-9０-９]{1,2}';

const spaceEnd = (text: string, from: number) => {
  let end = from;
  while (end < text.length && /\s/u.test(text[end]!)) end++;
  return end;
};

function marker(
  style: MarkerStyle,
  shape: string,
  text: string,
  start: number,
  close: number,
  path: (number | null)[],
): Marker {
  const known = path.filter((value): value is number => value !== null);
  return {
    style,
    shape,
    start,
    close,
    end: spaceEnd(text, close),
    ordinal: known.at(-1) ?? null,
    path: known,
  };
}

const sticky = (source: string) => new RegExp(source, 'uy');

function exec(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

/** `第一部分：` `第四个角度，` `第二种` `第三：` and `角度二、` `Part 1`. */
function partFinder(words: MarkerWords): Finder {
  const units = anyOf(words.units);
  const nouns = anyOf(words.unitNouns);
  const counters = anyOf(words.counters.ordinal);
  const ordinal = sticky(
    `第\\s?(${han}|${digit})(${units})?(?!${counters})((?:${nouns})(?=[\\s，,：:、]))?\\s?[，,：:、.．]?`,
  );
  const word = sticky(`(?:${anyOf(words.wordMarkers)})\\s?(${han}|${digit})[、，,：:.．)）\\s](?!\\s?[0-9])`);
  const group = sticky(`(${digit})\\s?(?:${anyOf(words.groupUnits)})[：:、，]?`);
  return (text, start) => {
    const match = exec(ordinal, text, start);
    if (match && (match[2] || /[，,：:、.．]$/u.test(match[0]))) {
      const top = [match[2], match[3]].some((unit) => unit && words.topUnits.includes(unit));
      return marker(
        top ? 'part' : 'point',
        `part${match[2] ?? ''}`,
        text,
        start,
        start + match[0].trimEnd().length,
        [numeral(match[1]!)],
      );
    }
    const named = exec(word, text, start);
    if (named)
      return marker('part', 'word', text, start, start + named[0].trimEnd().length, [numeral(named[1]!)]);
    const grouped = exec(group, text, start);
    return grouped
      ? marker('number', 'numberGroup', text, start, start + grouped[0].length, [numeral(grouped[1]!)])
      : null;
  };
}

function simple(style: MarkerStyle, source: string, shape: (match: RegExpExecArray) => string): Finder {
  const pattern = sticky(source);
  return (text, start) => {
    const match = exec(pattern, text, start);
    if (!match) return null;
    return marker(style, shape(match), text, start, start + match[0].trimEnd().length, [
      numeral(match[1] ?? ''),
    ]);
  };
}

const dottedPattern = sticky(
  `([0-9]{1,2}(?:[.．][0-9]{1,2}){1,3})(?:[.．、:：)）]|(?=[\\s]|\\p{Script=Han}))`,
);

/** `2.1` `4.1.2、`, not a price, a version or a time: what follows is white space, punctuation or a Han character. */
function dotted({ counters }: MarkerWords): Finder {
  const counter = new RegExp(`^\\s?(?:${anyOf(counters.dotted)})`, 'u');
  return (text, start) => {
    const match = exec(dottedPattern, text, start);
    if (!match) return null;
    if (counter.test(text.slice(start + match[0].length))) return null;
    const path = match[1]!.split(/[.．]/u).map(Number);
    return marker('dotted', `dotted${path.length}`, text, start, start + match[0].length, path);
  };
}

/** Characters that make a number a quantity and no marker: `3.5`, `2:1`, `5、6`. */
const quantity = '(?![0-9０-９%％])(?<!:(?=[A-Za-z](?![A-Za-z])))';

const known = new WeakMap<MarkerWords, MarkerFinders>();

/** The finders, made once for the same words. */
export const markerFinders = (words: MarkerWords): MarkerFinders =>
  kept(known, words, () => ({ all: findersOf(words), begins: beginsOf(words) }));

const beginsOf = ({ wordMarkers }: MarkerWords) =>
  new RegExp(
    `[0-9０-９一二三四五六七八九十（(第①-⑳❶-❿#a-kA-K]|${anyOf(wordMarkers.map((word) => word[0]!))}`,
    'u',
  );

const enumerated = sticky(`(${digit})、(?=([0-9０-９]{1,9}))`);

/** A number before another that is not the next one (`3、4 个人`): in `4、7×24小时到账` a marker where it goes on with a series. */
export function numberBeforeDigit(text: string, start: number): Marker | null {
  const match = exec(enumerated, text, start);
  const ordinal = match && numeral(match[1]!);
  if (!match || ordinal === null || numeral(match[2]!) === ordinal + 1) return null;
  return marker('number', 'number、', text, start, start + match[0].length, [ordinal]);
}

function findersOf(words: MarkerWords): Finder[] {
  return [
    partFinder(words),
    simple('circled', '([①-⑳❶-❿])[.、．:：]?', () => 'circled'),
    simple(
      'hash',
      '#{1,6}(?=[^#\\s]|\\s\\S)(?![^#\\s]{1,30}#)\\s?',
      (match) => `hash${match[0].trim().length}`,
    ),
    simple('hanParen', `[（(]\\s?(${han})\\s?[)）][.、．:：]?`, () => 'hanParen'),
    simple('inParens', `[（(]\\s?(${digit})\\s?[)）][.、．:：]?`, () => 'inParens'),
    simple(
      'han',
      `(${han})(?:[、．.，,:：)）](?![一二三四五六七八九十]{1,2}(?:${anyOf(words.counters.han)}))|(?=\\s))`,
      () => 'han',
    ),
    dotted(words),
    simple('numberParen', `(${digit})\\s?[)）>》]${quantity}`, () => 'numberParen'),
    simple(
      'number',
      `(${digit})\\s?[、．.，,:：；;]${quantity}(?!\\/\\/)`,
      (match) => `number${match[0].trim().at(-1)!.normalize('NFKC')}`,
    ),
    simple('letter', '([a-kA-K])\\s?[、.)）,，:：](?![A-Za-z0-9])', () => 'letter'),
    simple(
      'bare',
      `(${digit})(?=\\s?\\p{Script=Han})(?!\\s?(?:${anyOf(words.counters.bare)}))`,
      () => 'bare',
    ),
  ];
}

/** The marker that starts at an offset, or null. */
export function markerAt(text: string, start: number, { all }: MarkerFinders): Marker | null {
  for (const find of all) {
    const found = find(text, start);
    if (found) return found;
  }
  return null;
}
