import type { Edits } from '../schema/edits.js';
import type { Transcript } from '../transcript.js';
import { hiddenEdits } from './edits.js';
import { type Hidden, type Pseudonymization, pseudonymize, speakersOf } from './pseudonymize.js';

/** A log on which all stages ran, pseudonymized where that was asked for. */
export interface Run {
  tree: Transcript;
  /** The log as it was read: the tree itself where nothing is replaced. */
  plain: Transcript;
  /** Edits of the plain log as they hold for the tree. */
  edits(edits: readonly Edits[]): readonly Edits[];
}

/** What runs the stages over a transcript, in place. */
export type Annotate = (tree: Transcript) => Transcript;

/** A log in which nothing is replaced, or all was before. */
export const plainRun = (tree: Transcript): Run => ({ tree, plain: tree, edits: (edits) => edits });

const runOf = (plain: Transcript, hidden: Hidden): Run => ({
  tree: hidden.tree,
  plain,
  edits: (edits) => edits.map((one) => hiddenEdits(one, plain, hidden)),
});

/** Runs the stages over a log in which only some nicks stay. */
export function runKeeping(
  plain: Transcript,
  kept: readonly string[],
  { key, people }: Pseudonymization,
  annotate: Annotate,
): Run {
  const hidden = pseudonymize(plain, { key, kept, people });
  annotate(hidden.tree);
  return runOf(plain, hidden);
}

/**
 * Runs the stages over a log. Who speaks is known only behind the stages: where speakers are to be kept, the stages run
 * over the log without any nick first, and once more over the one with the nicks of those whom they found.
 */
export function runOver(
  plain: Transcript,
  pseudonymization: Pseudonymization | undefined,
  annotate: Annotate,
): Run {
  if (!pseudonymization) return plainRun(annotate(plain));
  const run = runKeeping(plain, [], pseudonymization, annotate);
  if (!pseudonymization.keepSpeaker) return run;
  const kept = speakersOf(plain, run.tree);
  return kept.length ? runKeeping(plain, kept, pseudonymization, annotate) : run;
}
