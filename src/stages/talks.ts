import type { Plugin } from 'unified';
import type { Lexicon } from '../lexicon.js';
import type { Talk, Transcript } from '../transcript.js';
import { announcementGroups, cancelled, speakerOf, windowOf } from './talks/announced.js';
import type { Announcement } from './talks/announcement.js';
import type { Candidate } from './talks/candidate.js';
import { personsOf } from './talks/persons.js';
import { panelOf, successorsOf } from './talks/several.js';
import { talkOf } from './talks/talk.js';
import { unannounced } from './talks/unannounced.js';

/** Once the speaker has typed so many messages of his stretch, nobody takes the talk back any more. */
const under = 3;
/** A stretch of fewer points may be a mere apology: a cancellation after it counts too. */
const slight = 8;

interface Found {
  talk: Talk;
  candidate: Candidate;
  group: Announcement[];
  score: number;
  first: number;
}

/** Whether one of two talks of a speaker is better supported; of equals the one that begins, or was found, earlier. */
const better = (one: Found, other: Found, found: readonly Found[]): boolean =>
  (one.score - other.score || other.first - one.first || found.indexOf(other) - found.indexOf(one)) > 0;

/** One talk a speaker, the best supported; a talk's window ends where the next one is announced. */
function apart(found: Found[]): Talk[] {
  const best = found.filter(
    (one) =>
      !found.some(
        (other) => other !== one && other.talk.nicks[0] === one.talk.nicks[0] && better(other, one, found),
      ),
  );
  best.sort((a, b) => a.first - b.first);
  best.forEach((one, index) => {
    const next = best[index + 1];
    if (next) one.talk.window.last = Math.max(one.first, Math.min(one.talk.window.last, next.first - 1));
  });
  return best.map((one) => one.talk);
}

/**
 * Finds the talks of a log: for each announcement the person who then presents, and presentations that nobody
 * announced. A panel, and a speaker with those who go on after him, give one talk. A free discussion, a cancelled talk and
 * one that does not follow give none.
 */
export const talks: Plugin<[Lexicon], Transcript> = (lexicon) => (tree) => {
  const persons = personsOf(tree);
  const found: Found[] = [];
  for (const group of announcementGroups(tree, lexicon)) {
    const window = windowOf(tree, group);
    const candidate = speakerOf(tree, group, window, persons, lexicon);
    if (!candidate) continue;
    const first = candidate.list[candidate.stretch.first]!.message.id;
    const { stretch, list } = candidate;
    const until =
      stretch.points < slight ? window.last : list[Math.min(stretch.last, stretch.first + under)]!.message.id;
    if (cancelled(tree, group, until, lexicon)) continue;
    const [leader, ...others] = panelOf(tree, group, candidate, { window, persons, lexicon });
    const talk = talkOf(leader!, group, window, lexicon, others);
    found.push({ talk, candidate: leader!, group, score: candidate.score, first });
  }
  const announced = apart(found);
  const all = found.map(({ talk }) => talk);
  announced.forEach((talk, index) => {
    const { candidate, group } = found.find((one) => one.talk === talk)!;
    if (talk.persons) return;
    const { window } = talk;
    const others = successorsOf(tree, candidate, all, { window, persons, lexicon });
    if (others.length) announced[index] = talkOf(candidate, group, window, lexicon, others);
  });
  tree.talks = [...announced, ...unannounced(tree, announced, persons, lexicon)];
};
