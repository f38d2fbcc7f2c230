/** Generated from schemas/outline.schema.json by `npm run types`: change the schema, not this file. */

export type Word = string;
/**
 * a regular expression, flag `u`; every repetition is bounded
 */
export type Pattern = string;

/**
 * Words of heading markers, of headings and of what is said between them, by use (lexicon/outline.json).
 */
export interface Outline {
  /**
   * units of an ordinal, as in 第一部分; in this order, the longer before what it begins with
   *
   * @minItems 1
   */
  units: Word[];
  /**
   * nouns behind an ordinal that make it a marker, as in 第一角度：
   *
   * @minItems 1
   */
  unitNouns: Word[];
  /**
   * words before an ordinal, as in Part 1
   *
   * @minItems 1
   */
  wordMarkers: Word[];
  /**
   * of `units` and `unitNouns`, those that stand highest
   *
   * @minItems 1
   */
  topUnits: Word[];
  /**
   * of `units`, those that rather number the items of a list
   *
   * @minItems 1
   */
  listUnits: Word[];
  /**
   * words in which headings end
   *
   * @minItems 1
   */
  sectionWords: Word[];
  /**
   * headings that stand at the top
   *
   * @minItems 1
   */
  topWords: Word[];
  /**
   * what headings do not begin with
   *
   * @minItems 1
   */
  notHeading: Word[];
  /**
   * what stands in sentences rather than in headings
   *
   * @minItems 1
   */
  sentenceWords: Word[];
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
  /**
   * what is taken off the beginning of a spoken topic
   *
   * @minItems 1
   */
  spokenStarts: Word[];
  /**
   * what is taken off its end
   *
   * @minItems 1
   */
  spokenEnds: Word[];
  /**
   * what a spoken topic does not begin with
   *
   * @minItems 1
   */
  spokenNot: Word[];
  /**
   * lead-ins that are no part of a title; in this order, the longer before what it begins with
   *
   * @minItems 1
   */
  leads: Word[];
  /**
   * how a list of the sections to come is announced
   *
   * @minItems 1
   */
  agenda: Word[];
  /**
   * what a title says last to announce its text; in this order, the longer before what it ends with
   *
   * @minItems 1
   */
  tails: Word[];
  /**
   * adverbs of sentences, which no heading has
   *
   * @minItems 1
   */
  adverbs: Word[];
  /**
   * words that hold the characters of `adverbs` without being such
   *
   * @minItems 1
   */
  notAdverbs: Word[];
  /**
   * words that move on to another topic; the model knows them by their names
   *
   * @minItems 1
   */
  movesOn: Word[];
  /**
   * verbs of saying
   *
   * @minItems 1
   */
  says: Word[];
  /**
   * words that begin like them and are none
   *
   * @minItems 1
   */
  notSays: Word[];
  /**
   * what softens a verb of saying: 说一下
   *
   * @minItems 1
   */
  softens: Word[];
  /**
   * what else a sentence holds that only announces a topic, beside words that move on, verbs of saying and what softens them: 我们, 简单
   *
   * @minItems 1
   */
  fills: Word[];
  /**
   * forms of 是 between a word that moves on and the topic; in this order
   *
   * @minItems 1
   */
  isWords: Word[];
  /**
   * units behind a number that make it a marker: 3大类
   *
   * @minItems 1
   */
  groupUnits: Word[];
  /**
   * measure words and other characters behind a number that make it a quantity and no marker
   */
  counters: {
    /**
     * behind 第 and a number: 第三月
     *
     * @minItems 1
     */
    ordinal: Word[];
    /**
     * behind a number with a point: 2.5万
     *
     * @minItems 1
     */
    dotted: Word[];
    /**
     * behind 一、 and a further numeral: 一、二线
     *
     * @minItems 1
     */
    han: Word[];
    /**
     * behind a number without punctuation: 3个
     *
     * @minItems 1
     */
    bare: Word[];
    /**
     * behind a Chinese numeral at the beginning of a text: 三天
     *
     * @minItems 1
     */
    title: Word[];
  };
  /**
   * what asks, for each of its three uses; they differ, because weights are fitted to them
   */
  asks: {
    /**
     * what asking titles begin with; the model of headings is fitted to it
     *
     * @minItems 1
     */
    begins: Word[];
    /**
     * what they end in; the model of headings is fitted to it
     *
     * @minItems 1
     */
    ends: Word[];
    /**
     * what a question begins with that is a heading by rule
     *
     * @minItems 1
     */
    heads: Word[];
    /**
     * what asking titles hold; the calibration is fitted to it
     *
     * @minItems 1
     */
    holds: Word[];
  };
  /**
   * what a text begins with that explains its heading; the model of headings is fitted to it
   *
   * @minItems 1
   */
  defines: Word[];
  /**
   * particles in which sentences end; the model of headings is fitted to them
   *
   * @minItems 1
   */
  particles: Word[];
  /**
   * pairs of characters that point at something or count it, as 这个; the model of headings is fitted to them
   */
  pointing: {
    /**
     * the former character
     *
     * @minItems 1
     */
    first: Word[];
    /**
     * the latter
     *
     * @minItems 1
     */
    then: Word[];
  };
  /**
   * what a line holds that points to the text below it and names nothing
   *
   * @minItems 1
   */
  ahead: Word[];
  /**
   * of the words that move on, what they move on to
   */
  moves: {
    /**
     * to a first thing
     *
     * @minItems 1
     */
    first: Word[];
    /**
     * to a further one
     *
     * @minItems 1
     */
    further: Word[];
    /**
     * to another matter
     *
     * @minItems 1
     */
    on: Word[];
    /**
     * to the last
     *
     * @minItems 1
     */
    last: Word[];
  };
}
