import { readFileSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { fail, systemError } from './errors.js';
import { portionsOf } from './read/portions.js';

/** Line and column from 1 of an offset. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

function failure(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const offsetIn = (message: string) => /at position (\d+)/u.exec(message)?.[1];

/** Whether the beginning of a JSON text is without fault so far: it only ends too early. */
function endsEarly(start: string): boolean {
  const message = failure(start);
  if (message === undefined || /end of JSON|Unterminated string/u.test(message)) return true;
  return Number(offsetIn(message) ?? -1) >= start.length;
}

/** Where a text stops being JSON: V8 mostly says so; else the shortest faulty beginning is searched for. */
function faultAt(text: string, message: string): number {
  const stated = offsetIn(message);
  if (stated !== undefined) return Number(stated);
  let [good, bad] = [0, text.length];
  if (endsEarly(text)) return text.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (endsEarly(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

/** Parses JSON; a syntax error names file, line and column. */
export function parseJson(text: string, file: string): unknown {
  const source = text.replace(/^\ufeff/u, '');
  try {
    return JSON.parse(source);
  } catch (cause) {
    const { message } = cause as Error;
    const reason = message.replace(/ in JSON at position \d+.*$|, (?:\.\.\.)?".*is not valid JSON$/su, '');
    throw fail('json-invalid', { file, reason, cause, ...placeOf(source, faultAt(source, message)) });
  }
}

/** Reads a text file. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw systemError(error, file);
  }
}

/** Reads a JSON file. */
export function readJson(file: string): unknown {
  return parseJson(readText(file), file);
}

/** The lines of a text file in UTF-8, which may be of any size; none for what is empty behind the last line end. */
export function* linesOf(file: string): Generator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for (const portion of portionsOf(file)) {
    const lines = (rest + decoder.write(Buffer.from(portion))).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** How jianglu writes JSON: two blanks, a line feed at the end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
