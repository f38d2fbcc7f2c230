import { type Around, aroundOf } from './around.js';
import type { View } from './evidence.js';
import type { Context } from './features.js';
import type { Draft } from './link.js';
import type { Row } from './row.js';
import { type Asking, type Becoming, becoming, type Thread } from './thread.js';

/** A message and its place, before any thread is looked at: the same for all readings of a talk. */
export interface Place {
  view: View;
  context: Context;
  /** Number of messages looked at before it. */
  index: number;
  around: Around;
  /** How many messages its person and the speaker have written before it, those that only teach left out. */
  said: number;
  spoken: number;
  /** When the speaker last wrote, and when he last taught. */
  heard: number;
  taught: number;
  /** What it looks like as an answer to anything; the rest of the row is 0. */
  own?: Row;
  /** What becomes of threads at it, so that readings share them. */
  threads: Becoming;
  /** What holds of it as the answer to each question, whatever was decided before. */
  rows: Map<Asking, Row>;
  /** Log-odds that it goes on asking in each thread, under the model that reads the talk. */
  joins: Map<Thread, number>;
  /** It as the answer to each thread: those that its person answered last, and others. */
  drafts: Record<'on' | 'apart', Map<Thread, Draft>>;
}

/** Goes through the messages in the order of looking; those whose ids are in `lecture` only teach and give no place. */
export function* placesOf(context: Context, lecture: ReadonlySet<number>): Generator<Place> {
  const { views } = context;
  const said = new Map<number, number>();
  let heard = views[0]?.clock ?? 0;
  let taught = heard;
  for (const [index, view] of views.entries()) {
    const { person, clock } = view;
    if (lecture.has(view.id)) taught = clock;
    else {
      yield {
        view,
        context,
        index,
        around: aroundOf(views, index),
        said: said.get(person) ?? 0,
        spoken: said.get(0) ?? 0,
        heard,
        taught,
        threads: becoming(),
        rows: new Map(),
        joins: new Map(),
        drafts: { on: new Map(), apart: new Map() },
      };
      said.set(person, (said.get(person) ?? 0) + 1);
    }
    if (person === 0 || lecture.has(view.id)) heard = clock;
  }
}
