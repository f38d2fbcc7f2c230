/** Generated from schemas/talks.schema.json by `npm run types`: change the schema, not this file. */

/**
 * what every announcement speaks of: 分享, 讲座
 *
 * @minItems 1
 */
export type Words = string[];
/**
 * how somebody is invited or presented
 *
 * @minItems 1
 */
export type Words1 = string[];
/**
 * what says that the talk is on the same day
 *
 * @minItems 1
 */
export type Words2 = string[];
/**
 * what says that it is on another day
 *
 * @minItems 1
 */
export type Words3 = string[];
/**
 * what a message begins with that thanks or wishes and announces nothing
 *
 * @minItems 1
 */
export type Words4 = string[];
/**
 * how a talk is taken back
 *
 * @minItems 1
 */
export type Words5 = string[];
/**
 * what ends the announced name
 *
 * @minItems 1
 */
export type Words6 = string[];
/**
 * what stands before a title, looked for first; in this order
 *
 * @minItems 1
 */
export type Words7 = string[];
/**
 * what stands before a title where no `titleStarts` does; in this order, the longer before what it begins with
 *
 * @minItems 1
 */
export type Words8 = string[];
/**
 * what ends a title without quotation marks
 *
 * @minItems 1
 */
export type Words9 = string[];
/**
 * what is taken off the beginning of a title; in this order
 *
 * @minItems 1
 */
export type Words10 = string[];
/**
 * what is taken off its end
 *
 * @minItems 1
 */
export type Words11 = string[];
/**
 * how people give their own name
 *
 * @minItems 1
 */
export type Words12 = string[];
/**
 * how people announce their own talk
 *
 * @minItems 1
 */
export type Words13 = string[];
/**
 * whom a mention of everybody names
 *
 * @minItems 1
 */
export type Words14 = string[];
/**
 * what stands in sentences that close a talk without a summary
 *
 * @minItems 1
 */
export type Words15 = string[];
/**
 * what stands in sentences that thank or excuse
 *
 * @minItems 1
 */
export type Words16 = string[];
/**
 * how something forgotten is added behind the end
 *
 * @minItems 1
 */
export type Words17 = string[];
/**
 * how a break is spoken of
 *
 * @minItems 1
 */
export type Words18 = string[];
/**
 * how a talk is taken up again
 *
 * @minItems 1
 */
export type Words19 = string[];
/**
 * how several people are announced together
 *
 * @minItems 1
 */
export type Words20 = string[];
/**
 * how one speaker calls on the next
 *
 * @minItems 1
 */
export type Words21 = string[];
/**
 * how a speaker goes on by himself after another
 *
 * @minItems 1
 */
export type Words22 = string[];

/**
 * Phrases around announcements, titles, openings and breaks, by use (lexicon/talks.json).
 */
export interface Talks {
  share: Words;
  invite: Words1;
  today: Words2;
  otherDay: Words3;
  notAnnouncement: Words4;
  cancelled: Words5;
  nameEnds: Words6;
  titleStarts: Words7;
  titleAfterShare: Words8;
  titleEnds: Words9;
  titleLead: Words10;
  titleTails: Words11;
  selfName: Words12;
  self: Words13;
  everybody: Words14;
  courtesy: Words15;
  polite: Words16;
  afterthoughts: Words17;
  paused: Words18;
  continued: Words19;
  panel: Words20;
  handover: Words21;
  succeeds: Words22;
}
