import { readFileSync } from 'node:fs';
import type { Context, Hono } from 'hono';
import { conceptPage } from '../pages/concept.js';
import { glossaryPage } from '../pages/glossary.js';
import { hitCounts } from '../pages/hits.js';
import { framed, type Page } from '../pages/layout.js';
import {
  conceptFilters,
  type Given,
  type Parameter,
  paging,
  query,
  readerOf,
  searchFilters,
  talkFilters,
} from '../pages/parameters.js';
import { Refusal } from '../pages/refusal.js';
import { searchPage } from '../pages/search.js';
import type { Shared, Site, WithSite } from '../pages/site.js';
import { talkPage } from '../pages/talk.js';
import { speakersPage, talksPage } from '../pages/talks.js';
import { timelinePage } from '../pages/timeline.js';
import type { View } from '../pages/view.js';
import { viewOf } from './asked.js';
import { type Cache, takesGzip } from './cache.js';

/** A page: its path, what it takes, and how it is made. */
interface Route {
  path: string;
  parameters: Readonly<Record<string, Parameter>>;
  make(site: Site, view: View, given: Given, parts: Record<string, string>): Promise<Page>;
  /** Whether it shows what lies outside the store. */
  passes?: boolean;
}

const { offset } = paging(1, 1) as { offset: Parameter };
const { limit } = paging(hitCounts.first, hitCounts.most) as { limit: Parameter };

const routes: readonly Route[] = [
  {
    path: '/',
    parameters: {
      q: query,
      ...searchFilters,
      limit,
      part: { type: 'string', enum: ['results'], description: 'the results alone' },
    },
    make: searchPage,
  },
  { path: '/talks', parameters: { ...talkFilters, offset }, make: talksPage },
  {
    path: '/talks/:id',
    parameters: {},
    make: (site, view, _, { id = '' }) => talkPage(site, view, id),
    passes: true,
  },
  {
    path: '/glossary',
    parameters: {
      q: { ...query, maxLength: 100 },
      ...conceptFilters,
      letter: { type: 'string', pattern: '^[A-Z#]$', description: 'first letter of the pinyin' },
      offset,
    },
    make: glossaryPage,
  },
  {
    path: '/concepts/:key',
    parameters: {},
    make: (site, view, _, { key = '' }) => conceptPage(site, view, key),
  },
  { path: '/timeline', parameters: { offset }, make: timelinePage },
  { path: '/speakers', parameters: {}, make: speakersPage },
];

function addPage(
  app: Hono,
  withSite: WithSite,
  cache: Cache,
  { path, parameters, make, passes }: Route,
): void {
  const read = readerOf(parameters);
  app.get(path, (context: Context) => {
    const view = viewOf(context);
    const given = read(new URL(context.req.url).searchParams);
    const key = `page ${view.language} ${view.theme} ${view.path}`;
    const parts = context.req.param() as Record<string, string>;
    const text = async (site: Site) => {
      const page = await make(site, view, given, parts);
      return given.part ? String(page.body) : framed(view, site.assets.version, page);
    };
    return cache.send(context, key, async () => ({
      type: 'text/html; charset=utf-8',
      text: await withSite(text),
      passes,
    }));
  });
}

/** Adds all pages to an app. */
export function addPages(app: Hono, withSite: WithSite, cache: Cache): void {
  for (const route of routes) addPage(app, withSite, cache, route);
}

const forever = 'public, max-age=31536000, immutable';

/** Adds what pages load: styles, scripts, and the pictures that lie on this machine. */
export function addFiles(app: Hono, { assets, pictures }: Pick<Shared, 'assets' | 'pictures'>): void {
  app.get('/assets/:name', (context) => {
    const asset = assets.files.get(context.req.param('name'));
    if (!asset) throw new Refusal(404, 'missing');
    const keep = context.req.query('v') === assets.version ? forever : 'no-cache';
    const packed = takesGzip(context) ? asset.packed : undefined;
    if (packed) context.header('Content-Encoding', 'gzip');
    const body = (packed ?? asset.body) as Uint8Array<ArrayBuffer>;
    return context.body(body, 200, {
      'Content-Type': asset.type,
      'Cache-Control': keep,
      Vary: 'Accept-Encoding',
    });
  });
  app.get('/pictures/:name', (context) => {
    const picture = pictures.named(context.req.param('name'));
    if (!picture) throw new Refusal(404, 'missing');
    try {
      return context.body(readFileSync(picture.file), 200, {
        'Content-Type': picture.type,
        'Cache-Control': 'private, max-age=3600',
      });
    } catch {
      throw new Refusal(404, 'missing');
    }
  });
}
