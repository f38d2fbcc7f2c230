// Kills `jianglu extract` at random moments, then looks for broken files and lets the next run end:
//
//   npm run drill:kill -- [--count 200] [--seed 1] [--logs FOLDER]
//
// Half of the kills fall at a random time, half right before a random call that writes. Runs begin with an empty folder, with
// notes of all logs but some, or with notes of former versions of some. Whatever happens, the next run has to end with
// the bytes of an undisturbed one. Prints a line a failure and a last line with the counts; exits 1 on a failure.
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { random } from '../random.mjs';
import { brokenIn, bytesIn, differences, extract } from './folder.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    logs: { type: 'string', default: fileURLToPath(new URL('../../test/fixtures/logs', import.meta.url)) },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
const chance = random(seed);
const work = mkdtempSync(join(tmpdir(), 'jianglu-kill-'));
const [logs, wanted, out] = ['logs', 'wanted', 'out'].map((name) => join(work, name));
cpSync(values.logs, logs, { recursive: true });

const files = readdirSync(logs, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

const undisturbed = await extract([logs, '--out', wanted]);
if (undisturbed.code !== 0) throw new Error(undisturbed.err);
const bytes = bytesIn(wanted);

/** Former states of the folder, made once: nothing; all logs but a third; other versions of a third. */
async function formerStates() {
  const third = files.filter((_, index) => index % 3 === 0);
  const without = join(work, 'without');
  await extract([...files.filter((file) => !third.includes(file)), '--out', without]);
  const other = join(work, 'other');
  for (const file of third) appendFileSync(file, '\n\n> 23:59:58  半夏\n\n晚安\n');
  await extract([logs, '--out', other]);
  cpSync(values.logs, logs, { recursive: true, force: true });
  return [undefined, without, other];
}

const states = await formerStates();
let failures = 0;
let killed = 0;
for (let turn = 0; turn < count; turn++) {
  const state = states[turn % states.length];
  rmSync(out, { recursive: true, force: true });
  if (state) cpSync(state, out, { recursive: true });
  const inTime = chance() < 0.5;
  const moment = chance();
  const way = inTime
    ? { killAfter: moment * undisturbed.ms }
    : { drill: { call: 'any', nth: 1 + Math.floor(moment * undisturbed.counts.any), do: 'SIGKILL' } };
  const { code } = await extract([logs, '--out', out], way);
  if (code === null) killed++;
  const broken = brokenIn(out);
  const next = await extract([logs, '--out', out]);
  const different = differences(bytes, bytesIn(out));
  if (broken.length || next.code !== 0 || different.length) {
    failures++;
    console.log(JSON.stringify({ turn, way, broken, code: next.code, err: next.err, different }));
  }
  if (process.stderr.isTTY) process.stderr.write(`\r${turn + 1}/${count}`);
}
rmSync(work, { recursive: true, force: true });
console.log(`kill drill, seed ${seed}: ${count} runs, ${killed} killed, ${failures} failures`);
process.exitCode = failures || !killed ? 1 : 0;
