import type { View } from './evidence.js';
import { type Features, flag } from './features.js';
import { compare, likeness, massOf, shareOf } from './overlap.js';
import type { Place } from './place.js';
import type { Asking } from './thread.js';

/** What is shorter stands in many quotations by chance. */
const QUOTED = 4;

/** Does a message quote one that asks? */
export const quotes = (view: View, asking: Asking): boolean =>
  view.quote !== '' &&
  asking.views.some(({ plain }) => plain.length >= QUOTED && view.quote.includes(plain.slice(0, 20)));

/** Whom the message names, and whom those after it name: a person who asks, or others. */
export function addressing({ view, around, context }: Place, person: number): Features {
  const toAsker = view.mentions.includes(person);
  const fit = (best: number, name: string) => Math.max(best, context.fit(name, person));
  const fits = view.strange.reduce(fit, 0);
  const { run, later } = around;
  const aheadAsker = run.some(({ mentions }) => mentions.includes(person));
  return {
    toAsker: flag(toAsker),
    toOther: flag(!toAsker && view.mentions.some((who) => who >= 0)),
    toUnknown: flag(!toAsker && view.mentions.includes(-1)),
    toLikely: toAsker ? 0 : fits,
    toUnlikely: flag(view.strange.length > 0 && fits === 0),
    laterAsker: flag(
      later.some(
        ({ mentions, strange }) =>
          mentions.includes(person) || strange.some((name) => context.fit(name, person) === 1),
      ),
    ),
    aheadLikely: run.reduce((best, { strange }) => strange.reduce(fit, best), 0),
    aheadAsker: flag(aheadAsker),
    aheadOther: flag(!aheadAsker && run.some(({ mentions }) => mentions.length > 0)),
  };
}

/** Who spoke before, and who reacts: the person who asks, or others. */
export function reactions({ view, around }: Place, person: number): Features {
  const { before, reaction, content } = around;
  const reacts = reaction?.person === person;
  return {
    direct: flag(before?.person === person),
    thanked: flag(content.has(person)),
    reacts: flag(reacts),
    reactsTo: flag(reacts && reaction.mentions.includes(view.person)),
  };
}

/** Names of what `writeLikenesses` writes. */
export const likenesses = ['quotes', 'like', 'likeShare', 'likeMass', 'likeRun', 'confirms'];

/** Writes what the message shares with what is asked. */
export function writeLikenesses(row: Float64Array, at: number, place: Place, asking: Asking): void {
  const { view, told, context } = place;
  const { rarity } = context;
  compare(rarity, told, asking.grams);
  let run = 0;
  for (let i = 1; i < told.length; i++) run = Math.max(run, likeness(rarity, i));
  row[at] = flag(quotes(view, asking));
  row[at + 1] = likeness(rarity);
  row[at + 2] = shareOf(rarity);
  row[at + 3] = massOf(rarity);
  row[at + 4] = run;
  row[at + 5] = flag(view.confirm && asking.views.some(({ yesNo }) => yesNo));
}
