import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { answerUnread, hosted, unaddressed } from './unread.js';

/** Bytes that the headers of a request may have, and milliseconds that they and an idle connection may take. */
const limits = { headers: 16 * 1024, headersTimeout: 10_000, requestTimeout: 15_000, idle: 10_000 };
/** Milliseconds that requests under way are given when the server stops. */
const grace = 5000;

/** A server that answers. */
export interface Listening {
  port: number;
  /** Takes no more requests, lets those under way end, and is done. */
  stop(): Promise<void>;
}

/** Serves an app; fails with the system's error where the port or host cannot be used. */
export function listen(app: Hono, { host, port }: { host: string; port: number }): Promise<Listening> {
  return new Promise((ready, reject) => {
    const options = {
      maxHeaderSize: limits.headers,
      headersTimeout: limits.headersTimeout,
      requestTimeout: limits.requestTimeout,
      keepAliveTimeout: limits.idle,
      // Node would answer with nothing but the status.
      requireHostHeader: false,
    };
    const answer = getRequestListener(app.fetch, { hostname: host, errorHandler: unaddressed });
    const server = createServer(options, hosted(answer));
    answerUnread(server);
    server.on('error', reject);
    server.listen(port, host, () => {
      const { port } = server.address() as AddressInfo;
      ready({ port, stop: () => stopped(server) });
    });
  });
}

function stopped(server: Server): Promise<void> {
  return new Promise((done) => {
    const late = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(late);
      done();
    });
    server.closeIdleConnections();
  });
}
