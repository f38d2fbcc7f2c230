import { hash } from 'node:crypto';
import { fail } from '../errors.js';
import type { Message, Transcript } from '../transcript.js';
import { decode } from './decode.js';
import { type Format, formats } from './formats.js';
import { lineSplitter } from './lines.js';
import { dateOf, placeOf } from './source.js';
import { isBlank } from './space.js';
import { type Warning, warning } from './warnings.js';

/** So much of the text is shown to the formats' `detect`, in UTF-16 units. */
export const headLength = 64 * 1024;

/** Most lines of a log that is held in memory as a whole; the 477 real logs have 320,000 together. */
export const mostLines = 4_000_000;

/** What the bytes of a log may leave open. */
export interface ReadOptions {
  /** utf-8, utf-16le, utf-16be, gb18030 (gbk, gb2312) or big5; found out from the bytes if not given. */
  encoding?: string;
}

/**
 * Reads a whole log. The path is not opened: it names the log in errors and gives group, file name and date.
 * Offsets and columns count UTF-16 units of the decoded text, its BOM left out.
 *
 * @throws JiangluError for bytes that are no text, text that is no log, and the bounds of lines and front matter
 */
export function readTranscript(bytes: Uint8Array, path: string, options: ReadOptions = {}): Transcript {
  const { text, encoding, warnings: decoding } = decode(bytes, { file: path, encoding: options.encoding });
  const format = formatOf(text.slice(0, headLength), path);
  const children: Message[] = [];
  const scanner = format.scanner({ file: path, emit: (message) => children.push(message) });
  const lines = lineSplitter(path);
  for (const line of lines.push(text)) {
    if (line.number > mostLines)
      throw fail('too-many-lines', { file: path, line: line.number, limit: mostLines });
    scanner.push(line);
  }
  for (const line of lines.end()) scanner.push(line);
  scanner.end();

  const frontMatter = scanner.frontMatter ?? {};
  const { path: place, group, name } = placeOf(path);
  const { date, warnings: dating } = dateOf(name, frontMatter);
  const warnings = [...decoding, ...scanner.warnings, ...dating];
  if (!children.length) warnings.push(noMessages(text, scanner.frontMatter !== undefined, warnings, path));
  const source = {
    path: place,
    format: format.name,
    group,
    sha256: hash('sha256', bytes, 'hex'),
    messages: children.length,
  };
  return { type: 'transcript', children, source, encoding, date, frontMatter, warnings, talks: [] };
}

/**
 * The messages of a log that comes in pieces of decoded text, cut anywhere: the same as `readTranscript` gives, but
 * each as soon as its end is known, so that a history of any length fits into memory.
 *
 * @param file names the log in errors
 * @throws JiangluError as `readTranscript`, but not for text without any message
 */
export async function* readMessages(
  pieces: AsyncIterable<string> | Iterable<string>,
  file?: string,
): AsyncGenerator<Message> {
  const ready: Message[] = [];
  const lines = lineSplitter(file);
  let scanner: ReturnType<Format['scanner']> | undefined;
  let head = '';
  const start = () => {
    scanner = formatOf(head.slice(0, headLength), file).scanner({
      file,
      emit: (message) => ready.push(message),
    });
    for (const line of lines.push(head)) scanner.push(line);
  };
  for await (const piece of pieces) {
    if (scanner) for (const line of lines.push(piece)) scanner.push(line);
    else {
      head += piece;
      if (head.length >= headLength) start();
    }
    yield* ready.splice(0);
  }
  if (!scanner) start();
  for (const line of lines.end()) scanner!.push(line);
  scanner!.end();
  yield* ready;
}

/**
 * The format of a log by its beginning.
 *
 * @throws JiangluError `file-binary`, `format-unknown`
 */
export function formatOf(head: string, file: string | undefined): Format {
  const format = isBlank(head) ? formats[0] : formats.find((one) => one.detect(head));
  if (!format) throw fail(head.includes('\0') ? 'file-binary' : 'format-unknown', { file, line: 1 });
  return format;
}

/** No message is fine in an empty file and below a front matter, but other text would be lost unseen. */
function noMessages(text: string, hasFrontMatter: boolean, warnings: Warning[], file: string): Warning {
  const stray = warnings.find((one) => one.code === 'text-before-messages');
  if (stray) throw fail('format-unknown', { file, line: stray.line });
  return warning(hasFrontMatter || !isBlank(text) ? 'log-without-messages' : 'log-empty');
}
