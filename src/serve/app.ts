import { Hono } from 'hono';
import type { Store } from '../store/store.js';
import { addApi } from './api/api.js';
import { readAssets } from './assets.js';
import { cacheOf } from './cache.js';
import type { Find } from './find.js';
import { fromHere, headers, readsOnly, withToken } from './guard.js';
import { logShelf } from './logs.js';
import { metricsOf } from './metrics.js';
import { overviews } from './overview.js';
import { picturesIn } from './pictures.js';
import { Refusal, refuse } from './problem.js';
import { addFiles, addPages } from './routes.js';
import type { Site } from './site.js';
import { termsOf } from './terms.js';

/** What a site is made of. */
export interface Serving {
  store: Store;
  find: Find;
  /** Names what the store holds now (`state.ts`). */
  state(): string;
  /** Folders of logs; none: where `verify` would look. */
  logs: readonly string[];
  /** That the notes' files count from: the store's folder. */
  base?: string;
  /** Demanded of everybody; without, only this machine is answered. */
  token?: string;
  /** Told of what went wrong inside: those who ask are not. */
  onError?(error: unknown): void;
}

function siteOf({ store, find, state, logs, base }: Serving): Site {
  return {
    store,
    find,
    state,
    logs: logShelf(logs, base),
    pictures: picturesIn(logs),
    assets: readAssets(),
    overview: overviews(store, state),
    terms: termsOf(store, state),
  };
}

/** Gathers what all pages need, so that the first reader does not wait for it. */
async function warmed(site: Site): Promise<void> {
  await site.overview();
  await site.terms();
}

/** The search site over a store: pages, REST and what watches over them; `warm` gathers what the first request would wait for. */
export function serveApp(serving: Serving): { app: Hono; warm(): Promise<void> } {
  const site = siteOf(serving);
  const { version } = site.assets;
  const metrics = metricsOf();
  const cache = cacheOf(serving.state, metrics.rendered);
  const app = new Hono();
  app.use(metrics.count);
  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    await next();
  });
  app.use(readsOnly);
  app.use(serving.token === undefined ? fromHere : withToken(serving.token));
  addPages(app, site, cache);
  addFiles(app, site);
  addApi(app, site, cache);
  app.get('/healthz', async (context) => {
    await serving.store.size();
    return context.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' });
  });
  app.get('/metrics', async (context) => {
    const text = metrics.text(await serving.store.size());
    return context.text(text, 200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'Cache-Control': 'no-store',
    });
  });
  app.notFound((context) => refuse(context, new Refusal(404, 'missing'), version));
  app.onError((error, context) => {
    if (error instanceof Refusal) return refuse(context, error, version);
    serving.onError?.(error);
    return refuse(context, new Refusal(500, 'broken'), version);
  });
  return { app, warm: () => warmed(site) };
}
