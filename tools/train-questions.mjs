// Fits lexicon/questions-model.json, the weights of the questions stage, to hand-made labels.
//
//   node tools/train-questions.mjs SHARED [--dist DIR] [--folds] [--write]
//
// --folds prints the pairs' F1 (as score.mjs counts it) in five folds by the talk's date, each scored by weights that
// never saw it; --write fits all talks, prints the F1 on the labels themselves and writes the weights.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fitTrees } from './fitting/boost.mjs';
import { byKind, fitLinear } from './fitting/linear.mjs';
import { examplesOf, numbering } from './questions/examples.mjs';
import { count, pairsOf, total } from './questions/score.mjs';
import { loadTalks } from './questions/talks.mjs';

const folds = 5;
const passes = 1;
const rounds = 120;
const decay = 1;
const trees = 80;
const linkKinds = ['all', 'on', 'back', 'new', 'brief'];

const args = process.argv.slice(2);
const at = args.indexOf('--dist');
const dist = resolve(at >= 0 ? args.splice(at, 2)[1] : 'dist');
const load = (file) => import(pathToFileURL(join(dist, file)).href);
const { byModel, decode, paired } = await load('stages/questions/decode.js');

/** Fits along the labels first, then also along the model's own decisions, so that it learns to go on after a mistake. */
function train(talks) {
  const { names, sparse } = numbering();
  const seen = { join: [], speaker: [], member: [] };
  let model;
  for (let pass = 0; pass <= passes; pass++) {
    for (const talk of talks) {
      const found = examplesOf(talk, decode, sparse, model && byModel(model));
      for (const kind in seen) seen[kind].push(...found[kind]);
    }
    const weigh = (kind) => fitLinear(seen[kind], names.length, decay * (pass + 1), rounds);
    const links = (kind) => {
      const weights = weigh(kind);
      const correction = pass === passes ? fitTrees(seen[kind], weights, trees) : [];
      return { ...byKind(weights, names, linkKinds), trees: correction };
    };
    model = {
      join: byKind(weigh('join'), names, ['join']).join,
      speaker: links('speaker'),
      member: links('member'),
    };
  }
  return model;
}

/** Right, found and wanted pairs of one talk under a model. */
const counted = (talk, model, floor) =>
  count(pairsOf(paired(decode(talk.context, talk.lecture, byModel(model, floor)))), talk.pairs);

/** The model as JSON: a line for each map of weights and each tree. */
const written = (model) =>
  `${JSON.stringify(model, null, 1)
    .replace(/\[[^[\]{}]*(?:\[[^[\]{}]*\][^[\]{}]*)*\]/gu, (tree) => tree.replace(/\s+/gu, ''))
    .replace(/,\n\s+(?="?\w[^\n]*: -?[\d.]+,?\n)/gu, ', ')}\n`;

const talks = await loadTalks(args[0], load);
if (args.includes('--folds')) {
  const dates = [...new Set(talks.map((talk) => talk.date))].sort();
  const foldOf = (talk) => dates.indexOf(talk.date) % folds;
  const models = Array.from({ length: folds }, (_, k) => train(talks.filter((talk) => foldOf(talk) !== k)));
  for (const floor of [-0.4, -0.2, 0, 0.2])
    console.log(
      `five folds, floor ${floor}:`,
      total(talks.map((talk) => counted(talk, models[foldOf(talk)], floor))),
    );
}
if (args.includes('--write')) {
  const model = train(talks);
  console.log('in sample:', total(talks.map((talk) => counted(talk, model))));
  writeFileSync(new URL('../lexicon/questions-model.json', import.meta.url), written(model));
}
