/** Generated from schemas/people.schema.json by `npm run types`: change the schema, not this file. */

/**
 * cities, provinces, regions and countries, with their Latin short forms
 *
 * @minItems 1
 */
export type Words = string[];
/**
 * what may follow a city's name
 *
 * @minItems 1
 */
export type Words1 = string[];
/**
 * offices and professions; a role by themselves
 *
 * @minItems 1
 */
export type Words2 = string[];
/**
 * kinds of work that are a role by themselves
 *
 * @minItems 1
 */
export type Words3 = string[];
/**
 * trades and subjects; a role only beside other words, or where they fill a part
 *
 * @minItems 1
 */
export type Words4 = string[];
/**
 * ranks before an office
 *
 * @minItems 1
 */
export type Words5 = string[];
/**
 * departments; a role with words before them
 *
 * @minItems 1
 */
export type Words6 = string[];
/**
 * well-known firms, banks and authorities, as people shorten them
 *
 * @minItems 1
 */
export type Words7 = string[];
/**
 * words in which names of organizations end
 *
 * @minItems 1
 */
export type Words8 = string[];
/**
 * characters, each for itself
 */
export type Characters = string;
/**
 * surnames of two characters or more
 *
 * @minItems 1
 */
export type Words9 = string[];
/**
 * as in 王总
 *
 * @minItems 1
 */
export type Words10 = string[];
/**
 * words that need a name behind them, as in 请教王总: a nick called behind one is part of the sentence
 *
 * @minItems 1
 */
export type Words11 = string[];
/**
 * words between two fields that belong to neither
 *
 * @minItems 1
 */
export type Words12 = string[];

/**
 * Words by which the parts of a nick are told (lexicon/people.json). Width, case and script of the words do not matter.
 */
export interface People {
  separators: {
    /**
     * characters that part two fields beyond doubt
     */
    hard: string;
    /**
     * characters that also stand inside names; so does whatever is neither letter nor digit
     */
    soft: string;
  };
  cities: Words;
  citySuffixes: Words1;
  /**
   * The words of which roles are made, as 高级 (grade) 支付 (field) 产品 (plain) 经理 (head).
   */
  roles: {
    heads: Words2;
    plain: Words3;
    fields: Words4;
    grades: Words5;
    units: Words6;
  };
  organizations: {
    known: Words7;
    suffixes: Words8;
    /**
     * single characters in which longer names of organizations often end
     */
    endings: string;
  };
  surnames: {
    single: Characters;
    compound: Words9;
  };
  /**
   * Forms of address.
   */
  address: {
    /**
     * characters, each for itself
     */
    before: string;
    after: Words10;
    governing: Words11;
  };
  links: Words12;
}
