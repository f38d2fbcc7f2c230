import type { Context } from 'hono';
import { h } from '../pages/html.js';
import { framed } from '../pages/layout.js';
import type { Refusal, Wrong } from '../pages/refusal.js';
import { viewOf } from './asked.js';

const titles: Record<Wrong, string> = {
  missing: 'Not found',
  bad: 'Bad request',
  method: 'Method not allowed',
  broken: 'Internal error',
  token: 'Unauthorized',
  host: 'Forbidden',
  long: 'Address too long',
  home: '',
};

/** A refusal as RFC 9457 has it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
}

/** What a program gets to read. */
const problemOf = ({ status, wrong, detail }: Refusal): Problem => ({
  type: 'about:blank',
  title: titles[wrong],
  status,
  ...(detail !== undefined && { detail }),
});

/** Whether the one who asks is a program: what is below `/api`, and what monitors ask for. */
const isApi = (path: string) => /^\/(?:api(?:\/|$)|healthz$|metrics$)/u.test(path);

/** Answers a refused request: a problem to programs, a page to people. */
export function refuse(context: Context, refusal: Refusal, version: string): Response {
  const { status, wrong, detail } = refusal;
  context.header('Cache-Control', 'no-store');
  if (status === 401) context.header('WWW-Authenticate', 'Bearer');
  if (status === 405) context.header('Allow', 'GET, HEAD');
  if (isApi(context.req.path)) {
    const body = JSON.stringify(problemOf(refusal));
    return context.body(body, status, { 'Content-Type': 'application/problem+json' });
  }
  const view = viewOf(context);
  const { words } = view;
  const body = h`<section class="wrong"><p class="status">${status}</p><h1>${words.error[wrong]}</h1>${detail !== undefined && h`<p>${detail}</p>`}<p><a href="/">${words.error.home}</a></p></section>`;
  return context.html(framed(view, version, { title: words.error[wrong], body }), status);
}
