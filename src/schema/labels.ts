/** Generated from schemas/labels.schema.json by `npm run types`: change the schema, not this file. */

export type Message = number;
export type Messages = Message[];
/**
 * messages, or [first, last] for a run, both inclusive
 */
export type Runs = (Message | Message[])[];

/**
 * What a person says of one log, for measuring: `jianglu label --labels` writes it, `jianglu eval` reads it. Messages are counted from 0.
 */
export interface Labels {
  /**
   * for editors
   */
  $schema?: string;
  /**
   * GROUP/DATE
   */
  log: string;
  talks: Talk[];
  /**
   * of a day without a talk; no figure of talks counts them
   */
  discussions?: Discussion[];
  /**
   * the annotator's doubts
   */
  note?: string;
}
export interface Talk {
  /**
   * empty where nobody states the subject
   */
  title: string;
  /**
   * all nicks of the speaker, exactly as in the log
   *
   * @minItems 1
   */
  speakers: string[];
  /**
   * who announced; empty or null without
   */
  host?: string | null;
  announce?: Messages;
  lecture: Runs;
  headings: Heading[];
  qa: Pair[];
  /**
   * best first
   */
  topics: string[];
  glossary: Term[];
}
export interface Heading {
  msg: Message;
  level: number;
  /**
   * as typed; empty for an unnumbered heading
   */
  marker: string;
  /**
   * empty where the marker stands alone
   */
  title: string;
  /**
   * two annotators differ on it: found or not, it counts for nothing
   */
  maybe?: boolean | string;
}
/**
 * q: all messages that make up the question; a: all that answer it, anybody's.
 */
export interface Pair {
  q: Messages;
  a: Messages;
}
/**
 * msg: where the lecture explains it.
 */
export interface Term {
  term: string;
  kind: 'risk' | 'concept' | 'organization' | 'regulation';
  msg: Message;
}
export interface Discussion {
  messages: Runs;
  qa: Pair[];
}
