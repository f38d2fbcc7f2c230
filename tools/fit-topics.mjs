// Fits lexicon/topics-model.json, the weights of the topics stage, to hand-made labels.
//
//   node tools/fit-topics.mjs SHARED [--dist DIR] [--write] [--show]
//
// Prints precision, recall and F1 of topics (as score.mjs counts them) in five folds by the talk's date, each scored
// by a model that never saw it, and in sample; the labels give lecture, headings and questions. --write
// writes the model fitted to all; --show lists what each talk gets out of fold.

import { writeFileSync } from 'node:fs';
import { commandOf } from './fitting/command.mjs';
import { draftOf, foldsOf, loadLabels } from './fitting/labels.mjs';
import { fitModel, writtenModel } from './fitting/model.mjs';
import { count, isRight, markRight, shown, total } from './topics/score.mjs';

const settings = { ridge: 60, trees: 80 };

const folds = 5;
const { load, shared, write, show } = commandOf({ write: 'boolean', show: 'boolean' });
const { loadLexicon } = await load('lexicon.js');
const { namesOf } = await load('stages/topics/candidate.js');
const { rankedOf } = await load('stages/topics.js');
const { passagesOf } = await load('stages/topics/passages.js');
const { chosenOf } = await load('stages/topics/choose.js');
const { conceptsOf } = await load('language/concepts.js');
const { probability } = await load('stages/logistic.js');

const lexicon = loadLexicon();
const labels = await loadLabels(shared, load);
const foldOf = foldsOf(
  labels.map(({ date }) => date),
  folds,
);
const concepts = conceptsOf(lexicon);
const talks = labels.flatMap(({ log, date, set, label, tree }) =>
  label.talks.map((gold) => {
    tree.talks = [draftOf(gold, tree.children)];
    const ranked = rankedOf(passagesOf(tree.talks[0], tree), lexicon);
    markRight(ranked, namesOf, gold.topics);
    return { log, set, fold: foldOf(date), topics: gold.topics, ranked };
  }),
);

const fitted = (some) =>
  fitModel(
    some.flatMap(({ ranked }) => ranked.map(({ features, right }) => ({ features, y: right ? 1 : 0 }))),
    settings,
  );

/** What a model makes of a talk. */
function chosen(talk, model) {
  const ranked = talk.ranked
    .map((one) => ({ ...one, score: probability(one.features, model) }))
    .sort((a, b) => b.score - a.score);
  return chosenOf(ranked, concepts);
}
const counted = (talk, model) => count(chosen(talk, model), namesOf, talk.topics);

console.log(`${talks.length} talks, ${talks.flatMap(({ ranked }) => ranked).length} candidates`);
const within = talks.flatMap(({ ranked, topics }) =>
  topics.map((topic) => ranked.some(({ candidate }) => isRight(candidate, namesOf, [topic]))),
);
console.log(`topics that a candidate matches: ${within.filter(Boolean).length} of ${within.length}`);
const models = Array.from({ length: folds }, (_, k) => fitted(talks.filter(({ fold }) => fold !== k)));
const outOfFold = talks.map((talk) => counted(talk, models[talk.fold]));
console.log(`five folds: ${total(outOfFold)}`);
for (const set of ['shared', 'own'])
  console.log(`  ${set}: ${total(outOfFold.filter((_, i) => talks[i].set === set))}`);
for (let k = 0; k < folds; k++)
  console.log(`  fold ${k}: ${total(outOfFold.filter((_, i) => talks[i].fold === k))}`);
if (show) {
  for (const talk of talks) {
    const model = models[talk.fold];
    console.log(shown(talk, chosen(talk, model), (one) => probability(one.features, model), namesOf));
  }
}
const model = fitted(talks);
console.log(`in sample: ${total(talks.map((talk) => counted(talk, model)))}`);
if (write) writeFileSync(new URL('../lexicon/topics-model.json', import.meta.url), writtenModel(model));
