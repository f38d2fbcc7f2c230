// Kills `jianglu publish` at random moments, then lets the next run end:
//
//   npm run drill:publish -- [--target git] [--count 200] [--seed 1] [--notes 60]
//
// Each turn begins with the pages of a former run, some of which people edited, and with notes of which many changed, are
// new or are gone. After a kill every word of people must stand, and no page may be half a page; the next run has to end
// with the pages of an undisturbed one, none twice, nothing left beside them. Goes on until so many were killed before they
// ended. Prints a line a failure and a last line with the counts; exits 1 on a failure.
//
// `--target mediawiki` publishes to a real one (tools/mediawiki.sh), with one and with four pages at a time, in turn.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { random } from '../random.mjs';
import { folderPlace } from './folder-place.mjs';
import { changeNotes, writeNotes } from './store.mjs';
import { wikiPlace } from './wiki-place.mjs';

const { values } = parseArgs({
  options: {
    target: { type: 'string', default: 'git' },
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    notes: { type: 'string', default: '60' },
  },
});
const { target } = values;
const [count, seed, notes] = [values.count, values.seed, values.notes].map(Number);
const chance = random(seed);
const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'jianglu-publish-'));
const [former, folder] = ['notes-before', 'notes'].map((name) => join(work, name));
const place = await (target === 'mediawiki' ? wikiPlace : folderPlace)(target, work);

/** Publishes; with `after`, kills it so many ms later. */
function publish(from, { after, concurrency = 1 } = {}) {
  return new Promise((resolve) => {
    const started = performance.now();
    const args = [command, 'publish', target, from, ...place.args, '--concurrency', String(concurrency)];
    const child = spawn(process.execPath, [...args, '--prune'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...place.env },
    });
    let err = '';
    child.stderr.on('data', (data) => (err += data));
    const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, err, ms: performance.now() - started });
    });
  });
}

/** What people wrote into every fourth page, in turn below and, where the generated part has an end, within it. */
async function edit() {
  const written = [];
  const end = '\n<!-- jianglu:end -->';
  for (const [at, [name, text]] of Object.entries(await place.pages()).entries()) {
    if (at % 4 !== 1 || !place.mayEdit(name)) continue;
    const words = `编辑第${at}句。`;
    const within = at % 8 === 1 && text.includes(end);
    await place.edit(name, within ? text.replace(end, `\n\n${words}${end}`) : `${text}\n${words}\n`);
    written.push(words);
  }
  return written;
}

/** What is wrong after a kill: words of people that are gone, pages that are neither the old nor the new one. */
async function faultsAfterKill(words, wanted, before) {
  const found = await place.pages();
  const all = Object.values(found).join('\n');
  const olds = new Set(Object.values(before));
  const lost = words.filter((one) => !all.includes(one));
  const half = Object.entries(found).filter(
    ([name, text]) => !name.endsWith('.tmp') && text !== wanted[name] && !olds.has(text),
  );
  return [...lost.map((one) => `lost ${one}`), ...half.map(([name]) => `half a page ${name}`)];
}

/** Kills until it is enough; gives the counts. */
async function drill() {
  writeNotes(former, { seed, count: notes, sections: 4 });
  writeNotes(folder, { seed, count: Math.ceil(notes * 1.2), sections: 4 });
  changeNotes(folder);
  const first = await publish(former);
  if (first.code !== 0) throw new Error(first.err);
  const words = await edit();
  const before = await place.pages();
  await place.keep();
  const whole = await publish(folder);
  if (whole.code !== 0) throw new Error(whole.err);
  const wanted = await place.pages();
  const all = Object.values(wanted).join('\n');
  if (!words.every((one) => all.includes(one))) throw new Error('an undisturbed run loses words of people');

  const counts = { turns: 0, killed: 0, failures: 0 };
  for (; counts.killed < count && counts.turns < 3 * count; counts.turns++) {
    await place.again();
    const after = chance() * whole.ms;
    const { code } = await publish(folder, { after, concurrency: counts.turns % 2 ? 4 : 1 });
    if (code === null) counts.killed++;
    const faults = await faultsAfterKill(words, wanted, before);
    const next = await publish(folder);
    const found = await place.pages();
    const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
    const different = [...names].filter((name) => wanted[name] !== found[name]);
    if (faults.length || next.code !== 0 || different.length) {
      counts.failures++;
      console.log(JSON.stringify({ turn: counts.turns, after, faults, ...next, different }));
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${counts.killed}/${count}`);
  }
  return { ...counts, pages: Object.keys(wanted).length, words: words.length };
}

try {
  const begun = performance.now();
  const { turns, killed, failures, pages, words } = await drill();
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(
    `publish drill of ${target}, seed ${seed}: ${pages} pages, ${words} edited; ${turns} runs, ${killed} killed, ${failures} failures, ${seconds} s`,
  );
  process.exitCode = failures || killed < count ? 1 : 0;
} finally {
  await place.stop();
  rmSync(work, { recursive: true, force: true });
}
