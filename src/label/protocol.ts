import type { Edits } from '../schema/edits.js';
import type { Note } from '../schema/note.js';
import type { Role } from '../transcript.js';

/* What page and session say to each other: plain data, as JSON carries it. */

/** What the page shows of a corrected log. */
export interface View {
  notes: Note[];
  /** The role of each message; the stages give every one. */
  roles: Role[];
}

/** What the page begins with. */
export interface Opening extends View {
  log: { path: string; group: string; date: string };
  messages: { id: number; key: string; time: string; sender: string; text: string }[];
  /** One for each note, and those that fit no talk any more. */
  edits: Edits[];
  /** The label file, where one was asked for, and what it holds already. */
  labels: { file: string; doubts: string; topics: Record<string, string[]> } | null;
}

/** What a label states that no note holds: an editor's own topics, his doubts, and notes that are no talk. */
export interface Judgement {
  /** Topics by note id; without, those of the note. */
  topics: Record<string, string[]>;
  /** Ids of notes that are no talk. */
  none: string[];
  doubts: string;
}
