import { type Features, flag, late } from './features.js';
import type { Place } from './place.js';
import type { State, Thread } from './thread.js';

/** Share of the threads whose answer the person began with a mention, where he does not do so now. */
function unaddressed({ view }: Place, state: State): number {
  const habit = state.doings[view.person]?.habit;
  const alone = view.mentions.length === 0 && view.quote === '';
  return alone && habit ? habit.addressed / habit.threads : 0;
}

/** Is the thread the one that the person answered last? */
export const goesOn = ({ view }: Place, state: State, thread: Thread): boolean =>
  state.doings[view.person]?.answered?.first === thread.first;

/** How the link fits what the person answered last, another thread or none. */
export function beginning(place: Place, state: State, thread: Thread): Features {
  const { view } = place;
  const last = state.doings[view.person]?.answered;
  const other = !goesOn(place, state, thread);
  return {
    bareStart: other ? unaddressed(place, state) : 0,
    sameAsker: flag(other && last?.asker === thread.person),
    skips: flag(other && last !== undefined && view.clock - last.clock < 30 && thread.last < last.index),
  };
}

/** What holds of a link that does not go on with the thread answered last. */
const apart = {
  goesOnSoon: 0,
  goesOnLate: 0,
  goesOnNext: 0,
  goesOnUndisturbed: 0,
  goesOnWhileWait: 0,
  goesOnOpen: 0,
  goesOnFollow: 0,
  goesOnListed: 0,
  goesOnMany: 0,
  fresh: 0,
  bareGoesOn: 0,
  length: 0,
};

/** How the link goes on with the thread that the person answered last; all 0 where it does not. */
export function goingOn(place: Place, state: State, thread: Thread): typeof apart {
  const { view, index, context } = place;
  const { answered: last, habit } = state.doings[view.person] ?? {};
  if (!last || !goesOn(place, state, thread)) return apart;
  const others = state.open.filter((other) => other !== thread && other.person !== view.person);
  return {
    goesOnSoon: Math.exp(-(view.clock - last.clock) / 60),
    goesOnLate: late(view.clock - last.clock),
    goesOnNext: flag(last.index === index - 1),
    goesOnUndisturbed: flag(!others.some((other) => other.first > last.index)),
    goesOnWhileWait: flag(others.some((other) => other.replies.size === 0 && other.asksAtAll)),
    goesOnOpen: flag(context.views[last.index]!.open),
    goesOnFollow: flag(view.followUp),
    goesOnListed: flag(view.listed),
    goesOnMany: Math.min(thread.replies.get(view.person)!.ids.length, 6) / 6,
    fresh: flag(thread.last > last.index),
    bareGoesOn: unaddressed(place, state),
    length: Math.min(habit ? habit.messages / habit.threads : 2, 5),
  };
}
