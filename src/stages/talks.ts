import type { Plugin } from 'unified';
import { deriveTitle } from '../derive.js';
import { nickSimilarity, parseNick } from '../language/names.js';
import type { Lexicon } from '../lexicon.js';
import type { Speaker, Span, Talk, Transcript } from '../transcript.js';
import { scoreOf } from './cues.js';
import { type Announcement, announcementsIn } from './talks/announcement.js';
import { bestStretch, type Stretch, weighAll, type Weighed } from './talks/session.js';
import { titleIn } from './talks/title.js';

/** A person who may give a talk in a window of the log, with the best stretch of what he types. */
interface Candidate {
  nicks: string[];
  list: Weighed[];
  stretch: Stretch;
  score: number;
}

interface Window {
  first: number;
  last: number;
}

/** Points that the messages of an announced talk need; what the whole evidence must reach where nobody announced one. */
const enough = { announced: 3, unannounced: 18 };
/** Seconds that an announced talk may begin before its announcement or after it. */
const reach = { before: 1800, after: 10 * 3600 };
/** What a name that agrees fully is worth, in points. */
const nameWeight = 30;

/** Senders that are one person: linked by copies of messages. The first to appear stands for all. */
function people(tree: Transcript): Map<string, string[]> {
  const root = new Map<string, string>();
  const find = (nick: string): string => (root.get(nick) === nick || !root.has(nick) ? nick : find(root.get(nick)!));
  for (const message of tree.children) {
    if (!root.has(message.sender)) root.set(message.sender, message.sender);
    if (message.duplicateOf === undefined) continue;
    const [a, b] = [find(tree.children[message.duplicateOf]!.sender), find(message.sender)];
    if (a !== b) root.set(b, a);
  }
  const groups = new Map<string, string[]>();
  for (const nick of root.keys()) {
    const first = find(nick);
    groups.set(first, [...(groups.get(first) ?? []), nick]);
  }
  return groups;
}

function announcements(tree: Transcript, lexicon: Lexicon): Announcement[] {
  const found: Announcement[] = [];
  for (const message of tree.children) {
    if (message.duplicateOf !== undefined) continue;
    found.push(...announcementsIn(message, lexicon.talks));
  }
  return found;
}

