import { firstLine } from './errors.js';
import { expandInputs, type Input, type Inputs } from './inputs.js';
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

/** The files that may be notes among what arguments (files, folders, patterns) stand for. */
export function noteInputs(paths: readonly string[]): Inputs {
  const { inputs, errors } = expandInputs(paths, ['**/*.json']);
  return { inputs: inputs.filter(({ file, folder }) => folder === undefined || !others.test(file)), errors };
}

/** The note in a file's text; one of another kind is passed over where it was found in a folder. */
export function lookForNote(text: string, { file, folder }: Input): NoteLook {
  let value: { kind?: unknown } | null;
  try {
    value = parseJson(text, file) as typeof value;
  } catch (error) {
    return { fault: { pointer: '', code: 'unreadable', message: firstLine(error) } };
  }
  if (value?.kind !== 'talk' && value?.kind !== 'discussion') {
    const fault = { pointer: '/kind', code: 'kind', message: 'the file is no note' } as const;
    return folder === undefined ? { fault } : 'other';
  }
  const [fault] = schemaFaults('note', value);
  if (fault) return { fault: { pointer: fault.pointer, code: 'schema', message: fault.reason } };
  return { note: value as unknown as Note };
}
