// Kills `jianglu publish` at random moments, then lets the next run end:
//
//   npm run drill:publish -- [--target git] [--count 200] [--seed 1] [--notes 60]
//
// Each turn begins with the pages of a former run, some of which people edited, and with notes of which many changed, are
// new or are gone. After a kill every word of people must stand, and no page may be half a page; the next run has to end
// with the pages of an undisturbed one, none twice, nothing left beside them. Goes on until so many were killed before they
// ended. Prints a line a failure and a last line with the counts; exits 1 on a failure.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { random } from '../random.mjs';
import { writeNotes } from './store.mjs';

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
const [former, folder, pages] = ['notes-before', 'notes', 'pages'].map((name) => join(work, name));
const begun = join(work, 'begun');

/** Publishes; with `after`, kills it so many ms later. */
function publish(from, to, after) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(process.execPath, [command, 'publish', target, from, '--to', to, '--prune'], {
      stdio: ['ignore', 'ignore', 'pipe'],
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

/** All pages, by their paths; what stands beside them (state, git) counts as none, but what a kill leaves does. */
function pagesIn(root) {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const files = entries.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const own = files.filter((name) => !/^\.(?:git|jianglu)\//u.test(name));
  return Object.fromEntries(own.sort().map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}

const git = (...args) =>
  execFileSync('git', [
    '-C',
    begun,
    '-c',
    'user.name=editor',
    '-c',
    'user.email=editor@example.invalid',
    ...args,
  ]);

/** What people wrote, by page. */
function edit() {
  const written = new Map();
  for (const [at, name] of Object.keys(pagesIn(begun)).entries()) {
    if (at % 4 !== 1 || !name.endsWith('.md')) continue;
    const path = join(begun, name);
    const words = `编辑第${at}句。`;
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n${words}\n`);
    written.set(name, words);
  }
  if (target === 'git') git('commit', '-qam', 'edits');
  return written;
}

const again = () => {
  rmSync(pages, { recursive: true, force: true });
  cpSync(begun, pages, { recursive: true, preserveTimestamps: true });
};

/** What is wrong after a kill: words of people that are gone, pages that are neither the old nor the new one. */
function faultsAfterKill(words, wanted, before) {
  const found = pagesIn(pages);
  const all = Object.values(found).join('\n');
  const lost = [...words.values()].filter((one) => !all.includes(one));
  const half = Object.entries(found).filter(
    ([name, text]) =>
      !name.endsWith('.tmp') && text !== wanted[name] && !Object.values(before).includes(text),
  );
  return [...lost.map((one) => `lost ${one}`), ...half.map(([name]) => `half a page ${name}`)];
}

mkdirSync(work, { recursive: true });
writeNotes(former, { seed, count: notes, sections: 2 });
writeNotes(folder, { seed: seed + 1, count: Math.ceil(notes * 1.2), sections: 2 });
const first = await publish(former, begun);
if (first.code !== 0) throw new Error(first.err);
const words = edit();
const before = pagesIn(begun);
again();
const whole = await publish(folder, pages);
if (whole.code !== 0) throw new Error(whole.err);
const wanted = pagesIn(pages);
const kept = [...words.values()].filter((one) => Object.values(wanted).join('\n').includes(one));
if (kept.length !== words.size) throw new Error('an undisturbed run loses words of people');

let [killed, failures, turn] = [0, 0, 0];
for (; killed < count && turn < 3 * count; turn++) {
  again();
  const moment = chance() * whole.ms;
  const { code } = await publish(folder, pages, moment);
  if (code === null) killed++;
  const faults = faultsAfterKill(words, wanted, before);
  const next = await publish(folder, pages);
  const found = pagesIn(pages);
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  const different = [...names].filter((name) => wanted[name] !== found[name]);
  if (faults.length || next.code !== 0 || different.length) {
    failures++;
    console.log(JSON.stringify({ turn, moment, faults, code: next.code, err: next.err, different }));
  }
  if (process.stderr.isTTY) process.stderr.write(`\r${killed}/${count}`);
}
rmSync(work, { recursive: true, force: true });
console.log(`publish drill of ${target}, seed ${seed}: ${turn} runs, ${killed} killed, ${failures} failures`);
process.exitCode = failures || killed < count ? 1 : 0;
