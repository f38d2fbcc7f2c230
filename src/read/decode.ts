import { isUtf8 } from 'node:buffer';
import { fail } from '../errors.js';
import { likeliest } from './legacy.js';
import { type Warning, warning } from './warnings.js';

/** The encodings that are read; `gbk` and `gb2312` are accepted as names of gb18030. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** Text as its bytes say it: decoding repairs nothing, so that spans stay verbatim. */
export interface Decoded {
  /** Without the byte order mark at its beginning; nothing else is altered, and no U+FFFD is put in. */
  text: string;
  encoding: Encoding;
  /** A cut last character, NULs. */
  warnings: Warning[];
}

/** Largest input, in MiB: 30 times the 477 real logs together. */
export const largestFile = 256;

const names: Record<string, Encoding> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  big5: 'big5',
};

/** So many bytes, or UTF-16 units of text, are looked at for zero bytes and control characters. */
const sampleSize = 64 * 1024;
/** UTF-16: at least this share of units has a zero half. ASCII makes up 37 % and more of 477 real logs. */
const leastZeroHalves = 0.15;
/** Zeros of the other half (一 is U+4E00) are this many times rarer; in the real logs 24 times and more. */
const lopsided = 4;
/** Text has hardly any control characters besides tab and line ends; compressed data has an eighth. */
const mostControls = 0.05;

/**
 * Bytes to text. Without a given encoding: by BOM, else UTF-8 if it is valid (and not full of NULs: ASCII in UTF-16
 * is), else UTF-16 by where the zero bytes stand, else GB18030 or Big5, whichever looks like Chinese. A BOM that
 * speaks against a given encoding is an error. Nothing is ever replaced by U+FFFD. A last character of which bytes are
 * missing is left out with a warning; NULs in a text are kept with a warning.
 *
 * @throws JiangluError `encoding-unknown`, `encoding-undecodable`, `file-binary`, `file-too-large`
 */
export function decode(bytes: Uint8Array, options: { encoding?: string; file?: string } = {}): Decoded {
  const { file } = options;
  if (bytes.length > largestFile * 1024 * 1024) throw fail('file-too-large', { file, limit: largestFile });
  const forced = options.encoding === undefined ? undefined : encodingOf(options.encoding);
  const mark = markOf(bytes);
  if (mark && forced && forced !== mark.encoding)
    throw fail('encoding-undecodable', { file, line: 1, encoding: forced });
  if (mark) return known(bytes.subarray(mark.length), mark.encoding, file);
  if (forced) return known(bytes, forced, file);
  return guess(bytes, file);
}

/**
 * The encoding of a name, in any case.
 *
 * @throws JiangluError `encoding-unknown`
 */
export function encodingOf(name: string): Encoding {
  const key = name.toLowerCase();
  if (!Object.hasOwn(names, key)) throw fail('encoding-unknown', { encoding: name });
  return names[key]!;
}

function known(bytes: Uint8Array, encoding: Encoding, file: string | undefined): Decoded {
  const result = tryDecode(bytes, encoding);
  if (!result) throw undecodable([bytes], encoding, file);
  return checked(result, file);
}

function guess(bytes: Uint8Array, file: string | undefined): Decoded {
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 && !isControlled(utf8.text)) return checked(utf8, file);
  const wide = utf16Of(bytes);
  const sure = (wide && tryDecode(bytes, wide)) ?? utf8;
  if (sure) return checked(sure, file);
  const found = likeliest(
    (['gb18030', 'big5'] as const).flatMap((encoding) => tryDecode(bytes, encoding) ?? []),
  );
  if (found) return checked(found, file);
  if (bytes.includes(0) || isControlled(bytes)) throw fail('file-binary', { file });
  throw undecodable([bytes], 'utf-8', file);
}

interface Attempt {
  text: string;
  encoding: Encoding;
  /** The last character lacks bytes. */
  cut: boolean;
}

/** Whether decoded text can be of an encoding: ICU decodes the bytes 80 and FF, which Big5 lacks, to these two. */
export const isOf = (text: string, encoding: Encoding): boolean =>
  encoding !== 'big5' || !/[\u0080\uF8F8]/.test(text);

/** Bytes in an encoding, but for a last character that is cut; undefined where they are not of it. */
export function tryDecode(bytes: Uint8Array, encoding: Encoding): Attempt | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
  if (!isOf(text, encoding)) return undefined;
  try {
    return { text: text + decoder.decode(), encoding, cut: false };
  } catch {
    return { text, encoding, cut: true };
  }
}

function checked({ text, encoding, cut }: Attempt, file: string | undefined): Decoded {
  if (isControlled(text)) throw fail('file-binary', { file });
  const warnings: Warning[] = [];
  if (cut) warnings.push(warning('character-cut'));
  const nul = text.indexOf('\0');
  if (nul >= 0) warnings.push(warning('nul-characters', lineAt(text, nul)));
  return { text, encoding, warnings };
}

/** The byte order mark that bytes begin with. */
export function markOf(bytes: Uint8Array): { encoding: Encoding; length: number } | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (a === 0x84 && b === 0x31 && c === 0x95 && bytes[3] === 0x33) return { encoding: 'gb18030', length: 4 };
  return undefined;
}

/** UTF-16 without a BOM: ASCII characters have their zero byte always on the same side. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const size = Math.min(bytes.length, sampleSize);
  if (!bytes.subarray(0, size).includes(0)) return undefined;
  const zeros = [0, 0];
  for (let index = 0; index < size; index++) if (bytes[index] === 0) zeros[index % 2]! += 1;
  const [even, odd] = zeros as [number, number];
  if (Math.max(even, odd) < Math.max(1, (size / 2) * leastZeroHalves)) return undefined;
  if (odd > even * lopsided) return 'utf-16le';
  return even > odd * lopsided ? 'utf-16be' : undefined;
}

/** Too many control characters at the beginning for a text. */
export function isControlled(data: Uint8Array | string): boolean {
  const size = Math.min(data.length, sampleSize);
  let controls = 0;
  for (let index = 0; index < size; index++) {
    const code = typeof data === 'string' ? data.charCodeAt(index) : data[index]!;
    if (code < 9 || (code > 13 && code < 32)) controls += 1;
  }
  return controls > size * mostControls;
}

/** Names the first line whose bytes are no text; in UTF-16 a line's bytes cannot be told, so none is named. */
export function undecodable(portions: Iterable<Uint8Array>, encoding: Encoding, file: string | undefined) {
  const line = encoding.startsWith('utf-16') ? undefined : badLine(portions, encoding);
  return fail('encoding-undecodable', { file, line, encoding });
}

/** Whether the bytes of a line are of an encoding; its last character may be cut where that is not UTF-8. */
const isLineOf = (bytes: Uint8Array, encoding: Encoding): boolean =>
  encoding === 'utf-8' ? isUtf8(bytes) : tryDecode(bytes, encoding) !== undefined;

function badLine(portions: Iterable<Uint8Array>, encoding: Encoding): number | undefined {
  let line = 1;
  let rest: Uint8Array = new Uint8Array();
  for (const portion of portions) {
    let start = 0;
    for (let lf = portion.indexOf(10); lf >= 0; lf = portion.indexOf(10, start), line++) {
      const own = Buffer.concat([rest, portion.subarray(start, lf)]);
      if (!isLineOf(own, encoding)) return line;
      rest = new Uint8Array();
      start = lf + 1;
    }
    rest = Buffer.concat([rest, portion.subarray(start)]);
  }
  return isLineOf(rest, encoding) ? undefined : line;
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
