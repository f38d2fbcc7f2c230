// Asks the web page of a generated store as many people would, and measures how it answers:
//
//   npm run drill:load -- [--talks 10000] [--rate 500] [--seconds 60] [--seed 1] [--connections 40] [--keep FOLDER]
//
// Talks of words as frequent as in real text; then RATE requests a second, each drawn anew: half of them pages (search,
// lists, 2,000 talks, 1,000 concepts, glossary, timeline), half searches by words that stand in less than 0.3 % of the
// sections, as page and by REST; the most asked for of N is asked for ln N times as often as all on average. Twice as
// long as asked: first with few answers kept from before, then with those of the first time. Prints of each p50, p99 and
// the slowest, answers made and kept, those that are no 200, and the server's memory.
// Autocannon counts from when a request was due, not from when it was sent. Exit code 1 where an answer was no 200.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { random } from '../random.mjs';
import { makeStore } from './load/store.mjs';

const { values } = parseArgs({
  options: {
    talks: { type: 'string', default: '10000' },
    rate: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    connections: { type: 'string', default: '40' },
    keep: { type: 'string' },
  },
});
const [talks, rate, seconds, seed, connections] = ['talks', 'rate', 'seconds', 'seed', 'connections'].map(
  (name) => Number(values[name]),
);
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'jianglu-load-'));
mkdirSync(folder, { recursive: true });
const file = join(folder, 'jianglu.sqlite');
const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Starts the page as a shell would; gives its address. */
async function served() {
  const args = [command, 'serve', '--store', file, '--port', '0', '--logs', folder];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const address of createInterface({ input: child.stdout })) return { address, child };
  throw new Error('the page did not start');
}

/** Memory in MiB, and how many answers were made and kept from before. */
async function figures(address) {
  const text = await (await fetch(`${address}metrics`)).text();
  const of = (name) => Number(new RegExp(`^jianglu_${name} (\\d+)$`, 'mu').exec(text)[1]);
  const rendered = (how) => of(`rendered_total\\{how="${how}"\\}`);
  return {
    memory: Math.round(of('resident_memory_bytes') / 2 ** 20),
    made: rendered('made'),
    kept: rendered('kept'),
  };
}

/** Draws the path of a request. */
function pathSource({ ids, keys, rare }, next) {
  // As often as its rank is low: what people ask for is not evenly spread.
  const pick = (list) => encodeURIComponent(list[Math.floor(list.length ** next()) - 1]);
  const pages = [
    () => '/',
    () => '/talks',
    () => `/talks/${pick(ids)}`,
    () => `/talks/${pick(ids)}`,
    () => `/talks/${pick(ids)}`,
    () => `/concepts/${pick(keys)}`,
    () => '/glossary',
    () => `/glossary?letter=${pick([...'ABCDFGHJLMNPQRSTWXYZ'])}`,
    () => '/timeline',
    () => '/speakers',
  ];
  const searches = [() => `/?q=${pick(rare)}`, () => `/api/v1/search?q=${pick(rare)}`];
  return () => {
    const list = next() < 0.5 ? pages : searches;
    return list[Math.floor(next() * list.length)]();
  };
}

async function run(address, draw, time) {
  const result = await autocannon({
    url: address,
    connections,
    duration: seconds,
    overallRate: rate,
    headers: { 'accept-encoding': 'gzip' },
    requests: [{ setupRequest: (request) => ({ ...request, path: draw() }) }],
  });
  const { latency, requests, errors, timeouts, non2xx, throughput } = result;
  const per = (requests.total / result.duration).toFixed(0);
  console.log(
    `${time}: ${requests.total} requests, ${per}/s, p50 ${latency.p50} ms, p99 ${latency.p99} ms, slowest ${latency.max} ms, ${(throughput.average / 2 ** 20).toFixed(1)} MB/s`,
  );
  return errors + timeouts + non2xx;
}

const isNew = !existsSync(file);
const started = performance.now();
const known = await makeStore({ file, talks, seed, isNew });
const took = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${talks} talks, ${known.sections} sections${isNew ? `, written in ${took} s` : ''}`);
const { address, child } = await served();
try {
  const draw = pathSource(known, random(seed + 1));
  for (let i = 0; i < 200; i++) await (await fetch(new URL(draw(), address))).arrayBuffer();
  let wrong = 0;
  let before = await figures(address);
  console.log(`memory ${before.memory} MiB at start`);
  for (const time of ['first', 'then']) {
    const bad = await run(address, draw, time);
    const after = await figures(address);
    const [made, kept] = [after.made - before.made, after.kept - before.kept];
    console.log(
      `  ${made} answers made, ${kept} kept from before; ${bad} that are no 200; memory ${after.memory} MiB`,
    );
    before = after;
    wrong += bad;
  }
  console.log(`load drill, seed ${seed}: ${wrong} failures`);
  process.exitCode = wrong === 0 ? 0 : 1;
} finally {
  child.kill();
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
