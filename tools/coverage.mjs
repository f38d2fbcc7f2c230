// How many of the labels' topics the taxonomy knows, by set of labels and fold.
//
//   node tools/coverage.mjs SHARED [--dist DIR] [--missing]
//
// A topic is covered when the score's test would match it to a concept: equal to the label or one of the first three
// aliases, or label and topic holding each other at most twice as long. Folds go by the talk's date. All folds count
// as fitted: concepts were written from what they lacked. Fold 4 of the given labels was held out at first (24 of 32 topics known), and of 208 topics of our
// first 25 logs, labelled later, 176 were known: what unseen logs hold is nearer to these.

import { readdirSync, readFileSync } from 'node:fs';
import { commandOf } from './fitting/command.mjs';
import { foldsOf, loadLabels } from './fitting/labels.mjs';
import { norm, sameTerm } from './fitting/match.mjs';

const { load, shared, missing: listed } = commandOf({ missing: 'boolean' });
const topics = new URL('../lexicon/topics/', import.meta.url);
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

const concepts = readdirSync(topics)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => json(new URL(name, topics)).concepts);
const labels = concepts.map(({ prefLabel }) => norm(prefLabel));
const names = new Set(labels);
for (const { altLabel = {} } of concepts) {
  const aliases = [...(altLabel['zh-Hans'] ?? []), ...(altLabel.en ?? []), ...(altLabel['zh-Hant'] ?? [])];
  for (const alias of aliases.slice(0, 3)) names.add(norm(alias));
}
const covered = (topic) => names.has(norm(topic)) || labels.some((label) => sameTerm(label, topic));

const logs = await loadLabels(shared, load);
const foldOf = foldsOf(
  logs.map(({ date }) => date),
  5,
);
const parts = new Map();
for (const { set, date, label } of logs) {
  for (const topic of label.talks.flatMap((talk) => talk.topics)) {
    const name = `${set} labels, fold ${foldOf(date)}`;
    const part = parts.get(name) ?? { known: 0, all: 0, missing: [] };
    parts.set(name, part);
    part.all++;
    if (covered(topic)) part.known++;
    else part.missing.push(topic);
  }
}
console.log(`${concepts.length} concepts`);
for (const [name, { known, all, missing }] of [...parts].sort(([a], [b]) => (a < b ? 1 : -1))) {
  console.log(`${name}: ${known}/${all} = ${((100 * known) / all).toFixed(1)} %`);
  if (listed) console.log(`  ${missing.join(' ')}`);
}
