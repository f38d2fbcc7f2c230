import { readFileSync } from 'node:fs';
import { fail, systemError } from './errors.js';

/** Line and column from 1 of an offset. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** Parses JSON; a syntax error names file, line and column. */
export function parseJson(text: string, file: string): unknown {
  const source = text.replace(/^\ufeff/u, '');
  try {
    return JSON.parse(source);
  } catch (error) {
    const message = (error as Error).message;
    const at = /at position (\d+)/u.exec(message);
    const end = /end of JSON/u.test(message) ? source.length : undefined;
    const offset = at ? Number(at[1]) : end;
    const reason = message.replace(/ in JSON at position \d+.*$/su, '');
    throw fail('json-invalid', {
      file,
      reason,
      cause: error,
      ...(offset !== undefined && placeOf(source, offset)),
    });
  }
}

/** Reads a JSON file. */
export function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw systemError(error, file);
  }
  return parseJson(text, file);
}

/** How jianglu writes JSON: two blanks, a line feed at the end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
