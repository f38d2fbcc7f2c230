import type { Plugin } from 'unified';
import { bare, unescapeHtml } from '../language/text.js';
import type { Lexicon } from '../lexicon.js';
import type { Hint, Talk, Transcript } from '../transcript.js';
import { scoreOf } from './cues.js';
import { isChatter, isImage } from './message.js';
import { takesUp, type Weighed, weighAll } from './talks/session.js';
import { type Sitting, sittingsOf } from './talks/sittings.js';
import { namedAmong } from './talks/talk.js';

/** A message of this length is content whatever its cues say, unless it closes the talk. */
const substantial = 60;
/** A text of this length after somebody's question goes on with the lecture rather than answering. */
const goesOn = 40;
/** Characters outside courtesies that make a closing line a summary. */
const summary = 45;

/**
 * Scores of cues from which on they count here; as the lengths beside them they were set by hand with the 65 labelled logs
 * in view (lecture F1 98.2; 97.1 on 63 logs that they had never seen, docs/quality.md).
 */
const counts = {
  heading: 0.6,
  logistics: 0.7,
  greeting: 0.6,
  /** Of a short line. */
  shortClosing: 0.7,
  closing: 0.8,
  /** Of a line before the subject is stated. */
  mildClosing: 0.5,
  opening: 0.8,
  /** It outweighs a closing. */
  sureOpening: 0.9,
};
/** Share of a text outside polite phrases below which it is mere politeness. */
const politeBelow = 0.3;
/** Messages behind the lecture among which afterthoughts are looked for, and points from which on they end. */
const after = { reach: 40, points: -1.2 };
/** Messages at the beginning that may be greetings. */
const greetings = 3;

const empty = (text: string) => unescapeHtml(text).replace(/[\s\u00a0]/gu, '').length < 2;

/** Characters of the sentences that hold none of the phrases. */
function plainLength(text: string, phrases: string[]): number {
  let length = 0;
  for (const sentence of text.split(/[。！!？?；;\n，,]/u))
    if (!phrases.some((phrase) => sentence.includes(phrase))) length += sentence.trim().length;
  return length;
}

/** A file message of which only the sender's id is left. */
const leftover = /^[A-Za-z0-9_-]{3,40}:$/u;

/** Whether a message inside the stretch is an aside: a reply, a greeting, thanks, logistics, a closing line without content. */
function aside(item: Weighed, words: Lexicon['talks']): boolean {
  const { text } = item.message;
  if (isImage(item.message)) return false;
  if (empty(text) || leftover.test(text) || bare(text) === '') return true;
  if (text.startsWith('@') || text.startsWith('「')) return true;
  if (
    item.reply &&
    item.points < 0 &&
    (text.length < goesOn || takesUp(item)) &&
    scoreOf(item.message, 'heading') < counts.heading
  )
    return true;
  if (item.closing >= counts.shortClosing && text.length < substantial) return true;
  if (item.closing >= counts.closing && item.opening < counts.sureOpening)
    return plainLength(text, words.courtesy) < summary;
  if (item.opening < counts.opening && plainLength(text, words.polite) < text.length * politeBelow)
    return true;
  if (scoreOf(item.message, 'heading') >= counts.heading || text.length > substantial) return false;
  return (
    isChatter(item.message) ||
    scoreOf(item.message, 'logistics') >= counts.logistics ||
    (scoreOf(item.message, 'greeting') >= counts.greeting && item.opening < counts.opening)
  );
}

/** How far into a message the phrase stands that marks it as an afterthought. */
const atStart = 12;

/**
 * After the closing line the speaker's pictures and files still belong until somebody asks, and what he says he forgot
 * belongs whenever it comes.
 */
function afterthoughts(list: Weighed[], from: number, words: Lexicon['talks']): Weighed[] {
  const kept: Weighed[] = [];
  let last = from;
  for (let i = from + 1; i < Math.min(list.length, from + after.reach); i++) {
    const item = list[i]!;
    if (item.reply || item.points - item.silence < after.points) break;
    if (isImage(item.message)) last = i;
  }
  kept.push(...list.slice(from + 1, last + 1));
  for (const item of list.slice(last + 1)) {
    const start = item.message.text.slice(0, atStart);
    if (!start.startsWith('@') && words.afterthoughts.some((phrase) => start.includes(phrase)))
      kept.push(item);
  }
  return kept;
}

