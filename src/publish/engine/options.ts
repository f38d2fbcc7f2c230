import type { Observer } from '../../run.js';
import type { Note } from '../../schema/note.js';
import type { KnownConcept } from '../../store/record.js';
import type { FetchPicture } from '../pictures/fetch-all.js';
import type { ConflictWay, Target, TargetOptions } from '../target.js';

/** What is published of all that there is. */
export interface Selection {
  /** Talks of earlier days (YYYY-MM-DD) keep their pages as they are. */
  since?: string;
  /** Kinds of pages, or ids of talks; all others stay as they are. */
  only?: readonly string[];
}

/** How a run goes about it. */
export interface PublishOptions extends Selection {
  target: Target;
  options: TargetOptions;
  /** File of the state, where it is not the target's own. */
  stateFile?: string;
  /** Of names and headings that belong to no single talk, from now on; without, as before, or as most talks are in. */
  language?: Note['language'];
  /** The concepts that terms are looked up among. */
  taxonomy: readonly KnownConcept[];
  onConflict: ConflictWay;
  /** Takes the pages of notes away that are not among the inputs. */
  prune: boolean;
  restore: boolean;
  dryRun: boolean;
  /** For edit summaries. */
  summary: string;
  observer?: Pick<Observer, 'begin' | 'step' | 'end'>;
  /** How pictures are fetched, where it is not `fetchPicture`. */
  fetch?: FetchPicture;
}
