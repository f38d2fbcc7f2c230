import { createHash } from 'node:crypto';
import { wikiClient } from '../../../src/publish/mediawiki/client.js';
import type { Credentials, WikiOptions } from '../../../src/publish/mediawiki/session.js';

/** What a wiki that we play answers: JSON, a status, a status with headers, or an error of the network. */
export type Reply = Record<string, unknown> | number | Response | Error;

/** The parameters of a request. */
export type Asked = Record<string, string>;

export const password = 'secret-0123456789';

/** Logs in and gives tokens, as a wiki does; everything else is for the test to answer. */
function usual({ action, meta, type }: Asked, tokens: () => string): Reply | undefined {
  if (meta === 'tokens') return { query: { tokens: { [`${type}token`]: tokens() } } };
  if (action === 'login') return { login: { result: 'Success' } };
  if (meta === 'userinfo') return { query: { userinfo: { name: '讲录', rights: [] } } };
  return undefined;
}

/** A client of a wiki that answers as told; the requests that the test answered, their headers, and how long was waited. */
export function played(
  replies: (asked: Asked, count: number) => Reply | undefined,
  options: Partial<WikiOptions> & { credentials?: Credentials } = {},
) {
  const asked: Asked[] = [];
  const headers: Headers[] = [];
  const waits: number[] = [];
  let tokens = 0;
  const answer = async (_: unknown, request: RequestInit = {}) => {
    const parameters = Object.fromEntries(new URLSearchParams(request.body as URLSearchParams));
    headers.push(new Headers(request.headers));
    let reply = usual(parameters, () => `token${++tokens}`);
    if (!reply) {
      asked.push(parameters);
      reply = replies(parameters, asked.length) ?? { query: {} };
    }
    if (reply instanceof Error) throw reply;
    if (reply instanceof Response) return reply;
    return typeof reply === 'number' ? new Response('', { status: reply }) : Response.json(reply);
  };
  const client = wikiClient({
    url: 'https://wiki.example/w/api.php',
    credentials: { user: '讲录@x', password },
    fetch: answer as typeof fetch,
    wait: async (time) => void waits.push(time),
    ...options,
  });
  return { client, asked, headers, waits };
}

/** An error of the API. */
export const wrong = (code: string): Reply => ({ errors: [{ code, text: `说明 ${code}` }] });

/** What a query for heads answers where this text stands as a revision. */
export const standing = (title: string, revision: number, text: string): Reply => ({
  query: {
    pages: [
      {
        title,
        revisions: [
          {
            ...{
              revid: revision,
              parentid: revision - 1,
              user: '讲录',
              timestamp: '2024-03-15T00:00:00Z',
              tags: [],
            },
            ...{ size: Buffer.byteLength(text), sha1: createHash('sha1').update(text).digest('hex') },
          },
        ],
      },
    ],
  },
});
