import type { TalkHead } from '../../store/record.js';
import type { Entry } from '../../store/store.js';
import type { Sounding } from './sounds.js';

/** A concept, whether it is to be found or its names alone are of use. */
export interface HeldConcept {
  key: string;
  /** The preferred name first. */
  labels: readonly string[];
  broader?: string;
  /** Ids of the talks that define it. */
  talks: readonly string[];
}

/** What a search in memory is over. */
export interface Held {
  talks: readonly TalkHead[];
  /** The number of an entry is its place. */
  entries: readonly Entry[];
  /** How names and headings of each entry sound; of an entry that is not heard, `''`. */
  sounds: readonly Sounding[];
  concepts: readonly HeldConcept[];
}
