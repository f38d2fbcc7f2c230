// Judges search by graded queries, side by side with other engines over the same entries:
//
//   npm run judge -- NOTES QUERIES [--misses] [--system NAME] [--half tuning|held-out] [--json]
//
// NOTES: a folder of notes, or of outlines (`notes-of.mjs`); several are separated by commas. QUERIES: a file of
// queries by class, each with grades (3 the thing asked for, 2 very useful, 1 mentions it) by key: a talk's id, `#` and
// the JSON pointer into its note, or a concept's key. Figures, each of the first ten: MRR of the first grade 2 or
// better, recall of those grades, nDCG.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { entriesOf } from './entries.mjs';
import { figuresOf, inRow, listOf, meanOf, rowsOf } from './figures.mjs';
import { notesIn } from './notes-of.mjs';
import { trigram, unicode61 } from './systems/fts.mjs';
import { jianglu } from './systems/jianglu.mjs';
import { miniSearch, miniSearchPairs } from './systems/minisearch.mjs';
import { site } from './systems/site.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    misses: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    system: { type: 'string', multiple: true },
    half: { type: 'string' },
  },
});
const [folders, file] = positionals;
if (!file) {
  console.error(
    'npm run judge -- NOTES QUERIES [--misses] [--system NAME] [--half tuning|held-out] [--json]',
  );
  process.exit(2);
}
const { foldedText } = await import('../../dist/language/fold.js');
const notes = folders.split(',').flatMap((folder) => notesIn(folder));
const entries = entriesOf(notes, foldedText);
const systems = {
  jianglu: () => jianglu(notes),
  site: () => site(notes),
  MiniSearch: () => miniSearch(entries),
  'MiniSearch pairs': () => miniSearchPairs(entries),
  'FTS5 trigram': () => trigram(entries),
  'FTS5 unicode61': () => unicode61(entries),
};
const half = values.half?.replace('-', ' ');
const queries = listOf(JSON.parse(readFileSync(file, 'utf8'))).filter((one) => !half || one.half === half);

/** Keys that a system gives for each query, with their figures. */
async function ranked(make) {
  const search = await make();
  const all = [];
  for (const query of queries) {
    const keys = await search(query.query);
    all.push({ ...query, keys, ...figuresOf(keys, query.judged) });
  }
  await search.close?.();
  return all;
}

const results = {};
for (const [name, make] of Object.entries(systems)) {
  if (values.system && !values.system.includes(name)) continue;
  try {
    results[name] = await ranked(make);
  } catch (error) {
    if (values.system) throw error;
    console.error(`${name}: left out, ${error.message}`);
  }
}

const shown = ({ mrr, recall, ndcg }) => [mrr, recall, ndcg].map((figure) => figure.toFixed(3)).join(' ');
const table = rowsOf(queries).map((row) => {
  const of = (all) => all.filter(inRow(row));
  const cells = Object.values(results).map((all) => (of(all).length ? shown(meanOf(of(all))) : '–'));
  return [row, String(queries.filter(inRow(row)).length), ...cells];
});
if (values.json) console.log(JSON.stringify(results));
else {
  console.log(`${notes.length} notes, ${entries.length} entries; MRR@10, recall@10, nDCG@10`);
  console.log(`| class | queries | ${Object.keys(results).join(' | ')} |`);
  console.log(`| --- | ---: |${' --- |'.repeat(Object.keys(results).length)}`);
  for (const cells of table) console.log(`| ${cells.join(' | ')} |`);
}

if (values.misses)
  for (const [name, all] of Object.entries(results))
    for (const { class: kind, query, half, keys, judged, mrr, recall } of all)
      if (mrr < 1 || recall < 1) {
        const left = Object.keys(judged).filter((key) => judged[key] >= 2 && !keys.includes(key));
        console.log(
          `\n${name} · ${kind} · ${half} · ${query} · MRR ${mrr.toFixed(2)} recall ${recall.toFixed(2)}`,
        );
        for (const key of keys) console.log(`  ${judged[key] ?? 0} ${key}`);
        if (recall < 1) console.log(`  left out: ${left.slice(0, 10).join(', ')}`);
      }
