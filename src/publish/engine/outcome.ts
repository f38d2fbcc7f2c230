import type { PageKey } from '../../markdown/keys.js';
import type { PageKind } from '../target.js';

/** What a run did with a page, or would do. */
export const deeds = {
  created: 'was not there',
  updated: 'took the place of what the last run left',
  merged: 'took in edits of people and of the note',
  moved: 'has another name',
  copied: 'people edited the page; the new one stands beside it',
  removed: 'is gone, as its note is',
  same: 'needed nothing',
  kept: 'people edited the page, and their edits stand',
  deleted: 'people deleted the page, and it stays so',
  left: 'should go, but people edited it',
  withheld: 'must go, as the speaker asks, but people edited it',
  damaged: 'the marks of the generated part are not as they were',
  raced: 'somebody wrote at the same time',
  refused: 'may not be written',
  failed: 'could not be written',
} as const;

/** One of `deeds`. */
export type Deed = keyof typeof deeds;

/** Deeds that change something upstream. */
export const changing: ReadonlySet<Deed> = new Set([
  'created',
  'updated',
  'merged',
  'moved',
  'copied',
  'removed',
]);

/** What became of a page. */
export interface Outcome {
  key: PageKey;
  kind: PageKind;
  title: string;
  /** Where it stands. */
  name: string;
  did: Deed;
  /** The name that it had. */
  from?: string;
  /** Places in which people and the note said different things: those of people stand. */
  conflicts?: number;
  /** The speaker asks that the talk not be passed on: nothing is to name it. */
  withheld?: true;
  /** Keys of the withheld talks that the page goes on naming where people edited it. */
  stillNames?: PageKey[];
  /** Why, where the deed alone does not say it. */
  detail?: string;
  /** Of a dry run: what would change. */
  patch?: string;
}
