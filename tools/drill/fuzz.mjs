// Hurls hostile logs at all that `extract` does with a log, and demands: no crash, no input over 2 s (nor a worker
// that takes MS over one), every note and ledger valid and verified, every page inert, every name within its folder.
//
//   npm run drill:fuzz -- [--count N] [--seed S] [--from N] [--jobs J] [--keep FOLDER] [--plant MODULE] [--hang MS]
//
// Inputs are made from the seed and their number alone: `--seed S --from N --count 1` makes one again. Those that fail
// are kept as files in FOLDER. MODULE's default export alters what was extracted: it shows that the drill can fail.
// Progress goes to standard error; the last line on standard output is the result, and the exit code is 1 for faults.
import { fork } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { inputOf } from './fuzz/input.mjs';

/** Milliseconds: of work that an input may take; how often is looked whether one hangs. */
const limits = { slow: 2_000, look: 250 };
/** A worker that waits instead of working is given so many times as long. */
const patience = 12;
/** Inputs that a worker is given at a time. */
const portion = 50;
/** Faults that are told one by one. */
const told = 40;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    jobs: { type: 'string', default: '2' },
    keep: { type: 'string' },
    plant: { type: 'string' },
    hang: { type: 'string', default: '10000' },
  },
});
const script = fileURLToPath(new URL('./fuzz/worker.mjs', import.meta.url));
const [from, count, jobs] = [values.from, values.count, values.jobs].map(Number);
const hang = Number(values.hang);
const end = from + count;

const totals = {
  inputs: 0,
  faults: 0,
  failed: 0,
  bytes: 0,
  kinds: {},
  sorts: {},
  slowest: { milliseconds: 0 },
};
let next = from;
const begun = performance.now();

function keep(number, faults) {
  const { seed } = values;
  totals.failed++;
  for (const [sort, what] of faults) {
    totals.sorts[sort] = (totals.sorts[sort] ?? 0) + 1;
    if (totals.faults++ < told)
      console.error(`seed ${seed} number ${number}: ${sort}: ${what.slice(0, 2000)}`);
  }
  if (values.keep === undefined || totals.failed > 1000) return;
  mkdirSync(values.keep, { recursive: true });
  const { path, bytes, encoding, discussions } = inputOf(seed, number);
  writeFileSync(join(values.keep, `${seed}-${number}.log`), bytes);
  const how = { seed, number, path, encoding, discussions, faults };
  writeFileSync(join(values.keep, `${seed}-${number}.json`), `${JSON.stringify(how, null, 2)}\n`);
}

function count1({ number, size, kind, faults, milliseconds }) {
  totals.inputs++;
  totals.bytes += size;
  totals.kinds[kind] = (totals.kinds[kind] ?? 0) + 1;
  if (milliseconds > totals.slowest.milliseconds)
    totals.slowest = { milliseconds: Math.round(milliseconds), number, bytes: size };
  if (faults.length) keep(number, faults);
  if (totals.inputs % 1000 === 0) console.error(progress());
}

function progress() {
  const seconds = (performance.now() - begun) / 1000;
  const rate = totals.inputs / seconds;
  return `${totals.inputs}/${count} inputs, ${rate.toFixed(0)}/s, ${totals.failed} failed, slowest ${totals.slowest.milliseconds} ms`;
}

/** Milliseconds that a process has worked so far; undefined where the system does not tell. */
function workOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

/** Whether a process is at one input for too long: by its work, which a busy machine does not lengthen, else by the clock. */
function hangs(pid, worked, since) {
  const now = workOf(pid);
  if (Date.now() - since > hang * patience) return true;
  return now === undefined || worked === undefined ? Date.now() - since > hang : now - worked > hang;
}

/**
 * Runs portions in a process until there are none left, and gives what one that died or was killed left undone: a
 * thread could not be stopped within native code, and would take the others with it.
 */
function runner(todo) {
  return new Promise((done, failed) => {
    const plant = values.plant === undefined ? [] : [pathToFileURL(resolve(values.plant)).href];
    const child = fork(script, [values.seed, String(limits.slow), ...plant]);
    let given;
    let at;
    let since = Date.now();
    let worked = 0;
    const lost = (sort, what) => {
      count1({ number: at, size: 0, kind: sort, faults: [[sort, what]], milliseconds: Date.now() - since });
      given.from = at + 1;
    };
    const watch = setInterval(() => {
      if (at === undefined || !hangs(child.pid, worked, since)) return;
      clearInterval(watch);
      child.removeAllListeners('exit');
      child.once('exit', () => finish());
      child.kill('SIGKILL');
      lost('hang', `over ${hang} ms`);
    }, limits.look);
    const finish = () => {
      clearInterval(watch);
      done(given && given.from < given.to ? given : undefined);
    };
    child.on('message', ({ began, result, idle }) => {
      since = Date.now();
      at = began;
      if (at !== undefined) worked = workOf(child.pid);
      if (result) {
        given.from = result.number + 1;
        count1(result);
      }
      if (!idle) return;
      given = todo();
      if (given) child.send(given);
      else child.disconnect();
    });
    child.on('exit', (code, signal) => {
      const how = `exit ${code ?? signal}`;
      if (at !== undefined) lost('died', how);
      else if (code !== 0) return failed(new Error(`a worker cannot work: ${how}`));
      finish();
    });
  });
}

/** What was left undone by workers that were lost. */
const back = [];

function portionOf() {
  if (back.length) return back.shift();
  if (next >= end) return undefined;
  const given = { from: next, to: Math.min(next + portion, end) };
  next = given.to;
  return given;
}

async function line() {
  do {
    const left = await runner(portionOf);
    if (left) back.push(left);
  } while (back.length || next < end);
}

await Promise.all(Array.from({ length: Math.min(jobs, Math.ceil(count / portion)) }, line));
const seconds = (performance.now() - begun) / 1000;
const { talk = 0, discussion = 0 } = totals.kinds;
const result = {
  seed: values.seed,
  from,
  inputs: totals.inputs,
  megabytes: Number((totals.bytes / 1e6).toFixed(1)),
  seconds: Number(seconds.toFixed(1)),
  perSecond: Number((totals.inputs / seconds).toFixed(1)),
  withNote: Number(((talk + discussion) / totals.inputs).toFixed(3)),
  kinds: totals.kinds,
  slowest: totals.slowest,
  failed: totals.failed,
  faults: totals.sorts,
};
console.log(JSON.stringify(result));
process.exitCode = totals.failed ? 1 : 0;
