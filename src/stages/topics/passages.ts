import { messagesIn } from '../../pairs.js';
import type { Message, Section, Span, Talk, Transcript } from '../../transcript.js';
import { spanOf } from '../../transcript.js';

/** A stretch of a message in which topics are looked for. */
export interface Passage {
  field: 'title' | 'heading' | 'lecture' | 'qa';
  message: Message;
  /** Offset of `text` in the message text. */
  from: number;
  /** As typed, but with addresses, emoji codes and mentions blanked out; as long as the original. */
  text: string;
}

const noise =
  /https?:\/\/[\w./?=&%#:~+-]+|!?\[[^\][\n]{0,300}\]\([^)\n]{1,800}\)|\[\p{Script=Han}{1,6}\]|@\S{1,20}|&(?:amp;)?#?\w{1,8};/gu;

/** Characters of a passage that are read: what a person types is shorter, and the cost grows with the square. */
const longest = 20_000;

/** Blanks out what is no running text; offsets stay. */
const quiet = (text: string): string => text.replace(noise, (found) => ' '.repeat(found.length));

const flat = (sections: Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flat(section.sections)]);

/** Where the title stands in the log: its spans, else the first announcement or lecture message that holds it. */
function titleSpans({ titleFrom, title, announcement, lecture }: Talk, messages: Message[]): Span[] {
  if (titleFrom.length > 0) return titleFrom;
  for (const id of title ? [...announcement, ...lecture] : []) {
    const start = messages[id]?.text.indexOf(title) ?? -1;
    if (start >= 0) return [spanOf(messages[id]!, start, start + title.length)];
  }
  return [];
}

/** All of a talk that can name its topics, in order: title, headings, lecture, questions and answers. */
export function passagesOf(talk: Talk, { children }: Transcript): Passage[] {
  const passages: Passage[] = [];
  const add = (field: Passage['field'], id: number, from = 0, to?: number) => {
    const message = children[id];
    if (message)
      passages.push({
        field,
        message,
        from,
        text: quiet(message.text.slice(from, Math.min(to ?? message.text.length, from + longest))),
      });
  };
  for (const { message, start, end } of titleSpans(talk, children)) add('title', message, start, end);
  for (const { message, span } of flat(talk.sections)) add('heading', message, span.start, span.end);
  for (const id of talk.lecture) add('lecture', id);
  for (const pair of talk.qa) for (const id of new Set(messagesIn(pair))) add('qa', id);
  return passages;
}
