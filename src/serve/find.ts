import type { TermKind } from '../store/record.js';
import type { EntryKind, Filter, Store } from '../store/store.js';

/** A text with the slices that answer the query, as offsets. */
export interface Marked {
  text: string;
  marks: [start: number, end: number][];
}

/** A thing found, as the pages show it. */
export interface Hit {
  kind: EntryKind;
  score: number;
  title: string;
  snippet: Marked;
  heading: Marked;
  talk?: { id: string; title: string; date: string; group: string; speakers: string[] };
  pointer?: string;
  message?: number;
  source?: number;
  concept?: string;
  termKind?: TermKind;
}

/** What a search gives; `notes` say how the query was read, where that was not as written. */
export interface Found {
  hits: Hit[];
  more: boolean;
  notes: string[];
}

/** Searches a store: what the pages need of `search`. */
export type Find = (
  store: Store,
  query: string,
  options: { filter?: Filter; limit?: number },
) => Promise<Found>;
