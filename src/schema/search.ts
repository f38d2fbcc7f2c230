/** Generated from schemas/search.schema.json by `npm run types`: change the schema, not this file. */

/**
 * words that ask or join, and are not what anybody looks for
 *
 * @minItems 1
 */
export type Words = string[];
/**
 * all syllables of Mandarin, without tones
 *
 * @minItems 1
 */
export type Words1 = string[];

/**
 * What queries are read by (lexicon/search.json).
 */
export interface Search {
  hollow: Words;
  syllables: Words1;
}
