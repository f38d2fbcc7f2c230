import type { Note } from '../schema/note.js';

/*
 * A joined talk is worked on as if its logs were one: ordinals run on from log to log. In the note they count within
 * their source, with `source` beside them where it is not the first. The two functions are each other's inverse.
 */

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isOrdinals = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 0 && value.every((id) => typeof id === 'number');

/** Ordinals parted by the source that they count in, in order. */
function parted(ids: readonly number[], starts: readonly number[]): { source: number; messages: number[] }[] {
  const parts: { source: number; messages: number[] }[] = [];
  for (const id of ids) {
    const source = starts.findLastIndex((start) => start <= id);
    const part = parts.find((one) => one.source === source);
    if (part) part.messages.push(id - starts[source]!);
    else parts.push({ source, messages: [id - starts[source]!] });
  }
  return parts;
}

const sourceField = (source: number) => (source > 0 ? { source } : {});

function spreadValue(value: unknown, starts: readonly number[]): unknown {
  if (Array.isArray(value)) return value.map((one) => spreadValue(one, starts));
  if (!isFields(value)) return value;
  const fields: Fields = {};
  for (const [key, child] of Object.entries(value)) {
    if (key === 'message' && typeof child === 'number') {
      const [part] = parted([child], starts);
      Object.assign(fields, sourceField(part!.source), { message: part!.messages[0] });
    } else if (key === 'messages' && isOrdinals(child)) {
      const [own, ...continued] = parted(child, starts);
      Object.assign(fields, sourceField(own!.source), { messages: own!.messages });
      if (continued.length) fields.continued = continued;
    } else fields[key] = spreadValue(child, starts);
  }
  return fields;
}

function gatherValue(value: unknown, starts: readonly number[]): unknown {
  if (Array.isArray(value)) return value.map((one) => gatherValue(one, starts));
  if (!isFields(value)) return value;
  const { source = 0, continued = [], ...rest } = value;
  const start = starts[source as number] ?? 0;
  const fields: Fields = {};
  for (const [key, child] of Object.entries(rest)) {
    if (key === 'message' && typeof child === 'number') fields.message = child + start;
    else if (key === 'messages' && isOrdinals(child)) {
      const further = (continued as { source: number; messages: number[] }[]).flatMap((part) =>
        part.messages.map((id) => id + (starts[part.source] ?? 0)),
      );
      fields.messages = [...child.map((id) => id + start), ...further];
    } else fields[key] = gatherValue(child, starts);
  }
  return fields;
}

/** The first ordinal of each source where ordinals run on. */
export function startsOf({ sources }: Pick<Note, 'sources'>): number[] {
  let next = 0;
  return sources.map(({ messages }) => {
    const start = next;
    next += messages;
    return start;
  });
}

/** Announcements in later logs stand in their ledgers only. */
const ofFirst = ({ announcement, sources }: Note) => announcement.filter((id) => id < sources[0]!.messages);

/** A note whose ordinals run on, with ordinals that count within their source. */
export function spread(note: Note): Note {
  if (note.sources.length === 1) return note;
  const { sources, announcement: _, ...rest } = note;
  const parts = spreadValue(rest, startsOf(note)) as Note;
  return orderedLike(note, { ...parts, sources, announcement: ofFirst(note) });
}

/** A note whose ordinals count within their source, with ordinals that run on. */
export function gather(note: Note): Note {
  if (note.sources.length === 1) return note;
  const { sources, announcement, ...rest } = note;
  const parts = gatherValue(rest, startsOf(note)) as Note;
  return orderedLike(note, { ...parts, sources, announcement });
}

/** The fields of a note in the order of another. */
const orderedLike = (order: Note, note: Note): Note =>
  Object.fromEntries(Object.keys(order).map((key) => [key, note[key as keyof Note]])) as unknown as Note;
