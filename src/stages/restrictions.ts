import type { Plugin } from 'unified';
import type { Lexicon, RestrictionWords } from '../lexicon.js';
import { answersIn } from '../pairs.js';
import { type Message, type Span, spanOf, type Talk, type Transcript } from '../transcript.js';

/** A cue of this score asks outright (`请勿外传`); a weaker one states a rule that may be about anything. */
const ASKS = 0.85;
/** A request that names nobody begins its sentence (`不要截图`), but for so many characters. */
const BLUNT = 6;
/** Messages after the last answer in which the speaker may still ask: the request is often an afterthought. */
const TAIL = 20;

const hasAny = (text: string, phrases: readonly string[]) => phrases.some((phrase) => text.includes(phrase));

/** Whether a rule is for others than the group; 要求大家 is for the group. */
const isForOthers = (subject: string, { others, notOthers }: RestrictionWords) =>
  hasAny(
    notOthers.reduce((text, phrase) => text.replaceAll(phrase, '\n'), subject),
    others,
  );

/** Whether a sentence shows that the group is meant. */
const isForGroup = (sentence: string, { group, groupEnds }: RestrictionWords) =>
  hasAny(sentence, group) || groupEnds.some((end) => sentence.endsWith(end));

/** The sentence of a text around an offset. */
function sentenceAround(text: string, at: number): { start: number; end: number } {
  const stops = /[。！？!?；;\n]/u;
  let [start, end] = [at, at];
  while (start > 0 && !stops.test(text[start - 1]!)) start--;
  while (end < text.length && !stops.test(text[end]!)) end++;
  while (start < at && /\s/u.test(text[start]!)) start++;
  while (end > at && /\s/u.test(text[end - 1]!)) end--;
  return { start, end };
}

/** Whether an offset lies within quotation marks opened before it: words that are told of, not said. */
const isQuoted = (text: string, at: number) => text.lastIndexOf('“', at) > text.lastIndexOf('”', at);

/** The sentence of a message that asks not to pass something on, by its cues; undefined without one. */
function requestIn(message: Message, words: RestrictionWords): Span | undefined {
  for (const cue of message.cues) {
    if (cue.kind !== 'restriction') continue;
    const { start, end } = sentenceAround(message.text, cue.start);
    const sentence = message.text.slice(start, Math.max(end, cue.end));
    const subject = message.text.slice(Math.max(start, message.text.lastIndexOf('，', cue.start)), cue.start);
    if (hasAny(sentence, words.secrets) || isQuoted(message.text, cue.start)) continue;
    const meant = isForGroup(sentence, words);
    if (isForOthers(subject, words) && !(meant && cue.score >= ASKS)) continue;
    if (meant || (cue.score >= ASKS && cue.start - start <= BLUNT))
      return spanOf(message, start, Math.max(end, cue.end));
  }
  return undefined;
}

/** First and last message of a talk with its announcement and its questions. */
function reach(talk: Talk): { first: number; last: number } {
  const answers = talk.qa.flatMap(answersIn);
  const ids = [...talk.announcement, ...talk.lecture, ...answers, talk.window.first, talk.window.last];
  return ids.reduce(
    ({ first, last }, id) => ({ first: Math.min(first, id), last: Math.max(last, id + TAIL) }),
    { first: ids[0]!, last: ids[0]! },
  );
}

/** Finds where the speaker or the host asks that something not be passed on; publishers honour it. */
export const restrictions: Plugin<[Lexicon], Transcript> = (lexicon) => (tree) => {
  for (const talk of tree.talks) {
    const people = new Set([...talk.nicks, ...(talk.host === null ? [] : [talk.host])]);
    const { first, last } = reach(talk);
    const found = new Map<number, Span>();
    for (const message of tree.children.slice(first, last + 1)) {
      if (!people.has(message.sender)) continue;
      const said = tree.children[message.duplicateOf ?? message.id] ?? message;
      const span = requestIn(said, lexicon.restrictions);
      if (span) found.set(said.id, span);
    }
    talk.restrictions = [...found.values()].sort((a, b) => a.message - b.message);
  }
};
