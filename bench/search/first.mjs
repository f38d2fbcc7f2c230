// node bench/search/first.mjs STORE QUERY: milliseconds from opening a store to the first result, modules loaded before.
import { performance } from 'node:perf_hooks';
import { search } from '../../dist/search/search.js';
import { openStore } from '../../dist/store/sqlite.js';

const [file, query] = process.argv.slice(2);
const start = performance.now();
const store = openStore(file, 'read');
const { hits } = await search(store, query, { limit: 10 });
console.log(JSON.stringify({ milliseconds: performance.now() - start, hits: hits.length }));
await store.close();
