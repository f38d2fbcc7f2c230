import { readFileSync } from 'node:fs';
import { firstLine, systemError } from './errors.js';
import { expandInputs, type Input } from './inputs.js';
import { parseJson } from './json.js';
import type { Note } from './schema/note.js';
import { schemaFaults } from './validate.js';

/** Why a file is no note. */
export interface NoteFault {
  /** JSON pointer into the file. */
  pointer: string;
  code: 'unreadable' | 'kind' | 'schema';
  message: string;
}

/** What a file holds: a note, a fault, or something else that also lies in a folder of notes. */
export type NoteLook = { note: Note } | { fault: NoteFault } | 'other';

/** Files in a folder of notes that are none. */
const others = /(?:\.ledger|\.edits|^report|(?<=[\\/])report)\.json$/u;

/** A fault with the file that it is in. */
export interface NoteFileFault extends NoteFault {
  /** As the user would name it. */
  file: string;
}

const unreadable = (message: string): NoteFault => ({ pointer: '', code: 'unreadable', message });

/** The files that may be notes among what arguments (files, folders, patterns) stand for; a folder may hold none. */
export function noteInputs(paths: readonly string[]): { inputs: Input[]; faults: NoteFileFault[] } {
  const { inputs, errors } = expandInputs(paths, ['**/*.json']);
  return {
    inputs: inputs.filter(({ file, folder }) => folder === undefined || !others.test(file)),
    faults: errors
      .filter(({ code }) => code !== 'folder-without-logs')
      .map(({ file = '', message }) => ({ file, ...unreadable(message) })),
  };
}

/** The bytes of a file that may be a note, or why there are none. */
export function noteBytes(file: string): Buffer | NoteFault {
  try {
    return readFileSync(file);
  } catch (error) {
    return unreadable(firstLine(systemError(error, file)));
  }
}

/** The note in a file's text; one of another kind is passed over where it was found in a folder. */
export function lookForNote(text: string, { file, folder }: Input): NoteLook {
  let value: { kind?: unknown } | null;
  try {
    value = parseJson(text, file) as typeof value;
  } catch (error) {
    return { fault: unreadable(firstLine(error)) };
  }
  if (value?.kind !== 'talk' && value?.kind !== 'discussion') {
    const fault = { pointer: '/kind', code: 'kind', message: 'the file is no note' } as const;
    return folder === undefined ? { fault } : 'other';
  }
  const [fault] = schemaFaults('note', value);
  if (fault) return { fault: { pointer: fault.pointer, code: 'schema', message: fault.reason } };
  return { note: value as unknown as Note };
}
