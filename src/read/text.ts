import { fail } from '../errors.js';
import {
  type Encoding,
  encodingOf,
  isControlled,
  isOf,
  markOf,
  tryDecode,
  undecodable,
  utf16Of,
} from './decode.js';
import { commonShare, leastShare } from './legacy.js';
import { portionsOf } from './portions.js';

/** So many bytes tell the encoding, as far as a beginning can. */
const headSize = 64 * 1024;

/** A file as text: how to decode it, for any number of readings. */
export interface Text {
  path: string;
  encoding: Encoding;
  /** Bytes of its byte order mark. */
  mark: number;
}

/** What the text of a file turned out to be when it had been read to its end. */
export interface End {
  /** Its last character lacked bytes. */
  cut?: boolean;
}

/** Thrown where bytes are not of the encoding that they are read in. */
export class Misread extends Error {}

function headOf(path: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (const portion of portionsOf(path)) {
    pieces.push(portion.slice());
    size += portion.length;
    if (size >= headSize) break;
  }
  return Buffer.concat(pieces);
}

/**
 * The decoded text of a file, piece by piece, its byte order mark left out; nothing is ever replaced by U+FFFD.
 *
 * @param see is shown the bytes of each portion
 * @param end is told what shows at the end only
 * @throws Misread
 */
export function* piecesOf(
  { path, encoding, mark }: Text,
  { see, end }: { see?: (bytes: Uint8Array) => void; end?: End } = {},
): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let passed = 0;
  for (const portion of portionsOf(path)) {
    see?.(portion);
    const bytes = passed < mark ? portion.subarray(mark - passed) : portion;
    passed += portion.length;
    const text = decoded(decoder, bytes);
    if (!isOf(text, encoding)) throw new Misread();
    yield text;
  }
  try {
    decoder.decode();
  } catch {
    if (end) end.cut = true;
  }
}

function decoded(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch (cause) {
    throw new Misread('', { cause });
  }
}

/** The beginning of a file in an encoding; empty where it is not of it. */
const headIn = (encoding: Encoding, head: Uint8Array): string => tryDecode(head, encoding)?.text ?? '';

/** Big5 and GB18030, the likelier by the look of the beginning first, as far as either looks like Chinese. */
function legacyOf(head: Uint8Array): Encoding[] {
  const shares = (['gb18030', 'big5'] as const).map((encoding) => ({
    encoding,
    share: commonShare(headIn(encoding, head)),
  }));
  return shares
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share - a.share)
    .map(({ encoding }) => encoding);
}

/** The encodings that a file may have, in the order in which `decode` would take them. */
function candidatesOf(head: Uint8Array): Encoding[] {
  const wide = utf16Of(head);
  const first: Encoding[] = isControlled(head) && wide ? [wide, 'utf-8'] : ['utf-8', ...(wide ? [wide] : [])];
  return [...first, ...legacyOf(head)];
}

/**
 * What `use` makes of a file's text, in the encoding in which it can be read to its end: the given one, that of the byte
 * order mark, else the first of those that it may have. `use` is begun anew with the next one where bytes do not fit.
 *
 * @throws JiangluError `encoding-unknown`, `encoding-undecodable`, `file-binary`
 */
export function inItsEncoding<T>(
  path: string,
  { encoding, file = path }: { encoding?: string; file?: string },
  use: (text: Text) => T,
): T {
  const forced = encoding === undefined ? undefined : encodingOf(encoding);
  const head = headOf(path);
  const mark = markOf(head);
  if (mark && forced && mark.encoding !== forced)
    throw fail('encoding-undecodable', { file, line: 1, encoding: forced });
  const known = mark?.encoding ?? forced;
  for (const one of known ? [known] : candidatesOf(head)) {
    if (isControlled(headIn(one, head.subarray(mark?.length ?? 0)))) throw fail('file-binary', { file });
    try {
      return use({ path, encoding: one, mark: mark?.length ?? 0 });
    } catch (error) {
      if (!(error instanceof Misread)) throw error;
    }
  }
  if (!known && (head.includes(0) || isControlled(head))) throw fail('file-binary', { file });
  throw undecodable(portionsOf(path), known ?? 'utf-8', file);
}
