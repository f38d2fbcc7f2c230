import { exponentOf } from '../growth.mjs';
import { bucketName, buckets } from './queries.mjs';

/** What must hold; milliseconds, sections a second, and times the text. */
export const bounds = { rare: 10, any: 150, first: 100, index: 3, build: 5000 };
/** The bucket up to which a word is rare: 0.3 %. */
const rarest = 2;

export function quantile(times, part) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

const ms = (number) =>
  number === undefined ? '–' : number < 10 ? number.toFixed(1) : String(Math.round(number));
const both = (times) => (times?.length ? `${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.95))}` : '–');
const count = (number) => number.toLocaleString('en');

/** Times by row: kinds of queries, one word by bucket. */
export function rowsOf(queries) {
  const rows = new Map();
  for (const query of queries) {
    const name = query.kind === 'one word' ? `one word, ${bucketName(query.bucket)}` : query.kind;
    rows.set(name, [...(rows.get(name) ?? []), query]);
  }
  return rows;
}

const timesOf = (queries, system) => queries.flatMap((query) => query[system] ?? []);

export function latencyTable({ size, queries, held }) {
  const lines = [...rowsOf(queries)].map(([name, list]) => {
    const cells = ['jianglu', 'fts', 'mini', 'like'].map((system) => both(timesOf(list, system)));
    return `| ${[name, list.length, ...cells].join(' | ')} |`;
  });
  return [
    `milliseconds at ${count(size)} sections, p50 / p95 (MiniSearch at ${count(held)})`,
    '| query | number | jianglu | FTS5, plain BM25 | MiniSearch | LIKE |',
    '| --- | ---: | --- | --- | --- | --- |',
    ...lines,
  ];
}

/** How p50 of each row grows with the number of sections, and building and bytes. */
export function growthTable(runs) {
  const sizes = runs.map(({ size }) => size);
  const names = [...rowsOf(runs.at(-1).queries).keys()];
  const p50 = (run, name, system) => {
    const times = timesOf(rowsOf(run.queries).get(name) ?? [], system);
    return times.length ? quantile(times, 0.5) : undefined;
  };
  const exponent = (values) =>
    values.every((value) => value > 0) && values.length > 1 ? exponentOf(sizes, values).toFixed(2) : '–';
  const lines = names.map((name) => {
    const [own, fts] = ['jianglu', 'fts'].map((system) => runs.map((run) => p50(run, name, system)));
    return `| ${name} | ${own.map(ms).join(', ')} | ${exponent(own)} | ${exponent(fts)} |`;
  });
  return [
    `growth over ${sizes.map(count).join(', ')} sections`,
    '| query | p50 in ms | exponent | exponent of FTS5 |',
    '| --- | --- | ---: | ---: |',
    ...lines,
    `| writing, seconds | ${runs.map(({ seconds }) => seconds.toFixed(1)).join(', ')} | ${exponent(runs.map(({ seconds }) => seconds))} | – |`,
    `| index, MB | ${runs.map(({ bytes }) => Math.round(bytes / 1e6)).join(', ')} | ${exponent(runs.map(({ bytes }) => bytes))} | – |`,
  ];
}

export function boundsTable({ size, seconds, cpu, bytes, text, first, queries }) {
  const rare = queries.filter(({ bucket }) => bucket !== undefined && bucket <= rarest);
  const row = (name, found, bound, holds, ofCpu = '') =>
    `| ${[name, found, bound, holds ? 'holds' : 'BROKEN', ofCpu].join(' | ')} |`;
  const most = (name, list, bound) => {
    const [found, ofCpu] = ['jianglu', 'cpu'].map((system) => quantile(timesOf(list, system), 0.95));
    return row(name, `${ms(found)} ms`, `≤ ${bound} ms`, found <= bound, `${ms(ofCpu)} ms`);
  };
  const [over, rate] = [bytes / text, size / seconds];
  return [
    `bounds at ${count(size)} sections; beside times by the clock those of the processor, which others do not lengthen`,
    '| | found | bound | | processor |',
    '| --- | ---: | ---: | --- | ---: |',
    most(`p95, rarest word in < ${buckets[rarest] * 100} %`, rare, bounds.rare),
    most('p95, any query', queries, bounds.any),
    row('first result after opening', `${ms(first)} ms`, `≤ ${bounds.first} ms`, first <= bounds.first),
    row('index over text', `${over.toFixed(2)} ×`, `≤ ${bounds.index} ×`, over <= bounds.index),
    row(
      'sections a second',
      count(Math.round(rate)),
      `≥ ${count(bounds.build)}`,
      rate >= bounds.build,
      count(Math.round(size / cpu)),
    ),
  ];
}
