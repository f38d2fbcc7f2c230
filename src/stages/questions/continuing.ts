import { flag, late } from './features.js';
import type { Formulas, Standing } from './standing.js';
import { waiting } from './thread.js';

/** How the link fits what the person answered last, another thread or none. */
export const beginning = {
  bareStart: ({ goesOn, moment }) => (goesOn ? 0 : moment.unaddressed),
  sameAsker: ({ goesOn, thread, moment: { last } }) => flag(!goesOn && last?.asker === thread.person),
  skips: ({ goesOn, thread, moment: { last, view } }) =>
    flag(!goesOn && last !== undefined && view.clock - last.clock < 30 && thread.last < last.index),
} satisfies Formulas;

/** What holds of a link that does not go on with the thread answered last. */
export const apart = {
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
export function goingOn({ goesOn, thread, moment }: Standing): typeof apart {
  const { threads, view, place, last, habit, unaddressed } = moment;
  const { index, context } = place;
  if (!last || !goesOn) return apart;
  const others = threads.filter((other) => other !== thread);
  return {
    goesOnSoon: Math.exp(-(view.clock - last.clock) / 60),
    goesOnLate: late(view.clock - last.clock),
    goesOnNext: flag(last.index === index - 1),
    goesOnUndisturbed: flag(!others.some((other) => other.first > last.index)),
    goesOnWhileWait: flag(others.some((other) => waiting(other) && other.asksAtAll)),
    goesOnOpen: flag(context.views[last.index]!.open),
    goesOnFollow: flag(view.followUp),
    goesOnListed: flag(view.listed),
    goesOnMany: Math.min(thread.replies.get(view.person)!.ids.length, 6) / 6,
    fresh: flag(thread.last > last.index),
    bareGoesOn: unaddressed,
    length: Math.min(habit ? habit.messages / habit.threads : 2, 5),
  };
}
