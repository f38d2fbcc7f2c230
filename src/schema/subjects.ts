/** Generated from schemas/subjects.schema.json by `npm run types`: change the schema, not this file. */

/**
 * nouns that are no topic alone
 *
 * @minItems 1
 */
export type Words = string[];
/**
 * what titles say before their subject
 *
 * @minItems 1
 */
export type Words1 = string[];
/**
 * what titles say behind it
 *
 * @minItems 1
 */
export type Words2 = string[];

/**
 * Nouns that are no topic alone, and what titles say around their subject (lexicon/subjects.json).
 */
export interface Subjects {
  hollow: Words;
  before: Words1;
  after: Words2;
}
