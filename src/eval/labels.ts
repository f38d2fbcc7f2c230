import { fail } from '../errors.js';
import { readJson } from '../json.js';
import type { Labels, Talk } from '../schema/labels.js';
import { schemaFaults } from '../validate.js';
import { jsonFiles } from './files.js';

/** The single messages that ids and inclusive ranges stand for. */
export function expanded(ids: Talk['lecture']): number[] {
  return ids.flatMap((one) => {
    if (typeof one === 'number') return [one];
    const [first, last] = one as [number, number];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  });
}

/** Reads the label files of a folder, by path; the first one that breaks the schema is thrown. */
export function readLabels(folder: string): Labels[] {
  return jsonFiles(folder).map((file) => {
    const value = readJson(file);
    const [fault] = schemaFaults('labels', value);
    if (fault) throw fail('labels-invalid', { file, ...fault });
    return value as Labels;
  });
}
