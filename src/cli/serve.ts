import { dirname, resolve } from 'node:path';
import { findConfig } from '../config.js';
import { fail, reasonOf } from '../errors.js';
import { search } from '../search/search.js';
import { serveApp } from '../serve/app.js';
import { isLoopback } from '../serve/guard.js';
import { type Listening, listen } from '../serve/listen.js';
import { followed } from '../serve/source.js';
import { tokenFrom, tokenVariable } from '../serve/token.js';
import { openStore } from '../store/sqlite.js';
import type { StoreOptions } from './found.js';
import { storeFileOf } from './store-file.js';
import { print, warn } from './terminal.js';

/** Options of `jianglu serve`. */
export interface ServeOptions extends StoreOptions {
  logs?: string[];
  port: number;
  host: string;
  tokenFile?: string;
}

const inUrl = (host: string) => (host.includes(':') ? `[${host}]` : host);

/** The token that is demanded where others than this machine may ask. */
function tokenOf({ host, tokenFile }: ServeOptions): ReturnType<typeof tokenFrom> | undefined {
  const { [tokenVariable]: environment } = process.env;
  if (isLoopback(host) && tokenFile === undefined && !environment) return undefined;
  return tokenFrom(tokenFile, environment);
}

function untilToldToStop({ stop }: Listening): Promise<void> {
  return new Promise((done, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void stop().then(done, reject));
  });
}

/** `jianglu serve`: the web page over a store, until interrupted. */
export async function serveCommand(options: ServeOptions): Promise<void> {
  const { host, port, logs = [] } = options;
  const file = storeFileOf(options.store, findConfig(options.config, process.cwd()));
  const token = tokenOf(options);
  const onError = (error: unknown) => warn(`serve: ${reasonOf(error)}`);
  const source = followed(file, {
    open: (path, whole) => openStore(path, 'read', { whole }),
    onError,
  });
  try {
    const { app, warm } = serveApp({
      source,
      find: search,
      logs,
      base: dirname(resolve(file)),
      token: token?.token,
      onError,
    });
    await warm();
    let listening: Listening;
    try {
      listening = await listen(app, { host, port });
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      throw fail('port-unusable', { file, reason: `${inUrl(host)}:${port}: ${code}` });
    }
    const address = `http://${inUrl(host)}:${listening.port}/`;
    print(token?.made ? `${address}?token=${token.token}` : address);
    await untilToldToStop(listening);
  } finally {
    await source.close();
  }
}
