import type { Lexicon } from '../lexicon.js';
import { plain } from '../readable/text.js';
import type { Note } from '../schema/note.js';
import { definitionsOf } from './definitions.js';
import type { FindConcept } from './finder.js';
import { passagesOf } from './passages.js';
import type { KnownConcept, Talk, TalkHead } from './record.js';

/** What is listed of a note. */
export function headOf(note: Note): TalkHead {
  const { id, slug, kind, title, date, language, sources, speakers, topics } = note;
  return {
    id,
    slug,
    kind,
    title: plain(title),
    date,
    group: sources[0]!.group,
    language,
    speakers: speakers.map(({ name }) => name),
    topics: topics.map(({ id, label, score }) => ({ id, label: plain(label), score })),
  };
}

/**
 * What a store keeps of a note.
 *
 * @param from the note's file, and the hash of its bytes
 * @param find of the taxonomy that the store has (`conceptFinder`)
 */
export function talkOf(note: Note, from: Pick<Talk, 'file' | 'sha256'>, find: FindConcept): Talk {
  return {
    ...headOf(note),
    ...from,
    passages: passagesOf(note),
    definitions: definitionsOf(note, find),
    note,
  };
}

/** The concepts of a lexicon, with their domains. */
export const knownConcepts = ({ topics }: Pick<Lexicon, 'topics'>): KnownConcept[] =>
  topics.flatMap(({ scheme, title, concepts }) =>
    concepts.map((concept) => ({ ...concept, scheme, domain: title })),
  );
