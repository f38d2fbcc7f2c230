import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { lookForNote, type NoteFileFault, noteBytes, noteInputs } from '../../note-files.js';
import type { Note, Speaker } from '../../schema/note.js';
import { definitionsOf } from '../../store/definitions.js';
import type { FindConcept } from '../../store/finder.js';
import type { Definition, TalkHead } from '../../store/record.js';
import { headOf } from '../../store/records.js';
import { picturesOf } from '../pictures/in-note.js';

/** What other pages say of a talk; small enough to be kept of every talk ever published. */
export interface TalkFacts extends Omit<TalkHead, 'speakers'> {
  speakers: Speaker[];
  definitions: Definition[];
  /** Addresses on the web of the pictures that its page shows; absent where there are none. */
  pictures?: string[];
  /** Of the note file's bytes, hex. */
  sha256: string;
}

/** A file that gave no talk. */
export interface PublishFault extends Omit<NoteFileFault, 'code'> {
  code: NoteFileFault['code'] | 'twice';
}

/** A talk with a way to its note. */
export interface ReadTalk {
  facts: TalkFacts;
  load: () => Note;
}

/** What some notes came to. */
export interface Talks {
  /** Those that may be published, by id. */
  open: Map<string, ReadTalk>;
  /** Those whose speaker asks that they be not passed on: known so that their pages can be found and taken away. */
  restricted: Map<string, ReadTalk>;
  faults: PublishFault[];
  /** Of the paths given, those that stand for nothing. */
  missing: string[];
}

/** What other pages need to know of a note. */
export function factsOf(note: Note, sha256: string, find: FindConcept): TalkFacts {
  const pictures = picturesOf(note);
  return {
    ...headOf(note),
    speakers: note.speakers,
    definitions: definitionsOf(note, find),
    ...(pictures.length && { pictures }),
    sha256,
  };
}

/** Characters of notes that are kept in memory until their pages are made; the rest is read again. */
const most = 64 * 1024 * 1024;

/** Reads notes (files, folders, patterns); what is no note stops itself only. Of two files with one id the first counts, unless the other is restricted. */
export function readTalks(paths: readonly string[], find: FindConcept): Talks {
  const { inputs, faults: unfound } = noteInputs(paths);
  const talks: Talks = {
    open: new Map(),
    restricted: new Map(),
    faults: [...unfound],
    missing: unfound.map(({ file }) => file),
  };
  const { open, restricted, faults } = talks;
  let held = 0;
  for (const input of inputs) {
    const { file } = input;
    const bytes = noteBytes(file);
    if (!Buffer.isBuffer(bytes)) {
      faults.push({ file, ...bytes });
      continue;
    }
    const look = lookForNote(bytes.toString(), input);
    if (look === 'other') continue;
    if ('fault' in look) {
      faults.push({ file, ...look.fault });
      continue;
    }
    const { note } = look;
    if (!note.restrictions.length && (open.has(note.id) || restricted.has(note.id))) {
      faults.push({ file, pointer: '/id', code: 'twice', message: 'another file holds the same note' });
      continue;
    }
    held += bytes.length;
    const again = () => JSON.parse(readFileSync(file, 'utf8')) as Note;
    const talk: ReadTalk = {
      facts: factsOf(note, hash('sha256', bytes, 'hex'), find),
      load: held <= most ? () => note : again,
    };
    if (note.restrictions.length) open.delete(note.id);
    (note.restrictions.length ? restricted : open).set(note.id, talk);
  }
  return talks;
}
