import type { Context, Hono } from 'hono';
import { readerOf } from '../../pages/parameters.js';
import { Refusal } from '../../pages/refusal.js';
import type { WithSite } from '../../pages/site.js';
import type { Cache } from '../cache.js';
import { apiBase, openapi } from './openapi.js';
import { type Operation, operations } from './operations.js';

/** Reads path and query by the operation's table. */
function asker({ parameters, required = [] }: Operation) {
  const read = readerOf(parameters);
  return ({ req }: Context) => {
    const search = new URL(req.url).searchParams;
    for (const [name, value] of Object.entries(req.param())) search.set(name, String(value));
    const given = read(search, true);
    for (const name of required)
      if (given[name] === undefined) throw new Refusal(400, 'bad', `${name}: is required`);
    return given;
  };
}

/** Adds the API to an app: its operations, and the document that describes them. */
export function addApi(app: Hono, withSite: WithSite, cache: Cache): void {
  for (const operation of operations) {
    const asked = asker(operation);
    app.get(apiBase + operation.path.replace(/\{(\w+)\}/gu, ':$1'), (context) => {
      const given = asked(context);
      return cache.send(context, `api ${operation.id} ${JSON.stringify(given)}`, async () => ({
        type: 'application/json',
        text: JSON.stringify(await withSite((site) => operation.run(site, given))),
      }));
    });
  }
  const document = JSON.stringify(openapi());
  app.get('/api/openapi.json', (context) =>
    context.body(document, 200, { 'Content-Type': 'application/json' }),
  );
}
