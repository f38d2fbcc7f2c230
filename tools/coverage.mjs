// How many of the labels' topics the taxonomy knows, by fold.
//
//   node tools/coverage.mjs LABELS [--missing]
//
// A topic is covered when the score's test would match it to a concept: equal to the label or one of the first three
// aliases, or label and topic holding each other at most twice as long. Folds: the logs sorted by date, index modulo 5.
// Fold 4 was held out while the taxonomy was written (4718 concepts, 24 of 32 topics known); four standard terms that
// it missed were added afterwards, so that all folds count as fitted now. What unseen logs hold is nearer to the former.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, flag] = process.argv.slice(2);
const topics = new URL('../lexicon/topics/', import.meta.url);
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const norm = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
const sameTerm = (a, b) => {
  const [x, y] = [a, b].sort((p, q) => p.length - q.length);
  return x === y || (x.length >= 2 && y.includes(x) && 2 * x.length >= y.length);
};

const concepts = readdirSync(topics)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => json(new URL(name, topics)).concepts);
const labels = concepts.map(({ prefLabel }) => norm(prefLabel));
const names = new Set(labels);
for (const { altLabel = {} } of concepts) {
  const aliases = [...(altLabel['zh-Hans'] ?? []), ...(altLabel.en ?? []), ...(altLabel['zh-Hant'] ?? [])];
  for (const alias of aliases.slice(0, 3)) names.add(norm(alias));
}
const covered = (topic) => names.has(norm(topic)) || labels.some((label) => sameTerm(label, norm(topic)));

const day = ({ log }) => `${log.split('/')[1]} ${log}`;
const logs = readdirSync(folder)
  .map((name) => json(join(folder, name)))
  .sort((a, b) => (day(a) < day(b) ? -1 : 1));
const folds = Array.from({ length: 5 }, () => ({ known: 0, all: 0, missing: [] }));
logs.forEach(({ talks }, i) => {
  for (const topic of talks.flatMap((talk) => talk.topics)) {
    const fold = folds[i % 5];
    fold.all++;
    if (covered(topic)) fold.known++;
    else fold.missing.push(topic);
  }
});
console.log(`${concepts.length} concepts`);
folds.forEach(({ known, all, missing }, i) => {
  console.log(`fold ${i}: ${known}/${all} = ${((100 * known) / all).toFixed(1)} %`);
  if (flag === '--missing') console.log(`  ${missing.join(' ')}`);
});
