import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';

const zipped = promisify(gzip);

/** Bytes that rendered answers may take, packed and plain together. */
const most = 48 << 20;
/** Milliseconds after which an answer is made anew though the store is the same: a log may have been found meanwhile. */
const oldest = 60_000;
/** Shorter answers are sent as they are. */
const worthPacking = 1024;

interface Kept {
  state: string;
  made: number;
  type: string;
  etag: string;
  plain: Buffer;
  packed?: Buffer;
}

/** Rendered answers, the last asked for kept the longest. */
export interface Cache {
  /** Sends the answer of a key, made where none is kept that holds; 304 where the one who asks has it. */
  send(context: Context, key: string, make: () => Promise<{ type: string; text: string }>): Promise<Response>;
}

const sizeOf = ({ plain, packed }: Kept) => plain.length + (packed?.length ?? 0) + 512;

async function packed(text: string, type: string, state: string, made: number): Promise<Kept> {
  const plain = Buffer.from(text);
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const pack = plain.length >= worthPacking ? await zipped(plain, { level: 6 }) : undefined;
  return { state, made, type, etag, plain, ...(pack && { packed: pack }) };
}

/** Whether the one who asks reads gzip: he names it, and not as what he will not have. */
export const takesGzip = ({ req }: Context): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/u.test(req.header('accept-encoding') ?? '');

function answer(context: Context, { type, etag, plain, packed: pack }: Kept): Response {
  const headers: Record<string, string> = {
    ETag: etag,
    'Cache-Control': 'private, no-cache',
    Vary: 'Accept-Encoding, Accept-Language, Cookie',
  };
  const known = context.req.header('if-none-match')?.split(/,\s*/u);
  if (known?.includes(etag)) return context.body(null, 304, headers);
  headers['Content-Type'] = type;
  const body = pack && takesGzip(context) ? pack : plain;
  if (body === pack) headers['Content-Encoding'] = 'gzip';
  headers['Content-Length'] = String(body.length);
  return context.body(body as Uint8Array<ArrayBuffer>, 200, headers);
}

/** A cache of answers that hold while the store's state stays. */
export function cacheOf(
  state: () => string,
  tell: (how: 'made' | 'kept') => void = () => {},
  now: () => number = Date.now,
): Cache {
  const kept = new Map<string, Kept>();
  let bytes = 0;
  const drop = (key: string) => {
    const one = kept.get(key);
    if (!one) return;
    bytes -= sizeOf(one);
    kept.delete(key);
  };
  const keep = (key: string, one: Kept) => {
    drop(key);
    kept.set(key, one);
    bytes += sizeOf(one);
    for (const [old] of kept) {
      if (bytes <= most) break;
      drop(old);
    }
  };
  return {
    async send(context, key, make) {
      const at = state();
      const found = kept.get(key);
      if (found && found.state === at && now() - found.made < oldest) {
        kept.delete(key);
        kept.set(key, found);
        tell('kept');
        return answer(context, found);
      }
      tell('made');
      const { type, text } = await make();
      const made = await packed(text, type, at, now());
      keep(key, made);
      return answer(context, made);
    },
  };
}
