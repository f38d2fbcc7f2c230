import type { Edits, Quote } from '../../schema/edits.js';
import type { Note } from '../../schema/note.js';
import type { Judgement, Opening, View } from '../protocol.js';

/** What the page knows; `edits` is the only thing that an editor changes in it. */
export interface State extends Opening {
  /** The id of the note that is shown. */
  shown: string;
  /** Messages marked as question and as answer, for the next pair. */
  asking: Set<number>;
  answering: Set<number>;
  /** The term that the next definition is for. */
  term: Quote | null;
  judgement: Judgement;
  /** Earlier edits, as JSON. */
  before: string[];
  /** Edits and judgement as last saved. */
  saved: string;
}

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  if (response.ok) return (await response.json()) as T;
  const text = await response.text();
  let message = text;
  try {
    message = JSON.parse(text).message;
  } catch {}
  throw new Error(message);
}

const standing = ({ edits, judgement }: State) => JSON.stringify([edits, judgement]);

/** Loads the log. */
export async function load(): Promise<State> {
  const opening = await ask<Opening>('state');
  const { topics = {}, doubts = '' } = opening.labels ?? {};
  const state: State = {
    ...opening,
    shown: opening.notes[0]?.id ?? '',
    asking: new Set(),
    answering: new Set(),
    term: null,
    judgement: { topics, none: [], doubts },
    before: [],
    saved: '',
  };
  state.saved = standing(state);
  return state;
}

export const isChanged = (state: State) => standing(state) !== state.saved;

/** The note that is shown. */
export const noteOf = (state: State): Note | undefined => state.notes.find(({ id }) => id === state.shown);

/** Asks what notes and roles the edits give. */
export async function refresh(state: State): Promise<void> {
  Object.assign(state, await ask<View>('preview', state.edits));
  if (!noteOf(state)) state.shown = state.notes[0]?.id ?? '';
}

/** Changes the edits of the note that is shown, and asks what comes of it; refused edits are taken back. */
export async function change(state: State, how: (edits: Edits) => void): Promise<void> {
  const before = JSON.stringify(state.edits);
  const own = state.edits.find(({ note }) => note === state.shown);
  if (!own) return;
  how(own);
  if (JSON.stringify(state.edits) === before) return;
  try {
    await refresh(state);
    state.before.push(before);
  } catch (error) {
    state.edits = JSON.parse(before);
    throw error;
  }
}

/** Takes the last change back. */
export async function undo(state: State): Promise<void> {
  const before = state.before.pop();
  if (before === undefined) return;
  state.edits = JSON.parse(before);
  await refresh(state);
}

/** The title that a quote gives. */
export const titleFrom = (quote: Quote) => ask<string>('title', [quote]);

/** Saves; gives the files. */
export async function save(state: State): Promise<string[]> {
  const now = standing(state);
  const files = await ask<string[]>('save', { edits: state.edits, judgement: state.judgement });
  state.saved = now;
  return files;
}
