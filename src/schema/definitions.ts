/** Generated from schemas/definitions.schema.json by `npm run types`: change the schema, not this file. */

export type Word = string;

/**
 * The words by which terms are defined, and what terms look like (lexicon/definitions.json).
 */
export interface Definitions {
  /**
   * predicates behind a term, by strength
   */
  subject: {
    /**
     * X 是指
     *
     * @minItems 1
     */
    refers: Word[];
    /**
     * X 就是
     *
     * @minItems 1
     */
    equals: Word[];
    /**
     * X 是一种
     *
     * @minItems 1
     */
    kindOf: Word[];
    /**
     * X 是
     *
     * @minItems 1
     */
    is: Word[];
    /**
     * X 又称
     *
     * @minItems 1
     */
    aka: Word[];
    /**
     * X 负责
     *
     * @minItems 1
     */
    role: Word[];
    /**
     * X 提供, which mostly define nothing
     *
     * @minItems 1
     */
    roleWeak: Word[];
  };
  /**
   * what stands before a term that is then explained: 所谓
   *
   * @minItems 1
   */
  soCalled: Word[];
  /**
   * what stands between such a term and its explanation; in this order, the longer before what it begins with
   *
   * @minItems 1
   */
  soCalledEnds: Word[];
  /**
   * what stands before a term that ends its explanation: 我们称为
   *
   * @minItems 1
   */
  naming: Word[];
  /**
   * what explains a term named in passing: ，也就是
   *
   * @minItems 1
   */
  glosses: Word[];
  /**
   * verbs before a noun that are no part of it
   *
   * @minItems 1
   */
  governors: Word[];
  /**
   * what is taken off the beginning of a term
   *
   * @minItems 1
   */
  leads: Word[];
  /**
   * what joins a definition to the sentence before it: not shown before the term where the definition stands alone
   *
   * @minItems 1
   */
  connectives: Word[];
  /**
   * what is taken off its end
   *
   * @minItems 1
   */
  tails: Word[];
  /**
   * what no term begins with
   *
   * @minItems 1
   */
  badStarts: Word[];
  /**
   * what no term ends with
   *
   * @minItems 1
   */
  badEnds: Word[];
  /**
   * what no term holds
   *
   * @minItems 1
   */
  badInside: Word[];
  /**
   * classifiers, with which a number counts things instead of naming one
   *
   * @minItems 1
   */
  classifiers: Word[];
  /**
   * labels that are no terms: 时间, 注, 优点
   *
   * @minItems 1
   */
  notTerms: Word[];
  /**
   * nouns in which terms end
   *
   * @minItems 1
   */
  heads: Word[];
  /**
   * words in what is told of a term
   */
  telling: {
    /**
     * of an example
     *
     * @minItems 1
     */
    example: Word[];
    /**
     * of a tale
     *
     * @minItems 1
     */
    narrative: Word[];
    /**
     * of a purpose
     *
     * @minItems 1
     */
    purpose: Word[];
    /**
     * of the class that a thing belongs to
     *
     * @minItems 1
     */
    genus: Word[];
  };
  /**
   * words in the line above a list
   */
  under: {
    /**
     * of kinds and concepts
     *
     * @minItems 1
     */
    kinds: Word[];
    /**
     * of steps and remarks
     *
     * @minItems 1
     */
    outline: Word[];
  };
  /**
   * what names of organizations end in
   *
   * @minItems 1
   */
  organizations: Word[];
  /**
   * what names of regulations end in
   *
   * @minItems 1
   */
  regulations: Word[];
  /**
   * what names of risks end in
   *
   * @minItems 1
   */
  risk: Word[];
  /**
   * what stands before the kinds of a thing: 分为
   *
   * @minItems 1
   */
  kinds: Word[];
  /**
   * what names end in that are companies where their definition shows it
   *
   * @minItems 1
   */
  companies: Word[];
  /**
   * what shows it: 是一家
   *
   * @minItems 1
   */
  companySigns: Word[];
}
