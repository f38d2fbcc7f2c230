// Lets calls of the file system fail in the middle of `jianglu extract`, each at each place, and looks what is left:
//
//   npm run drill:faults -- [--count N] [--seed 1] [--logs FOLDER]
//
// ENOSPC, EACCES and EIO at every call that writes; with --count only so many of them, by the seed. After each: the
// run says so with a code of ours and exit code 1, no file is broken, and the next run ends with the bytes of an undisturbed one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { random } from '../random.mjs';
import { calls } from './disk.mjs';
import { brokenIn, bytesIn, differences, extract } from './folder.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    logs: {
      type: 'string',
      default: fileURLToPath(new URL('../../test/fixtures/logs/riskroom', import.meta.url)),
    },
  },
});
const chance = random(Number(values.seed));
const work = mkdtempSync(join(tmpdir(), 'jianglu-faults-'));
const [wanted, out] = [join(work, 'wanted'), join(work, 'out')];
const undisturbed = await extract([values.logs, '--out', wanted]);
if (undisturbed.code !== 0) throw new Error(undisturbed.err);
const bytes = bytesIn(wanted);

const codes = ['ENOSPC', 'EACCES', 'EIO'];
const all = calls.flatMap((call) =>
  Array.from({ length: undisturbed.counts[call] }, (_, index) =>
    codes.map((code) => ({ call, nth: index + 1, do: code })),
  ).flat(),
);
const drills = values.count === undefined ? all : [];
while (drills.length < Math.min(all.length, Number(values.count ?? 0)))
  drills.push(all.splice(Math.floor(chance() * all.length), 1)[0]);

/** Removing the own lock, or a temporary file, may fail unseen; the notes stand. */
const mayPass = ({ call }) => call === 'rmSync';
let failures = 0;
/** Faults that did not come to pass: how often the manifest is written depends on the time. */
let passed = 0;
for (const drill of drills) {
  rmSync(out, { recursive: true, force: true });
  const { code, err, counts } = await extract([values.logs, '--out', out], { drill });
  if (!counts.struck) passed++;
  const told = code === 1 && /\[(?:disk-full|output-unwritable)\]/u.test(err) && !err.includes('[internal]');
  const broken = brokenIn(out);
  const next = await extract([values.logs, '--out', out]);
  const different = differences(bytes, bytesIn(out));
  if ((counts.struck && !told && !mayPass(drill)) || broken.length || next.code !== 0 || different.length) {
    failures++;
    console.log(JSON.stringify({ drill, code, err, broken, next: next.err, different }));
  }
}
rmSync(work, { recursive: true, force: true });
console.log(`fault drill, seed ${values.seed}: ${drills.length - passed} faults, ${failures} failures`);
process.exitCode = failures || passed === drills.length ? 1 : 0;
