// Measures jianglu's pages against the articles that editors made of the same talks:
//
//   npm run against-editors -- SHARED [--verbose]
//
// Finds each article's log (tools/align), extracts and renders its notes, and prints: the share of the article's
// sentences that the page holds, the share of the page's that the article lacks, pairs of sentences in the same
// order, and F1 of the headings' titles; apart for logs labelled by hand, which were in view when jianglu's rules were
// written, and others; the ten worst, and with --verbose a line a talk. docs/against-editors.md
// says what the figures mean.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract, readTranscript, renderMarkdown } from '../dist/index.js';
import { absent, closeness, figures } from '../dist-tools/against/figures.js';
import { agreement } from '../dist-tools/against/measures.js';
import { readPage } from '../dist-tools/against/page.js';
import { openCorpus } from '../dist-tools/align/corpus.js';
import { talkOf } from '../dist-tools/align/labels.js';

const [shared, ...flags] = process.argv.slice(2);
if (!shared || !existsSync(join(shared, 'corpus/edited'))) {
  console.error('usage: npm run against-editors -- SHARED [--verbose], where SHARED holds corpus/edited');
  process.exit(2);
}
const corpus = openCorpus(shared, (bytes, path) => readTranscript(bytes, path).children);
const percent = (value) => (value === null ? '-' : (100 * value).toFixed(1)).padStart(9);
const columns = ['talk', 'questions', 'held', 'lacking', 'order', 'headings'];
const row = (name, all) => {
  const result = figures(all);
  return `${name.padEnd(34)}${columns.map((column) => percent(result[column])).join('')}`;
};

// A page that holds less of the talk than this is a note of another talk of that day; such pages hold under 2 %.
const leastTalk = 0.1;

/** The pages of a log's notes. */
function pages(name) {
  const path = corpus.path(name);
  return extract(readFileSync(path), { path }).notes.map((note) => readPage(renderMarkdown(note)));
}

const label = (name) => join(shared, 'eval/labels', `${name.replace('/', '_')}.json`);
const rows = [];
let located = 0;
for (const { file, article } of corpus.articles) {
  const logs = corpus.logsOf(article);
  if (logs.length) located++;
  const places = logs.filter(({ name }) => talkOf(article, corpus.log(name)));
  if (!places.length) continue;
  const found = places.flatMap(({ name }) => pages(name)).map((page) => agreement(article, page));
  const best = found
    .filter(({ talk }) => talk.hits >= leastTalk * talk.of)
    .sort((a, b) => closeness(b) - closeness(a))[0];
  const empty = absent(agreement(article, readPage('')));
  const labelled = places.some(({ name }) => existsSync(label(name)));
  rows.push({
    name: file.replace('.markdown', ''),
    labelled,
    note: best !== undefined,
    figures: best ?? empty,
  });
}

const noted = rows.filter(({ note }) => note);
console.log(
  `articles ${corpus.articles.length}, with a log ${located}, on one speaker's talk ${rows.length}`,
);
console.log(`of those with a note ${noted.length}, without ${rows.length - noted.length}\n`);
console.log(`${''.padEnd(34)}${columns.map((column) => column.padStart(9)).join('')}`);
const all = (list) => list.map((one) => one.figures);
if (flags.includes('--verbose')) for (const one of rows) console.log(row(one.name, [one.figures]));
console.log(row('all talks', all(rows)));
console.log(row('talks with a note', all(noted)));
const split = (labelled) => noted.filter((one) => one.labelled === labelled);
console.log(row(`  ${split(true).length} of them labelled by hand`, all(split(true))));
console.log(row(`  ${split(false).length} of them not`, all(split(false))));
console.log('\nthe ten worst, by what page and article have in common:');
const worst = [...rows].sort((a, b) => closeness(a.figures) - closeness(b.figures)).slice(0, 10);
for (const one of worst) console.log(row(`${one.name}${one.note ? '' : ' (no note)'}`, [one.figures]));
