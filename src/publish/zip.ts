import { inflateRawSync } from 'node:zlib';

/** Where a file of an archive is told of: in the directory at the archive's end, and before the file itself. */
interface Place {
  name: string;
  directory: number;
  local: number;
}

const signatures = { end: 0x06054b50, directory: 0x02014b50, local: 0x04034b50 };
/** Bytes of the end record, whose comment has 64 KiB at most. */
const endSize = 22;
/** Bytes that a file of an archive may grow to. */
const limit = 1024 * 1024;
/** Midnight of 1 January 1980, where the clock of archives begins. */
const beginning = 0x00210000;

const at = (zip: Buffer, offset: number, signature: number) =>
  offset >= 0 && offset + 4 <= zip.length && zip.readUInt32LE(offset) === signature;

function endOf(zip: Buffer): number | undefined {
  const last = zip.length - endSize;
  for (let offset = last; offset >= Math.max(0, last - 0xffff); offset--)
    if (at(zip, offset, signatures.end)) return offset;
  return undefined;
}

function places(zip: Buffer): Place[] {
  const end = endOf(zip);
  const found: Place[] = [];
  if (end === undefined) return found;
  let directory = zip.readUInt32LE(end + 16);
  while (at(zip, directory, signatures.directory) && directory + 46 <= zip.length) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(directory + field));
    const text = zip.toString('utf8', directory + 46, directory + 46 + name!);
    found.push({ name: text, directory, local: zip.readUInt32LE(directory + 42) });
    directory += 46 + name! + extra! + comment!;
  }
  return found;
}

const bufferOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A text of an archive by its name; undefined where there is none, or the archive is damaged or hostile. */
export function textIn(bytes: Uint8Array, name: string): string | undefined {
  const zip = bufferOf(bytes);
  const place = places(zip).find((one) => one.name === name);
  if (!place || !at(zip, place.local, signatures.local) || place.local + 30 > zip.length) return undefined;
  const { directory, local } = place;
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(directory + 20));
  try {
    const isPacked = zip.readUInt16LE(directory + 10) !== 0;
    return (isPacked ? inflateRawSync(packed, { maxOutputLength: limit }) : packed).toString();
  } catch {
    return undefined;
  }
}

/** The archive without the times at which its files were made, so that the same files are the same bytes. */
export function withoutTimes(bytes: Uint8Array): Buffer {
  const zip = Buffer.from(bytes);
  for (const { directory, local } of places(zip)) {
    if (!at(zip, local, signatures.local)) continue;
    zip.writeUInt32LE(beginning, directory + 12);
    zip.writeUInt32LE(beginning, local + 10);
  }
  return zip;
}
