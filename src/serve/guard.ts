import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { Refusal } from '../pages/refusal.js';
import { isSecret } from '../secret.js';

/** Longest address that is looked at, in characters: a query of 400 Chinese ones, and filters. */
const longestUrl = 6144;

/** A name of this machine: another one in the header means that a foreign page found a way to ask. */
const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/iu;

/** Whether an address that a server listens on is reached from this machine alone. */
export const isLoopback = (host: string): boolean => /^(?:127(?:\.\d{1,3}){3}|localhost|::1)$/iu.test(host);

const cookieName = 'jianglu-token';

/** Refuses what is no plain reading. */
export const readsOnly: MiddlewareHandler = async ({ req }, next) => {
  if (req.url.length > longestUrl) throw new Refusal(414, 'long', `at most ${longestUrl} characters`);
  if (req.method !== 'GET' && req.method !== 'HEAD') throw new Refusal(405, 'method');
  if (Number(req.header('content-length') ?? 0) > 0 || req.header('transfer-encoding'))
    throw new Refusal(400, 'bad', 'a request has no body here');
  await next();
};

/** Lets requests through that name this machine. */
export const fromHere: MiddlewareHandler = async ({ req }, next) => {
  if (!loopback.test(req.header('host') ?? '')) throw new Refusal(403, 'host');
  await next();
};

/** A token that came in the address goes into a cookie, and out of the address. */
function taken(context: Context, token: string, url: URL): Response {
  setCookie(context, cookieName, token, { path: '/', httpOnly: true, sameSite: 'Lax' });
  url.searchParams.delete('token');
  return context.redirect(url.pathname.replace(/^\/{2,}/u, '/') + url.search, 303);
}

/** What an `Authorization` brings; the name of the scheme is the same in any case (RFC 9110, 11.1). */
const bearer = /^bearer +([\w.~+/=-]+)$/iu;

/** Lets requests through that bring the token: as a bearer, in the cookie, or once in the address. */
export function withToken(token: string): MiddlewareHandler {
  return async (context, next) => {
    const url = new URL(context.req.url);
    const asked = url.searchParams.get('token');
    if (asked !== null && isSecret(asked, token)) return taken(context, token, url);
    const brought = bearer.exec(context.req.header('authorization') ?? '')?.[1];
    const given = brought ?? getCookie(context, cookieName) ?? '';
    if (url.pathname !== '/healthz' && !isSecret(given, token)) throw new Refusal(401, 'token');
    await next();
  };
}

/** What every answer says to browsers: nothing from elsewhere, nothing inline, in nobody's frame. */
export const headers: Record<string, string> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
