import { readdirSync, readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { errorData } from '../errors.js';
import { besideCode } from '../place.js';
import type { Edits, Quote } from '../schema/edits.js';
import { isSecret } from '../secret.js';
import type { Judgement } from './protocol.js';
import type { Session } from './session.js';

const folder = besideCode('label/page/');
const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** Largest request: edits of a day hold a few thousand keys. */
const largest = 4 << 20;

const headers: Record<string, string> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** The page's files by name, read once. */
function assets(): Map<string, string> {
  const names = readdirSync(folder).filter((name) => Object.hasOwn(types, name.split('.').at(-1)!));
  return new Map(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
}

/** A name of this machine: another one in the header means that a foreign page found a way to ask. */
const loopback = /^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/u;

/**
 * The page of `jianglu label` and what it asks for, all below `/TOKEN/`: without the token nothing is answered,
 * and nothing to a request by another name than that of this machine.
 */
export function labelApp(session: Session, token: string): Hono {
  const files = assets();
  const app = new Hono();
  app.use(async (context, next) => {
    const [, given = ''] = new URL(context.req.url).pathname.split('/');
    const host = context.req.header('host') ?? '';
    if (!loopback.test(host) || !isSecret(given, token)) return context.text('forbidden', 403);
    await next();
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
  });
  app.use(bodyLimit({ maxSize: largest }));
  app.onError((error, context) => {
    const data = errorData(error);
    return context.json(data, data.code === 'edits-invalid' ? 400 : 500);
  });
  const at = (path: string) => `/${token}/${path}`;
  app.get(at('state'), (context) => context.json(session.opening()));
  app.post(at('preview'), async (context) =>
    context.json(session.preview(await context.req.json<Edits[]>())),
  );
  app.post(at('title'), async (context) => context.json(session.title(await context.req.json<Quote[]>())));
  app.post(at('save'), async (context) => {
    const { edits, judgement } = await context.req.json<{ edits: Edits[]; judgement: Judgement }>();
    return context.json(session.save(edits, judgement));
  });
  app.get(at(':name{.*}'), (context) => {
    const name = context.req.param('name') || 'index.html';
    const text = files.get(name);
    if (text === undefined) return context.text('not found', 404);
    return context.body(text, 200, { 'Content-Type': types[name.split('.').at(-1)!]! });
  });
  return app;
}
