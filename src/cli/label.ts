import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { findConfig } from '../config.js';
import { fail } from '../errors.js';
import { labelApp } from '../label/server.js';
import { openSession } from '../label/session.js';
import { lexiconOf } from '../overlay.js';
import { annotate } from '../pipeline.js';
import { readTranscript } from '../read/chatlog.js';
import { readLog } from '../read/file.js';
import { demandDay } from '../read/long.js';
import { print } from './terminal.js';

/** Options of `jianglu label`. */
export interface LabelOptions {
  out?: string;
  edits?: string;
  labels?: string;
  port: number;
  open: boolean;
  config?: string;
  encoding?: string;
}

/** Shows an address in the user's browser; where there is none, the address printed must do. */
function show(address: string): void {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', address]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', address];
  const child = spawn(command!, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

/** `jianglu label LOG`: serves a page on this machine alone, until interrupted. */
export async function labelCommand(log: string, options: LabelOptions): Promise<void> {
  const config = findConfig(options.config, process.cwd());
  const encoding = options.encoding ?? config.encoding;
  demandDay(log);
  const lexicon = lexiconOf(config);
  const tree = annotate(readTranscript(await readLog(log), log, { encoding }), lexicon);
  const out = options.out ?? config.out ?? 'output';
  const session = openSession(tree, lexicon, {
    save: options.edits ?? out,
    read: [...(options.edits === undefined ? [] : [options.edits]), out],
    labels: options.labels,
  });
  session.opening();
  const token = randomBytes(16).toString('hex');
  const { fetch } = labelApp(session, token);
  await new Promise<void>((done, reject) => {
    const server = serve({ fetch, hostname: '127.0.0.1', port: options.port }, ({ port }: AddressInfo) => {
      const address = `http://127.0.0.1:${port}/${token}/`;
      print(address);
      if (options.open) show(address);
    });
    server.on('error', ({ code = '' }: NodeJS.ErrnoException) =>
      reject(fail('port-unusable', { file: log, reason: `port ${options.port}: ${code}` })),
    );
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
  });
}
