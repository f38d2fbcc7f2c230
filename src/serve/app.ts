import { Hono } from 'hono';
import { kept } from '../memory/remembered.js';
import { readAssets } from '../pages/assets.js';
import { overviews } from '../pages/known/overview.js';
import { termsOf } from '../pages/known/terms.js';
import { picturesIn } from '../pages/pictures.js';
import { Refusal } from '../pages/refusal.js';
import type { Find, Shared, Site, WithSite } from '../pages/site.js';
import type { Store } from '../store/store.js';
import { addApi } from './api/api.js';
import { cacheOf } from './cache.js';
import { remembering } from './find.js';
import { fromHere, headers, readsOnly, withToken } from './guard.js';
import { logShelf } from './logs.js';
import { type Metrics, metricsOf } from './metrics.js';
import { refuse } from './problem.js';
import { addFiles, addPages } from './routes.js';
import type { Source } from './source.js';
import { turns } from './turns.js';

/** What a site is made of. */
export interface Serving {
  source: Source;
  find: Find;
  /** Folders of logs; none: where `verify` would look. */
  logs: readonly string[];
  /** That the notes' files count from: the store's folder. */
  base?: string;
  /** Demanded of everybody; without, only this machine is answered. */
  token?: string;
  /** Told of what went wrong inside: those who ask are not. */
  onError?(error: unknown): void;
}

const sharedBy = ({ logs, base }: Serving): Shared => ({
  logs: logShelf(logs, base),
  pictures: picturesIn(logs),
  assets: readAssets(),
});

/** Gives work the site of the store that it is done on; each store has one. */
function sites({ source, find }: Serving, shared: Shared): WithSite {
  const known = new WeakMap<Store, Site>();
  const made = (store: Store): Site => ({
    ...shared,
    store,
    find: remembering(find, source.state),
    overview: overviews(store, source.state),
    terms: termsOf(store, source.state),
  });
  const inTurn = turns();
  return (work) => inTurn(() => source.using((store) => work(kept(known, store, made))));
}

/** Gathers what all pages need, so that the first reader does not wait for it. */
async function warmed(site: Site): Promise<void> {
  await site.overview();
  await site.terms();
}

function addWatching(app: Hono, { source }: Serving, metrics: Metrics): void {
  const size = () => source.using((store) => store.size());
  app.get('/healthz', async (context) => {
    await size();
    return context.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' });
  });
  app.get('/metrics', async (context) =>
    context.text(metrics.text(await size()), 200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'Cache-Control': 'no-store',
    }),
  );
}

/** The search site over a store: pages, REST and what watches over them; `warm` gathers what the first request would wait for. */
export function serveApp(serving: Serving): { app: Hono; warm(): Promise<void> } {
  const shared = sharedBy(serving);
  const withSite = sites(serving, shared);
  const { version } = shared.assets;
  const metrics = metricsOf();
  const cache = cacheOf(serving.source.state, metrics.rendered);
  const app = new Hono();
  app.use(metrics.count);
  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    await next();
  });
  app.use(readsOnly);
  app.use(serving.token === undefined ? fromHere : withToken(serving.token));
  addPages(app, withSite, cache);
  addFiles(app, shared);
  addApi(app, withSite, cache);
  addWatching(app, serving, metrics);
  app.notFound((context) => refuse(context, new Refusal(404, 'missing'), version));
  app.onError((error, context) => {
    if (error instanceof Refusal) return refuse(context, error, version);
    serving.onError?.(error);
    return refuse(context, new Refusal(500, 'broken'), version);
  });
  return { app, warm: () => withSite(warmed) };
}
