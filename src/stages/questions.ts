import type { Plugin } from 'unified';
import type { Lexicon } from '../lexicon.js';
import type { Turn } from '../schema/note.js';
import { type Message, type Pair, spanOf, type Talk, type Transcript } from '../transcript.js';
import { askedIn } from './questions/asked.js';
import { viewOf } from './questions/evidence.js';
import type { Context } from './questions/features.js';
import type { GramNumbers } from './questions/grams.js';
import { loadModel, loadPhrasing, loadWordings, type Wordings } from './questions/model.js';
import { rarityOf } from './questions/overlap.js';
import { peopleOf } from './questions/people.js';
import type { Phrasing } from './questions/phrasing.js';
import { paired, search } from './questions/search.js';
import { fitOf } from './questions/strangers.js';
import { askingIds, type Thread } from './questions/thread.js';

/** Seconds after the lecture in which it is still asked about: the longest of the labelled talks took 6 h 18. */
const REGION = 8 * 3600;
/** Messages of a region, at most. */
const REGION_MESSAGES = 4000;

/**
 * The messages that may ask or answer about a talk: from its first lecture message to the next talk, without what another
 * talk teaches meanwhile.
 */
function regionOf(tree: Transcript, talk: Talk): Message[] {
  const first = talk.lecture[0];
  const last = talk.lecture.at(-1);
  if (first === undefined || last === undefined) return [];
  const next = tree.talks.flatMap((other) =>
    other !== talk && other.window.first > last ? [other.window.first, ...other.announcement] : [],
  );
  const stop = Math.min(...next.filter((id) => id > last));
  const behind = Math.min(stop, last + REGION_MESSAGES);
  const elsewhere = new Set(tree.talks.flatMap((other) => (other === talk ? [] : other.lecture)));
  const inside = tree.children.filter(({ id }) => id >= first && id < behind && !elsewhere.has(id));
  const end = (inside.find(({ id }) => id === last)?.clock ?? 0) + REGION;
  return inside.filter(({ clock }) => clock <= end);
}

/** What the decoder works on; the views are those of the region without second copies. */
export function contextOf(tree: Transcript, talk: Talk, wordings: Wordings, phrasing: Phrasing): Context {
  const region = regionOf(tree, talk);
  const people = peopleOf(region, talk.nicks);
  const numbers: GramNumbers = new Map();
  const views = region
    .filter((message) => message.duplicateOf === undefined)
    .map((message) => viewOf(message, people, wordings, phrasing, numbers));
  const taught = new Set(talk.lecture);
  const lecture = new Uint8Array(numbers.size);
  for (const { id, grams } of views) if (taught.has(id)) for (const gram of grams) lecture[gram] = 1;
  const rarity = rarityOf(
    views.map((view) => view.grams),
    numbers.size,
  );
  return { views, lecture, rarity, fit: fitOf(views) };
}

function turnOf(ids: readonly number[], messages: Map<number, Message>): Turn {
  const parts = ids.map((id) => messages.get(id)!);
  return { by: parts[0]!.sender, messages: [...ids], spans: parts.map((part) => spanOf(part)) } as Turn;
}

/** A turn for each nick: a person may write under several. */
function bySender(ids: readonly number[], messages: Map<number, Message>): Turn[] {
  const nicks = new Set(ids.map((id) => messages.get(id)!.sender));
  return [...nicks].map((nick) =>
    turnOf(
      ids.filter((id) => messages.get(id)!.sender === nick),
      messages,
    ),
  );
}

function pairOf(thread: Thread, messages: Map<number, Message>): Pair {
  const replies = [...thread.replies.values()].sort((a, b) => a.ids[0]! - b.ids[0]!);
  const answers = replies.flatMap(({ ids }) => bySender(ids, messages)) as [Turn, ...Turn[]];
  return {
    question: turnOf(askingIds(thread), messages),
    answers,
  };
}

/** Pairs the questions about each talk with the messages that answer them; an unanswered question gives no pair. */
export const questions: Plugin<[Lexicon], Transcript> = () => {
  const wordings = loadWordings();
  const phrasing = loadPhrasing();
  const model = loadModel();
  return (tree) => {
    const messages = new Map(tree.children.map((message) => [message.id, message]));
    for (const talk of tree.talks) {
      if (talk.kind === 'discussion') continue;
      const context = contextOf(tree, talk, wordings, phrasing);
      const found = search(context, new Set(talk.lecture), model);
      talk.weighed = { ...talk.weighed, asked: askedIn(found, context) };
      talk.qa = paired(found).map((thread) => pairOf(thread, messages));
    }
  };
};
