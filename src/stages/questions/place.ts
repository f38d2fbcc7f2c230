import { type Around, aroundOf } from './around.js';
import type { View } from './evidence.js';
import type { Context, Features } from './features.js';
import type { State } from './thread.js';
import { answeringFeatures } from './wording.js';

/** What a message and its place are, before any thread is looked at. */
export interface Place {
  view: View;
  state: State;
  context: Context;
  around: Around;
  own: Features;
}

/** Looks at a message, once for all threads. */
export const placeOf = (view: View, state: State, context: Context): Place => {
  const around = aroundOf(context.views, state.index);
  return { view, state, context, around, own: answeringFeatures(view, around, state, context) };
};
