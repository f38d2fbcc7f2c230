// Whether the bounds of speed and memory hold, each against floors measured in the same run:
//
//   npm run bench -- FOLDER_OF_LOGS [--runs N] [--fold N] [--fold-runs N] [--part times|fold|growth]
//
// load = nodejieba's dictionary, cut = nodejieba.cut over all the text, node = `node -e 0`, hash = SHA-256 of all the
// logs. Each figure is the median of N runs (5 unless told), each in a process of its own. The folder 16 times over (or
// `--fold` times) runs once unless told. Nothing here gates CI.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bounds, copies, growth, memory, someLogs } from './growth.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    fold: { type: 'string', default: '16' },
    'fold-runs': { type: 'string', default: '1' },
    part: { type: 'string' },
  },
});
const runs = Number(values.runs);
const fold = Number(values.fold);
const folder = resolve(positionals[0] ?? fileURLToPath(new URL('../examples/logs', import.meta.url)));
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const command = join(dist, 'cli/main.js');
const work = mkdtempSync(join(tmpdir(), 'jianglu-bench-'));
const wanted = (part) => values.part === undefined || values.part === part;

const files = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => files(join(path, name)))
    : [path];
const logs = files(folder).filter((path) => /\.(?:markdown|md|txt)$/u.test(path));
const bytes = logs.reduce((sum, path) => sum + statSync(path).size, 0);

function node(...argv) {
  const begin = process.hrtime.bigint();
  const run = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${argv.join(' ')}: ${run.stderr}`);
  return { seconds: Number(process.hrtime.bigint() - begin) / 1e9, stdout: run.stdout };
}

/** The median of what a measurement gives in so many runs. */
function median(measure, times = runs) {
  const all = Array.from({ length: times }, (_, index) => measure(index));
  return all.sort((a, b) => a - b)[times >> 1];
}

const medianOf = (...argv) => median(() => node(...argv).seconds);
const script = (body) => ['--input-type=module', '-e', `import { readFileSync } from 'node:fs'; ${body}`];
const segment = (body) => script(`import jieba from 'nodejieba'; jieba.cut('开始'); ${body}`);
const cutting = (paths) =>
  segment(`for (const path of ${JSON.stringify(paths)}) jieba.cut(readFileSync(path, 'utf8'))`);
const hashing = script(`import { hash } from 'node:crypto';
  for (const path of ${JSON.stringify(logs)}) hash('sha256', readFileSync(path), 'hex')`);
const extract = (from, out, ...more) => [command, 'extract', from, '--out', out, ...more];

/** The smallest log that holds a talk: one without needs no dictionary, and its time says little. */
function smallestTalk() {
  const { logs: told } = JSON.parse(node(...extract(folder, join(work, 'talks'), '--json')).stdout);
  const talks = told.filter(({ notes }) => notes.some(({ kind }) => kind === 'talk')).map(({ file }) => file);
  return talks.sort((a, b) => statSync(a).size - statSync(b).size)[0];
}

const smallest = wanted('times') || wanted('fold') ? smallestTalk() : undefined;

const rows = [];
const bound = (name, figure, most, how, unit = 's') =>
  rows.push({ name, figure, most, how, unit, holds: figure <= most });

/** Seconds of extracting into an empty folder. */
function cold(from, jobs, times = runs) {
  return median((index) => {
    const out = join(work, `cold-${jobs}-${index}`);
    const { seconds } = node(...extract(from, out, '--jobs', String(jobs)));
    rmSync(out, { recursive: true, force: true });
    return seconds;
  }, times);
}

function floorsOf() {
  const bare = medianOf('-e', '0');
  const load = medianOf(...segment('')) - bare;
  return {
    node: bare,
    load,
    cut: medianOf(...cutting(logs)) - bare - load,
    hash: medianOf(...hashing) - bare,
    'cut of the one log': Math.max(0, medianOf(...cutting([smallest])) - bare - load),
  };
}

/** Seconds of running again where nothing changed, and where one log did. */
function incremental() {
  const [copy, out] = [join(work, 'logs'), join(work, 'again')];
  cpSync(folder, copy, { recursive: true });
  const one = join(copy, relative(folder, smallest));
  node(...extract(copy, out));
  const same = median(() => node(...extract(copy, out)).seconds);
  const changed = median((index) => {
    appendFileSync(one, `\n> 23:59:5${index % 10}  某人  \n   \n好  \n   \n`);
    return node(...extract(copy, out)).seconds;
  });
  return { same, changed };
}

function times(floors) {
  const { node: bare, load, cut, hash, 'cut of the one log': one } = floors;
  const whole = cold(folder, 1);
  bound(
    'whole folder, cold, one worker',
    whole,
    load + 0.35 * cut,
    `load + ${((whole - load) / cut).toFixed(2)} × cut, bound 0.35`,
  );
  const { same, changed } = incremental();
  bound('nothing changed', same, 2 * bare + hash, '2 × node + hash');
  bound('one log changed', changed, 2 * bare + hash + load + 2 * one, 'that + load + 2 × cut of that log');
  bound('--help', medianOf(command, '--help'), 1.5 * bare, '1.5 × node');
  bound('one small log', cold(smallest, 1), bare + load + 0.15, 'node + load + 0.15 s');
  const importing = script(`const begin = performance.now();
    await import(${JSON.stringify(join(dist, 'index.js'))}); console.log(performance.now() - begin)`);
  bound('import of the API', median(() => Number(node(...importing).stdout)) / 1000, 0.1, '0.1 s');
}

function folded({ node: bare, load }) {
  const all = join(work, 'fold');
  copies(folder, all, fold);
  const often = Number(values['fold-runs']);
  const [one, two] = [1, 2].map((jobs) => cold(all, jobs, often) - bare - load);
  bound(`folder ${fold}-fold, two workers`, two, one / 1.7, `${(one / two).toFixed(2)} × as fast, bound 1.7`);
}

function grown() {
  for (const { name, sizes, exponent } of growth(dist, work))
    bound(`growth in ${name}`, exponent, bounds.exponent, `${sizes[0]} to ${sizes.at(-1)}`, '');
  for (const { fold: times, logs: count, peak } of memory(dist, work, someLogs(folder, work)))
    bound(`memory, some logs ${times}-fold`, peak, bounds.memory, `${count} logs, one worker`, 'MB');
}

const shown = (figure, unit) => `${figure.toFixed(unit === 'MB' ? 0 : 3)}${unit && ` ${unit}`}`;
try {
  console.log(`${logs.length} logs, ${(bytes / 1e6).toFixed(1)} MB, medians of ${runs}`);
  if (wanted('times') || wanted('fold')) {
    const floors = floorsOf();
    for (const [name, seconds] of Object.entries(floors))
      console.log(`${name.padEnd(32)} ${shown(seconds, 's')}`);
    if (wanted('times')) times(floors);
    if (wanted('fold')) folded(floors);
  }
  if (wanted('growth')) grown();
  console.log('');
  for (const { name, figure, most, how, unit, holds } of rows)
    console.log(
      `${holds ? 'holds ' : 'BROKEN'} ${name.padEnd(32)} ${shown(figure, unit).padStart(10)} ≤ ${shown(most, unit).padStart(10)}  ${how}`,
    );
  console.log(`${rows.filter(({ holds }) => holds).length} of ${rows.length} bounds hold`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
