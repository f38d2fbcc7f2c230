// How long the main job takes, as ratios against floors measured in the same run:
//
//   npm run bench -- FOLDER_OF_LOGS [--runs N]
//
// load = nodejieba's dictionary, cut = nodejieba.cut over all the text, node = `node -e 0`. Each figure is the
// median of N runs (5 unless told), each in a process of its own. Nothing here gates CI.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const args = process.argv.slice(2);
const at = args.indexOf('--runs');
const runs = at >= 0 ? Number(args.splice(at, 2)[1]) : 5;
const folder = resolve(args[0] ?? fileURLToPath(new URL('../examples/logs', import.meta.url)));
const command = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'jianglu-bench-'));

const files = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => files(join(path, name)))
    : [path];
const logs = files(folder).filter((path) => /\.(?:markdown|md|txt)$/u.test(path));
const bytes = logs.reduce((sum, path) => sum + statSync(path).size, 0);
const smallest =
  logs.filter((path) => statSync(path).size > 4000).sort((a, b) => statSync(a).size - statSync(b).size)[0] ??
  logs[0];

/** Median seconds of a command, or of the figure that it prints last. */
function median(...argv) {
  const times = Array.from({ length: runs }, () => {
    const begin = process.hrtime.bigint();
    const run = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (run.status !== 0) throw new Error(`${argv.join(' ')}: ${run.stderr}`);
    return Number(process.hrtime.bigint() - begin) / 1e9;
  });
  return times.sort((a, b) => a - b)[runs >> 1];
}

const segment = (body) => [
  '--input-type=module',
  '-e',
  `import jieba from 'nodejieba'; import { readFileSync } from 'node:fs'; ${body}`,
];
const list = JSON.stringify(logs);
const node = median('-e', '0');
const load = median(...segment('jieba.cut("开始")')) - node;
const cut =
  median(...segment(`jieba.cut("开始"); for (const path of ${list}) jieba.cut(readFileSync(path, "utf8"))`)) -
  node -
  load;
const whole = median(command, 'extract', folder, '--out', join(work, 'whole'), '--jobs', '1');
const double = median(command, 'extract', folder, '--out', join(work, 'double'), '--jobs', '2');
const small = median(command, 'extract', smallest, '--out', join(work, 'small'));
const help = median(command, '--help');
rmSync(work, { recursive: true, force: true });

const rows = [
  ['node -e 0', node, ''],
  ['load the dictionary', load, ''],
  ['cut all the text', cut, ''],
  ['whole folder, one worker', whole, `load + ${((whole - node - load) / cut).toFixed(2)} × cut`],
  [
    'whole folder, two workers',
    double,
    `${((whole - node - load) / (double - node - load)).toFixed(2)} × as fast, load left out`,
  ],
  ['one small log', small, `node + load + ${(small - node - load).toFixed(2)} s`],
  ['--help', help, `${(help / node).toFixed(2)} × node`],
];
console.log(`${logs.length} logs, ${(bytes / 1e6).toFixed(1)} MB, medians of ${runs}`);
for (const [name, seconds, ratio] of rows)
  console.log(`${name.padEnd(28)} ${seconds.toFixed(3).padStart(8)} s  ${ratio}`);
