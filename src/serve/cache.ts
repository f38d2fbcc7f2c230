import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Context } from 'hono';
import { type Last, lastAsked } from '../memory/last.js';

const zipped = promisify(gzip);
const unzipped = promisify(gunzip);

/** Bytes that rendered answers may take: some 3,000 talks. */
const most = 24 << 20;
/** Milliseconds after which an answer is made anew that may become another though the store is the same. */
const oldest = 60_000;
/** Shorter answers are sent as they are. */
const worthPacking = 1024;

/** What is sent. */
export interface Answer {
  type: string;
  text: string;
  /** Whether it also shows what lies outside the store, as logs do that may be found later. */
  passes?: boolean;
}

/** Only as it is sent to nearly all: who does not take gzip has it unpacked. */
interface Kept {
  type: string;
  etag: string;
  until: number;
  body: Buffer;
  isPacked: boolean;
}

/** Rendered answers, the last asked for kept the longest. */
export interface Cache {
  /** Sends the answer of a key, made where none is kept that holds or is being made; 304 where the one who asks has it. */
  send(context: Context, key: string, make: () => Promise<Answer>): Promise<Response>;
}

/** What an answer takes, its key and what stands around it counted by the thumb. */
const sizeOf = ({ body }: Kept) => body.length + 1024;

async function packed({ type, text, passes = false }: Answer, now: number): Promise<Kept> {
  const plain = Buffer.from(text);
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const isPacked = plain.length >= worthPacking;
  const body = isPacked ? await zipped(plain, { level: 6 }) : plain;
  return { type, etag, until: passes ? now + oldest : Number.POSITIVE_INFINITY, body, isPacked };
}

/** Whether the one who asks reads gzip: he names it, and not as what he will not have. */
export const takesGzip = ({ req }: Context): boolean =>
  /(?<![\w-])gzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/u.test(req.header('accept-encoding') ?? '');

async function answer(context: Context, { type, etag, body: kept, isPacked }: Kept): Promise<Response> {
  const headers: Record<string, string> = {
    ETag: etag,
    'Cache-Control': 'private, no-cache',
    Vary: 'Accept-Encoding, Accept-Language, Cookie',
  };
  const known = context.req.header('if-none-match')?.split(/,\s*/u);
  if (known?.includes(etag)) return context.body(null, 304, headers);
  headers['Content-Type'] = type;
  const asPacked = isPacked && takesGzip(context);
  if (asPacked) headers['Content-Encoding'] = 'gzip';
  const body = isPacked && !asPacked ? await unzipped(kept) : kept;
  headers['Content-Length'] = String(body.length);
  return context.body(body as Uint8Array<ArrayBuffer>, 200, headers);
}

/** The answer of a key that still holds. */
function taken(shelf: Last<Kept>, key: string, now: number): Kept | undefined {
  const one = shelf.get(key);
  if (!one || now < one.until) return one;
  shelf.delete(key);
  return undefined;
}

/** A cache of answers that hold while the store's state stays. */
export function cacheOf(
  state: () => string,
  tell: (how: 'made' | 'kept') => void = () => {},
  now: () => number = Date.now,
): Cache {
  const empty = (at: string) => ({
    at,
    shelf: lastAsked(most, sizeOf),
    making: new Map<string, Promise<Kept>>(),
  });
  let current = empty(state());

  /** Makes an answer; who asks for the same meanwhile gets this one. */
  function made(key: string, make: () => Promise<Answer>): Promise<Kept> {
    const { shelf, making } = current;
    const done = (async () => {
      try {
        const one = await packed(await make(), now());
        shelf.set(key, one);
        return one;
      } finally {
        making.delete(key);
      }
    })();
    making.set(key, done);
    return done;
  }

  return {
    async send(context, key, make) {
      const at = state();
      if (at !== current.at) current = empty(at);
      const found = taken(current.shelf, key, now()) ?? current.making.get(key);
      tell(found ? 'kept' : 'made');
      return answer(context, await (found ?? made(key, make)));
    },
  };
}
