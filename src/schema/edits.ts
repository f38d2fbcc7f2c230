/** Generated from schemas/edits.schema.json by `npm run types`: change the schema, not this file. */

/**
 * key of a message
 */
export type Key = string;
/**
 * @minItems 1
 */
export type Quotes = Quote[];
/**
 * @minItems 1
 */
export type Keys = Key[];
/**
 * as typed in the message, or empty
 */
export type Marker = string;
export type Level = number;
export type Kind = 'risk' | 'concept' | 'organization' | 'regulation';

/**
 * What an editor corrects in one note. Messages are named by key, so that the corrections survive a longer log and a better extraction; quoted text is always a slice of a message.
 */
export interface Edits {
  kind: 'edits';
  /**
   * version of this contract
   */
  version: 1;
  /**
   * id of the note; a note with edits keeps it, whatever its first message becomes
   */
  note: string;
  title?: TitleEdit;
  lecture?: LectureEdits;
  headings?: HeadingEdits;
  pairs?: PairEdits;
  terms?: TermEdits;
}
/**
 * from: what the text is derived from; without, it is the editor's own wording.
 */
export interface TitleEdit {
  text: string;
  from?: Quotes;
}
/**
 * A verbatim slice of one message text.
 */
export interface Quote {
  key: Key;
  /**
   * empty only for a heading without a title
   */
  text: string;
  /**
   * UTF-16 offset; without, or where the text stands elsewhere, its only or first place counts
   */
  start?: number;
}
/**
 * add: messages that belong to the lecture, taken out of the log's other lectures; drop: messages that do not.
 */
export interface LectureEdits {
  add?: Keys;
  drop?: Keys;
}
/**
 * Applied in the order remove, set, change.
 */
export interface HeadingEdits {
  remove?: Place[];
  change?: HeadingChange[];
  set?: HeadingSet[];
}
export interface Place {
  at: Quote;
}
/**
 * Alters a heading that extraction finds. at: its title or a part of it; title: its title from now on, around the same place. What is not named stays as found.
 */
export interface HeadingChange {
  at: Quote;
  title?: Quote;
  marker?: Marker;
  level?: Level;
}
/**
 * A heading, whether extraction finds it or not. at: its title.
 */
export interface HeadingSet {
  at: Quote;
  /**
   * as typed in the message, or empty
   */
  marker?: string;
  /**
   * without, that of the heading in its place, else of the one before it
   */
  level?: number;
}
/**
 * Applied in the order remove, set.
 */
export interface PairEdits {
  remove?: PairRemove[];
  set?: PairSet[];
}
/**
 * The pairs whose question holds one of these messages.
 */
export interface PairRemove {
  question: Keys;
}
/**
 * A pair; it takes the place of those whose question holds one of its messages. question: messages of one sender; answers: messages of anybody, one answer a sender.
 */
export interface PairSet {
  question: Keys;
  answers: Keys;
}
/**
 * Applied in the order remove, set, change. A term is known by its wording or its place.
 */
export interface TermEdits {
  remove?: Place[];
  change?: TermChange[];
  set?: TermSet[];
}
export interface TermChange {
  at: Quote;
  kind?: Kind;
  definition?: Quotes;
}
export interface TermSet {
  at: Quote;
  kind: Kind;
  definition: Quotes;
}
