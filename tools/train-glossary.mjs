// Fits the model that tells terms from other labels (lexicon/definition-weights.json) to hand-made labels.
//
//   node tools/train-glossary.mjs SHARED [--dist DIR] [--write] [--verbose]
//
// Prints precision, recall and F1 (as score.mjs counts terms) in five folds by the talk's date, each scored by a model
// that never saw it, then on the labels the model was fitted to. --write stores the model.

import { writeFileSync } from 'node:fs';
import { commandOf } from './fitting/command.mjs';
import { foldsOf } from './fitting/labels.mjs';
import { fitModel, writtenModel } from './fitting/model.mjs';
import { count, total } from './glossary/score.mjs';
import { loadTalks } from './glossary/talks.mjs';

const folds = 5;
const settings = { ridge: 40, trees: 120 };

const { load, shared, write, verbose } = commandOf({ write: 'boolean', verbose: 'boolean' });
const { chosen } = await load('stages/glossary/choose.js');
const { probability } = await load('models/logistic.js');

const talks = await loadTalks(shared, load);
const foldOf = foldsOf(
  talks.map(({ date }) => date),
  folds,
);

/** What the stage would choose of a talk under a model, against the labels. */
function counted(talk, model) {
  const scored = talk.terms.map((term) => ({ ...term, score: probability(term.features, model) }));
  return count(
    chosen(scored).map(({ text }) => text),
    talk.wanted,
  );
}
const show = ({ f1, p, r, right, found, wanted }) =>
  `F1 ${f1.toFixed(1)} (P ${p.toFixed(1)} R ${r.toFixed(1)}; ${right} right, ${found} found, ${wanted} wanted)`;
const bySet = (counts) =>
  ['shared', 'own'].map((set) => `${set} ${show(total(counts.filter((_, i) => talks[i].set === set)))}`);

const models = Array.from({ length: folds }, (_, k) =>
  fitModel(
    talks.filter(({ date }) => foldOf(date) !== k).flatMap(({ terms }) => terms),
    settings,
  ),
);
const unseen = talks.map((talk) => counted(talk, models[foldOf(talk.date)]));
console.log(`${talks.length} talks, ${folds} folds: ${show(total(unseen))}`);
for (const line of bySet(unseen)) console.log(`  ${line}`);
if (verbose)
  talks.forEach(({ log }, i) => {
    const { spare, missed } = unseen[i];
    console.log(`${log}\n  spare ${spare.join(' | ')}\n  missed ${missed.join(' | ')}`);
  });

const model = fitModel(
  talks.flatMap(({ terms }) => terms),
  settings,
);
console.log(`in sample: ${show(total(talks.map((talk) => counted(talk, model))))}`);
if (write) writeFileSync(new URL('../lexicon/definition-weights.json', import.meta.url), writtenModel(model));
