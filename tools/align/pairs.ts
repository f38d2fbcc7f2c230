import type { Article } from './article.js';
import type { Log } from './log.js';
import type { Place } from './path.js';
import { grams, share } from './text.js';

/** A question of the article with the messages that ask and answer it. */
export interface WeakPair {
  q: number[];
  a: number[];
  confidence: number;
}

interface Side {
  messages: Set<number>;
  held: number;
  total: number;
  text: Set<string>;
}

/** Messages beside an aligned one that may hold the rest of a turn. */
const beside = 4;
/** A neighbour joins its turn where the turn's text holds so much of it. */
const joins = 0.85;

/** Adds the same sender's neighbouring messages that the editor joined into one turn. */
function joined(side: Side, log: Log): Set<number> {
  const all = new Set(side.messages);
  for (const id of side.messages)
    for (let near = id - beside; near <= id + beside; near++) {
      const message = log.messages[near];
      if (!message || message.sender !== log.messages[id]!.sender || message.copyOf !== undefined) continue;
      if (message.norm.length >= 2 && share(message.grams, side.text) >= joins) all.add(near);
    }
  return all;
}

function sides(article: Article, places: readonly Place[]): Map<number, { q: Side; a: Side }> {
  const fresh = (): Side => ({ messages: new Set(), held: 0, total: 0, text: new Set() });
  const pairs = new Map<number, { q: Side; a: Side }>();
  for (const [at, unit] of article.units.entries()) {
    if (unit.part !== 'qa' || !unit.turn) continue;
    const pair = pairs.get(unit.turn.pair) ?? { q: fresh(), a: fresh() };
    pairs.set(unit.turn.pair, pair);
    const side = pair[unit.turn.side];
    const place = places[at];
    if (unit.kind === 'text') side.total += unit.norm.length;
    if (place) {
      side.messages.add(place.message);
      if (unit.kind === 'text') side.held += unit.norm.length * place.score;
    }
    for (const gram of unit.kind === 'text' ? grams(unit.norm) : []) side.text.add(gram);
  }
  return pairs;
}

/** Marks and words of a question; editors set a Q before remarks too. */
const asking = /[?？]|[吗呢么]|什么|怎么|怎样|如何|为何|哪|是否|请教|请问|有没有|多少|几个/u;

/** Pairs of the article that share a question are one: an editor may cut a message of three questions in three. */
function merged(pairs: readonly WeakPair[]): WeakPair[] {
  const found: WeakPair[] = [];
  for (const pair of pairs) {
    const same = found.find(({ q }) => q.some((id) => pair.q.includes(id)));
    if (!same) found.push({ ...pair });
    else {
      same.q = union(same.q, pair.q);
      same.a = union(same.a, pair.a).filter((id) => !same.q.includes(id));
      same.confidence = Math.min(same.confidence, pair.confidence);
    }
  }
  return found.filter(({ a }) => a.length);
}

const union = (a: readonly number[], b: readonly number[]) =>
  [...new Set([...a, ...b])].sort((x, y) => x - y);

/**
 * The article's pairs as messages. Left out are a side with no message, an answer that comes before its question,
 * and a message on both sides. The confidence rests on the share of both sides' text that the log holds, on whether
 * the question asks, and on how many messages answer: editors gather whole threads under one question.
 */
export function pairsOf(article: Article, places: readonly Place[], log: Log): WeakPair[] {
  const found: WeakPair[] = [];
  for (const { q, a } of sides(article, places).values()) {
    if (!q.messages.size || !a.messages.size) continue;
    const asks = union([...joined(q, log)], []);
    const answers = union([...joined(a, log)], []).filter((id) => !asks.includes(id));
    if (!answers.length || answers[0]! < asks[0]!) continue;
    const confidence = Math.sqrt((q.held / (q.total || 1)) * (a.held / (a.total || 1)));
    found.push({ q: asks, a: answers, confidence });
  }
  return merged(found)
    .map((pair) => ({ ...pair, confidence: sureness(pair, log) }))
    .filter(({ confidence }) => confidence >= least);
}

/**
 * Share right by the hand-made labels, by the number of answering messages (1, 2, 3, more): where the log holds nearly
 * all of the pair's text, where it holds less, and where the question asks nothing.
 */
const held = [0.95, 0.8, 0.7, 0.5] as const;
const edited = [0.7, 0.75, 0.45, 0.3] as const;
const statement = 0.35;
/** What is less sure than this is left out. */
const least = 0.6;
/** Likeness of the pair's text from which nearly all of it is held. */
const nearly = 0.9;

function sureness({ q, a, confidence }: WeakPair, log: Log): number {
  if (!q.some((id) => asking.test(log.messages[id]!.text))) return statement;
  return (confidence >= nearly ? held : edited)[Math.min(4, a.length) - 1] ?? 0;
}
