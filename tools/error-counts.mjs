// Puts the counts of classes into the tables of docs/errors.md: `node tools/error-counts.mjs PAGE SEEN.json OWN.json`,
// where the JSON is what `jianglu eval NOTES LABELS --errors --json` prints for the two sets of labels.
import { readFileSync, writeFileSync } from 'node:fs';

const [page, ...files] = process.argv.slice(2);
if (!page || files.length !== 2) {
  console.error('usage: error-counts.mjs PAGE SEEN.json OWN.json');
  process.exit(2);
}
const sets = files.map((file) => JSON.parse(readFileSync(file, 'utf8')).classes);

/** Errors, and in brackets what they add up to on the side that counts more, where that is another number. */
function cell(count) {
  if (!count) return '0';
  const items = Math.max(count.errors, count.missed, count.extra);
  return items === count.errors ? String(items) : `${count.errors} (${items})`;
}

const row = /^(\| `([a-z]+\.[a-z-]+)` *\|)[^|]*\|[^|]*\|/gm;
const text = readFileSync(page, 'utf8').replace(
  row,
  (_, head, name) => `${head} ${sets.map((classes) => cell(classes[name])).join(' | ')} |`,
);
writeFileSync(page, text);
