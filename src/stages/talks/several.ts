import { nickSimilarity } from '../../language/names.js';
import type { Lexicon } from '../../lexicon.js';
import type { Message, Talk, Transcript } from '../../transcript.js';
import type { Announcement } from './announcement.js';
import { type Candidate, candidatesIn, presentedBy, type Window } from './candidate.js';
import type { Person } from './persons.js';

/** What is needed to look for further speakers of a talk. */
export interface Setting {
  window: Window;
  persons: Person[];
  lexicon: Lexicon;
}

/** From here on a name is taken for a nick. */
const sameName = 0.6;
/** Points that a further speaker's part needs: three sentences, no mere answer. */
const enough = 2.5;
/** How soon a successor begins after the speaker ends, and among how many messages around that he is called. */
const soon = { seconds: 1800, before: 3, after: 8 };

const startOf = (candidate: Candidate) => presentedBy(candidate)[0]!.message;
const endOf = (candidate: Candidate) => presentedBy(candidate).at(-1)!.message;

const fits = (name: string, { nicks }: Candidate, { people }: Lexicon) =>
  nicks.some((nick) => nickSimilarity(name, nick, people) >= sameName);

/** All of an announced panel who speak, in the order in which they begin; the candidate alone without a panel. */
export function panelOf(
  tree: Transcript,
  group: readonly Announcement[],
  candidate: Candidate,
  { window, persons, lexicon }: Setting,
): Candidate[] {
  const names = group.flatMap(({ panel = [] }) => panel);
  if (!names.length) return [candidate];
  const others = candidatesIn(tree, window, persons).filter(
    (one) =>
      one.nicks[0] !== candidate.nicks[0] &&
      one.stretch.points >= enough &&
      names.some((name) => fits(name, one, lexicon)),
  );
  return [candidate, ...others].sort((a, b) => startOf(a).id - startOf(b).id);
}

/** Whether one of the messages around the end of a part calls the next speaker by his nick. */
function called(messages: readonly Message[], next: Candidate, lexicon: Lexicon): boolean {
  return messages.some(({ text }) => {
    if (!lexicon.talks.handover.some((phrase) => text.includes(phrase))) return false;
    return text
      .split('@')
      .slice(1)
      .some((rest) => fits(rest.slice(0, 60).split(/[\s，。,]/u)[0]!, next, lexicon));
  });
}

/** Whether somebody says in his first lines that he goes on. */
const succeeds = (next: Candidate, lexicon: Lexicon) =>
  next.list
    .slice(Math.max(0, next.stretch.first - 1), next.stretch.first + 2)
    .some(({ message }) =>
      lexicon.talks.succeeds.some((phrase) => message.text.slice(0, 60).includes(phrase)),
    );

/**
 * Those who go on with a talk when its speaker has ended, one after the other: called by name, or saying so
 * themselves. Whoever gives a talk of his own, or has been announced for one, is no successor.
 */
export function successorsOf(
  tree: Transcript,
  speaker: Candidate,
  taken: readonly Talk[],
  { window, persons, lexicon }: Setting,
): Candidate[] {
  const found: Candidate[] = [];
  const candidates = candidatesIn(tree, window, persons).filter(
    (one) => one.stretch.points >= enough && !taken.some(({ nicks }) => nicks.includes(one.nicks[0]!)),
  );
  for (let last = speaker; ; last = found.at(-1)!) {
    const end = endOf(last);
    const around = tree.children.slice(Math.max(0, end.id - soon.before), end.id + soon.after);
    const next = candidates.find((one) => {
      const start = startOf(one);
      if (found.includes(one) || start.id <= end.id || start.clock - end.clock > soon.seconds) return false;
      return called(around, one, lexicon) || succeeds(one, lexicon);
    });
    if (!next) return found;
    found.push(next);
  }
}
