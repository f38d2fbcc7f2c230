// Fits lexicon/topics-model.json and lexicon/topics-rates.json, what the topics stage weighs, to hand-made labels.
//
//   node tools/fit-topics.mjs SHARED [--dist DIR] [--write] [--show] [--found] [--folds SEED]
//
// Prints precision, recall and F1 of topics (as score.mjs counts them) in five folds by the talk's date, each scored
// by a model and rates that never saw it, and in sample; the labels give lecture, headings and questions. --found
// scores the same models on the talks as the program finds them too, a missed talk having no topic; --folds takes
// another assignment of dates to folds; --write writes model and rates fitted to all; --show lists what each talk
// gets out of fold.

import { writeFileSync } from 'node:fs';
import { matched } from './calibration/cases.mjs';
import { commandOf } from './fitting/command.mjs';
import { draftOf, foldsOf, loadLabels } from './fitting/labels.mjs';
import { fitModel, writtenModel } from './fitting/model.mjs';
import { rated, tallyOf, writtenRates } from './topics/rates.mjs';
import { count, isRight, markRight, shown, total } from './topics/score.mjs';

const settings = { ridge: 60, trees: 60 };

const folds = 5;
const {
  load,
  shared,
  write,
  show,
  found,
  folds: seed = '0',
} = commandOf({ write: 'boolean', show: 'boolean', found: 'boolean', folds: 'string' });
const { loadLexicon } = await load('lexicon.js');
const { namesOf } = await load('stages/topics/candidate.js');
const { rankedOf } = await load('stages/topics.js');
const { passagesOf } = await load('stages/topics/passages.js');
const { chosenOf } = await load('stages/topics/choose.js');
const { conceptsOf } = await load('language/concepts.js');
const { probability } = await load('models/logistic.js');

const lexicon = loadLexicon();
const labels = await loadLabels(shared, load);
/** Another order of the dates, by a multiplicative hash; that of the calendar for 0. */
const mixed = (date) =>
  Number(seed) ? `${(Number(date.replaceAll('-', '')) * (2 * Number(seed) + 7919)) % 10007}|${date}` : date;
const inOrder = foldsOf(
  labels.map(({ date }) => mixed(date)),
  folds,
);
const foldOf = (date) => inOrder(mixed(date));
const concepts = conceptsOf(lexicon);
const rank = (talk, tree, topics) => {
  const ranked = rankedOf(passagesOf(talk, tree), lexicon);
  markRight(ranked, namesOf, topics);
  return ranked;
};
const talks = labels.flatMap(({ log, date, set, label, tree }) =>
  label.talks.map((gold) => {
    tree.talks = [draftOf(gold, tree.children)];
    const ranked = rank(tree.talks[0], tree, gold.topics);
    return { log, set, date, fold: foldOf(date), topics: gold.topics, ranked };
  }),
);

/** The labelled talks as the program finds them. */
async function foundTalks() {
  const { annotate } = await load('pipeline.js');
  return (await loadLabels(shared, load)).flatMap(({ log, date, set, label, tree }) => {
    annotate(tree, lexicon);
    return matched(tree.talks, label.talks).map((talk, i) => {
      const { topics } = label.talks[i];
      const ranked = talk ? rank(talk, tree, topics) : [];
      return { log, set, date, fold: foldOf(date), topics, ranked };
    });
  });
}

/** Model and rates from some talks. */
function fitted(some) {
  const tally = tallyOf(some);
  const rows = some.flatMap(({ ranked, date }) =>
    rated(ranked, tally, date).map(({ features, right }) => ({ features, y: right ? 1 : 0 })),
  );
  return { tally, model: fitModel(rows, settings) };
}

/** All candidates of a talk with their scores, best first. */
const scored = (talk, { model, tally }) =>
  rated(talk.ranked, tally)
    .map((one) => ({ ...one, score: probability(one.features, model) }))
    .sort((a, b) => b.score - a.score);
const counted = (talk, fit) => count(chosenOf(scored(talk, fit), concepts), namesOf, talk.topics);

/** Prints the total out of fold, and of each set of labels. */
function printed(name, some, fits) {
  const counts = some.map((talk) => counted(talk, fits[talk.fold]));
  console.log(`${name}: ${total(counts)}`);
  for (const set of ['shared', 'own'])
    console.log(`  ${set}: ${total(counts.filter((_, i) => some[i].set === set))}`);
  return counts;
}

console.log(`${talks.length} talks, ${talks.flatMap(({ ranked }) => ranked).length} candidates`);
const within = talks.flatMap(({ ranked, topics }) =>
  topics.map((topic) => ranked.some(({ candidate }) => isRight(candidate, namesOf, [topic]))),
);
console.log(`topics that a candidate matches: ${within.filter(Boolean).length} of ${within.length}`);
const fits = Array.from({ length: folds }, (_, k) => fitted(talks.filter(({ fold }) => fold !== k)));
const outOfFold = printed('five folds', talks, fits);
for (let k = 0; k < folds; k++)
  console.log(`  fold ${k}: ${total(outOfFold.filter((_, i) => talks[i].fold === k))}`);
if (show) {
  for (const talk of talks) {
    const ranked = scored(talk, fits[talk.fold]);
    console.log(shown({ ...talk, ranked }, chosenOf(ranked, concepts), ({ score }) => score, namesOf));
  }
}
const asFound = found ? await foundTalks() : [];
if (found) printed('as the program finds them, five folds', asFound, fits);
const all = fitted(talks);
console.log(`in sample: ${total(talks.map((talk) => counted(talk, all)))}`);
if (write) {
  const lexiconFile = (name) => new URL(`../lexicon/${name}`, import.meta.url);
  writeFileSync(lexiconFile('topics-model.json'), writtenModel(all.model));
  writeFileSync(lexiconFile('topics-rates.json'), writtenRates(all.tally));
}
