import { promisify } from 'node:util';
import { deflateRaw, inflateRawSync, type ZlibOptions } from 'node:zlib';
import type { Note } from '../../schema/note.js';

const deflate: (bytes: Buffer, options: ZlibOptions) => Promise<Buffer> = promisify(deflateRaw);

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

/** Bytes of JSON that are packed for themselves: so few that what was said before stays in sight. */
const piece = 24_576;

/**
 * The texts that a piece of a note's JSON repeats: JSON has them in the same order, so they are looked for as far into
 * the texts as the piece lies in the JSON.
 */
function dictionaryOf(texts: Buffer, at: number): Buffer {
  const start = Math.round(at * texts.length - window / 2);
  const first = Math.max(0, Math.min(start, texts.length - window));
  return texts.subarray(first, first + window);
}

const middleOf = (index: number, count: number): number => (index + 0.5) / count;

/**
 * A note as it is kept: deflated piece by piece, with the texts of its entries as what was said before, so that what they
 * hold already takes next to nothing. Works in threads of its own.
 */
export async function packNote(note: Note, texts: readonly string[]): Promise<Buffer> {
  const json = Buffer.from(JSON.stringify(note));
  const said = Buffer.from(texts.join('\n'));
  const count = Math.ceil(json.length / piece);
  const packed = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      deflate(json.subarray(index * piece, (index + 1) * piece), {
        dictionary: dictionaryOf(said, middleOf(index, count)),
      }),
    ),
  );
  const head = Buffer.alloc(4 * (count + 1));
  for (const [index, length] of [count, ...packed.map((one) => one.length)].entries())
    head.writeUInt32LE(length, 4 * index);
  return Buffer.concat([head, ...packed]);
}

/** The note that was packed with the same texts. */
export function unpackNote(bytes: Buffer, texts: readonly string[]): Note {
  const said = Buffer.from(texts.join('\n'));
  const count = bytes.readUInt32LE(0);
  const pieces: Buffer[] = [];
  let start = 4 * (count + 1);
  for (let index = 0; index < count; index++) {
    const end = start + bytes.readUInt32LE(4 * (index + 1));
    const dictionary = dictionaryOf(said, middleOf(index, count));
    pieces.push(inflateRawSync(bytes.subarray(start, end), { dictionary }));
    start = end;
  }
  return JSON.parse(Buffer.concat(pieces).toString());
}
