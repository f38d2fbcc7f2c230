import { bare } from '../../language/text.js';
import type { Message } from '../../transcript.js';

/** Shortest beginning of a nick that may stand for the whole of it in a mention, in characters. */
const MIN_NAME = 2;
/** How far behind an `@` a nick may reach, in UTF-16 units. */
const MENTION_REACH = 48;
const mention = /@[^\s?？@,，:：]{1,60}[?？\s]?/gu;

/** Who writes and who is mentioned: a person is a number, one for all nicks that are known to be the same. */
export interface People {
  /** The person behind a nick; -1 for one that does not write in the log. */
  of(nick: string): number;
  /** Persons named behind an `@`; -1 where the name fits no nick of the log. */
  mentioned(text: string): number[];
}

/** A text without its mentions and the `?` that exports leave in the place of the space after them. */
export const withoutMentions = (text: string): string => text.replace(mention, ' ');

const nameOf = (nick: string) =>
  bare(nick.split(/[-_—–～~|（(/·\s]/u).find((part) => bare(part) !== '') ?? '');

/** Joins nicks: those of the speaker into one person (number 0), and both nicks of copied messages. */
export function peopleOf(messages: readonly Message[], speaker: readonly string[]): People {
  const person = new Map<string, number>(speaker.map((nick) => [nick, 0]));
  let next = 1;
  const byId = new Map(messages.map((message) => [message.id, message]));
  for (const message of messages) {
    if (person.has(message.sender)) continue;
    const first = message.duplicateOf === undefined ? undefined : byId.get(message.duplicateOf);
    const known = first ? person.get(first.sender) : undefined;
    person.set(message.sender, known ?? next++);
  }
  const full = new Map<string, number>();
  const short = new Map<string, number>();
  for (const [nick, who] of person) {
    if (bare(nick).length >= MIN_NAME && !full.has(bare(nick))) full.set(bare(nick), who);
    if (nameOf(nick).length >= MIN_NAME && !short.has(nameOf(nick))) short.set(nameOf(nick), who);
  }
  const resolve = (rest: string): number => {
    const plain = bare(rest);
    for (let end = plain.length; end >= MIN_NAME; end--) {
      const who = full.get(plain.slice(0, end));
      if (who !== undefined) return who;
    }
    const whole = short.get(nameOf(rest));
    if (whole !== undefined) return whole;
    for (let end = Math.min(plain.length, 12); end > MIN_NAME; end--) {
      const who = short.get(plain.slice(0, end));
      if (who !== undefined) return who;
    }
    return -1;
  };
  return {
    of: (nick) => person.get(nick) ?? -1,
    mentioned: (text) => {
      const found: number[] = [];
      for (let at = text.indexOf('@'); at >= 0 && found.length < 4; at = text.indexOf('@', at + 1))
        found.push(resolve(text.slice(at + 1, at + MENTION_REACH).split('@')[0]!));
      return found;
    },
  };
}
