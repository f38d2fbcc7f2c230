// Fits lexicon/calibration.json: how likely decisions of lecture, outline and questions are right.
//
//   node tools/train-calibration.mjs SHARED [--dist DIR] [--work DIR] [--as-is] [--write]
//
// Runs the program on every labelled log, each fold by models fitted without it (tools/calibration/folds.mjs), fits the
// calibrators in the same folds, and prints how far what they say out of fold is right. --work keeps the folds' programs
// in DIR and takes the models that stand there already; --as-is runs the program as it stands, which is right only while
// its models never saw our own labels, on which the figures are taken; --write fits all folds' decisions and writes the weights.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { casesOf, othersOf, sizesOf } from './calibration/cases.mjs';
import {
  baseline,
  brier,
  calibrationError,
  decay,
  fitCalibrator,
  meansOf,
  reliability,
} from './calibration/fit.mjs';
import { programWithout } from './calibration/folds.mjs';
import { commandOf } from './fitting/command.mjs';
import { foldsOf, loadLabels } from './fitting/labels.mjs';

const count = 5;
const kinds = ['lecture', 'heading', 'pair'];
const bounds = [0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1];

const {
  dist,
  load,
  shared,
  write,
  work: kept,
  'as-is': asIs,
} = commandOf({ work: 'string', 'as-is': 'boolean', write: 'boolean' });
const { probabilityOf } = await load('stages/certainty/calibrator.js');

const labels = await loadLabels(shared, load);
const foldOf = foldsOf(
  labels.map(({ date }) => date),
  count,
);

/** All decisions of one fold's logs, by a program that never saw them. */
async function decisionsOf(fold, work) {
  const own = labels.filter(({ date }) => foldOf(date) === fold);
  const dates = [...new Set(own.map(({ date }) => date))];
  const program = asIs ? load : await programWithout(dates, join(work, `fold-${fold}`), { shared, dist });
  const { annotate } = await program('pipeline.js');
  const { loadLexicon } = await program('lexicon.js');
  const lexicon = loadLexicon();
  const found = [];
  for (const { label, tree, set } of own) {
    annotate(tree, lexicon);
    const cases = [
      ...(await casesOf(tree, label, program, lexicon)),
      ...(await othersOf(tree, label, program)),
    ];
    found.push(...cases.map((one) => ({ ...one, set, fold })));
  }
  return found;
}

const pct = (x) => `${(100 * x).toFixed(1)} %`;
const rate = (list) => list.filter(({ truth }) => truth).length / (list.length || 1);

/** How often what is certain and what is inferred is right. */
function printCertainty(all) {
  console.log(
    '\n| decision | set | certain | right | inferred | right |\n| --- | --- | --- | --- | --- | --- |',
  );
  for (const kind of ['title', 'speaker', ...kinds, 'topic', 'term', 'kind'])
    for (const set of ['shared', 'own']) {
      const own = all.filter((one) => one.kind === kind && one.set === set && one.found);
      const [stated, other] = [own.filter((one) => one.stated), own.filter((one) => !one.stated)];
      const cells = [stated.length, pct(rate(stated)), other.length, pct(rate(other))];
      console.log(`| ${kind} | ${set} | ${cells.join(' | ')} |`);
    }
}

function printReliability(kind, predicted) {
  console.log(`\n${kind}: own labels, out of fold`);
  for (const [name, part] of [
    ['found', predicted.filter(({ found }) => found)],
    ['passed over', predicted.filter(({ found }) => !found)],
    ['all', predicted],
  ])
    console.log(
      `  ${name}: ${part.length} cases, ${pct(rate(part))} right; ECE ${pct(calibrationError(part))}, Brier ${brier(part).toFixed(4)} (constant ${baseline(part).toFixed(4)})`,
    );
  console.log('\n| probability | cases | said | right |\n| --- | --- | --- | --- |');
  for (const { from, to, count, said, right } of reliability(
    predicted.filter(({ found }) => found),
    bounds,
  ))
    if (count) console.log(`| ${from} to ${to} | ${count} | ${pct(said)} | ${pct(right)} |`);
}

/** Whether a lecture cut by the probability would be better than the one that the rules cut. */
function printLecture(predicted) {
  const f1 = (taken) => {
    const hits = predicted.filter((one) => taken(one) && one.truth).length;
    return (200 * hits) / (predicted.filter(taken).length + predicted.filter((one) => one.truth).length);
  };
  console.log(
    `\nlecture F1 over the speaker's messages, own labels: rules ${f1((one) => one.found).toFixed(2)}`,
  );
  for (const floor of [0.3, 0.4, 0.5, 0.6])
    console.log(`  by probability from ${floor}: ${f1((one) => one.p >= floor).toFixed(2)}`);
  for (const [low, high] of [
    [0.2, 0.8],
    [0.1, 0.9],
  ])
    console.log(
      `  by rules, but where it is below ${low} or above ${high}: ${f1((one) => (one.found ? one.p >= low : one.p > high)).toFixed(2)}`,
    );
}

const work = kept ?? mkdtempSync(join(tmpdir(), 'jianglu-folds-'));
const all = [];
for (let fold = 0; fold < count; fold++) all.push(...(await decisionsOf(fold, work)));

printCertainty(all);
const weights = {};
const means = {};
const leftOut = Array.from({ length: count }, () => ({}));
for (const kind of kinds) {
  const cases = all.filter((one) => one.kind === kind);
  const predicted = Array.from({ length: count }, (_, fold) => {
    const fitted = fitCalibrator(
      cases.filter((one) => one.fold !== fold),
      decay[kind],
    );
    leftOut[fold][kind] = fitted;
    return cases
      .filter((one) => one.fold === fold)
      .map((one) => ({ ...one, p: probabilityOf(one.features, fitted) }));
  }).flat();
  printReliability(
    kind,
    predicted.filter(({ set }) => set === 'own'),
  );
  if (kind === 'lecture') printLecture(predicted.filter(({ set }) => set === 'own'));
  weights[kind] = fitCalibrator(cases, decay[kind]);
  means[kind] = meansOf(cases);
}
const inferred = (kind) => {
  const own = all.filter((one) => one.kind === kind && !one.stated);
  return Math.round((100 * (own.filter(({ truth }) => truth).length + 1)) / (own.length + 2)) / 100;
};
const rest = {
  means,
  inferred: { title: inferred('title'), speaker: inferred('speaker') },
  sizes: sizesOf(labels),
};
const written = (fitted) =>
  `${JSON.stringify({ weights: fitted, ...rest }, null, 1).replace(/,\n\s+(?="[\w.]+": -?[\d.]+,?\n)/gu, ', ')}\n`;
if (!asIs)
  leftOut.forEach((fitted, fold) => {
    writeFileSync(join(work, `fold-${fold}`, 'lexicon/calibration.json'), written(fitted));
  });
if (write) writeFileSync(new URL('../lexicon/calibration.json', import.meta.url), written(weights));
if (kept === undefined) rmSync(work, { recursive: true, force: true });
