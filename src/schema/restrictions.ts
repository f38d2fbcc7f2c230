/** Generated from schemas/restrictions.schema.json by `npm run types`: change the schema, not this file. */

export type Word = string;

/**
 * What is near a request not to pass something on (lexicon/restrictions.json).
 */
export interface Restrictions {
  /**
   * secrets that a lecture speaks of: that they must be kept is no request to the group
   *
   * @minItems 1
   */
  secrets: Word[];
  /**
   * others to whom a rule that a lecture tells applies
   *
   * @minItems 1
   */
  others: Word[];
  /**
   * phrases in which the words of `others` mean nobody else
   *
   * @minItems 1
   */
  notOthers: Word[];
  /**
   * what shows, anywhere in the sentence, that the group is meant
   *
   * @minItems 1
   */
  group: Word[];
  /**
   * what shows it at the end of the sentence
   *
   * @minItems 1
   */
  groupEnds: Word[];
}
