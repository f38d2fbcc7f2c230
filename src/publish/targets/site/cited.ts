import { kept } from '../../../memory/remembered.js';
import { type Line, type LogPart, type LogShelf, rolesByNote } from '../../../pages/logs.js';
import type { Note, Span } from '../../../schema/note.js';

/** A gap of so many UTF-16 units between two citations is a line end, an indent and a marker: no words are missing. */
const small = 8;
const missing = '……';

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isSpan = (value: Record<string, unknown>): value is Record<string, unknown> & Span =>
  typeof value.text === 'string' && typeof value.start === 'number' && typeof value.message === 'number';

/** A term is cited by its place and has no text of its own; the rest of an entry has spans. */
const spanOfTerm = (value: Record<string, unknown>) => ({ ...value, text: value.term });

function* spansIn(value: unknown): Generator<Span> {
  if (!isFields(value)) return;
  if (isSpan(value)) yield value;
  else {
    if (typeof value.term === 'string') yield* spansIn(spanOfTerm(value));
    for (const child of Object.values(value)) yield* spansIn(child);
  }
}

/** What is cited of a message, in its order, each part once. */
export function textOf(spans: readonly Span[]): string {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  let text = '';
  let at = 0;
  for (const { start, end, text: own } of sorted) {
    if (end <= at) continue;
    const gap = start - at;
    if (gap > small) text += missing;
    else if (gap > 0 && text !== '') text += '\n';
    text += own.slice(Math.max(0, -gap));
    at = end;
  }
  return text;
}

/** Who sent the messages of a source, as far as the note says: turns name somebody, a lecture its only speaker. */
function sendersOf({ lecture, speakers, qa, discussion }: Note, source: number): Map<number, string> {
  const senders = new Map<number, string>();
  type Sent = {
    source?: number;
    messages: readonly number[];
    continued?: { source: number; messages: number[] }[];
  };
  const give = ({ source: own = 0, messages, continued = [] }: Sent, name: string) => {
    for (const part of [{ source: own, messages }, ...continued])
      if (part.source === source) for (const id of part.messages) senders.set(id, name);
  };
  if (lecture && speakers.length === 1) give(lecture, speakers[0]!.name);
  for (const turn of discussion?.turns ?? []) give(turn, turn.by);
  for (const { question, answers } of qa) for (const turn of [question, ...answers]) give(turn, turn.by);
  return senders;
}

/** What a note's page shows of messages, by source and message. */
function spansBy({ sources, lead, sections, qa, discussion, glossary }: Note): Map<number, Span[]>[] {
  const found = sources.map(() => new Map<number, Span[]>());
  for (const span of spansIn({ lead, sections, qa, discussion, glossary }))
    kept(found[span.source ?? 0]!, span.message, () => []).push(span);
  return found;
}

/** Whether a note's page cites a message, so that it has a place there. */
export function isCited(note: Note): (message: number, source?: number) => boolean {
  const found = spansBy(note);
  return (message, source = 0) => found[source]!.has(message);
}

/** The messages that a note's page cites, so far as it cites them, by source. */
function citedBy(note: Note): LogPart[] {
  const found = spansBy(note);
  return note.sources.map(({ path }, source) => {
    const roles = rolesByNote(note, source);
    const senders = sendersOf(note, source);
    const lines = [...found[source]!]
      .sort(([a], [b]) => a - b)
      .map(([id, spans]): Line => {
        const sender = senders.get(id);
        return {
          id,
          text: textOf(spans),
          role: roles.get(id) ?? 'lecture',
          ...(sender !== undefined && { sender }),
        };
      });
    return { path, lines };
  });
}

/** Shows of a log what the note cites, and nothing that stands in the log alone: a published page passes on no chat. */
export const citations: LogShelf = { of: citedBy };
