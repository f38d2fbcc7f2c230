import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRawSync } from 'node:zlib';
import type { Note } from '../../schema/note.js';

const deflate = promisify(deflateRaw);

/** A text as it is kept. */
export type Packed = string | Buffer | null;

/** UTF-16 where that is shorter, as Chinese takes three bytes in UTF-8; an empty text takes none. */
export function packed(text: string): Packed {
  if (text === '') return null;
  return Buffer.byteLength(text) > 2 * text.length ? Buffer.from(text, 'utf16le') : text;
}

/** The text that was packed. */
export function unpacked(value: Packed): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : value.toString('utf16le');
}

/** What deflate can look back to. */
const window = 32_768;

/** The texts that a note's JSON repeats, as far back as deflate sees. */
function dictionaryOf(texts: readonly string[]): Buffer {
  const all = Buffer.from(texts.join('\n'));
  return all.subarray(Math.max(0, all.length - window));
}

/**
 * A note as it is kept: deflated, with the texts of its entries as what was said before, so that what they hold already
 * takes next to nothing. Works in a thread of its own.
 */
export const packNote = (note: Note, texts: readonly string[]): Promise<Buffer> =>
  deflate(JSON.stringify(note), {
    level: constants.Z_BEST_SPEED,
    dictionary: dictionaryOf(texts),
  }) as Promise<Buffer>;

/** The note that was packed with the same texts. */
export const unpackNote = (bytes: Buffer, texts: readonly string[]): Note =>
  JSON.parse(inflateRawSync(bytes, { dictionary: dictionaryOf(texts) }).toString());
