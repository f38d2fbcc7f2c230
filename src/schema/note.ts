/** Generated from schemas/note.schema.json by `npm run types`: change the schema, not this file. */

/**
 * index into sources of the log that the ordinals beside it count in; the first log without
 */
export type SourceIndex = number;
/**
 * message id: ordinal from 0 within its source
 */
export type Ordinal = number;
export type Date = string;
/**
 * only where nicks, phone numbers and the like were replaced: names the key that pseudonyms were made by
 */
export type Fingerprint = string;
/**
 * further messages, in later logs
 *
 * @minItems 1
 */
export type Continued = {
  source: SourceIndex;
  /**
   * @minItems 1
   */
  messages: Ordinal[];
}[];
/**
 * how likely the decision is right, calibrated on labelled talks (docs/models/calibration.md)
 */
export type Probability = number;

/**
 * A talk held in a group chat, or a discussion in it. Every quoted text is a span; every derived text is repeated by `jianglu verify`.
 */
export interface Note {
  /**
   * group, date and the first 8 digits of the key of the talk's first lecture message (the discussion's first message); with edits, the id that they name
   */
  id: string;
  /**
   * follows the title; safe as part of a file name
   */
  slug: string;
  /**
   * discussion: several people, no lecturer; only where extraction was asked for them
   */
  kind: 'talk' | 'discussion';
  /**
   * version of this contract
   */
  version: 1;
  /**
   * derived from titleFrom; empty where nobody states the subject; an editor's own wording where titleFrom is empty and edited names /title
   */
  title: string;
  titleFrom: Span[];
  date: Date;
  language: 'zh-Hans' | 'zh-Hant' | 'en';
  pseudonymized?: Fingerprint;
  /**
   * the logs, that of the talk's beginning first
   *
   * @minItems 1
   */
  sources: Source[];
  /**
   * who gives the talk, in order of appearance; empty for a discussion
   */
  speakers: Speaker[];
  /**
   * nick of the person who announced the talk, exactly as in the log
   */
  host: string | null;
  announcement: Ordinal[];
  schedule: {
    /**
     * the announced time as typed
     */
    announced: Span | null;
    first: Moment;
    last: Moment;
  };
  /**
   * of a talk
   */
  lecture?: {
    continued?: Continued;
    /**
     * @minItems 1
     *
     * Items: message id: ordinal from 0 within its source
     */
    messages: number[];
    /**
     * of each message, in the order of messages: that it belongs to the lecture; 1 where an editor says so
     */
    probabilities?: Probability[];
  };
  /**
   * of a discussion, in place of lecture
   */
  discussion?: {
    /**
     * the messages on its subject, ascending
     *
     * @minItems 1
     *
     * Items: message id: ordinal from 0 within its source
     */
    messages: number[];
    /**
     * nicks of those who send them, by number of messages, then by order of appearance
     *
     * @minItems 2
     */
    people: string[];
    /**
     * the same messages with their texts; those of one sender in a row are one turn
     *
     * @minItems 1
     */
    turns: Turn[];
  };
  lead: Block[];
  sections: Section[];
  qa: Pair[];
  topics: Topic[];
  glossary: Entry[];
  restrictions: Span[];
  review: Review[];
  /**
   * JSON pointers to what an editor set, or in which he removed something; absent without edits
   *
   * @minItems 1
   */
  edited?: string[];
  /**
   * JSON pointers to the decisions that a rule inferred; what is not named is certain: it was typed, announced or quoted so, or an editor set it. Of title, speakers, lecture messages, sections, pairs, topics, terms and their kinds, restrictions; absent where nothing is inferred
   *
   * @minItems 1
   */
  inferred?: string[];
  /**
   * number of messages of the log in each role that is no part of the talk
   */
  chatter: {
    [k: string]: number;
  };
}
/**
 * A verbatim slice of one message text; start and end are UTF-16 offsets, end exclusive.
 */
