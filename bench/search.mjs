// Whether search keeps its bounds on a large store of invented talks, beside other ways of searching:
//
//   npm run bench:search -- [NOTES] [--size SECTIONS] [--mini SECTIONS] [--seed N] [--keep FOLDER]
//
// Texts are drawn by the frequencies of the shipped tables, or of the words of a folder of notes. The store grows to
// --size (1,000,000 unless told) over four sizes and is measured at each; a term is defined for every ten sections.
// MiniSearch is filled up to --mini sections (30,000 unless told). Nothing here gates CI.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gramsOf } from '../dist/language/grams.js';
import { search } from '../dist/search/search.js';
import { openStore } from '../dist/store/sqlite.js';
import { random } from '../tools/random.mjs';
import { filler } from '../tools/search/systems/jianglu.mjs';
import { queriesOf } from './search/queries.mjs';
import { boundsTable, growthTable, latencyTable, quantile } from './search/report.mjs';
import { miniSearch, plainFts } from './search/rivals.mjs';
import { invented, sectionsOfTalk, textsOf } from './search/talks.mjs';
import { vocabulary } from './search/vocabulary.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '1000000' },
    mini: { type: 'string', default: '30000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
  },
});
const largest = Number(values.size);
const held = Math.min(Number(values.mini), largest);
const sizes = [0.03, 0.1, 0.3, 1].map((part) => Math.round(largest * part));
/** Talks that one transaction writes. */
const batch = 100;
/** How often each query is asked; a scan by LIKE is slow, and only some words are looked for so. */
const rounds = 3;
const scans = 3;

const work = values.keep ?? mkdtempSync(join(tmpdir(), 'jianglu-search-'));
mkdirSync(work, { recursive: true });
const file = join(work, 'store.sqlite');
const next = random(Number(values.seed));
const drawn = vocabulary(next, positionals[0]);
const notes = invented(drawn, next);
const rival = plainFts(join(work, 'rival.sqlite'), gramsOf);
const terms = [];
let [sections, seconds, cpu, text] = [0, 0, 0, 0];

/** Milliseconds that a piece of work takes, by the clock and of the processor. */
async function timed(run) {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await run();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { clock, cpu: (user + system) / 1000 };
}
const clock = async (run) => (await timed(run)).clock;

async function grow(store, size) {
  const fill = await filler(store);
  while (sections < size) {
    const some = Array.from({ length: batch }, () => notes.next().value);
    const took = await timed(() => fill(some));
    seconds += took.clock / 1000;
    cpu += took.cpu / 1000;
    rival.add(some);
    sections += batch * sectionsOfTalk;
    terms.push(some[0].glossary[0].term);
    for (const part of some.flatMap(textsOf).flat()) text += Buffer.byteLength(part);
  }
}

async function measure(store, queries) {
  for (const { query } of queries.slice(0, 20)) await search(store, query, { limit: 10 });
  for (const query of queries) {
    query.jianglu = [];
    query.cpu = [];
    query.fts = [];
    for (let round = 0; round < rounds; round++) {
      const took = await timed(() => search(store, query.query, { limit: 10 }));
      query.jianglu.push(took.clock);
      query.cpu.push(took.cpu);
      if (query.parts.length) query.fts.push(await clock(() => rival.search(query.parts)));
    }
  }
  for (const kind of new Set(queries.map(({ kind, bucket }) => `${kind} ${bucket}`)))
    for (const query of queries.filter((one) => `${one.kind} ${one.bucket}` === kind).slice(0, scans))
      if (query.parts.length) query.like = [await clock(() => rival.like(query.parts[0]))];
}

/** The first result of a fresh process: the median of five. */
function first(query) {
  const script = fileURLToPath(new URL('search/first.mjs', import.meta.url));
  const times = Array.from({ length: 5 }, () => {
    const run = spawnSync(process.execPath, [script, file, query], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    return JSON.parse(run.stdout).milliseconds;
  });
  return quantile(times, 0.5);
}

try {
  console.log(`${cpus().length} cores, seed ${values.seed}, ${drawn.words.length} words`);
  const runs = [];
  for (const size of sizes) {
    const store = openStore(file, 'write');
    await grow(store, size);
    await store.close();
    const reader = openStore(file, 'read');
    const queries = queriesOf({ rival, words: drawn.words, terms, next: random(size) });
    await measure(reader, queries);
    await reader.close();
    const told = { size: sections, seconds, cpu, bytes: statSync(file).size, text, queries, held };
    runs.push({ ...told, first: first(queries[0].query) });
    console.error(`${sections} sections: ${(sections / seconds).toFixed(0)} a second`);
  }
  const last = runs.at(-1);
  const asked = last.queries.filter(({ parts }) => parts.length);
  const mini = held
    ? miniSearch(
        join(work, 'rival.sqlite'),
        held,
        asked.map(({ query }) => query),
      )
    : undefined;
  for (const [index, query] of asked.entries()) query.mini = mini && [mini.times[index]];
  for (const lines of [boundsTable(last), latencyTable(last), growthTable(runs)])
    console.log(`\n${lines.join('\n')}`);
  if (mini)
    console.log(
      `\nMiniSearch: ${held} sections take ${Math.round(mini.megabytes)} MB and ${mini.seconds.toFixed(0)} s`,
    );
} finally {
  rival.close();
  if (!values.keep) rmSync(work, { recursive: true, force: true });
}