/** Pairs of neighbouring characters of the title that name its subject. */
function subjectOf(title: string, { generic }: Lexicon['talks']): string[] {
  const text = bare(title);
  const pairs = Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
  return pairs.filter((pair) => !generic.includes(pair));
}

/** Greetings and self-introductions before the subject is stated are no lecture. */
function fromSubject(items: Weighed[], title: string, words: Lexicon['talks']): Weighed[] {
  const pairs = subjectOf(title, words);
  if (!pairs.length) return items;
  let first = 0;
  for (; first < Math.min(greetings, items.length - 1); first++) {
    const { message, opening } = items[first]!;
    const text = bare(message.text);
    const introduces =
      opening > 0 ||
      scoreOf(message, 'greeting') > 0 ||
      scoreOf(message, 'thanks') > 0 ||
      scoreOf(message, 'closing') >= counts.mildClosing;
    if (
      !introduces ||
      scoreOf(message, 'heading') >= counts.heading ||
      pairs.some((pair) => text.includes(pair))
    )
      break;
  }
  return items.slice(first);
}

/** Seconds before the lecture at which the speaker's own announcement is not yet its opening. */
const ahead = 300;

function announces(tree: Transcript, talk: Talk, id: number): boolean {
  if (!talk.announcement.includes(id)) return false;
  const message = tree.children[id]!;
  const next = tree.children.slice(id + 1).find((other) => talk.nicks.includes(other.sender));
  return next === undefined || next.clock - message.clock > ahead;
}

/** What an editor should know of a talk that was broken off: when it went on. */
function broken(sittings: Sitting[], list: Weighed[]): Hint[] {
  return sittings.slice(1).map(({ first }) => {
    const { id, time } = list[first]!.message;
    return { code: 'sittings', phrases: [{ says: 'sittings', values: { time } }], message: id };
  });
}

/** What one of the speakers presents, sitting by sitting. */
export function presentedBy(
  tree: Transcript,
  talk: Talk,
  nicks: string[],
  words: Lexicon['talks'],
): Weighed[] {
  const own = new Set(nicks);
  const messages = tree.children.flatMap((one) =>
    own.has(one.sender) && one.duplicateOf === undefined ? [one.id] : [],
  );
  const list = weighAll(tree, nicks, messages, talk.window);
  const sittings = sittingsOf(tree, list, words);
  const items = sittings.flatMap(({ first, last }, index) => {
    const next = sittings[index + 1]?.first ?? list.length;
    return [...list.slice(first, last + 1), ...afterthoughts(list.slice(0, next), last, words)];
  });
  talk.review.push(...broken(sittings, list));
  return items.filter((item) => !aside(item, words) && !announces(tree, talk, item.message.id));
}

function lectureOf(tree: Transcript, talk: Talk, words: Lexicon['talks']): number[] {
  const parts = (talk.persons ?? [talk.nicks]).map((nicks) => presentedBy(tree, talk, nicks, words));
  const items = parts.flat();
  if (parts.length > 1) items.sort((a, b) => a.message.id - b.message.id);
  return fromSubject(items, talk.title, words).map((item) => item.message.id);
}

/** Characters that a lecture of text alone must hold. */
const leastText = 60;

function presents(tree: Transcript, lecture: number[]): boolean {
  const messages = lecture.map((id) => tree.children[id]!);
  const text = messages.reduce((sum, message) => sum + message.text.length, 0);
  return messages.some((message) => scoreOf(message, 'media') > 0) || text >= leastText;
}

/**
 * Decides which messages are the lecture: from the opening that states the subject to the closing summary, without the
 * speaker's asides and everybody else's messages; what he goes on with an hour or more later belongs too. A talk of which nothing is left is dropped.
 */
export const lecture: Plugin<[Lexicon], Transcript> = (lexicon) => (tree) => {
  for (const talk of tree.talks) {
    talk.lecture = lectureOf(tree, talk, lexicon.talks);
    const senders = new Set(talk.lecture.map((id) => tree.children[id]!.sender));
    talk.speakers = talk.speakers.map((one) => namedAmong(one, senders, lexicon));
  }
  tree.talks = tree.talks.filter((talk) => presents(tree, talk.lecture));
};
