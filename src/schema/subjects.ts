/** Generated from schemas/subjects.schema.json by `npm run types`: change the schema, not this file. */

export type Word = string;

/**
 * Nouns that are no topic alone, and what titles say around their subject (lexicon/subjects.json).
 */
export interface Subjects {
  /**
   * nouns that are no topic alone
   *
   * @minItems 1
   */
  hollow: Word[];
  /**
   * words that, alone, with each other or with those of the other lists, make no topic: 现存问题
   *
   * @minItems 1
   */
  everyday: Word[];
  /**
   * what titles say before their subject
   *
   * @minItems 1
   */
  before: Word[];
  /**
   * what titles say behind it
   *
   * @minItems 1
   */
  after: Word[];
  /**
   * what stands behind a term where it is explained
   */
  defines: {
    /**
     * what may stand between: 主要
     *
     * @minItems 1
     */
    softens: Word[];
    /**
     * what explains: 是指; in this order, the longer before what it begins with
     *
     * @minItems 1
     */
    verbs: Word[];
  };
}
