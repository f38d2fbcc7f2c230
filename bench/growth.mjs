// How the time of extraction grows with one dimension of a log, and memory with the number of logs:
//
//   node bench/growth.mjs [FOLDER_OF_LOGS] [--only NAME] [--dist DIR]
//
// Logs of invented text grow in one dimension over at least four sizes, each twice the one before. Each is extracted in
// a process of its own after a warm-up; the median CPU time of three runs counts, loading left out. The exponent is the
// slope of log time over log size: 1 is linear. Memory: the same logs once, four and sixteen times in one run.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { random } from '../tools/random.mjs';
import { dateAt, day, nicksOf, writer } from './invented.mjs';

/** Largest exponent, and largest peak of a run over any number of logs, in MB. */
export const bounds = { exponent: 1.1, memory: 450 };
const start = '2024-01-01';
const lecture = { headings: 4, paragraphs: 5, questions: 8, length: 80 };

/** The text of a day with a talk. */
function log(seed, { people = 40, messages = 200, ...talk } = {}) {
  const write = writer(random(seed));
  const told = { ...lecture, ...talk };
  return [
    ...day(write, { date: dateAt(start, seed), nicks: nicksOf(write, people), messages, talk: told }),
  ].join('');
}

/** A talk in which one message has so many characters. */
function longLine(length) {
  const text = log(1);
  const at = text.indexOf('三、');
  const end = text.indexOf('\n', at);
  return `${text.slice(0, end - 2)}。${writer(random(2)).text(length)}${text.slice(end - 2)}`;
}

/** Each dimension: its sizes, and the logs of a size. */
export const dimensions = {
  messages: { sizes: [1000, 2000, 4000, 8000], logs: (n) => [log(1, { messages: n })] },
  participants: { sizes: [100, 200, 400, 800], logs: (n) => [log(1, { people: n, messages: 2000 })] },
  headings: { sizes: [10, 20, 40, 80], logs: (n) => [log(1, { headings: n, paragraphs: 6 })] },
  questions: { sizes: [50, 100, 200, 400], logs: (n) => [log(1, { questions: n })] },
  'line length': { sizes: [16_000, 32_000, 64_000, 128_000], logs: (n) => [longLine(n)] },
  logs: { sizes: [8, 16, 32, 64], logs: (n) => Array.from({ length: n }, (_, seed) => log(seed)) },
};

/** Runs a script in a process of its own and gives the JSON that it prints last. */
function child(script, ...args) {
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, '--', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout.trimEnd().split('\n').at(-1));
}

/** Seconds of CPU that extracting the logs of a folder takes: the median of three times. */
function seconds(dist, folder) {
  const script = `
    import { readdirSync, readFileSync } from 'node:fs';
    import { extract } from ${JSON.stringify(pathToFileURL(join(dist, 'index.js')).href)};
    const folder = process.argv[1];
    const logs = readdirSync(folder).map((name) => folder + '/' + name);
    const warm = logs.pop();
    for (let n = 0; n < 3; n++) extract(readFileSync(warm), { path: warm });
    const once = () => {
      const begin = process.cpuUsage();
      for (const path of logs) extract(readFileSync(path), { path });
      const { user, system } = process.cpuUsage(begin);
      return (user + system) / 1e6;
    };
    console.log(JSON.stringify([once(), once(), once()].sort((a, b) => a - b)[1]));`;
  return child(script, folder);
}

/** The slope of log time over log size, by least squares. */
export function exponentOf(sizes, times) {
  const [x, y] = [sizes.map(Math.log), times.map(Math.log)];
  const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [mx, my] = [mean(x), mean(y)];
  const over = x.reduce((sum, one, index) => sum + (one - mx) * (y[index] - my), 0);
  return over / x.reduce((sum, one) => sum + (one - mx) ** 2, 0);
}

function write(folder, logs) {
  mkdirSync(folder, { recursive: true });
  logs.forEach((text, index) => {
    writeFileSync(join(folder, `${dateAt(start, index)}-chat.markdown`), text);
  });
}

