// Fits lexicon/outline-model.json, the weights by which the outline stage picks headings, to hand-made labels.
//
//   node tools/train-outline.mjs SHARED [--dist DIR] [--folds] [--write]
//
// --folds prints the headings' figures (as score.mjs counts them) in five folds by the talk's date, each scored by
// weights that never saw it; --write fits all talks, prints the figures on the labels themselves and writes the weights.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitTrees } from './fitting/boost.mjs';
import { trainerOf } from './fitting/command.mjs';
import { foldsOf } from './fitting/labels.mjs';
import { byKind, fitLinear, numbering, writtenKinds } from './fitting/linear.mjs';
import { count, total } from './outline/score.mjs';
import { exact, loadTalks, sameHeading } from './outline/talks.mjs';

const folds = 5;
const rounds = 150;
const decay = 16;
const trees = 60;
const kinds = ['all', 'numbered', 'plain', 'inner', 'spoken'];

const { load, shared, inFolds, write, leave, out } = trainerOf();
const { loadLexicon } = await load('lexicon.js');
const { markerFinders, piecesOf } = await load('stages/outline/pieces.js');
const { ruledIn, weighed } = await load('stages/outline/headings.js');
const { pick } = await load('stages/outline/pick.js');
const { levelsOf } = await load('stages/outline/levels.js');

const words = loadLexicon().outline;
const finders = markerFinders(words);

const shown = ({ piece, title, marker }) => ({
  message: piece.message.id,
  title: piece.view.text.slice(title.start, title.end),
  marker: marker ? piece.view.text.slice(marker.start, marker.close) : '',
});

/** The options of each choice that the labels want, none where none is; choices on which annotators differ are left out. */
function examplesOf({ choices, gold }) {
  const good = choices.map(() => []);
  const left = new Set();
  const level = [];
  for (const wanted of gold) {
    const rank = (option) =>
      !sameHeading(shown(option.heading), wanted)
        ? 0
        : exact(shown(option.heading).title, wanted.title)
          ? 2
          : 1;
    const ranks = choices.map(({ options }) => options.map(({ candidate }) => rank(candidate)));
    const best = Math.max(0, ...ranks.flat());
    if (best === 0) continue;
    const free = (i) => good[i].length === 0 && ranks[i].includes(best);
    const i = choices.findIndex((_, k) => free(k));
    if (i < 0) continue;
    if (wanted.maybe) left.add(i);
    else {
      level[i] = wanted.level;
      good[i] = ranks[i].flatMap((one, k) => (one === best ? [k] : []));
    }
  }
  return choices.flatMap(({ options }, i) =>
    left.has(i) ? [] : [{ options, good: good[i], level: level[i] }],
  );
}

/** The labelled headings that stand among the candidates, in reading order, with their labelled levels. */
function rightOf(talk) {
  return examplesOf(talk)
    .filter(({ good }) => good.length)
    .map(({ options, good, level }) => ({ heading: options[good[0]].candidate.heading, level }))
    .sort((a, b) => a.heading.index - b.heading.index || a.heading.title.start - b.heading.title.start);
}

function train(talks) {
  const { names, sparse } = numbering();
  const examples = talks.flatMap((talk) =>
    examplesOf(talk).map(({ options, good }) => ({
      options: options.map(({ features, candidate }) => sparse(features, ['all', candidate.kind])),
      good,
    })),
  );
  const weights = fitLinear(examples, names.length, decay, rounds);
  return { ...byKind(weights, names, kinds), trees: fitTrees(examples, weights, trees) };
}

/** The headings that a model picks, with their levels, held against the labels. */
function counted(talk, model, floor) {
  const headings = pick(talk.choices, model, floor);
  const levels = levelsOf(headings, talk.pieces, words);
  return count(
    headings.map((heading, i) => ({ ...shown(heading), level: levels[i] })),
    talk.gold,
  );
}

const talks = (await loadTalks(shared, load)).map((talk) => {
  const pieces = piecesOf(talk.messages, finders);
  const ruled = ruledIn(pieces, words);
  return { ...talk, pieces, ruled, choices: weighed(pieces, ruled, talk.title, words) };
});
const sets = { all: () => true, shared: ({ set }) => set === 'shared', own: ({ set }) => set === 'own' };
const print = (what, score) => {
  for (const [name, test] of Object.entries(sets))
    console.log(what, name, total(talks.filter(test).map(score)));
};

if (inFolds) {
  const foldOf = foldsOf(
    talks.map(({ date }) => date),
    folds,
  );
  const models = Array.from({ length: folds }, (_, k) =>
    train(talks.filter(({ date }) => foldOf(date) !== k)),
  );
  print('five folds, labelled headings:', (talk) => {
    const right = rightOf(talk).map(({ heading }) => heading);
    const levels = levelsOf(right, talk.pieces, words);
    return count(
      right.map((one, i) => ({ ...shown(one), level: levels[i] })),
      talk.gold,
    );
  });
  for (const floor of [-0.6, -0.3, 0, 0.3])
    print(`five folds, floor ${floor}:`, (talk) => counted(talk, models[foldOf(talk.date)], floor));
}
if (leave && out) {
  const rest = talks.filter(({ date }) => !leave.includes(date));
  writeFileSync(join(out, 'outline-model.json'), writtenKinds(train(rest)));
}
if (write) {
  const model = train(talks);
  print('in sample:', (talk) => counted(talk, model));
  writeFileSync(new URL('../lexicon/outline-model.json', import.meta.url), writtenKinds(model));
}