/** Several announcements of one talk (a forecast, then the call) belong together: the same name or title. */
function grouped(list: Announcement[], lexicon: Lexicon): Announcement[][] {
  const groups: Announcement[][] = [];
  for (const one of list) {
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
function windowOf(tree: Transcript, group: Announcement[]): Window {
  const opener = tree.children[group[0]!.message]!;
  const call = tree.children[group.at(-1)!.message]!;
  let first = opener.id;
  while (first > 0 && opener.clock - tree.children[first - 1]!.clock <= reach.before) first--;
  let last = tree.children.length - 1;
  while (last > call.id && tree.children[last]!.clock - call.clock > reach.after) last--;
  return { first, last };
}

/** 0 to 1: how well an announced name fits a person, by nick or by how he introduces himself. */
function fit(group: Announcement[], candidate: { nicks: string[]; list: Weighed[] }, lexicon: Lexicon): number {
  let best = 0;
  for (const { name } of group) {
    if (!name) continue;
    for (const nick of candidate.nicks) best = Math.max(best, nickSimilarity(name, nick, lexicon.people));
    const person = parseNick(name, lexicon.people).person;
    const introduces = candidate.list.some(({ message }) =>
      person.length >= 2 && lexicon.talks.selfName!.some((phrase) => introducedAs(message.text.slice(0, 200), phrase, person)));
    if (introduces) best = Math.max(best, 0.8);
  }
  return best;
}

function introducedAs(text: string, phrase: string, person: string): boolean {
  const at = text.indexOf(phrase);
  return at >= 0 && text.slice(at, at + phrase.length + 24).includes(person);
}

/** What an opening line early in the stretch adds to the case that this person gives the announced talk. */
const openingWeight = 8;

function candidatesIn(tree: Transcript, window: Window, persons: Map<string, string[]>): Omit<Candidate, 'score'>[] {
  const present = new Set<string>();
  for (let i = window.first; i <= window.last; i++) present.add(tree.children[i]!.sender);
  const found: Omit<Candidate, 'score'>[] = [];
  for (const nicks of persons.values()) {
    if (!nicks.some((nick) => present.has(nick))) continue;
    const list = weighAll(tree, new Set(nicks), window.first, window.last);
    const stretch = bestStretch(list);
    if (stretch) found.push({ nicks, list, stretch });
  }
  return found;
}

const opens = (candidate: Omit<Candidate, 'score'>) =>
  candidate.list.slice(candidate.stretch.first, candidate.stretch.first + 4).some((item) => item.opening >= 0.8);

/** The person who gives the announced talk, or undefined when nobody in the window does. */
function speakerOf(tree: Transcript, group: Announcement[], window: Window, persons: Map<string, string[]>, lexicon: Lexicon): Candidate | undefined {
  const hosts = new Set(group.map((one) => one.by));
  let best: Candidate | undefined;
  for (const candidate of candidatesIn(tree, window, persons)) {
    const similarity = fit(group, candidate, lexicon);
    if (candidate.nicks.some((nick) => hosts.has(nick)) && similarity < 0.5 && group.some((one) => one.name)) continue;
    if (similarity < 0.4 && !opens(candidate) && candidate.stretch.points < 12) continue;
    const needed = similarity >= 0.8 ? enough.announced / 2 : similarity >= 0.5 ? enough.announced : enough.announced * 2;
    if (candidate.stretch.points < needed) continue;
    const score = Math.min(candidate.stretch.points, 40) + nameWeight * similarity + (opens(candidate) ? openingWeight : 0);
    if (!best || score > best.score) best = { ...candidate, score };
  }
  return best;
}

/** Whether somebody takes the talk back after its last announcement and before anything is presented. */
function cancelled(tree: Transcript, group: Announcement[], window: { last: number }, lexicon: Lexicon): boolean {
  const { cancelled: phrases, share } = lexicon.talks;
  const call = group.at(-1)!.message;
  for (let i = call + 1; i <= Math.min(window.last, call + 200); i++) {
    const { text } = tree.children[i]!;
    if (text.length > 100 || !phrases!.some((phrase) => text.includes(phrase))) continue;
    if (share!.some((word) => text.includes(word)) || i - call <= 4) return true;
  }
  return false;
}

function speakerRecord(candidate: Omit<Candidate, 'score'>, group: Announcement[], lexicon: Lexicon): Speaker {
  const counts = new Map<string, number>();
  for (const { message } of candidate.list.slice(candidate.stretch.first, candidate.stretch.last + 1)) {
    counts.set(message.sender, (counts.get(message.sender) ?? 0) + 1);
  }
  const [name] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [candidate.nicks[0]!];
  const announced = group.flatMap((one) => (one.name && nickSimilarity(one.name, name, lexicon.people) >= 0.3 ? [one.name] : []));
  const aliases = [...new Set([...candidate.nicks, ...announced])].filter((alias) => alias !== name);
  const { organization, role, city } = parseNick(name, lexicon.people);
  return { name, aliases, ...(organization && { organization }), ...(role && { role }), ...(city && { city }) };
}

/** The subject as the speaker states it in one of the first lines of his stretch. */
function statedTitle(candidate: Omit<Candidate, 'score'>, lexicon: Lexicon): Span | null {
  const { list, stretch } = candidate;
  for (const { message } of list.slice(Math.max(0, stretch.first - 3), stretch.first + 4)) {
    const title = titleIn(message, lexicon.talks);
    if (title && deriveTitle([title])) return title;
  }
  return null;
}

function talkOf(candidate: Omit<Candidate, 'score'>, group: Announcement[], window: Window, lexicon: Lexicon): Talk {
  const titled = group.filter((one) => one.title).at(-1)?.title ?? statedTitle(candidate, lexicon);
  const timed = group.filter((one) => one.time).at(-1)?.time ?? null;
  const speaker = speakerRecord(candidate, group, lexicon);
  const host = group.at(-1)?.by ?? null;
  return {
    announcement: group.map((one) => one.message), host: host !== null && candidate.nicks.includes(host) ? null : host,
    nicks: [speaker.name, ...candidate.nicks.filter((nick) => nick !== speaker.name)], speakers: [speaker],
    titleFrom: titled ? [titled] : [], title: titled ? deriveTitle([titled]) : '', announced: timed, window,
    lecture: [], lead: [], sections: [], qa: [], topics: [], glossary: [], restrictions: [],
    review: titled ? [] : [{ code: 'no-title', reason: '没有人说出主题，请编辑补上标题' }],
  };
}

/** Thanks and applause by others within this many messages after a stretch speak for a talk that nobody announced. */
const echo = 25;

function echoes(tree: Transcript, last: number, nicks: string[]): number {
  const people = new Set<string>();
  for (const message of tree.children.slice(last + 1, last + 1 + echo)) {
    if (nicks.includes(message.sender)) continue;
    if (message.cues.some((cue) => (cue.kind === 'applause' || cue.kind === 'thanks') && cue.score >= 0.7)) people.add(message.sender);
  }
  return people.size;
}

/** What each piece of evidence for an unannounced talk is worth, beside the points of its messages. */
const evidence = { opening: 4, closing: 3, echo: 1, echoes: 5, heading: 1.5, headings: 4 };

function presented(tree: Transcript, candidate: Omit<Candidate, 'score'>): number {
  const { list, stretch, nicks } = candidate;
  const own = list.slice(stretch.first, stretch.last + 1);
  const opened = opens(candidate);
  const headings = own.filter((item) => scoreOf(item.message, 'heading') >= 0.8).length;
  const closed = list.slice(stretch.last, stretch.last + 3).some((item) => item.closing >= 0.8);
  const heard = echoes(tree, own.at(-1)!.message.id, nicks);
  if ((!opened && headings < 3) || (!closed && heard < 3)) return 0;
  return (
    stretch.points + (opened ? evidence.opening : 0) + (closed ? evidence.closing : 0) +
    Math.min(heard, evidence.echoes) * evidence.echo + Math.min(headings, evidence.headings) * evidence.heading
  );
}

/** Talks that nobody announced: much prepared text, an opening or a series of headings, and a close or applause. */
function unannounced(tree: Transcript, taken: Talk[], persons: Map<string, string[]>, lexicon: Lexicon): Talk[] {
  const found: Talk[] = [];
  const window = { first: 0, last: tree.children.length - 1 };
  if (!tree.children.length) return found;
  for (const candidate of candidatesIn(tree, window, persons)) {
    const { list, stretch } = candidate;
    if (stretch.points < 6 || presented(tree, candidate) < enough.unannounced) continue;
    const [first, last] = [list[stretch.first]!.message.id, list[stretch.last]!.message.id];
    if (taken.some((talk) => talk.nicks.some((nick) => candidate.nicks.includes(nick)) || (first <= talk.window.last && last >= talk.window.first))) continue;
    found.push(talkOf(candidate, [], window, lexicon));
  }
  return found;
}

/** One talk a speaker, the best supported; a talk's window ends where the next one is announced. */
function apart(found: { talk: Talk; score: number; first: number }[]): Talk[] {
  const best = found.filter((one) => !found.some((other) => other !== one && other.talk.nicks[0] === one.talk.nicks[0] && (other.score > one.score || (other.score === one.score && other.first < one.first))));
  best.sort((a, b) => a.first - b.first);
  best.forEach((one, index) => {
    const next = best[index + 1];
    if (next) one.talk.window.last = Math.max(one.first, Math.min(one.talk.window.last, next.first - 1));
  });
  return best.map((one) => one.talk);
}

/**
 * Finds the talks of a log: for each announcement the person who then presents, and presentations that nobody
 * announced. A free discussion, a cancelled talk and one that does not follow give none.
 */
export const talks: Plugin<[Lexicon], Transcript> = (lexicon) => (tree) => {
  const persons = people(tree);
  const found: { talk: Talk; score: number; first: number }[] = [];
  for (const group of grouped(announcements(tree, lexicon), lexicon)) {
    const window = windowOf(tree, group);
    if (cancelled(tree, group, window, lexicon)) continue;
    const candidate = speakerOf(tree, group, window, persons, lexicon);
    if (!candidate) continue;
    const first = candidate.list[candidate.stretch.first]!.message.id;
    found.push({ talk: talkOf(candidate, group, window, lexicon), score: candidate.score, first });
  }
  const announced = apart(found);
  tree.talks = [...announced, ...unannounced(tree, announced, persons, lexicon)];
};
