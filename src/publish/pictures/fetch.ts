import { type LookupAddress, lookup as resolve } from 'node:dns';
import { type IncomingMessage, request as plainly } from 'node:http';
import { request as secretly } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { packageVersion } from '../../version.js';
import { type Ending, enough, kindOf } from './kind.js';
import { isReserved } from './reserved.js';

/** Why a picture is not fetched. */
export const refusals = {
  address: 'this is no address on the web',
  credentials: 'the address holds a name or a password',
  port: 'no web server is to be looked for at this port',
  private: 'the address leads into a private or reserved network',
  redirects: 'the server leads on and on',
  insecure: 'the server leads from https to http',
  status: 'the server has no such picture for us',
  encoded: 'the server sends it compressed, unasked',
  'no-picture': 'this is no PNG, JPEG, GIF, WebP or AVIF',
  'too-large': 'the picture is too large',
  'too-slow': 'the server is too slow',
  unreachable: 'the server cannot be reached',
  'given-up': 'the server failed too often in this run',
} as const;
/** One of `refusals`. */
export type Refusal = keyof typeof refusals;

/** A picture that was not fetched. */
export interface Refused {
  refused: Refusal;
  /** What server or system say. */
  detail?: string;
}

/** A picture. */
export interface Fetched {
  bytes: Buffer;
  ending: Ending;
}

/** How a picture is fetched; each has its default. */
export interface FetchOptions {
  /** Whether nothing is to be asked at an address. */
  refuses?: (address: string) => boolean;
  lookup?: LookupFunction;
  /** Bytes that a picture has at most. */
  most?: number;
  /** Milliseconds for all of it, and those in which something must come. */
  time?: number;
  idle?: number;
}

type Limits = Required<FetchOptions>;

/** Bytes that a picture has at most, unless an option says otherwise. */
export const mostBytes = 10 * 1024 * 1024;

const usual: Limits = {
  refuses: isReserved,
  lookup: resolve as LookupFunction,
  most: mostBytes,
  time: 15_000,
  idle: 5_000,
};

/** Addresses that a server may lead on to, one after the other. */
const hops = 3;

const refused = (code: Refusal, detail?: string | number): Refused =>
  detail === undefined ? { refused: code } : { refused: code, detail: String(detail) };

/** The code of the error that a connection ends with which found nothing but refused addresses. */
const closed = 'EPRIVATE';

/** Gives a connection none but addresses that may be asked: what is looked at is what is connected to, whatever DNS says next. */
const guarded =
  ({ lookup, refuses }: Limits): LookupFunction =>
  (host, options, callback) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '');
      const open = (found as LookupAddress[]).filter(({ address }) => !refuses(address));
      const [first] = open;
      if (!first) return callback(Object.assign(new Error(refusals.private), { code: closed }), '');
      if (options.all) callback(null, open);
      else callback(null, first.address, first.family);
    });

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/gu, '');

/**
 * Below 1024 lie mail, shells and the like, which a request from a chat log has no business with; above, web servers that
 * no administrator had to allow. A list of single ports, as browsers have, would be another thing to keep up to date.
 */
const isPort = (port: string): boolean =>
  port === '' || port === '80' || port === '443' || Number(port) > 1023;

/** Why an address is not even asked; names are judged when they are looked up. */
function faultOf(url: URL, refuses: Limits['refuses']): Refusal | undefined {
  if (!/^https?:$/u.test(url.protocol)) return 'address';
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (!isPort(url.port)) return 'port';
  return isIP(hostOf(url)) && refuses(hostOf(url)) ? 'private' : undefined;
}

/** Where an answer leads on to; undefined where it is the last. */
export function leadsTo(
  from: URL,
  { statusCode = 0, headers }: Pick<IncomingMessage, 'statusCode' | 'headers'>,
): URL | Refused | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) return undefined;
  if (!URL.canParse(headers.location, from.href)) return refused('address');
  const to = new URL(headers.location, from);
  return from.protocol === 'https:' && to.protocol === 'http:' ? refused('insecure') : to;
}

/** The head of an answer. No agent of the process is used, so none of its proxies either. */
function ask(url: URL, limits: Limits, end: AbortController): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? secretly : plainly;
  const headers = {
    accept: 'image/avif, image/webp, image/png, image/jpeg, image/gif',
    'accept-encoding': 'identity',
    'user-agent': `jianglu/${packageVersion()}`,
  };
  return new Promise((answer, reject) => {
    request({
      protocol: url.protocol,
      hostname: hostOf(url),
      port: url.port,
      path: url.pathname + url.search,
      headers,
      agent: false,
      lookup: guarded(limits),
      signal: end.signal,
      timeout: limits.idle,
    })
      .on('response', answer)
      .on('timeout', () => end.abort())
      .on('error', reject)
      .on('close', () => reject(new Error('closed')))
      .end();
  });
}

/** Reads a picture, and no further than it is seen to be one and to be small enough. */
async function taken(answer: IncomingMessage, most: number): Promise<Fetched | Refused> {
  const { statusCode, headers } = answer;
  if (statusCode !== 200) return refused('status', statusCode);
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') return refused('encoded');
  if (Number(headers['content-length'] ?? 0) > most) return refused('too-large');
  const parts: Buffer[] = [];
  let size = 0;
  let ending: Ending | undefined;
  for await (const part of answer as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size > most) return refused('too-large');
    if (size < enough) continue;
    ending ??= kindOf(Buffer.concat(parts));
    if (!ending) return refused('no-picture');
  }
  const bytes = Buffer.concat(parts);
  ending ??= kindOf(bytes);
  return ending ? { bytes, ending } : refused('no-picture');
}

async function follow(address: string, limits: Limits, end: AbortController): Promise<Fetched | Refused> {
  if (!URL.canParse(address)) return refused('address');
  let url = new URL(address);
  for (let hop = 0; hop <= hops; hop++) {
    const fault = faultOf(url, limits.refuses);
    if (fault) return refused(fault);
    const answer = await ask(url, limits, end);
    try {
      const to = leadsTo(url, answer);
      if (!to) return await taken(answer, limits.most);
      if (!(to instanceof URL)) return to;
      url = to;
    } finally {
      answer.destroy();
    }
  }
  return refused('redirects');
}

/**
 * Fetches a picture that a message names, as from a stranger: nothing is asked in private networks, by whatever name or
 * spelling they are reached; nothing is sent that tells who asks; what comes is bounded in size and time, and is one of
 * the pictures of `endings` by its bytes. Never throws for what the other side does.
 */
export async function fetchPicture(address: string, options: FetchOptions = {}): Promise<Fetched | Refused> {
  const limits = { ...usual, ...options };
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), limits.time);
  try {
    return await follow(address, limits, end);
  } catch (error) {
    if (end.signal.aborted) return refused('too-slow');
    const { code } = error as NodeJS.ErrnoException;
    return code === closed ? refused('private') : refused('unreachable', code);
  } finally {
    clearTimeout(timer);
    end.abort();
  }
}
