/** Generated from schemas/search.schema.json by `npm run types`: change the schema, not this file. */

export type Word = string;

/**
 * What queries are read by (lexicon/search.json).
 */
export interface Search {
  /**
   * words that ask or join, and are not what anybody looks for
   *
   * @minItems 1
   */
  hollow: Word[];
  /**
   * all syllables of Mandarin, without tones
   *
   * @minItems 1
   */
  syllables: Word[];
}
