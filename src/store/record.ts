import type { Note, Entry as Term } from '../schema/note.js';
import type { Concept as TaxonomyConcept } from '../schema/taxonomy.js';

/** What a term is, as notes say it. */
export type TermKind = Term['kind'];

/** All kinds of terms. */
export const termKinds = [
  'risk',
  'concept',
  'organization',
  'regulation',
] as const satisfies readonly TermKind[];

/** A part of a talk that is found for itself. */
export interface Passage {
  /** talk: its title, speakers and what precedes the first heading; section: its own blocks alone; pair: a question with its answers. */
  kind: 'talk' | 'section' | 'pair';
  /** JSON pointer into the note: `''` for the talk. */
  pointer: string;
  /** The talk's title, the section's title, or the question. */
  heading: string;
  /** Titles of the sections around it, the outermost first. */
  above: string[];
  /** Of a talk: its speakers with all their names, each a line. */
  names?: string[];
  /** Text as it is shown, without the heading; blocks, items and answers in lines of their own. */
  body: string;
  /** Ordinal of the first message, in its source. */
  message: number;
  /** Index into the note's sources; absent for the first. */
  source?: number;
}

/** What a talk says a term means. */
export interface Definition {
  /** Id of the concept in the taxonomy, else `term:` and the folded term. */
  concept: string;
  /** JSON pointer into the note. */
  pointer: string;
  /** As the talk spells it. */
  term: string;
  /** Other names that the talk gives it. */
  aliases: string[];
  kind: TermKind;
  text: string;
  /** Id of the concept above it, as the note says; tells concepts of one name apart. */
  broader?: string;
  message: number;
  source?: number;
  /** UTF-16 offsets of the term in the message text. */
  start: number;
  end: number;
}

/** A topic of a talk. */
export interface TalkTopic {
  /** Id of the concept in the taxonomy, else `text:` and the label. */
  id: string;
  label: string;
  /** 0 to 1. */
  score: number;
}

/** What is listed of a talk. */
export interface TalkHead {
  /** The note's. */
  id: string;
  slug: string;
  kind: Note['kind'];
  title: string;
  date: string;
  group: string;
  language: Note['language'];
  /** Nicks as in the log. */
  speakers: string[];
  topics: TalkTopic[];
}

/** All that a store keeps of a talk. */
export interface Talk extends TalkHead {
  /** Path of the note's file as `index` found it; names the talk towards the folder. */
  file: string;
  /** Of the note file's bytes, hex. */
  sha256: string;
  passages: Passage[];
  definitions: Definition[];
  note: Note;
}

/** A concept of the taxonomy, with the domain that it belongs to. */
export interface KnownConcept extends TaxonomyConcept {
  scheme: string;
  /** The domain's name, for people. */
  domain?: string;
}
