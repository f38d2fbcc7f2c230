// Fits lexicon/questions-model.json and lexicon/questions-phrasing.json, the weights of the questions stage, to labels.
//
//   node tools/train-questions.mjs SHARED [--dist DIR] [--folds] [--write] [--leave DATE,DATE… --out FOLDER]
//
// --folds prints the pairs' F1 (as score.mjs counts it) in five folds by the talk's date, each scored by weights that
// never saw it; --write fits all talks, prints the F1 on the labels themselves and writes the weights; --leave fits the
// talks of all other dates and writes the weights to FOLDER (tools/train-calibration.mjs asks for it).

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fitTrees } from './fitting/boost.mjs';
import { trainerOf } from './fitting/command.mjs';
import { foldsOf } from './fitting/labels.mjs';
import { byKind, dot, fitLinear, numbering, pulls, writtenKinds } from './fitting/linear.mjs';
import { examplesOf } from './questions/examples.mjs';
import { applyAcross, applyPhrasing, fitPhrasing } from './questions/phrasing.mjs';
import { count, pairsOf, total } from './questions/score.mjs';
import { loadTalks } from './questions/talks.mjs';

const folds = 5;
/** Of two passes; the first only shows where the second one goes wrong. */
const rounds = [50, 100];
const decay = 1;
const trees = 80;
/** Probability by the first pass below which an option that is not good is left out of the second. */
const hopeless = 0.001;
/** Features that only trees ask for: the linear weights have a set of their own for each kind of link. */
const treesOnly = new Set(['on', 'back', 'starts', 'brief']);
const linkKinds = ['all', 'on', 'back', 'new', 'brief'];

const { load, shared, inFolds, write, leave, out } = trainerOf();
const { byModel, decode } = await load('stages/questions/decode.js');
const { featuresOf } = await load('stages/questions/link.js');
const { search, paired } = await load('stages/questions/search.js');
const language = await load('stages/questions/phrasing.js');

/**
 * Examples without the options that some weights give next to no probability, if they are not good: four fifths of all,
 * which take most of the time and teach next to nothing.
 */
function hopeful(examples, weights) {
  return examples.flatMap(({ options, good }) => {
    const shares = pulls(
      options.map((option) => dot(option, weights)),
      good,
    ).map(({ share }) => share);
    const kept = options.flatMap((_, k) => (shares[k] >= hopeless || good.includes(k) ? [k] : []));
    return kept.length
      ? [{ options: kept.map((k) => options[k]), good: good.map((k) => kept.indexOf(k)) }]
      : [];
  });
}

/** Writes the decisions of talks down, by `policy` or by the labels. */
function gather(talks, seen, sparse, policy) {
  for (const talk of talks) {
    const found = examplesOf(talk, { decode, featuresOf }, sparse, policy);
    for (const kind in seen) seen[kind].push(...found[kind]);
  }
}

/** Fits along the labels first, then also along the model's own decisions, so that it learns to go on after a mistake. */
function trainModel(talks) {
  const { names, sparse } = numbering(treesOnly);
  const seen = { join: [], speaker: [], member: [] };
  const weigh = (kind, pass) => fitLinear(seen[kind], names.length, decay * (pass + 1), rounds[pass]);
  const asModel = (weights, trees) => ({
    join: byKind(weights.join, names, ['join']).join,
    speaker: { ...byKind(weights.speaker, names, linkKinds), trees: trees('speaker') },
    member: { ...byKind(weights.member, names, linkKinds), trees: trees('member') },
  });
  const weighAll = (pass) => Object.fromEntries(Object.keys(seen).map((kind) => [kind, weigh(kind, pass)]));
  gather(talks, seen, sparse);
  const first = weighAll(0);
  gather(talks, seen, sparse, byModel(asModel(first, () => [])));
  for (const kind of ['speaker', 'member']) {
    const known = new Float64Array(names.length);
    known.set(first[kind]);
    seen[kind] = hopeful(seen[kind], known);
  }
  const last = weighAll(1);
  return asModel(last, (kind) => fitTrees(seen[kind], last[kind], trees));
}

/** Fits n-grams and model; for the model, each talk is judged by n-grams of other dates, as an unseen one would be. */
function train(talks) {
  applyAcross(
    talks,
    language,
    foldsOf(
      talks.map((talk) => talk.date),
      folds,
    ),
  );
  return { model: trainModel(talks), phrasing: fitPhrasing(talks, language.phrasesOf) };
}

/** Right, found and wanted pairs of talks. */
function counted(talks, { model, phrasing }) {
  applyPhrasing(talks, phrasing, language.phrasingOf);
  return talks.map((talk) => count(pairsOf(paired(search(talk.context, talk.lecture, model))), talk.pairs));
}

/** N-grams as JSON, a line for each list. */
const lines = (phrasing) =>
  `{\n${Object.entries(phrasing)
    .map(([name, weights]) => ` "${name}": ${JSON.stringify(weights)}`)
    .join(',\n')}\n}\n`;

const talks = await loadTalks(shared, load);
if (inFolds) {
  const foldOf = foldsOf(
    talks.map((talk) => talk.date),
    folds,
  );
  const sets = { all: [] };
  for (let k = 0; k < folds; k++) {
    const found = train(talks.filter((talk) => foldOf(talk.date) !== k));
    const rest = talks.filter((talk) => foldOf(talk.date) === k);
    counted(rest, found).forEach((row, i) => {
      sets.all.push(row);
      sets[rest[i].set] = [...(sets[rest[i].set] ?? []), row];
    });
  }
  for (const [name, rows] of Object.entries(sets))
    console.log(`${folds} folds, ${name} labels:`, total(rows));
}
const save = ({ model, phrasing }, folder) => {
  writeFileSync(new URL('questions-model.json', folder), writtenKinds(model));
  writeFileSync(new URL('questions-phrasing.json', folder), lines(phrasing));
};
if (leave && out)
  save(train(talks.filter((talk) => !leave.includes(talk.date))), pathToFileURL(`${resolve(out)}/`));
if (write) {
  const found = train(talks);
  console.log('in sample:', total(counted(talks, found)));
  save(found, new URL('../lexicon/', import.meta.url));
}
