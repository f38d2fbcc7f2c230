// node --expose-gc bench/search/minisearch.mjs DATABASE SIZE QUERIES: MiniSearch with our grams over texts of a rival's database.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import MiniSearch from 'minisearch';
import { gramsOf } from '../../dist/language/grams.js';

const [file, size, queries] = process.argv.slice(2);
const db = new Database(file, { readonly: true });
globalThis.gc();
const before = process.memoryUsage().heapUsed;
const start = performance.now();
const index = new MiniSearch({ fields: ['heading', 'body'], tokenize: gramsOf, processTerm: (term) => term });
for (const row of db.prepare('SELECT id, heading, body FROM texts LIMIT ?').iterate(Number(size)))
  index.add(row);
const seconds = (performance.now() - start) / 1000;
globalThis.gc();
const megabytes = (process.memoryUsage().heapUsed - before) / 1e6;
const times = JSON.parse(readFileSync(queries, 'utf8')).map((query) => {
  const begin = performance.now();
  index.search(query, { combineWith: 'AND', boost: { heading: 5 } }).slice(0, 10);
  return performance.now() - begin;
});
console.log(JSON.stringify({ seconds, megabytes, times }));
