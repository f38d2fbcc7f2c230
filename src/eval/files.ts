import { fail } from '../errors.js';
import { expandInputs } from '../inputs.js';

/** The JSON files of a folder, by path; a folder without any is an error. */
export function jsonFiles(folder: string): string[] {
  const { inputs, errors } = expandInputs([folder], ['**/*.json']);
  const [error] = errors;
  if (error?.code === 'folder-without-logs') throw fail('folder-without-json', { file: folder });
  if (error) throw error;
  return inputs.map(({ file }) => file);
}
