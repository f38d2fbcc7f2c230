import type { Node, Parent, Position } from 'unist';
import type { Cues } from './schema/cues.js';
import type { Doubts } from './schema/doubts.js';
import type { Ledger } from './schema/ledger.js';
import type {
  Block,
  Entry,
  Moment,
  Pair,
  Review,
  Section,
  Source,
  Span,
  Speaker,
  Topic,
} from './schema/note.js';

/** Names of phrases of which hints are made. */
export type Saying = keyof Doubts['what'] | keyof Doubts['stale'];

/** What one message looks like on its own: evidence, not a decision. */
export interface Cue {
  kind: CueKind;
  /** 0 to 1: how sure the pattern or phrase is. */
  score: number;
  /** UTF-16 offsets into the message text, end exclusive. */
  start: number;
  end: number;
  /** Id of the rule in `lexicon/cues` (or of the code) that found it, for `explain`. */
  rule: string;
}

/** Kinds of evidence, as `lexicon/cues` may name them. */
export type CueKind = Cues['kind'];

/** What a message is in the end; the ledger's roles. */
export type Role = Ledger['runs'][number]['role'];

/** One message of a log. `text` is the message text of the contract: trimmed, LF, nothing else altered. */
export interface Message extends Node {
  type: 'message';
  /** Ordinal from 0 within its source. */
  id: number;
  /** 16 hex digits: hash of time, sender, text and occurrence; survives merging and re-export. */
  key: string;
  /** HH:MM:SS as written. */
  time: string;
  /** Seconds since midnight of the log's first day; never falls from message to message by more than the log's own disorder. */
  clock: number;
  /** The nick exactly as it stands in the log; may be empty. */
  sender: string;
  text: string;
  /** Lines and columns from 1, offsets in UTF-16 units of the decoded file: from the header's first character to the end of the body. */
  position: Position;
  /** Where `text` begins in the file: line and column from 1. */
  body: { line: number; column: number };
  /** Filled by the cues stage. */
  cues: Cue[];
  /** Id of the earlier message that this one repeats under a second name. Filled by the duplicates stage. */
  duplicateOf?: number;
  /** Filled by the roles stage. */
  role?: { role: Role; rule: string; talk?: number };
}

/** A question that somebody put, answered or not, as the questions stage saw it. */
export interface Asked {
  question: number[];
  answers: number[];
  /** What speaks for and against it being a pair, by name. */
  features: Record<string, number>;
  /** Somebody's answer names the asker, or quotes the question. */
  addressed: boolean;
}

/** A slice of a message. */
export interface Place {
  message: number;
  start: number;
  end: number;
}

/** Whether two places share text. */
export const meet = (a: Place, b: Place) =>
  a.message === b.message && (a.start === b.start || (a.start < b.end && b.start < a.end));

/** A term that the lecture may define. */
export interface WeighedTerm extends Place {
  /** 0 to 1: how likely it does, by the glossary's model. */
  score: number;
  /** A wording of the lecture defines it. */
  told: boolean;
}

/** What stages knew when they decided, beside what they decided: the certainty stage weighs it. */
export interface Weighed {
  /** Headings with their probability by the outline's model; none of those that an editor set. */
  headings?: (Place & { score: number })[];
  asked?: Asked[];
  terms?: WeighedTerm[];
}

/** A decision that was taken or might have been. */
export interface Odds<T> {
  about: T;
  /** Whether it was taken. */
  found: boolean;
  /** What was typed, announced or quoted says so; else a rule inferred it. */
  stated: boolean;
  /** 0 to 1: the probability that it belongs in the note. */
  probability: number;
  /** What it rests on, by name. */
  features: Record<string, number>;
}

/** How sure the decisions of a talk are, also those not to take something; filled by the certainty stage. */
export interface Certainty {
  /** Every message that the speaker typed in the talk's window. */
  lecture: Odds<number>[];
  headings: Odds<Place>[];
  pairs: Odds<Asked>[];
  /** Terms whose kind stands not in the term itself. */
  kinds: Place[];
}

/** What an editor decided in a talk, be it to leave something out: it is in doubt no more. */
export interface Settled {
  lecture: ReadonlySet<number>;
  questions: ReadonlySet<number>;
  headings: readonly Place[];
  terms: readonly Place[];
}

/** A phrase of `lexicon/doubts.json` by its name, with what stands in its places. */
export interface Phrase {
  says: Saying;
  values?: Readonly<Record<string, string>>;
}

/** What an editor should look at, before a note words it in its language. */
export interface Hint {
  code: keyof Doubts['what'] | 'edit-stale';
  /** How it reads, part by part; the phrase of its code without. */
  phrases?: readonly Phrase[];
  message?: number;
}

/** A talk as the stages build it up; the fields of later stages are empty until those stages ran. */
export interface Talk {
  /** `discussion`: several people, nobody's lecture; `lecture` then holds the messages on its subject. A talk without. */
  kind?: 'discussion';
  /** The note's id that edits name; without edits it follows from the first lecture message. */
  id?: string;
  /** JSON pointers into the note to what edits set; filled by `applyEdits`. */
  edited?: string[];
  announcement: number[];
  host: string | null;
  /** All nicks under which the speakers type in this log; the first is the one that gives, or begins, the lecture. */
  nicks: string[];
  /** Where several people give the talk: the nicks of each, in the order of `speakers`; absent for one. */
  persons?: string[][];
  speakers: Speaker[];
  titleFrom: Span[];
  title: string;
  announced: Span | null;
  /** Ordinals of the messages among which the lecture lies, both inclusive. */
  window: { first: number; last: number };
  lecture: number[];
  lead: Block[];
  sections: Section[];
  qa: Pair[];
  topics: Topic[];
  glossary: Entry[];
  restrictions: Span[];
  review: Hint[];
  /** Filled as the stages run. */
  weighed?: Weighed;
  certainty?: Certainty;
  /** Filled by `applyEdits`. */
  settled?: Settled;
}

/** A day's messages (unist parent); `talks` grows from stage to stage. */
export interface Transcript extends Parent {
  type: 'transcript';
  children: Message[];
  source: Source;
  /** Of a joined transcript: the logs after the first, whose messages follow. */
  further?: Source[];
  encoding: string;
  /** YYYY-MM-DD from the front matter, else from the file name, else null. */
  date: string | null;
  /** The flat front matter keys, trimmed and unquoted; empty without front matter. */
  frontMatter: Record<string, string>;
  warnings: { code: string; reason: string; line?: number }[];
  /** Names the key where nicks and numbers were replaced; the nicks that stay stand in the sources. */
  pseudonymized?: string;
  talks: Talk[];
}

export type { Block, Entry, Moment, Pair, Review, Section, Source, Span, Speaker, Topic };

/** The span of `message` from `start` to `end` (UTF-16 offsets into its text, end exclusive). */
export function spanOf(message: Pick<Message, 'id' | 'text'>, start = 0, end = message.text.length): Span {
  return { message: message.id, start, end, text: message.text.slice(start, end) };
}

/** What the stages behind the lecture put into a talk; a talk is begun with none of it. */
export const unread = (): Pick<
  Talk,
  'lead' | 'sections' | 'qa' | 'topics' | 'glossary' | 'restrictions' | 'review'
> => ({ lead: [], sections: [], qa: [], topics: [], glossary: [], restrictions: [], review: [] });
