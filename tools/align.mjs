// Derives weak labels from the articles that editors made of the logs' talks:
//
//   npm run align -- SHARED OUT [--verbose]
//
// Writes one file a log to OUT, in the form of SHARED/eval/labels with a confidence on each decision (tools/align/
// labels.ts), and prints how many articles aligned and how the weak labels score against the hand-made ones, as if
// they were notes. OUT must lie outside the repository: the labels quote real people.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTranscript } from '../dist/index.js';
import { openCorpus } from '../dist-tools/align/corpus.js';
import { labelTalk } from '../dist-tools/align/labels.js';
import { noteOf } from '../dist-tools/align/notes.js';

const [shared, out, ...flags] = process.argv.slice(2);
if (!shared || !out) {
  console.error('usage: npm run align -- SHARED OUT [--verbose]');
  process.exit(2);
}
const here = fileURLToPath(new URL('..', import.meta.url));
if (!relative(here, resolve(out)).startsWith('..')) {
  console.error(
    'align: OUT lies in the repository; the labels quote real people, so choose a folder outside it',
  );
  process.exit(2);
}
const corpus = openCorpus(shared, (bytes, path) => readTranscript(bytes, path).children);
const byLog = new Map();
let located = 0;
let labelled = 0;
for (const { file, article } of corpus.articles) {
  const places = corpus.logsOf(article);
  if (places.length) located++;
  const talks = places
    .map(({ name, overlap }) => ({ name, talk: labelTalk(article, file, corpus.log(name), overlap) }))
    .filter(({ talk }) => talk);
  if (talks.length) labelled++;
  for (const { name, talk } of talks) byLog.set(name, [...(byLog.get(name) ?? []), talk]);
  if (!flags.includes('--verbose')) continue;
  const told = ({ name, talk }) =>
    `${name} ${talk.members.length} messages, ${talk.headings.length} headings, ${talk.qa.length} pairs`;
  const where = places.map(({ name, overlap }) => `${name} (${overlap.toFixed(2)})`).join(', ');
  console.log(`${file}: ${talks.map(told).join('; ') || `no talk; ${where || 'no log'}`}`);
}

mkdirSync(out, { recursive: true });
const hand = (name) => join(shared, 'eval/labels', `${name.replace('/', '_')}.json`);
const all = [...byLog.keys()].sort();
for (const name of all)
  writeFileSync(
    join(out, `${name.replace('/', '_')}.json`),
    `${JSON.stringify({ log: name, talks: byLog.get(name), note: 'weak labels, from articles' }, null, 1)}\n`,
  );
const both = all.filter((name) => existsSync(hand(name)));
const talks = [...byLog.values()].flat();
const sum = (figure) => talks.reduce((total, talk) => total + figure(talk), 0);
console.log(`articles ${corpus.articles.length}, with a log ${located}, with weak labels ${labelled}`);
console.log(
  `talks ${talks.length} in ${all.length} logs, ${all.length - both.length} of them without hand-made labels`,
);
console.log(
  `messages ${sum((talk) => talk.members.length)}, headings ${sum((talk) => talk.headings.length)}, pairs ${sum((talk) => talk.qa.length)}`,
);

const work = mkdtempSync(join(tmpdir(), 'jianglu-align-'));
try {
  for (const folder of ['notes', 'labels']) mkdirSync(join(work, folder));
  for (const name of both) {
    copyFileSync(hand(name), join(work, 'labels', `${name.replace('/', '_')}.json`));
    for (const [at, talk] of byLog.get(name).entries())
      writeFileSync(
        join(work, 'notes', `${name.replace('/', '_')}.${at}.json`),
        JSON.stringify(noteOf(name, talk)),
      );
  }
  const score = join(shared, 'eval/score.mjs');
  const run = spawnSync(process.execPath, [score, join(work, 'notes'), join(work, 'labels'), ...flags], {
    encoding: 'utf8',
  });
  console.log(`the weak labels of the ${both.length} logs that are labelled by hand, scored as notes:`);
  console.log(run.stdout);
} finally {
  rmSync(work, { recursive: true, force: true });
}