/** Of each dimension: sizes, seconds and exponent. */
export function* growth(dist, work, only) {
  const names = Object.keys(dimensions).filter((name) => only === undefined || name === only);
  for (const name of names) {
    const { sizes, logs } = dimensions[name];
    const times = sizes.map((size) => {
      const folder = join(work, `${name}-${size}`);
      write(folder, [...logs(size), log(7)]);
      return seconds(dist, folder);
    });
    yield { name, sizes, times, exponent: exponentOf(sizes, times) };
  }
}

/** Copies a folder of logs so many times below another, each time with groups of its own. */
export function copies(folder, into, count) {
  for (let n = 0; n < count; n++)
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const to = entry.isDirectory() ? `${entry.name}-${n}` : join(`group-${n}`, entry.name);
      cpSync(join(folder, entry.name), join(into, to), { recursive: true });
    }
}

/** Peak memory, in MB, of a run over a folder of logs, and over so many copies of it; one worker. */
export function memory(dist, work, folder, folds = [1, 4, 16]) {
  return folds.map((fold) => {
    const all = join(work, `fold-${fold}`);
    copies(folder, all, fold);
    const main = join(dist, 'cli/main.js');
    const script = `
      process.argv = [process.argv[0], ${JSON.stringify(main)}, 'extract', ${JSON.stringify(all)}, '--out',
        ${JSON.stringify(join(work, `out-${fold}`))}, '--jobs', '1'];
      process.on('exit', () => console.log('\\n' + process.resourceUsage().maxRSS * 1024 / 1e6));
      await import(${JSON.stringify(pathToFileURL(main).href)});`;
    const logs = readdirSync(all, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return { fold, logs: logs.length, peak: child(script) };
  });
}

/** Logs of a folder that do for a look at memory: so many, or invented ones without a folder. */
export function someLogs(folder, work, most = 24) {
  const some = join(work, 'some/group');
  if (folder === undefined) {
    write(
      some,
      Array.from({ length: most }, (_, seed) => log(seed)),
    );
    return join(work, 'some');
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:markdown|md|txt)$/u.test(name) && statSync(join(folder, name)).isFile())
    .sort();
  mkdirSync(some, { recursive: true });
  const step = Math.max(1, Math.floor(files.length / most));
  const taken = files.filter((_, index) => index % step === 0).slice(0, most);
  for (const [index, name] of taken.entries())
    cpSync(join(folder, name), join(some, `${dateAt(start, index * 2)}-chat.markdown`));
  return join(work, 'some');
}

const verdict = (holds) => (holds ? 'holds' : 'BROKEN');

/** The line of a table. */
function growthLine({ name, sizes, times, exponent }) {
  const shown = sizes.map((size, index) => `${size}: ${times[index].toFixed(2)} s`).join(', ');
  return `${name.padEnd(14)} ${exponent.toFixed(2)} ≤ ${bounds.exponent}  ${verdict(exponent <= bounds.exponent).padEnd(6)}  ${shown}`;
}

function memoryLines(found) {
  return found.map(
    ({ fold, logs, peak }) =>
      `${`${fold}-fold`.padEnd(14)} ${Math.round(peak)} ≤ ${bounds.memory} MB  ${verdict(peak <= bounds.memory).padEnd(6)}  ${logs} logs, one worker`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const option = (name) => {
    const at = args.indexOf(name);
    return at >= 0 ? args.splice(at, 2)[1] : undefined;
  };
  const only = option('--only');
  const dist = resolve(option('--dist') ?? fileURLToPath(new URL('../dist', import.meta.url)));
  const work = mkdtempSync(join(tmpdir(), 'jianglu-growth-'));
  try {
    console.log(`exponents of growth (${cpus().length} cores)`);
    for (const found of growth(dist, work, only)) console.log(growthLine(found));
    if (only !== undefined) process.exit();
    console.log('peak memory');
    for (const line of memoryLines(memory(dist, work, someLogs(args[0], work)))) console.log(line);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
