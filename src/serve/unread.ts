import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
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

function answerTo({ code = '' }: NodeJS.ErrnoException): string {
  const [status, detail] = (Object.hasOwn(reasons, code) && reasons[code]) || [400];
  const title = STATUS_CODES[status]!;
  const problem: Problem = { type: 'about:blank', title, status, ...(detail !== undefined && { detail }) };
  const body = JSON.stringify(problem);
  const all = {
    ...headers,
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    Connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${title}\r\n${lines.join('')}\r\n${body}`;
}

/** Sends a last answer; what still comes in is read and dropped, as a connection closed with unread bytes is reset. */
function dismiss(socket: Socket, answer: string): void {
  socket.removeAllListeners('data');
  socket.end(answer);
  socket.resume();
  const late = setTimeout(() => socket.destroy(), patience);
  socket.once('close', () => clearTimeout(late));
}

/** Answers requests that HTTP's parser could not read, and no route sees, with a problem (RFC 9457). */
export function answerUnread(server: Server): void {
  const last = new WeakMap<Socket, ServerResponse>();
  server.on('request', ({ socket }, response) => last.set(socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, duplex) => {
    const socket = duplex as Socket;
    if (socket.writableEnded) return;
    // Whoever waits for the answer to a request before would take ours for it.
    const isAwaited = last.get(socket)?.writableFinished === false;
    if (isAwaited || !socket.writable) socket.destroy();
    else dismiss(socket, answerTo(error));
  });
}
