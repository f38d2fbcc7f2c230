/** Generated from schemas/outline.schema.json by `npm run types`: change the schema, not this file. */

/**
 * units of an ordinal, as in 第一部分; in this order, the longer before what it begins with
 *
 * @minItems 1
 */
export type Words = string[];
/**
 * nouns behind an ordinal that make it a marker, as in 第一角度：
 *
 * @minItems 1
 */
export type Words1 = string[];
/**
 * words before an ordinal, as in Part 1
 *
 * @minItems 1
 */
export type Words2 = string[];
/**
 * of `units` and `unitNouns`, those that stand highest
 *
 * @minItems 1
 */
export type Words3 = string[];
/**
 * of `units`, those that rather number the items of a list
 *
 * @minItems 1
 */
export type Words4 = string[];
/**
 * words in which headings end
 *
 * @minItems 1
 */
export type Words5 = string[];
/**
 * headings that stand at the top
 *
 * @minItems 1
 */
export type Words6 = string[];
/**
 * what headings do not begin with
 *
 * @minItems 1
 */
export type Words7 = string[];
/**
 * what stands in sentences rather than in headings
 *
 * @minItems 1
 */
export type Words8 = string[];
/**
 * a regular expression, flag `u`; every repetition is bounded
 */
export type Pattern = string;
/**
 * what is taken off the beginning of a spoken topic
 *
 * @minItems 1
 */
export type Words9 = string[];
/**
 * what is taken off its end
 *
 * @minItems 1
 */
export type Words10 = string[];
/**
 * what a spoken topic does not begin with
 *
 * @minItems 1
 */
export type Words11 = string[];
/**
 * lead-ins that are no part of a title; in this order, the longer before what it begins with
 *
 * @minItems 1
 */
export type Words12 = string[];
/**
 * how a list of the sections to come is announced
 *
 * @minItems 1
 */
export type Words13 = string[];
/**
 * what a title says last to announce its text; in this order, the longer before what it ends with
 *
 * @minItems 1
 */
export type Words14 = string[];
/**
 * adverbs of sentences, which no heading has
 *
 * @minItems 1
 */
export type Words15 = string[];
/**
 * words that hold the characters of `adverbs` without being such
 *
 * @minItems 1
 */
export type Words16 = string[];
/**
 * words that move on to another topic; the model knows them by their names
 *
 * @minItems 1
 */
export type Words17 = string[];
/**
 * verbs of saying
 *
 * @minItems 1
 */
export type Words18 = string[];
/**
 * words that begin like them and are none
 *
 * @minItems 1
 */
export type Words19 = string[];
/**
 * what softens a verb of saying: 说一下
 *
 * @minItems 1
 */
export type Words20 = string[];
/**
 * forms of 是 between a word that moves on and the topic; in this order
 *
 * @minItems 1
 */
export type Words21 = string[];
/**
 * to a first thing
 *
 * @minItems 1
 */
export type Words22 = string[];
/**
 * to a further one
 *
 * @minItems 1
 */
export type Words23 = string[];
/**
 * to another matter
 *
 * @minItems 1
 */
export type Words24 = string[];
/**
 * to the last
 *
 * @minItems 1
 */
export type Words25 = string[];

/**
 * Words of heading markers, of headings and of what is said between them, by use (lexicon/outline.json).
 */
export interface Outline {
  units: Words;
  unitNouns: Words1;
  wordMarkers: Words2;
  topUnits: Words3;
  listUnits: Words4;
  sectionWords: Words5;
  topWords: Words6;
  notHeading: Words7;
  sentenceWords: Words8;
  /**
   * transitions that end where the topic begins, in this order
   *
   * @minItems 1
   */
  spoken: Pattern[];
  /**
   * a regular expression, flag `u`; every repetition is bounded
   */
  spokenSkip: string;
  spokenStarts: Words9;
  spokenEnds: Words10;
  spokenNot: Words11;
  leads: Words12;
  agenda: Words13;
  tails: Words14;
  adverbs: Words15;
  notAdverbs: Words16;
  movesOn: Words17;
  says: Words18;
  notSays: Words19;
  softens: Words20;
  isWords: Words21;
  /**
   * of the words that move on, what they move on to
   */
  moves: {
    first: Words22;
    further: Words23;
    on: Words24;
    last: Words25;
  };
}
