import { unknownDate, unknownGroup } from '../note/unknown.js';
import type { Edits } from '../schema/edits.js';
import type { Talk, Transcript } from '../transcript.js';

/** What ids of a log's notes begin with. */
export function idStart({ source, date }: Pick<Transcript, 'source' | 'date'>): string {
  return `${source.group || unknownGroup}-${date ?? unknownDate}-`;
}

/** All keys of messages that edits name. */
function keysIn(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string') found.push(value);
  else if (typeof value === 'object' && value !== null)
    for (const [name, child] of Object.entries(value)) if (name !== 'text') keysIn(child, found);
  return found;
}

/** How surely edits belong to a talk: by the message in their id, then by how many messages of the lecture they name. */
function likeness({ note, kind: _, ...edits }: Edits, talk: Talk, transcript: Transcript): number {
  const lecture = talk.lecture.map((id) => transcript.children[id]!);
  const [first, last] = [lecture[0]!.id, lecture.at(-1)!.id];
  const anchor = (key: string) => key.startsWith(note.slice(-8));
  if (talk.id === note || lecture.some(({ key }) => anchor(key))) return Number.POSITIVE_INFINITY;
  const within = transcript.children.slice(first, last + 1).some(({ key }) => anchor(key));
  const keys = new Set(keysIn(edits));
  return (within ? 1e6 : 0) + lecture.filter(({ key }) => keys.has(key)).length;
}

/**
 * Finds for each of a log's talks the edits that name it, and the edits that name none any more. Edits of
 * other logs are passed over. Where one talk and one file are left, they belong together.
 */
export function matchEdits(
  transcript: Transcript,
  all: readonly Edits[],
): { edits: Map<Talk, Edits>; unmatched: Edits[] } {
  const start = idStart(transcript);
  const own = all.filter(({ note }) => note.length === start.length + 8 && note.startsWith(start));
  const candidates = own.flatMap((edits) =>
    transcript.talks.map((talk) => ({ edits, talk, score: likeness(edits, talk, transcript) })),
  );
  candidates.sort((a, b) => (a.score === b.score ? 0 : b.score - a.score));
  const sole = own.length === 1 && transcript.talks.length === 1;
  const edits = new Map<Talk, Edits>();
  const used = new Set<Edits>();
  for (const one of candidates) {
    if (edits.has(one.talk) || used.has(one.edits) || (one.score === 0 && !sole)) continue;
    edits.set(one.talk, one.edits);
    used.add(one.edits);
  }
  return { edits, unmatched: own.filter((one) => !used.has(one)) };
}