export interface Span {
  source?: SourceIndex;
  message: Ordinal;
  start: number;
  end: number;
  text: string;
}
export interface Source {
  /**
   * GROUP/FILE (or GROUP/_posts/FILE), with forward slashes: the same wherever the log lies
   */
  path: string;
  format: string;
  group: string;
  /**
   * of the log's bytes
   */
  sha256: string;
  messages: number;
  /**
   * only where the log is a history, which is read day by day: the source is one of its days, in which messages are counted
   */
  history?: {
    /**
     * ordinal of the day's first message in the whole log
     */
    first: number;
    /**
     * of the whole log
     */
    messages: number;
    /**
     * tells days of one date in a log apart: those that a front matter states are numbered first, then those only counted
     */
    again?: number;
  };
  /**
   * of a pseudonymized note: the nicks of this log that were not replaced, its speakers'
   *
   * @minItems 1
   */
  kept?: string[];
}
export interface Speaker {
  /**
   * the nick exactly as it stands in the log
   */
  name: string;
  /**
   * other nicks of the same person in this log, and the announced name
   */
  aliases: string[];
  /**
   * as the nick spells it; absent where it does not
   */
  organization?: string;
  /**
   * as the nick spells it: office, work or department
   */
  role?: string;
  /**
   * as the nick spells it: city, province or country
   */
  city?: string;
}
export interface Moment {
  source?: SourceIndex;
  message: Ordinal;
  time: string;
}
export interface Turn {
  source?: SourceIndex;
  continued?: Continued;
  by: string;
  /**
   * @minItems 1
   */
  messages: Ordinal[];
  /**
   * @minItems 1
   */
  spans: Span[];
}
export interface Block {
  type: 'paragraph' | 'list' | 'image' | 'link' | 'quote' | 'code' | 'table' | 'file';
  /**
   * @minItems 1
   */
  spans: Span[];
  /**
   * of a list
   */
  items?: Item[];
  /**
   * of an image or a link, as typed
   */
  url?: string;
  /**
   * of an image or a link, as typed
   */
  caption?: string;
}
export interface Item {
  /**
   * as typed
   */
  marker: string;
  span: Span;
}
export interface Section {
  source?: SourceIndex;
  /**
   * as typed, with its punctuation; empty for an unnumbered heading
   */
  marker: string;
  /**
   * the number that the marker states
   */
  ordinal: number | null;
  /**
   * derived from span
   */
  title: string;
  level: number;
  message: Ordinal;
  span: Span;
  /**
   * typed: a line or label that heads its text; spoken: a transition in running speech
   */
  origin: 'typed' | 'spoken';
  /**
   * how likely the decision is right, calibrated on labelled talks (docs/models/calibration.md)
   */
  probability?: number;
  blocks: Block[];
  sections: Section[];
}
export interface Pair {
  question: Turn;
  /**
   * @minItems 1
   */
  answers: Turn[];
  /**
   * how likely the decision is right, calibrated on labelled talks (docs/models/calibration.md)
   */
  probability?: number;
}
export interface Topic {
  /**
   * of the taxonomy's concept; text: and the label for a term that the text puts forward
   */
  id: string;
  label: string;
  aliases: string[];
  score: number;
  origin: 'lexicon' | 'text';
  /**
   * @minItems 1
   */
  evidence: Span[];
}
export interface Entry {
  source?: SourceIndex;
  /**
   * derived from the slice start..end of the message
   */
  term: string;
  kind: 'risk' | 'concept' | 'organization' | 'regulation';
  message: Ordinal;
  start: number;
  end: number;
  /**
   * @minItems 1
   */
  definition: Span[];
  /**
   * 又称 and abbreviations, as the text gives them
   */
  aliases: Span[];
  broader: null | {
    id: string;
    label: string;
    origin: 'lexicon';
  };
}
export interface Review {
  continued?: Continued;
  source?: SourceIndex;
  code: string;
  reason: string;
  /**
   * message id: ordinal from 0 within its source
   */
  message?: number;
  /**
   * all messages in question, where there are several
   *
   * @minItems 2
   */
  messages?: Ordinal[];
  /**
   * the decision in question, where the note holds it
   */
  pointer?: string;
  /**
   * how likely the decision is wrong; the first of several messages'
   */
  doubt?: number;
}
