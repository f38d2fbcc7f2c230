/** Generated from schemas/talks.schema.json by `npm run types`: change the schema, not this file. */

export type Word = string;

/**
 * Phrases around announcements, titles, openings and breaks, by use (lexicon/talks.json).
 */
export interface Talks {
  /**
   * what every announcement speaks of: 分享, 讲座
   *
   * @minItems 1
   */
  share: Word[];
  /**
   * how somebody is invited or presented
   *
   * @minItems 1
   */
  invite: Word[];
  /**
   * what says that the talk is on the same day
   *
   * @minItems 1
   */
  today: Word[];
  /**
   * what says that it is on another day
   *
   * @minItems 1
   */
  otherDay: Word[];
  /**
   * what a message begins with that thanks or wishes and announces nothing
   *
   * @minItems 1
   */
  notAnnouncement: Word[];
  /**
   * how a talk is taken back
   *
   * @minItems 1
   */
  cancelled: Word[];
  /**
   * what ends the announced name
   *
   * @minItems 1
   */
  nameEnds: Word[];
  /**
   * what stands before a title, looked for first; in this order
   *
   * @minItems 1
   */
  titleStarts: Word[];
  /**
   * what stands before a title where no `titleStarts` does; in this order
   *
   * @minItems 1
   */
  titleAfterShare: Word[];
  /**
   * what ends a title without quotation marks
   *
   * @minItems 1
   */
  titleEnds: Word[];
  /**
   * what is taken off the beginning of a title; in this order
   *
   * @minItems 1
   */
  titleLead: Word[];
  /**
   * what is taken off its end
   *
   * @minItems 1
   */
  titleTails: Word[];
  /**
   * how people give their own name
   *
   * @minItems 1
   */
  selfName: Word[];
  /**
   * how people announce their own talk
   *
   * @minItems 1
   */
  self: Word[];
  /**
   * whom a mention of everybody names
   *
   * @minItems 1
   */
  everybody: Word[];
  /**
   * what stands in sentences that close a talk without a summary
   *
   * @minItems 1
   */
  courtesy: Word[];
  /**
   * what stands in sentences that thank or excuse
   *
   * @minItems 1
   */
  polite: Word[];
  /**
   * how something forgotten is added behind the end
   *
   * @minItems 1
   */
  afterthoughts: Word[];
  /**
   * how a break is spoken of
   *
   * @minItems 1
   */
  paused: Word[];
  /**
   * how a talk is taken up again
   *
   * @minItems 1
   */
  continued: Word[];
  /**
   * how several people are announced together
   *
   * @minItems 1
   */
  panel: Word[];
  /**
   * how one speaker calls on the next
   *
   * @minItems 1
   */
  handover: Word[];
  /**
   * how a speaker goes on by himself after another
   *
   * @minItems 1
   */
  succeeds: Word[];
  /**
   * words behind which the announced time is looked for first
   *
   * @minItems 1
   */
  time: Word[];
  /**
   * what makes a message that names a talk an announcement without an invitation
   *
   * @minItems 1
   */
  announces: Word[];
  /**
   * what a title in quotation marks does not reach over
   *
   * @minItems 1
   */
  quotedEnds: Word[];
  /**
   * words right before a quotation mark that make what it opens a title; in this order
   *
   * @minItems 1
   */
  quotedAfter: Word[];
  /**
   * what a message names by which anybody takes a talk back; whoever announced it needs no such word right after
   *
   * @minItems 1
   */
  takenBack: Word[];
  /**
   * pairs of characters of a title that do not tell its subject
   *
   * @minItems 1
   */
  generic: Word[];
}
