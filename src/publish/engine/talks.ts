import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { firstLine, systemError } from '../../errors.js';
import { lookForNote, type NoteFault, noteInputs } from '../../note-files.js';
import type { Note, Speaker } from '../../schema/note.js';
import { definitionsOf } from '../../store/definitions.js';
import type { FindConcept } from '../../store/finder.js';
import type { Definition, TalkTopic } from '../../store/record.js';
import { plain } from '../markdown/text.js';
import { picturesOf } from '../pictures/in-note.js';

/** What other pages say of a talk; small enough to be kept of every talk ever published. */
export interface TalkFacts {
  id: string;
  slug: string;
  kind: Note['kind'];
  /** As people read it; empty where nobody states the subject. */
  title: string;
  date: string;
  group: string;
  language: Note['language'];
  speakers: Speaker[];
  topics: TalkTopic[];
  definitions: Definition[];
  /** Addresses on the web of the pictures that its page shows; absent where there are none. */
  pictures?: string[];
  /** Of the note file's bytes, hex. */
  sha256: string;
}

/** A file that gave no talk. */
export interface PublishFault {
  /** As the user would name it. */
  file: string;
  /** JSON pointer into the file. */
  pointer: string;
  code: NoteFault['code'] | 'twice';
  message: string;
}

/** What some notes came to. */
export interface Talks {
  /** Those that may be published, by id. */
  open: Map<string, { facts: TalkFacts; load: () => Note }>;
  /** Ids of the notes whose speaker asks that they be not passed on. */
  restricted: Set<string>;
  faults: PublishFault[];
}

/** What other pages need to know of a note. */
export function factsOf(note: Note, sha256: string, find: FindConcept): TalkFacts {
  const { id, slug, kind, title, date, language, sources, speakers, topics } = note;
  const pictures = picturesOf(note);
  return {
    ...{ id, slug, kind, title: plain(title), date, group: sources[0]!.group, language, speakers },
    topics: topics.map((topic) => ({ id: topic.id, label: plain(topic.label), score: topic.score })),
    definitions: definitionsOf(note, find),
    ...(pictures.length && { pictures }),
    sha256,
  };
}

/** Characters of notes that are kept in memory until their pages are made; the rest is read again. */
const most = 64 * 1024 * 1024;

/** Reads notes (files, folders, patterns); what is no note stops itself only. Of two files with one id the first counts, unless the other is restricted. */
export function readTalks(paths: readonly string[], find: FindConcept): Talks {
  const { inputs, errors } = noteInputs(paths);
  const talks: Talks = { open: new Map(), restricted: new Set(), faults: [] };
  const { open, restricted, faults } = talks;
  const refuse = (file: string, message: string, code: PublishFault['code'] = 'unreadable', pointer = '') =>
    faults.push({ file, pointer, code, message });
  for (const { code, file = '', message } of errors)
    if (code !== 'folder-without-logs') refuse(file, message);
  let held = 0;
  for (const input of inputs) {
    const { file } = input;
    let bytes: Buffer;
    try {
      bytes = readFileSync(file);
    } catch (error) {
      refuse(file, firstLine(systemError(error, file)));
      continue;
    }
    const look = lookForNote(bytes.toString(), input);
    if (look === 'other') continue;
    if ('fault' in look) {
      refuse(file, look.fault.message, look.fault.code, look.fault.pointer);
      continue;
    }
    const { note } = look;
    if (note.restrictions.length) {
      restricted.add(note.id);
      open.delete(note.id);
      continue;
    }
    if (open.has(note.id) || restricted.has(note.id)) {
      refuse(file, 'another file holds the same note', 'twice', '/id');
      continue;
    }
    held += bytes.length;
    const again = () => JSON.parse(readFileSync(file, 'utf8')) as Note;
    open.set(note.id, {
      facts: factsOf(note, hash('sha256', bytes, 'hex'), find),
      load: held <= most ? () => note : again,
    });
  }
  return talks;
}
