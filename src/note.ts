import { withCertainty } from './note/certainty.js';
import { reviewOf } from './note/review.js';
import { languageOf } from './note/script.js';
import { spread } from './note/sources.js';
import { unknownDate, unknownGroup } from './note/unknown.js';
import type { Note, Turn } from './schema/note.js';
import { slugOf } from './slug.js';
import { type Message, type Role, spanOf, type Talk, type Transcript } from './transcript.js';

/** Roles of messages that belong to a talk; all others are chatter. */
const partOfTalk: ReadonlySet<Role> = new Set([
  'announcement',
  'opening',
  'lecture',
  'closing',
  'question',
  'answer',
  'discussion',
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

/** The nicks of a discussion's people, those with most messages first. */
function peopleOf(messages: readonly Message[], ids: readonly number[]): string[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(messages[id]!.sender, (counts.get(messages[id]!.sender) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([nick]) => nick);
}

/** Messages as turns: those of one sender in a row are one. */
function turnsOf(messages: readonly Message[], ids: readonly number[]): Turn[] {
  const turns: Turn[] = [];
  for (const id of ids) {
    const { sender: by } = messages[id]!;
    const open = turns.at(-1);
    if (open?.by !== by) turns.push({ by, messages: [id], spans: [spanOf(messages[id]!)] });
    else {
      open.messages.push(id);
      open.spans.push(spanOf(messages[id]!));
    }
  }
  return turns;
}

/** What a note is made of: the lecture of a talk, else the discussion. */
function substanceOf(
  messages: readonly Message[],
  { kind, lecture }: Talk,
  taught: Note['lecture'],
): Pick<Note, 'lecture' | 'discussion'> {
  return kind === 'discussion'
    ? {
        discussion: {
          messages: lecture,
          people: peopleOf(messages, lecture),
          turns: turnsOf(messages, lecture),
        },
      }
    : { lecture: taught! };
}

/** The note of one talk or discussion, when all stages ran. */
export function noteOf(transcript: Transcript, talk: Talk): Note {
  const messages = transcript.children;
  const first = messages[talk.lecture[0]!]!;
  const last = messages[talk.lecture.at(-1)!]!;
  const language = languageOf(talk.lecture.map((id) => messages[id]!.text));
  const { lecture, sections, qa, inferred } = withCertainty(transcript, talk);
  const sources = [transcript.source, ...(transcript.further ?? [])];
  return spread({
    id: idOf(transcript, talk),
    slug: slugOf(talk.title),
    kind: talk.kind ?? 'talk',
    version: 1,
    title: talk.title,
    titleFrom: talk.titleFrom,
    date: transcript.date ?? unknownDate,
    language,
    ...(transcript.pseudonymized && { pseudonymized: transcript.pseudonymized }),
    sources: sources.map(({ path, format, group, sha256, messages: count, history, kept }) => ({
      path,
      format,
      group,
      sha256,
      messages: count,
      ...(history && { history }),
      ...(kept && { kept }),
    })),
    speakers: talk.speakers,
    host: talk.host,
    announcement: talk.announcement,
    schedule: { announced: talk.announced, first: moment(first), last: moment(last) },
    ...substanceOf(messages, talk, lecture),
    lead: talk.lead,
    sections,
    qa,
    topics: talk.topics.map((topic) => ({ ...topic, score: rounded(topic.score) })),
    glossary: talk.glossary,
    restrictions: talk.restrictions,
    review: reviewOf(transcript, talk, language),
    ...(talk.edited?.length && { edited: talk.edited }),
    ...(inferred && { inferred }),
    chatter: chatterOf(messages),
  });
}
