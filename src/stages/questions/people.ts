import { bare } from '../../language/text.js';
import type { Message } from '../../transcript.js';

/** Shortest beginning of a nick that may stand for the whole of it in a mention, in characters. */
const MIN_NAME = 2;
/** How far behind an `@` a nick may reach, in UTF-16 units. */
const MENTION_REACH = 48;
const mention = /@[^\s?？@,，:：]{1,60}[?？\s]?/gu;
const parts = /[-_—–～~|（(/·\s－，,:：?？]/u;

/** Who writes and who is mentioned: a person is a number, one for all nicks that are known to be the same. */
export interface People {
  /** The person behind a nick; -1 for one that does not write in the log. */
  of(nick: string): number;
  /** Persons named behind an `@`; -1 where the name fits no nick of the log. */
  mentioned(text: string): number[];
  /** Names behind an `@` that fit no nick of the log. */
  strange(text: string): string[];
}

/** A text without its mentions and the `?` that exports leave in the place of the space after them. */
export const withoutMentions = (text: string): string => text.replace(mention, ' ');

const nameOf = (nick: string) => bare(nick.split(parts).find((part) => bare(part) !== '') ?? '');

/** Joins nicks: those of the speaker into one person (number 0), and both nicks of copied messages. */
function numbered(messages: readonly Message[], speaker: readonly string[]): Map<string, number> {
  const person = new Map<string, number>(speaker.map((nick) => [nick, 0]));
  let next = 1;
  const byId = new Map(messages.map((message) => [message.id, message]));
  for (const message of messages) {
    if (person.has(message.sender)) continue;
    const first = message.duplicateOf === undefined ? undefined : byId.get(message.duplicateOf);
    const known = first ? person.get(first.sender) : undefined;
    person.set(message.sender, known ?? next++);
  }
  return person;
}

/** The only value of a list, if there is but one. */
const only = (found: number[]) => (new Set(found).size === 1 ? found[0]! : -1);

/** Who writes in the messages, the speaker's nicks being given. */
export function peopleOf(messages: readonly Message[], speaker: readonly string[]): People {
  const person = numbered(messages, speaker);
  const full = new Map<string, number>();
  const short = new Map<string, number>();
  for (const [nick, who] of person) {
    if (bare(nick).length >= MIN_NAME && !full.has(bare(nick))) full.set(bare(nick), who);
    if (nameOf(nick).length >= MIN_NAME && !short.has(nameOf(nick))) short.set(nameOf(nick), who);
  }
  /** A nick that holds the name, or begins like it. */
  const near = (rest: string): number => {
    const name = nameOf(rest);
    if (name.length < MIN_NAME) return -1;
    const holding = only([...full].filter(([nick]) => nick.includes(name)).map(([, who]) => who));
    if (holding >= 0) return holding;
    return only(
      [...short].filter(([own]) => own.startsWith(name) || name.startsWith(own)).map(([, who]) => who),
    );
  };
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
    return near(rest);
  };
  const known = new Map<string, number>();
  const cached = (rest: string): number => {
    const who = known.get(rest) ?? resolve(rest);
    known.set(rest, who);
    return who;
  };
  const named = (text: string) =>
    text
      .split('@')
      .slice(1, 5)
      .map((rest) => rest.slice(0, MENTION_REACH).replace(/&(?:amp;)+/gu, '&'));
  return {
    of: (nick) => person.get(nick) ?? -1,
    mentioned: (text) => named(text).map(cached),
    strange: (text) =>
      named(text)
        .filter((rest) => cached(rest) < 0)
        .map((rest) => bare(/^[^\s?？,，:：]*/u.exec(rest)![0]))
        .filter((name) => name.length >= MIN_NAME),
  };
}
