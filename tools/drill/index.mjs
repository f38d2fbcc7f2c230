// Kills `jianglu index` at random moments, then looks into the store and lets the next run end:
//
//   npm run drill:index -- [--count 200] [--seed 1] [--notes 600] [--sections 4]
//
// Runs begin without a store, with one of some of the notes, or with one of former versions and of notes that are gone.
// Goes on until so many were killed before they ended. After each kill `check` must find nothing, and the next run has to
// end with the content of an undisturbed one. Prints a line a failure and a last line with the counts; exits 1 on a failure.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { random } from '../random.mjs';
import { contentOf, copy, faultsIn, index, remove, writeNotes } from './store.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    notes: { type: 'string', default: '600' },
    sections: { type: 'string', default: '4' },
  },
});
const [count, seed, notes, sections] = [values.count, values.seed, values.notes, values.sections].map(Number);
const chance = random(seed);
const work = mkdtempSync(join(tmpdir(), 'jianglu-index-'));
const [folder, former] = ['notes', 'former'].map((name) => join(work, name));
const file = join(work, 'store.sqlite');
writeNotes(folder, { seed, count: notes, sections });

/** Runs to the end, or throws. */
async function done(to) {
  const run = await index(folder, to);
  if (run.code !== 0) throw new Error(run.err);
  return run;
}

/** The notes that the store has before a run: all but a third; or others in place of a third, and more that are gone. */
async function formerStates() {
  const [some, other] = ['some.sqlite', 'other.sqlite'].map((name) => join(work, name));
  const each = (task) => {
    for (const group of readdirSync(folder))
      for (const [at, name] of readdirSync(join(folder, group)).entries())
        if (at % 3 === 0) task(join(folder, group, name), at);
  };
  cpSync(folder, former, { recursive: true });
  each((path) => rmSync(path));
  await done(some);
  rmSync(folder, { recursive: true });
  writeNotes(folder, { seed: seed + 1, count: Math.ceil(notes * 1.3), sections });
  await done(other);
  rmSync(folder, { recursive: true });
  cpSync(former, folder, { recursive: true });
  return [some, other];
}

const states = [...(await formerStates()), undefined];
const undisturbed = [];
for (const state of states) {
  if (state) copy(state, file);
  else remove(file);
  undisturbed.push({ state, ms: (await done(file)).ms });
}
const wanted = contentOf(file);
if ((await faultsIn(file, work)).length) throw new Error('an undisturbed run leaves faults');
const differencesFrom = (content) => Object.keys(wanted).filter((name) => wanted[name] !== content[name]);

let failures = 0;
let killed = 0;
let turn = 0;
for (; killed < count && turn < 3 * count; turn++) {
  // Most begin with a store: without one, half of a run goes by before the first note.
  const { state, ms } = undisturbed[turn % 5 === 4 ? 2 : turn % 2];
  if (state) copy(state, file);
  else remove(file);
  const moment = chance() * ms;
  const { code } = await index(folder, file, moment);
  if (code === null) killed++;
  const faults = await faultsIn(file, work);
  const next = await index(folder, file);
  const different = next.code === 0 ? differencesFrom(contentOf(file)) : [];
  if (faults.length || next.code !== 0 || different.length) {
    failures++;
    console.log(JSON.stringify({ turn, moment, faults, code: next.code, err: next.err, different }));
  }
  if (process.stderr.isTTY) process.stderr.write(`\r${killed}/${count}`);
}
rmSync(work, { recursive: true, force: true });
console.log(`index drill, seed ${seed}: ${turn} runs, ${killed} killed, ${failures} failures`);
process.exitCode = failures || killed < count ? 1 : 0;
