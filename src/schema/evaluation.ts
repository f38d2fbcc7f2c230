/** Generated from schemas/evaluation.schema.json by `npm run types`: change the schema, not this file. */

export type Count = number;
export type Percent = number;

/**
 * What `jianglu eval --json` prints: notes measured against labels, in per cent; with --errors every disagreement and their number by class.
 */
export interface Evaluation {
  kind: 'evaluation';
  version: 1;
  figures: Figures;
  /**
   * disagreements by class, in the order of docs/errors.md; those that occur
   */
  classes?: {
    [k: string]: Tally;
  };
  errors?: Disagreement[];
}
/**
 * quietDays: labelled logs without a talk, alarms: how many of them were given a note. speaker, title: share right, of all talks and of those that have a title. lecture counts messages, lectureMacro is the mean of the talks' F1. numbered: headings with a marker. headingTitle, headingLevel: share right of the headings found. qa counts pairs. risks: terms of that kind.
 */
export interface Figures {
  logs: Count;
  labelledTalks: Count;
  quietDays: Count;
  alarms: Count;
  talks: Score;
  speaker: Percent;
  title: Percent;
  lecture: Score;
  lectureMacro: Percent;
  headings: Score;
  numbered: Score;
  headingTitle: Percent;
  headingLevel: Percent;
  qa: Score;
  topics: Score;
  glossary: Score;
  risks: Score;
}
/**
 * Precision, recall and F1; same: in labels and notes, extra: in the notes only, missed: in the labels only.
 */
export interface Score {
  p: Percent;
  r: Percent;
  f1: Percent;
  same: Count;
  extra: Count;
  missed: Count;
}
/**
 * errors: how many disagreements; missed and extra: what they add to those of the figure.
 */
export interface Tally {
  errors: Count;
  missed: Count;
  extra: Count;
}
/**
 * missed and extra: what it adds to those of its figure, none where something was found but differs.
 */
export interface Disagreement {
  figure: 'talks' | 'speaker' | 'title' | 'lecture' | 'headings' | 'qa' | 'topics' | 'glossary';
  /**
   * docs/errors.md
   */
  class: string;
  /**
   * GROUP/DATE
   */
  log: string;
  /**
   * of the talk
   */
  title: string;
  /**
   * id of the note; null for a missed talk
   */
  note: string | null;
  missed: Count;
  extra: Count;
  /**
   * what the label says; null: nothing
   */
  wanted: string | null;
  /**
   * what the note says; null: nothing
   */
  found: string | null;
  /**
   * messages that it is about
   */
  messages: Count[];
  context: Line[];
  reasons: Reason[];
}
/**
 * A message that it is about, or one beside it.
 */
export interface Line {
  message: Count;
  time: string;
  sender: string;
  text: string;
  /**
   * it is about this message
   */
  about: boolean;
  role: string;
  /**
   * the rule that gave the role
   */
  rule: string;
}
/**
 * A decision of this version of jianglu on the log, with what it rests on.
 */
export interface Reason {
  decision: string;
  /**
   * null where a rule decides
   */
  score: number | null;
  /**
   * the weightiest features; shares add up to the score, or to its log-odds
   */
  shares: {
    feature: string;
    share: number;
  }[];
}
