import { fail, reasonOf } from '../../errors.js';
import { packageVersion } from '../../version.js';
import type { Answer } from './answer.js';
import { cookieJar } from './jar.js';

/** Values of a request; those that are `undefined` or `false` are left out, `true` is sent as 1. */
export type Parameters = Record<string, string | number | boolean | Blob | undefined>;

/** What became of a request: an answer; refused for now, nothing was done; or nobody knows whether it was done. */
export type Outcome =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'later'; code: string; wait: number | undefined }
  | { kind: 'unknown'; reason: string; wait?: number };

/** How requests are sent. Times in milliseconds. */
export interface TransportOptions {
  /** Of api.php, as `apiAddress` gives it. */
  url: string;
  /** An OAuth 2 access token. */
  bearer?: string;
  /** How long one request may take. */
  timeout?: number;
  /** How often a request is sent at most. */
  attempts?: number;
  fetch?: typeof fetch;
  /** Waits; tests do not. */
  wait?: (milliseconds: number) => Promise<void>;
}

/** Sends requests to one wiki, and keeps its cookies. */
export interface Transport {
  /** Sends again, after some time, whatever did not come through: only for what may be done twice. */
  ask(parameters: Parameters): Promise<Answer>;
  /** Sends again only while the wiki says that it did nothing; else gives the answer, or that nobody knows. */
  once(parameters: Parameters): Promise<Exclude<Outcome, { kind: 'later' }>>;
  /** The bytes of a file that the wiki has; undefined where it does not give them, or where they are too many. */
  bytes(address: string, most: number): Promise<Buffer | undefined>;
  /** Forgets the session. */
  clear(): void;
  /** Waits before the next try. */
  pause(tries: number): Promise<void>;
  readonly attempts: number;
}

/** Seven tries wait for a minute in all, which is the span that limits of edits are counted in. */
const defaults = { timeout: 30_000, attempts: 7 };
/** Longest wait before the next try, whatever the wiki asks for. */
const longest = 60_000;
/** Errors of the API that say that nothing was done, and that it may be later. */
const passing = new Set(['maxlag', 'ratelimited', 'readonly']);
const common = { format: 'json', formatversion: '2', errorformat: 'plaintext', utf8: '1' };

const pauseOf = (tries: number): number => Math.min(1000 * 2 ** tries, longest);

/** The wait that an answer asks for: seconds, or a date. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const wait = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), longest);
}

function bodyOf(parameters: Parameters): URLSearchParams | FormData {
  const files: [string, Blob][] = [];
  const fields: [string, string][] = Object.entries(common);
  for (const [name, value] of Object.entries(parameters)) {
    if (value instanceof Blob) files.push([name, value]);
    else if (value !== undefined && value !== false)
      fields.push([name, value === true ? '1' : String(value)]);
  }
  if (files.length === 0) return new URLSearchParams(fields);
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  for (const [name, file] of files) form.append(name, file, name);
  return form;
}

function parsed(text: string): Answer | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** What an answer with this status says; throws where asking again is of no use. */
function outcomeOf(status: number, headers: Headers, text: string): Outcome {
  const wait = retryAfter(headers);
  if (status === 429) return { kind: 'later', code: 'HTTP 429', wait };
  if (status >= 500) return { kind: 'unknown', reason: `HTTP ${status}`, wait };
  const answer = parsed(text);
  // Extensions answer with 401 or 403, and with the API's error.
  if (status >= 300 && !answer?.errors) throw fail('wiki-answer', { reason: `HTTP ${status}` });
  if (!answer) throw fail('wiki-answer', { reason: 'no JSON' });
  const code = answer.errors?.find((error) => passing.has(error.code))?.code;
  if (code !== undefined) return { kind: 'later', code, wait };
  const internal = answer.errors?.find((error) => error.code.startsWith('internal_api_error'));
  return internal ? { kind: 'unknown', reason: internal.code } : { kind: 'answer', answer };
}

/** Why fetch failed: its own message says nothing, its cause does. */
function fetchReason(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (error instanceof Error && error.name === 'TimeoutError') return 'no answer in time';
  return cause instanceof Error && 'code' in cause ? String(cause.code) : reasonOf(error);
}

/** What comes, unless it is too much. */
async function taken(body: AsyncIterable<Uint8Array>, most: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Requests to a wiki over `fetch`. A redirection is not followed: cookies and tokens go to one address only. */
export function transport(options: TransportOptions): Transport {
  const { url, bearer, timeout, attempts, fetch: send = fetch } = { ...defaults, ...options };
  const wait = options.wait ?? ((time) => new Promise((resolve) => setTimeout(resolve, time)));
  const jar = cookieJar();

  /** Cookies and tokens go to the wiki's own address only. */
  function headersTo(address: URL): Record<string, string> {
    const headers: Record<string, string> = {
      'user-agent': `jianglu/${packageVersion()} (Node ${process.version})`,
    };
    if (address.origin !== new URL(url).origin) return headers;
    if (jar.header() !== '') headers.cookie = jar.header();
    if (bearer !== undefined) headers.authorization = `Bearer ${bearer}`;
    return headers;
  }

  async function attempt(parameters: Parameters): Promise<Outcome> {
    const headers = headersTo(new URL(url));
    let answer: Response;
    let text: string;
    try {
      const signal = AbortSignal.timeout(timeout);
      answer = await send(url, {
        method: 'POST',
        body: bodyOf(parameters),
        headers,
        signal,
        redirect: 'manual',
      });
      text = await answer.text();
    } catch (error) {
      return { kind: 'unknown', reason: fetchReason(error) };
    }
    jar.take(answer.headers);
    return outcomeOf(answer.status, answer.headers, text);
  }

  /** Sends until there is an outcome for which `done` holds. */
  async function until(parameters: Parameters, done: (outcome: Outcome) => boolean): Promise<Outcome> {
    for (let tries = 0; ; tries++) {
      const outcome = await attempt(parameters);
      if (done(outcome) || tries + 1 >= attempts) return outcome;
      await wait((outcome.kind === 'answer' ? undefined : outcome.wait) ?? pauseOf(tries));
    }
  }

  async function bytes(address: string, most: number): Promise<Buffer | undefined> {
    if (!URL.canParse(address, url)) return undefined;
    const from = new URL(address, url);
    const signal = AbortSignal.timeout(timeout);
    try {
      const answer = await send(from, { headers: headersTo(from), signal, redirect: 'error' });
      return answer.ok && answer.body ? await taken(answer.body, most) : undefined;
    } catch {
      return undefined;
    }
  }

  return {
    attempts,
    bytes,
    clear: () => jar.clear(),
    pause: (tries) => wait(pauseOf(tries)),
    async ask(parameters) {
      const outcome = await until(parameters, ({ kind }) => kind === 'answer');
      if (outcome.kind === 'later') throw fail('wiki-busy', { reason: outcome.code });
      if (outcome.kind === 'unknown') throw fail('wiki-unreachable', { reason: outcome.reason });
      return outcome.answer;
    },
    async once(parameters) {
      const outcome = await until(parameters, ({ kind }) => kind !== 'later');
      if (outcome.kind === 'later') throw fail('wiki-busy', { reason: outcome.code });
      return outcome;
    },
  };
}
