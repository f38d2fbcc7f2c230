import { bare } from '../../language/text.js';
import type { Message, Transcript } from '../../transcript.js';
import { scoreOf } from '../cues.js';
import { isChatter, isImage } from '../message.js';

/** How lecture-like each message of one speaker is, given what stands around it. */
export interface Weighed {
  message: Message;
  /** Points: above 0 speaks for the lecture, below for an answer or chatter. */
  points: number;
  /** What the silence before it costs a stretch that goes on over it. */
  silence: number;
  opening: number;
  closing: number;
  reply: boolean;
  /** What others asked right before it; empty where nobody did. */
  asked: string;
}

/** A stretch of a speaker's messages; `first` and `last` index into the list it was found in, both inclusive. */
export interface Stretch {
  first: number;
  last: number;
  points: number;
}

const file = /^[^\n]{1,120}\.(?:pdf|pptx?|docx?|xlsx?|xmind|key|zip|rar)\s*$/iu;
/** Seconds of silence that make it less likely, or unlikely, that a lecture goes on. */
const pause = { short: 1200, long: 2700 };

/**
 * Scores of cues from which on they count here. All numbers of this file were set by hand with the 65 labelled logs in
 * view (lecture F1 98.2) and left alone since; on 63 logs that they had never seen they reach 97.1 (docs/quality.md).
 */
const counts = {
  opening: 0.8,
  likelyOpening: 0.6,
  closing: 0.8,
  logistics: 0.7,
  question: 0.6,
  plainQuestion: 0.9,
};

/** Points of a text by its length: up to so many characters, so many points. */
const byLength: readonly (readonly [below: number, points: number])[] = [
  [6, -0.6],
  [15, -0.1],
  [40, 0.4],
  [100, 0.9],
  [300, 1.5],
  [Number.POSITIVE_INFINITY, 2.2],
];

/** Points that speak for a lecture, and against it: for each who typed in between, three at most, and for a question there. */
const points = {
  picture: 1,
  heading: 0.8,
  opening: 0.8,
  file: 1.5,
  quotes: -2,
  chatter: -1,
  logistics: -0.8,
  talker: -0.6,
  asked: -0.8,
  shortQuestion: -0.6,
};
/** What a silence costs. */
const silences = { short: 2, long: 5 };
/** Who counts of those who typed in between, how far back is looked, and how much a remark is. */
const others = { most: 3, back: 12, remark: 4 };
/** Characters below which a question is no part of a lecture. */
const shortQuestion = 40;

const lengthPoints = (length: number): number => byLength.find(([below]) => length < below)![1];

/** Words typed by others since the speaker's last message. */
interface Between {
  talkers: number;
  /** What was asked. */
  asked: string;
}

function between(tree: Transcript, nicks: Set<string>, from: number, to: number): Between {
  let talkers = 0;
  let asked = '';
  for (let i = Math.max(from + 1, to - others.back); i < to; i++) {
    const other = tree.children[i]!;
    if (nicks.has(other.sender) || other.duplicateOf !== undefined || isChatter(other)) continue;
    if (other.text.length >= others.remark) talkers++;
    if (scoreOf(other, 'question') >= counts.question) asked += other.text;
  }
  return { talkers, asked };
}

/** Pairs of neighbouring characters that a reply shares with its question. */
const shared = 3;

/** Whether a message takes up words of a question that stands right before it; asked of few messages only. */
export function takesUp({ message, asked }: Weighed): boolean {
  if (asked === '') return false;
  const [own, theirs] = [bare(message.text), bare(asked)];
  let same = 0;
  for (let i = 0; i + 1 < own.length && same < shared; i++) if (theirs.includes(own.slice(i, i + 2))) same++;
  return same >= shared;
}

function weigh(message: Message, context: Between, gap: number, leads: boolean): Weighed {
  const { text } = message;
  const opening = scoreOf(message, 'opening');
  const closing = scoreOf(message, 'closing');
  const asks = context.asked !== '';
  const quotes = text.startsWith('「') || text.startsWith('@');
  const heading = scoreOf(message, 'heading');
  const opens = opening >= counts.opening;
  let sum = isImage(message) ? points.picture : lengthPoints(text.length);
  sum += heading * points.heading;
  if (opens) sum += points.opening;
  if (quotes) sum += points.quotes;
  if (isChatter(message)) sum += points.chatter;
  if (scoreOf(message, 'logistics') >= counts.logistics) sum += points.logistics;
  const free = opens || leads;
  if (!free) sum += Math.min(context.talkers, others.most) * points.talker + (asks ? points.asked : 0);
  if (scoreOf(message, 'question') >= counts.plainQuestion && text.length < shortQuestion)
    sum += points.shortQuestion;
  if (text.includes('.') && file.test(text)) sum += points.file;
  const silence = gap > pause.long ? silences.long : gap > pause.short ? silences.short : 0;
  return {
    message,
    points: sum,
    silence,
    opening,
    closing,
    reply: quotes || (asks && !free),
    asked: context.asked,
  };
}

/** Seconds within which a caption's picture follows it. */
const caption = 90;

/** Whether a message heads a picture that the same speaker posts right after it. */
function leadsToImage(tree: Transcript, index: number): boolean {
  const message = tree.children[index]!;
  for (let at = index + 1; at < Math.min(index + 6, tree.children.length); at++) {
    const next = tree.children[at]!;
    if (next.sender !== message.sender) continue;
    return isImage(next) && next.clock - message.clock <= caption && !isImage(message);
  }
  return false;
}

/**
 * Weighs a speaker's messages (ordinals ascending, copies left out) that lie in a window, both ends inclusive.
 */
export function weighAll(
  tree: Transcript,
  nicks: string[],
  messages: number[],
  window: { first: number; last: number },
): Weighed[] {
  const own = new Set(nicks);
  const list: Weighed[] = [];
  let last = window.first - 1;
  for (const id of messages) {
    if (id < window.first || id > window.last) continue;
    const message = tree.children[id]!;
    const gap = last >= window.first ? message.clock - tree.children[last]!.clock : 0;
    list.push(weigh(message, between(tree, own, last, id), gap, leadsToImage(tree, id)));
    last = id;
  }
  return list;
}

/** What a closing line inside the stretch costs: what follows must be worth more than this to belong. */
const afterClosing = 10;
/** What a line that opens a talk is worth as a beginning, and one that may open one. */
const openingBonus = { sure: 2, likely: 1 };

const closes = (item: Weighed) => item.closing >= counts.closing;

function bonusOf({ opening }: Weighed): number {
  if (opening >= counts.opening) return openingBonus.sure;
  return opening >= counts.likelyOpening ? openingBonus.likely : 0;
}

/**
 * The stretch with the most points: a maximum-sum run (Kadane) in which a line that opens a talk is a good place to
 * start and one that closes it a bad place to go on after.
 */
export function bestStretch(list: Weighed[]): Stretch | null {
  let best: Stretch | null = null;
  let start = 0;
  let sum = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < list.length; i++) {
    const item = list[i]!;
    const fresh = bonusOf(item);
    const carried = sum - item.silence - (i > 0 && closes(list[i - 1]!) ? afterClosing : 0);
    if (carried > fresh) sum = carried + item.points;
    else {
      sum = fresh + item.points;
      start = i;
    }
    if (!best || sum > best.points) best = { first: start, last: i, points: sum };
  }
  return best;
}
