import { grams, normal, pictures } from './text.js';

/** A message as a reader gives it; what else it holds does not matter here. */
export interface LogMessage {
  id: number;
  sender: string;
  text: string;
}

/** A message made ready for comparison. */
export interface Prepared extends LogMessage {
  norm: string;
  grams: Set<string>;
  pictures: string[];
  /** The earlier message of which this is a copy under a second nick. */
  copyOf?: number;
}

export interface Log {
  messages: Prepared[];
  /** Ids of the messages that hold a pair of characters. */
  holders: Map<string, number[]>;
  /** Ids of the messages that show a picture. */
  shows: Map<string, number[]>;
}

/** A copy follows its first within so many messages. */
const copyReach = 3;

/** Prepares a log: message ids must be the ordinals from 0. Copies are left out of the index. */
export function prepare(messages: readonly LogMessage[]): Log {
  const ready: Prepared[] = [];
  const holders = new Map<string, number[]>();
  const shows = new Map<string, number[]>();
  const put = (map: Map<string, number[]>, key: string, id: number) => {
    const ids = map.get(key);
    if (ids) ids.push(id);
    else map.set(key, [id]);
  };
  for (const { id, sender, text } of messages) {
    const norm = normal(text.replace(/!\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)/gu, ' '));
    const message: Prepared = { id, sender, text, norm, grams: grams(norm), pictures: pictures(text) };
    const first = ready.slice(-copyReach).find((other) => other.text === text && other.sender !== sender);
    ready.push(message);
    if (first && text.length >= 8) {
      message.copyOf = first.copyOf ?? first.id;
      continue;
    }
    for (const gram of message.grams) put(holders, gram, id);
    for (const name of message.pictures) put(shows, name, id);
  }
  return { messages: ready, holders, shows };
}
