/** Generated from schemas/restrictions.schema.json by `npm run types`: change the schema, not this file. */

/**
 * secrets that a lecture speaks of: that they must be kept is no request to the group
 *
 * @minItems 1
 */
export type Words = string[];
/**
 * others to whom a rule that a lecture tells applies
 *
 * @minItems 1
 */
export type Words1 = string[];
/**
 * phrases in which the words of `others` mean nobody else
 *
 * @minItems 1
 */
export type Words2 = string[];
/**
 * what shows, anywhere in the sentence, that the group is meant
 *
 * @minItems 1
 */
export type Words3 = string[];
/**
 * what shows it at the end of the sentence
 *
 * @minItems 1
 */
export type Words4 = string[];

/**
 * What is near a request not to pass something on (lexicon/restrictions.json).
 */
export interface Restrictions {
  secrets: Words;
  others: Words1;
  notOthers: Words2;
  group: Words3;
  groupEnds: Words4;
}
