import { reviewOf } from './note/review.js';
import { languageOf } from './note/script.js';
import type { Note } from './schema/note.js';
import { slugOf } from './slug.js';
import type { Message, Role, Talk, Transcript } from './transcript.js';

/** Stands for a day that neither the front matter nor the file name gives; the note's review says so. */
export const unknownDate = '0000-00-00';

/** Stands for the group in ids where a log has none (standard input). */
export const unknownGroup = 'chat';

/** Roles of messages that belong to a talk; all others are chatter. */
const partOfTalk: ReadonlySet<Role> = new Set([
  'announcement',
  'opening',
  'lecture',
  'closing',
  'question',
  'answer',
  'restriction',
]);

/** Whether a message of this role is no part of a talk and counts under `chatter`. */
export function isChatter(role: Role): boolean {
  return !partOfTalk.has(role);
}

const rounded = (score: number) => Math.round(score * 1000) / 1000;

const moment = ({ id, time }: Message) => ({ message: id, time });

function chatterOf(messages: readonly Message[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { role } of messages) {
    if (role && isChatter(role.role)) counts.set(role.role, (counts.get(role.role) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The id of a talk's note: group, date and the first 8 digits of the key of its first lecture message, without edits. */
export function noteId(transcript: Transcript, first: Message): string {
  return `${transcript.source.group || unknownGroup}-${transcript.date ?? unknownDate}-${first.key.slice(0, 8)}`;
}

/** The id of a talk's note: the one that edits name, else that of its first lecture message. */
export function idOf(transcript: Transcript, { id, lecture }: Talk): string {
  return id ?? noteId(transcript, transcript.children[lecture[0]!]!);
}

/** The note of one talk, when all stages ran. */
export function noteOf(transcript: Transcript, talk: Talk): Note {
  const messages = transcript.children;
  const first = messages[talk.lecture[0]!]!;
  const last = messages[talk.lecture.at(-1)!]!;
  const { path, format, group, sha256, messages: count } = transcript.source;
  return {
    id: idOf(transcript, talk),
    slug: slugOf(talk.title),
    kind: 'talk',
    version: 1,
    title: talk.title,
    titleFrom: talk.titleFrom,
    date: transcript.date ?? unknownDate,
    language: languageOf(talk.lecture.map((id) => messages[id]!.text)),
    sources: [{ path, format, group, sha256, messages: count }],
    speakers: talk.speakers,
    host: talk.host,
    announcement: talk.announcement,
    schedule: { announced: talk.announced, first: moment(first), last: moment(last) },
    lecture: { messages: talk.lecture },
    lead: talk.lead,
    sections: talk.sections,
    qa: talk.qa,
    topics: talk.topics.map((topic) => ({ ...topic, score: rounded(topic.score) })),
    glossary: talk.glossary,
    restrictions: talk.restrictions,
    review: reviewOf(talk, transcript.date),
    ...(talk.edited?.length && { edited: talk.edited }),
    chatter: chatterOf(messages),
  };
}
