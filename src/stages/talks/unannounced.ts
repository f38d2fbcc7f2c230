import { nickSimilarity } from '../../language/names.js';
import type { Lexicon } from '../../lexicon.js';
import type { Talk, Transcript } from '../../transcript.js';
import { scoreOf } from '../cues.js';
import { type Candidate, candidatesIn, opens, presentedBy } from './candidate.js';
import type { Person } from './persons.js';
import { scheduledToday } from './scheduled.js';
import { talkOf } from './talk.js';

/** What the evidence for a talk that nobody announced must reach, and the points that its messages need at least. */
const enough = { evidence: 18, points: 6 };
/** Thanks and applause by others within this many messages after a stretch speak for a talk that nobody announced. */
const echo = 25;

function echoes(tree: Transcript, last: number, nicks: string[]): number {
  const people = new Set<string>();
  for (const message of tree.children.slice(last + 1, last + 1 + echo)) {
    if (nicks.includes(message.sender)) continue;
    if (message.cues.some((cue) => (cue.kind === 'applause' || cue.kind === 'thanks') && cue.score >= 0.7))
      people.add(message.sender);
  }
  return people.size;
}

/** What each piece of evidence for an unannounced talk is worth, beside the points of its messages. */
const evidence = { opening: 4, closing: 3, scheduled: 6, echo: 1, echoes: 5, heading: 1.5, headings: 4 };
/** From here on a scheduled name is taken for the nick. */
const sameName = 0.6;

function presented(tree: Transcript, candidate: Candidate, scheduled: boolean): number {
  const { list, stretch, nicks } = candidate;
  const own = presentedBy(candidate);
  const opened = opens(candidate);
  const headings = own.filter((item) => scoreOf(item.message, 'heading') >= 0.8).length;
  const closed = list.slice(stretch.last, stretch.last + 3).some((item) => item.closing >= 0.8);
  const heard = echoes(tree, own.at(-1)!.message.id, nicks);
  if (!scheduled && ((!opened && headings < 3) || (!closed && heard < 3))) return 0;
  return (
    stretch.points +
    (opened ? evidence.opening : 0) +
    (closed ? evidence.closing : 0) +
    (scheduled ? evidence.scheduled : 0) +
    Math.min(heard, evidence.echoes) * evidence.echo +
    Math.min(headings, evidence.headings) * evidence.heading
  );
}

/** Talks that nobody announced: much prepared text, an opening or a series of headings, and a close or applause. */
export function unannounced(tree: Transcript, taken: Talk[], persons: Person[], lexicon: Lexicon): Talk[] {
  const found: Talk[] = [];
  const window = { first: 0, last: tree.children.length - 1 };
  if (!tree.children.length) return found;
  const names = scheduledToday(tree);
  const isScheduled = ({ nicks }: Candidate) =>
    names.some((name) => nicks.some((nick) => nickSimilarity(name, nick, lexicon.people) >= sameName));
  for (const candidate of candidatesIn(tree, window, persons)) {
    const { list, stretch } = candidate;
    if (
      stretch.points < enough.points ||
      presented(tree, candidate, isScheduled(candidate)) < enough.evidence
    )
      continue;
    const [first, last] = [list[stretch.first]!.message.id, list[stretch.last]!.message.id];
    if (
      taken.some(
        (talk) =>
          talk.nicks.some((nick) => candidate.nicks.includes(nick)) ||
          (first <= talk.window.last && last >= talk.window.first),
      )
    )
      continue;
    found.push(talkOf(candidate, [], window, lexicon));
  }
  return found;
}
