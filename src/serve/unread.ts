import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { RequestError } from '@hono/node-server';
import { headers } from './guard.js';
import type { Problem } from './problem.js';

/** Milliseconds that somebody gets who still sends when he was refused; to close before would take the answer from him. */
const patience = 1000;

/** By the codes of Node's parser; all else is a bad request of which nothing more is known. */
const reasons: Record<string, [status: number, detail?: string]> = {
  HPE_INVALID_URL: [400, 'an address is ASCII: other characters are percent-encoded, as UTF-8'],
  HPE_HEADER_OVERFLOW: [431, 'address and headers together are too long'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413],
  ERR_HTTP_REQUEST_TIMEOUT: [408],
};

/** A problem as an answer of its own: nothing else is made of such a request. */
function problem(status: number, detail?: string) {
  const title = STATUS_CODES[status]!;
  const told: Problem = { type: 'about:blank', title, status, ...(detail !== undefined && { detail }) };
  const body = JSON.stringify(told);
  const own = {
    ...headers,
    'Content-Type': 'application/problem+json',
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store',
    Connection: 'close',
  };
  return { status, title, body, headers: own };
}

/** A problem as it goes over the wire. */
function wired(...about: Parameters<typeof problem>): string {
  const { status, title, body, headers } = problem(...about);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${title}\r\n${lines.join('')}\r\n${body}`;
}

const answerTo = ({ code = '' }: NodeJS.ErrnoException): string =>
  wired(...((Object.hasOwn(reasons, code) && reasons[code]) || ([400] as const)));

/** Answers by a problem a request of which no address can be made, as its host is none; all else is broken inside. */
export function unaddressed(error: unknown): Response {
  const { status, body, headers } =
    error instanceof RequestError ? problem(400, error.message) : problem(500);
  return new Response(body, { status, headers });
}

/** Refuses by a problem what is HTTP, and reaches no route. */
function turnAway(response: ServerResponse, status: number, detail: string): void {
  const { body, headers } = problem(status, detail);
  response.writeHead(status, headers).end(body);
}

/** What a request must bring so that it can be answered at all: HTTP/1.1 demands one host (RFC 9112, 3.2). */
const isHosted = ({ httpVersion, headersDistinct: { host = [] } }: IncomingMessage) =>
  host.length === 1 || (host.length === 0 && httpVersion === '1.0');

/** Answers requests by `answer`, those without a host, or with several, by a problem. */
export const hosted =
  (answer: (request: IncomingMessage, response: ServerResponse) => void) =>
  (request: IncomingMessage, response: ServerResponse): void =>
    isHosted(request) ? answer(request, response) : turnAway(response, 400, 'a request names one host');

/** Sends a last answer; what still comes in is read and dropped, as a connection closed with unread bytes is reset. */
function dismiss(socket: Socket, answer: string): void {
  socket.removeAllListeners('data');
  socket.end(answer);
  socket.resume();
  const late = setTimeout(() => socket.destroy(), patience);
  socket.once('close', () => clearTimeout(late));
}

/** Answers requests that HTTP's parser could not read or that expect what nobody knows, and no route sees, with a problem (RFC 9457). */
export function answerUnread(server: Server): void {
  const last = new WeakMap<Socket, ServerResponse>();
  server.on('request', ({ socket }, response) => last.set(socket, response));
  server.on('checkExpectation', ({ socket }: IncomingMessage, response: ServerResponse) => {
    last.set(socket, response);
    turnAway(response, 417, 'nothing but 100-continue can be expected');
  });
  server.on('connect', (_, socket) => dismiss(socket as Socket, wired(405, 'this is no proxy')));
  server.on('clientError', (error: NodeJS.ErrnoException, duplex) => {
    const socket = duplex as Socket;
    if (socket.writableEnded) return;
    // Whoever waits for the answer to a request before would take ours for it.
    const isAwaited = last.get(socket)?.writableFinished === false;
    if (isAwaited || !socket.writable) socket.destroy();
    else dismiss(socket, answerTo(error));
  });
}
