// How fast `jianglu publish` is, beside floors measured in the same run:
//
//   npm run bench:publish -- [--notes 1000] [--runs 5] [--wiki]
//
// Notes to files: the whole run (reading, rendering, state) beside writing the same bytes plainly, and the run again with
// nothing changed; medians. Nothing is removed until the end, as a disk that frees files writes others at half the speed.
// With --wiki (a MediaWiki as tests have it) pages a second beside bare sequential edits on the same server, and the
// requests of a run with nothing changed.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeNotes } from '../tools/drill/store.mjs';

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '5' },
    targets: { type: 'string', default: 'git,obsidian,html,site,csv,skos' },
    wiki: { type: 'boolean', default: false },
  },
});
const { publish, targetOf } = await import('../dist/publishing.js');
const { loadLexicon } = await import('../dist/lexicon.js');
const { knownConcepts } = await import('../dist/store/records.js');
const taxonomy = knownConcepts(loadLexicon());
const [count, runs] = [Number(values.notes), Number(values.runs)];
const work = mkdtempSync(join(tmpdir(), 'jianglu-bench-'));
const notes = join(work, 'notes');
writeNotes(notes, { seed: 1, count, sections: 4 });

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];

async function timed(task) {
  const begun = performance.now();
  const result = await task();
  return { ms: performance.now() - begun, result };
}

const usual = { pictures: 'link', concurrency: 1, push: false, dryRun: false, allowHttp: false };

const run = async (name, destination, more = {}) =>
  publish([notes], {
    ...{ target: await targetOf(name), taxonomy, onConflict: 'merge' },
    ...{ prune: false, restore: false, dryRun: false, summary: 'bench' },
    options: { ...usual, destination, ...more },
    ...(more.stateFile && { stateFile: more.stateFile }),
  });

function filesIn(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/[\\/]\.(?:git|jianglu)(?:[\\/]|$)/u.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(root.length + 1), readFileSync(path)]);
}

function writePlainly(files, root) {
  for (const [name, bytes] of files) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

console.log(`${count} notes, ${runs} runs; milliseconds, medians`);
console.log('target    pages     MB   plain   first   ratio   again');
for (const name of values.targets.split(',')) {
  const [plain, first, again] = [[], [], []];
  let files;
  for (let turn = 0; turn < runs; turn++) {
    const out = join(work, `${name}-${turn}`);
    first.push((await timed(() => run(name, out))).ms);
    again.push((await timed(() => run(name, out))).ms);
    files = filesIn(out);
    plain.push((await timed(() => writePlainly(files, join(work, `${name}-plain-${turn}`)))).ms);
  }
  const size = files.reduce((sum, [, bytes]) => sum + bytes.length, 0) / 1e6;
  const [floor, whole, second] = [plain, first, again].map(median);
  const cells = [files.length, size.toFixed(1), floor.toFixed(0), whole.toFixed(0)];
  const row = [...cells, (whole / floor).toFixed(1), second.toFixed(0)].map((cell) =>
    String(cell).padStart(7),
  );
  console.log(name.padEnd(9), row.join(' '));
}

/** A wiki as tests have it: pages a second of bare edits, one after the other, and of the command. */
async function benchWiki() {
  const { counted, startWiki, sumOf, writesIn } = await import('../tools/wiki.mjs');
  const { wikiClient } = await import('../dist/publish/mediawiki/client.js');
  const wiki = await startWiki();
  const credentials = wiki.accounts.bot;
  const { user, password } = credentials;
  const client = () => wikiClient({ url: wiki.url, credentials });
  process.env.JIANGLU_WIKI_PASSWORD = password;
  try {
    const few = join(work, 'few');
    writeNotes(few, { seed: 2, count: 40, sections: 4 });
    const publishTo = async (concurrency, stateFile) =>
      publish([few], {
        ...{ target: await targetOf('mediawiki'), taxonomy: [], onConflict: 'merge' },
        ...{ prune: false, restore: false, dryRun: false, summary: 'bench' },
        ...{ options: { ...usual, destination: wiki.url, user, concurrency }, stateFile },
      });
    const rates = {};
    // A server that is asked to save for the first time compiles what it needs; whoever comes first would pay for it.
    const first = client();
    for (let at = 0; at < 12; at++)
      await first.edit({ title: `热身${at}`, text: `第${at}页`, summary: 'bench', base: 'new', bot: true });
    for (const concurrency of [1, 4]) {
      wiki.reset();
      const state = join(work, `wiki-${concurrency}.sqlite`);
      const { ms, result } = await timed(() => publishTo(concurrency, state));
      rates[concurrency] = (1000 * result.outcomes.length) / ms;
      if (concurrency > 1) continue;
      const done = counted();
      const second = await publishTo(1, state);
      const requests = done();
      console.log(
        `again: ${second.outcomes.length} pages, ${sumOf(requests)} requests, ${writesIn(requests)} of them write`,
      );
      const titles = result.outcomes.map(({ name }) => name);
      const found = await client().read(titles);
      wiki.reset();
      const own = client();
      await own.site();
      const bare = await timed(async () => {
        for (const title of titles) {
          const { text } = found.get(title);
          const { kind } = await own.edit({ title, text, summary: 'bench', base: 'new', bot: true });
          if (kind !== 'saved') throw new Error(`${title}: ${kind}`);
        }
      });
      rates.bare = (1000 * titles.length) / bare.ms;
    }
    const shown = Object.entries(rates).map(([name, rate]) => `${name}: ${rate.toFixed(1)}`);
    console.log(`pages a second by concurrency, beside bare sequential edits: ${shown.join(', ')}`);
  } finally {
    await wiki.stop();
  }
}

if (values.wiki) await benchWiki();
rmSync(work, { recursive: true, force: true });
