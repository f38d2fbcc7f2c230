import { type Around, aroundOf } from './around.js';
import type { View } from './evidence.js';
import type { Context } from './features.js';
import type { Grams } from './grams.js';
import { type Becoming, becoming } from './thread.js';

/** A message and its place, before any thread is looked at: the same for all readings of a talk. */
export interface Place {
  view: View;
  context: Context;
  /** Number of messages looked at before it. */
  index: number;
  around: Around;
  /** The character pairs of the message, then those of each that follows in its run. */
  told: readonly Grams[];
  /** How many messages its person and the speaker have written before it, those that only teach left out. */
  said: number;
  spoken: number;
  /** When the speaker last wrote, and when he last taught. */
  heard: number;
  taught: number;
  /** What becomes of threads at it, so that readings share them. */
  threads: Becoming;
}

/** Goes through the messages in the order of looking; those whose ids are in `lecture` only teach and give no place. */
export function* placesOf(context: Context, lecture: ReadonlySet<number>): Generator<Place> {
  const { views } = context;
  const said = new Map<number, number>();
  let heard = views[0]?.clock ?? 0;
  let taught = heard;
  const count = { askings: 0, threads: 0 };
  for (const [index, view] of views.entries()) {
    const { person, clock } = view;
    if (lecture.has(view.id)) taught = clock;
    else {
      const around = aroundOf(views, index);
      yield {
        view,
        context,
        index,
        around,
        told: [view, ...around.run].map(({ grams }) => grams),
        said: said.get(person) ?? 0,
        spoken: said.get(0) ?? 0,
        heard,
        taught,
        threads: becoming(count),
      };
      said.set(person, (said.get(person) ?? 0) + 1);
    }
    if (person === 0 || lecture.has(view.id)) heard = clock;
  }
}
