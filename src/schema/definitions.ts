/** Generated from schemas/definitions.schema.json by `npm run types`: change the schema, not this file. */

/**
 * X 是指
 *
 * @minItems 1
 */
export type Words = string[];
/**
 * X 就是
 *
 * @minItems 1
 */
export type Words1 = string[];
/**
 * X 是一种
 *
 * @minItems 1
 */
export type Words2 = string[];
/**
 * X 是
 *
 * @minItems 1
 */
export type Words3 = string[];
/**
 * X 又称
 *
 * @minItems 1
 */
export type Words4 = string[];
/**
 * X 负责
 *
 * @minItems 1
 */
export type Words5 = string[];
/**
 * X 提供, which mostly define nothing
 *
 * @minItems 1
 */
export type Words6 = string[];
/**
 * what stands before a term that is then explained: 所谓
 *
 * @minItems 1
 */
export type Words7 = string[];
/**
 * what stands between such a term and its explanation; in this order, the longer before what it begins with
 *
 * @minItems 1
 */
export type Words8 = string[];
/**
 * what stands before a term that ends its explanation: 我们称为
 *
 * @minItems 1
 */
export type Words9 = string[];
/**
 * what explains a term named in passing: ，也就是
 *
 * @minItems 1
 */
export type Words10 = string[];
/**
 * verbs before a noun that are no part of it
 *
 * @minItems 1
 */
export type Words11 = string[];
/**
 * what is taken off the beginning of a term
 *
 * @minItems 1
 */
export type Words12 = string[];
/**
 * what is taken off its end
 *
 * @minItems 1
 */
export type Words13 = string[];
/**
 * what no term begins with
 *
 * @minItems 1
 */
export type Words14 = string[];
/**
 * what no term ends with
 *
 * @minItems 1
 */
export type Words15 = string[];
/**
 * what no term holds
 *
 * @minItems 1
 */
export type Words16 = string[];
/**
 * classifiers, with which a number counts things instead of naming one
 *
 * @minItems 1
 */
export type Words17 = string[];
/**
 * labels that are no terms: 时间, 注, 优点
 *
 * @minItems 1
 */
export type Words18 = string[];
/**
 * nouns in which terms end
 *
 * @minItems 1
 */
export type Words19 = string[];
/**
 * of an example
 *
 * @minItems 1
 */
export type Words20 = string[];
/**
 * of a tale
 *
 * @minItems 1
 */
export type Words21 = string[];
/**
 * of a purpose
 *
 * @minItems 1
 */
export type Words22 = string[];
/**
 * of the class that a thing belongs to
 *
 * @minItems 1
 */
export type Words23 = string[];
/**
 * of kinds and concepts
 *
 * @minItems 1
 */
export type Words24 = string[];
/**
 * of steps and remarks
 *
 * @minItems 1
 */
export type Words25 = string[];
/**
 * what names of organizations end in
 *
 * @minItems 1
 */
export type Words26 = string[];
/**
 * what names of regulations end in
 *
 * @minItems 1
 */
export type Words27 = string[];
/**
 * what names of risks end in
 *
 * @minItems 1
 */
export type Words28 = string[];
/**
 * what stands before the kinds of a thing: 分为
 *
 * @minItems 1
 */
export type Words29 = string[];
/**
 * what names end in that are companies where their definition shows it
 *
 * @minItems 1
 */
export type Words30 = string[];
/**
 * what shows it: 是一家
 *
 * @minItems 1
 */
export type Words31 = string[];

/**
 * The words by which terms are defined, and what terms look like (lexicon/definitions.json).
 */
export interface Definitions {
  /**
   * predicates behind a term, by strength
   */
  subject: {
    refers: Words;
    equals: Words1;
    kindOf: Words2;
    is: Words3;
    aka: Words4;
    role: Words5;
    roleWeak: Words6;
  };
  soCalled: Words7;
  soCalledEnds: Words8;
  naming: Words9;
  glosses: Words10;
  governors: Words11;
  leads: Words12;
  tails: Words13;
  badStarts: Words14;
  badEnds: Words15;
  badInside: Words16;
  classifiers: Words17;
  notTerms: Words18;
  heads: Words19;
  /**
   * words in what is told of a term
   */
  telling: {
    example: Words20;
    narrative: Words21;
    purpose: Words22;
    genus: Words23;
  };
  /**
   * words in the line above a list
   */
  under: {
    kinds: Words24;
    outline: Words25;
  };
  organizations: Words26;
  regulations: Words27;
  risk: Words28;
  kinds: Words29;
  companies: Words30;
  companySigns: Words31;
}
