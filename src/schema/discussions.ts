/** Generated from schemas/discussions.schema.json by `npm run types`: change the schema, not this file. */

export type Word = string;

/**
 * When a day without a talk holds a discussion, and what heads it (lexicon/discussions.json).
 */
export interface Discussions {
  /**
   * how each number is used
   */
  note: string;
  /**
   * characters of a message that says something
   */
  characters: number;
  /**
   * idf below which a shared word counts for nothing
   */
  rare: number;
  /**
   * idf of shared terms that makes two messages one subject
   */
  shared: number;
  /**
   * counted messages between the two, at most
   */
  reach: number;
  /**
   * seconds between the two, at most
   */
  pause: number;
  /**
   * what a discussion has at least, of each
   */
  least: {
    /**
     * people, each with two messages
     */
    people: number;
    /**
     * messages
     */
    messages: number;
    /**
     * answered questions
     */
    pairs: number;
    /**
     * concepts that two messages name
     */
    concepts: number;
    /**
     * share of messages that name a concept
     */
    named: number;
    /**
     * share of messages that are not by whom most are
     */
    others: number;
  };
  /**
   * characters of the answers of a pair that counts
   */
  answer: number;
  /**
   * what makes a message the answer to a question
   */
  thread: {
    /**
     * messages between question and answer, at most
     */
    reach: number;
    /**
     * seconds between them, at most
     */
    pause: number;
    /**
     * seconds within which an answer needs no sign that it is one
     */
    prompt: number;
    /**
     * idf of shared terms that is such a sign
     */
    shared: number;
    /**
     * characters of a question
     */
    question: number;
  };
  /**
   * what a question that heads a page does not begin with
   *
   * @minItems 1
   */
  notTitle: Word[];
  /**
   * what is taken off the beginning of a question that heads a page
   */
  courtesies: {
    /**
     * verbs of asking: 请问; in this order
     *
     * @minItems 1
     */
    asks: Word[];
    /**
     * what follows them: 一下, 各位; in this order, the longer before what it begins with
     *
     * @minItems 1
     */
    asked: Word[];
  };
  full: Evidence;
  weights: Evidence;
  /**
   * the sum that a discussion reaches
   */
  enough: number;
}
/**
 * a number for each piece of evidence: in full, the value that gives the whole weight; in weights, what it is worth
 */
export interface Evidence {
  /**
   * people who say something
   */
  people: number;
  /**
   * messages that say something
   */
  messages: number;
  /**
   * questions with answers
   */
  pairs: number;
  /**
   * concepts that two messages name
   */
  concepts: number;
  /**
   * share of messages that name a concept
   */
  named: number;
  /**
   * share of messages that follow one of somebody else
   */
  turns: number;
}
