// How the search of a static site loads and answers, in Chromium and from files:
//
//   npm run bench:site -- [--notes 300,1000] [--beside]
//
// Invented notes of 20 sections. Size of the file that is searched, time to write it, from the first letter typed to the
// first hit (which loads all), and of further queries. With --beside MiniSearch over the parts of talks by the tokens of our
// store: time to fill an index, its size as JSON, time to load that (minutes).
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { chromium } from 'playwright-core';
import { writeNotes } from '../tools/drill/store.mjs';
import { notesBelow } from '../tools/search/entries.mjs';
import { siteEntries } from '../tools/search/systems/site.mjs';

const { values } = parseArgs({
  options: { notes: { type: 'string', default: '300,1000' }, beside: { type: 'boolean', default: false } },
});
const dist = (name) => new URL(`../dist/${name}`, import.meta.url);
const { searchFile } = await import(dist('publish/targets/site/search.js').href);
const { gramsOf } = await import(dist('language/grams.js').href);

const queries = [
  '支付',
  '风险管理',
  '信用证怎么开',
  '"管理系统"',
  'xinyong',
  'zfxt',
  '银行 结算 -风险',
  'credit risk',
  '费',
];

async function timed(task) {
  const begun = performance.now();
  const result = await task();
  return { ms: Math.round(performance.now() - begun), result };
}

function siteOf(script, folder) {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'assets', 'search.js'), script);
  for (const name of ['site.js', 'find.js'])
    writeFileSync(join(folder, 'assets', name), readFileSync(dist(`pages/still/${name}`)));
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><script defer src="assets/site.js"></script>
<form data-live><input name="q"></form><div id="results"></div></html>`,
  );
  return pathToFileURL(join(folder, 'index.html')).href;
}

/** Asks a query as one types it; milliseconds until it is answered, the rest of 120 ms left out. */
const asked = (query) => `new Promise((done) => {
  const field = document.querySelector('[name=q]');
  field.value = ${JSON.stringify(query)};
  const results = document.getElementById('results');
  const begun = performance.now();
  new MutationObserver((_, watch) => {
    watch.disconnect();
    done(Math.round(performance.now() - begun - 120));
  }).observe(results, { childList: true });
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
})`;

async function inChromium(address) {
  const browser = await chromium.launch({
    executablePath: process.env.JIANGLU_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'],
  });
  const page = await browser.newPage();
  await page.goto(address);
  const first = await page.evaluate(asked(queries[0]));
  const others = [];
  for (const query of queries.slice(1)) others.push([query, await page.evaluate(asked(query))]);
  const megabytes = Math.round((await page.evaluate('performance.memory.usedJSHeapSize')) / 1e6);
  await browser.close();
  return { first, others, megabytes };
}

async function besides(entries) {
  const fields = ['heading', 'text'];
  const options = { fields, tokenize: (text) => gramsOf(text), processTerm: (term) => term };
  const index = new MiniSearch(options);
  const filled = await timed(() =>
    index.addAll(entries.map(({ heading, text }, id) => ({ id, heading, text }))),
  );
  const json = JSON.stringify(index);
  const loaded = await timed(() => MiniSearch.loadJSON(json, options));
  return { 'filled, ms': filled.ms, 'JSON, bytes': Buffer.byteLength(json), 'loaded, ms': loaded.ms };
}

for (const count of values.notes.split(',').map(Number)) {
  const work = mkdtempSync(join(tmpdir(), 'jianglu-bench-'));
  try {
    writeNotes(join(work, 'notes'), { seed: 7, count, sections: 20 });
    const notes = notesBelow(join(work, 'notes')).map(({ note }) => note);
    const entries = await siteEntries(notes);
    const { ms, result: script } = await timed(() => searchFile(entries));
    const characters = entries.reduce((sum, { heading, text }) => sum + heading.length + text.length, 0);
    const [bytes, packed] = [Buffer.byteLength(script), gzipSync(script).length];
    console.log(`${count} notes, ${entries.length} entries, ${characters} characters`);
    console.log(`  search.js ${bytes} bytes (gzip ${packed}), written in ${ms} ms`);
    const { first, others, megabytes } = await inChromium(siteOf(script, join(work, 'site')));
    console.log(
      `  first hit ${first} ms, heap ${megabytes} MB; ${others.map((one) => one.join(' ')).join(', ')}`,
    );
    if (values.beside)
      console.log('  MiniSearch', await besides(entries.filter(({ kind }) => kind !== 'concept')));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
