import { deriveTitle } from '../../derive.js';
import { nickSimilarity, personOf } from '../../language/names.js';
import type { Lexicon } from '../../lexicon.js';
import type { Transcript } from '../../transcript.js';
import { type Announcement, announcementsIn } from './announcement.js';
import { type Candidate, candidatesIn, opens, type Window } from './candidate.js';
import type { Person } from './persons.js';

/** Points that the messages of an announced talk need. */
const enough = 3;
/** Seconds that an announced talk may begin before its announcement or after it. */
const reach = { before: 1800, after: 16 * 3600 };
/** What a name that agrees fully, and an opening line early in the stretch, are worth beside the stretch's points. */
const weights = { name: 30, opening: 8 };
/** A stretch counts for at most so much: beyond it length says nothing about who was announced. */
const mostPoints = 40;

function announcements(tree: Transcript, lexicon: Lexicon): Announcement[] {
  const found: Announcement[] = [];
  for (const message of tree.children) {
    if (message.duplicateOf !== undefined) continue;
    found.push(...announcementsIn(message, lexicon.talks));
  }
  return found;
}

/** Several announcements of one talk (a forecast, then the call) belong together: the same name or title. */
export function announcementGroups(tree: Transcript, lexicon: Lexicon): Announcement[][] {
  const groups: Announcement[][] = [];
  for (const one of announcements(tree, lexicon)) {
    const group = groups.find((members) => members.some((other) => sameTalk(one, other, lexicon)));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

function sameTalk(a: Announcement, b: Announcement, lexicon: Lexicon): boolean {
  if (a.name && b.name && nickSimilarity(a.name, b.name, lexicon.people) >= 0.6) return true;
  return Boolean(a.title && b.title && deriveTitle([a.title]) === deriveTitle([b.title]));
}

/** Where in the log the talk of a group of announcements can lie; ordinals, both inclusive. */
export function windowOf(tree: Transcript, group: Announcement[]): Window {
  const opener = tree.children[group[0]!.message]!;
  const call = tree.children[group.at(-1)!.message]!;
  let first = opener.id;
  while (first > 0 && opener.clock - tree.children[first - 1]!.clock <= reach.before) first--;
  let last = tree.children.length - 1;
  while (last > call.id && tree.children[last]!.clock - call.clock > reach.after) last--;
  return { first, last };
}

/** 0 to 1: how well an announced name fits a person, by nick or by how he introduces himself. */
function nameFit(group: Announcement[], candidate: Candidate, lexicon: Lexicon): number {
  let best = 0;
  for (const { name } of group) {
    if (!name) continue;
    for (const nick of candidate.nicks) best = Math.max(best, nickSimilarity(name, nick, lexicon.people));
    const person = personOf(name, lexicon.people);
    const introduces = candidate.list.some(
      ({ message }) =>
        person.length >= 2 &&
        lexicon.talks.selfName.some((phrase) => introducedAs(message.text.slice(0, 200), phrase, person)),
    );
    if (introduces) best = Math.max(best, 0.8);
  }
  return best;
}

function introducedAs(text: string, phrase: string, person: string): boolean {
  const at = text.indexOf(phrase);
  return at >= 0 && text.slice(at, at + phrase.length + 24).includes(person);
}

/** The person who gives the announced talk, or undefined when nobody in the window does. */
export function speakerOf(
  tree: Transcript,
  group: Announcement[],
  window: Window,
  persons: Person[],
  lexicon: Lexicon,
): (Candidate & { score: number }) | undefined {
  const hosts = new Set(group.map((one) => one.by));
  let best: (Candidate & { score: number }) | undefined;
  for (const candidate of candidatesIn(tree, window, persons)) {
    const similarity = nameFit(group, candidate, lexicon);
    if (candidate.nicks.some((nick) => hosts.has(nick)) && similarity < 0.5 && group.some((one) => one.name))
      continue;
    if (similarity < 0.4 && !opens(candidate) && candidate.stretch.points < 12) continue;
    const needed = similarity >= 0.8 ? enough / 2 : similarity >= 0.5 ? enough : enough * 2;
    if (candidate.stretch.points < needed) continue;
    const score =
      Math.min(candidate.stretch.points, mostPoints) +
      weights.name * similarity +
      (opens(candidate) ? weights.opening : 0);
    if (!best || score > best.score) best = { ...candidate, score };
  }
  return best;
}

/** Messages after the last announcement in which a talk is taken back, and in which a slip is put right. */
const within = { retraction: 200, slip: 4 };

/** Whether the talk is taken back after its last announcement and before ordinal `until`. */
export function cancelled(tree: Transcript, group: Announcement[], until: number, lexicon: Lexicon): boolean {
  const { cancelled: phrases, takenBack } = lexicon.talks;
  const hosts = new Set(group.map((one) => one.by));
  const call = group.at(-1)!.message;
  for (const message of tree.children.slice(call + 1, Math.min(until, call + 1 + within.retraction))) {
    const { text, sender, id } = message;
    if (text.length > 100 || !phrases.some((phrase) => text.includes(phrase))) continue;
    const named = takenBack.some((word) => text.includes(word));
    if (named || (hosts.has(sender) && id - call <= within.slip)) return true;
  }
  return false;
}
