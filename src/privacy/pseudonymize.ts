import { firstOccurrence, keyMaker } from '../read/messages.js';
import type { Message, Source, Transcript } from '../transcript.js';
import { type Cast, castOf, type People, peopleOf } from './cast.js';
import { fingerprintOf } from './key.js';
import { knowledge } from './lexicon.js';
import { pseudonymsOf } from './pseudonyms.js';
import { replaced } from './replace.js';

/** How a log is made to name nobody. */
export interface Pseudonymization {
  /** The secret that pseudonyms are made by. */
  key: string;
  /** Whether those who give the talks of a log keep their nicks. */
  keepSpeaker?: boolean;
  /** Of the history that a log is a day of: a nick is known on all its days, as it would be in one log. */
  people?: People;
}

/** The people of a history whose days are given; they are gone through twice. */
export const peopleOfDays = (days: () => Iterable<Transcript>): People =>
  peopleOf(function* () {
    for (const { children } of days()) yield children;
  }, knowledge());

/** Casts in which nobody is kept, as all days of a history share one. */
const casts = new WeakMap<People, { key: string; cast: Cast }>();

function castFor(people: People, key: string, kept: readonly string[]): Cast {
  const known = casts.get(people);
  if (known?.key === key && kept.length === 0) return known.cast;
  const about = knowledge();
  const cast = castOf(people, { pseudonyms: pseudonymsOf(key, about.people), knowledge: about, kept });
  if (kept.length === 0) casts.set(people, { key, cast });
  return cast;
}

/** A path, part by part: what stands in the place of a name has no slash. */
const pathOf = (path: string, cast: Cast) =>
  path
    .split('/')
    .map((part) => replaced(part, cast))
    .join('/');

function sourceOf(source: Source, cast: Cast, kept: readonly string[]): Source {
  const { path, group } = source;
  return {
    ...source,
    path: pathOf(path, cast),
    group: replaced(group, cast),
    ...(kept.length > 0 && { kept: [...kept] }),
  };
}

function messagesOf({ children, source }: Transcript, cast: Cast): Message[] {
  const keyOf = keyMaker(firstOccurrence(source));
  return children.map((message) => {
    const sender = cast.nick(message.sender);
    const text = replaced(message.text, cast);
    return { ...message, sender, text, key: keyOf({ time: message.time, sender, text }), cues: [] };
  });
}

/** A pseudonymized log, with what made it. */
export interface Hidden {
  tree: Transcript;
  /** Another text about the log, as the log's own texts became. */
  text(text: string): string;
}

/**
 * A log as if everybody had written under a pseudonym and given nobody's number: the transcript that was read, before any
 * stage ran, with other senders, texts and keys. Positions stay those of the file. The same key and the same nicks kept
 * give the same again, which is how `verify` proves a note. The days of a history share its people, and its path.
 */
export function pseudonymize(
  tree: Transcript,
  { key, kept = [], people }: { key: string; kept?: readonly string[]; people?: People },
): Hidden {
  const all = people ?? peopleOf(() => [tree.children], knowledge());
  const cast = castFor(all, key, kept);
  const text = (one: string) => replaced(one, cast);
  const frontMatter = Object.fromEntries(
    Object.entries(tree.frontMatter).map(([name, value]) => [name, text(value)]),
  );
  const children = messagesOf(tree, cast);
  const source = sourceOf(tree.source, people ? castFor(people, key, []) : cast, kept);
  return {
    text,
    tree: { ...tree, children, source, frontMatter, talks: [], pseudonymized: fingerprintOf(key) },
  };
}

/** The nicks, as typed, of those who give the talks of a pseudonymized log, in the order of their first message. */
export function speakersOf(plain: Transcript, hidden: Transcript): string[] {
  const nicks = new Set(hidden.talks.filter(({ kind }) => !kind).flatMap((talk) => talk.nicks));
  const own = plain.children.filter((_, index) => nicks.has(hidden.children[index]!.sender));
  return [...new Set(own.map(({ sender }) => sender))];
}

/**
 * How a nick of a pseudonymized log is called in the logs beside it, where it may not be kept: what tells that two logs
 * share a person must not hang on whom they keep.
 */
export function shownAs(
  pseudonymization: Pseudonymization | undefined,
  kept: readonly string[],
): (nick: string) => string {
  if (!pseudonymization || kept.length === 0) return (nick) => nick;
  const { of } = pseudonymsOf(pseudonymization.key, knowledge().people);
  return (nick) => (kept.includes(nick) ? of(nick) : nick);
}
