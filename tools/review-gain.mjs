// How the figures rise when an editor corrects what the review names first.
//
//   node tools/review-gain.mjs SHARED [--dist DIR] [--work DIR]
//
// Simulates an editor who knows the labels: he looks at the first tenth of each note's review and corrects what is wrong
// there, by edits as `extract` applies them; beside him one who looks at as many decisions of the note at random. Prints
// the figures of SHARED/eval/score.mjs, for the labels of SHARED and for those of ours. --work takes the programs of
// tools/train-calibration.mjs, so that no log is reviewed by what was fitted on it.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { matched } from './calibration/cases.mjs';
import { commandOf } from './fitting/command.mjs';
import { foldsOf, loadLabels } from './fitting/labels.mjs';
import { random } from './random.mjs';
import { decisionsOf, editsFor } from './review/editor.mjs';

const folds = 5;
const seeds = [1, 2];
const shown = ['lecture', 'headings', 'qa', 'glossary'];

const { load, shared, work } = commandOf({ work: 'string' });

const labels = await loadLabels(shared, load);
const foldOf = foldsOf(
  labels.map(({ date }) => date),
  folds,
);

/** The program of a log's fold, else the one of today. */
async function programOf(date) {
  const folder = work && resolve(work, `fold-${foldOf(date)}`, 'dist');
  const from = folder && existsSync(folder) ? (file) => import(pathToFileURL(join(folder, file)).href) : load;
  const { annotate } = await from('pipeline.js');
  const { applyEdits } = await from('edits.js');
  const { noteOf } = await from('note.js');
  const { loadLexicon } = await from('lexicon.js');
  return { annotate, applyEdits, noteOf, lexicon: loadLexicon() };
}

const days = [];
for (const { label, tree, set, date } of labels) {
  const program = await programOf(date);
  program.annotate(tree, program.lexicon);
  days.push({ label, tree, set, program });
}

const some = (list, count, next) =>
  list
    .map((one) => ({ one, at: next() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ one }) => one);
const tenth = (list) => Math.ceil(list.length / 10);

/** The notes of a log after an editor looked at what `choose` gives of each that is labelled. */
function corrected({ label, tree, program: { applyEdits, noteOf, lexicon } }, choose, looked) {
  if (tree.talks.length === 0) return [];
  const copy = structuredClone(tree);
  const found = matched(copy.talks, label.talks);
  const edits = copy.talks.flatMap((talk) => {
    const gold = label.talks[found.indexOf(talk)];
    if (!gold) return [];
    const note = noteOf(copy, talk);
    const entries = choose(note);
    looked.push(entries.length);
    const made = editsFor(entries, note, gold, copy.children);
    return Object.keys(made).length > 3 ? [made] : [];
  });
  if (edits.length) applyEdits(copy, edits, lexicon);
  return copy.talks.map((talk) => noteOf(copy, talk));
}

const folder = mkdtempSync(join(tmpdir(), 'jianglu-review-'));
const fileOf = (log) => log.replace('/', '_');
for (const { label, set } of days) {
  mkdirSync(join(folder, 'labels', set), { recursive: true });
  writeFileSync(join(folder, 'labels', set, `${fileOf(label.log)}.json`), JSON.stringify(label));
}

function figures(set, choose) {
  const notes = mkdtempSync(join(folder, 'notes-'));
  const looked = [];
  for (const day of days.filter((one) => one.set === set))
    corrected(day, choose, looked).forEach((note, i) => {
      writeFileSync(join(notes, `${fileOf(day.label.log)}.${i}.json`), JSON.stringify(note));
    });
  const scored = execFileSync(
    process.execPath,
    [join(shared, 'eval/score.mjs'), notes, join(folder, 'labels', set), '--json'],
    { encoding: 'utf8' },
  );
  const score = JSON.parse(scored);
  const values = shown.map((name) => score[name].f1);
  return { looked: looked.reduce((a, b) => a + b, 0) / looked.length, values };
}

/** The mean over seeds of what a random choice gives. */
function byChance(set, choose) {
  const runs = seeds.map((seed) => {
    const next = random(seed);
    return figures(set, (note) => choose(note, next));
  });
  const mean = (of) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  return { looked: mean((run) => run.looked), values: shown.map((_, i) => mean((run) => run.values[i])) };
}

const ways = [
  ['nothing', (set) => figures(set, () => [])],
  ['the first tenth of the review', (set) => figures(set, ({ review }) => review.slice(0, tenth(review)))],
  [
    'as many decisions at random',
    (set) => byChance(set, (note, next) => some(decisionsOf(note), tenth(note.review), next)),
  ],
  [
    'of the review, as many as a tenth of all decisions',
    (set) => figures(set, (note) => note.review.slice(0, tenth(decisionsOf(note)))),
  ],
  [
    'a tenth of all decisions at random',
    (set) => byChance(set, (note, next) => some(decisionsOf(note), tenth(decisionsOf(note)), next)),
  ],
  ['the whole review', (set) => figures(set, ({ review }) => review)],
];

for (const set of ['own', 'shared']) {
  console.log(`\n| ${set} labels: looked at | a note | ${shown.join(' | ')} |`);
  console.log(`| --- | ${['a note', ...shown].map(() => '---').join(' | ')} |`);
  for (const [name, run] of ways) {
    const { looked, values } = run(set);
    console.log(`| ${name} | ${looked.toFixed(1)} | ${values.map((x) => x.toFixed(1)).join(' | ')} |`);
  }
}
rmSync(folder, { recursive: true, force: true });
