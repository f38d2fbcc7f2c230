// Fits the model that tells terms from other labels (lexicon/definition-weights.json), on hand-made labels.
//
//   node tools/train-glossary.mjs SHARED [--dist DIR] [--write] [--ridge X] [--verbose]
//
// Prints the F1 of a cross-validation by date of talk (no date is in a training and in a test fold) and of each half
// when fitted on the other, then fits on all labels; --write stores the weights. Terms match as in score.mjs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(2);
const option = (name, otherwise) => (args.includes(name) ? args[args.indexOf(name) + 1] : otherwise);
const shared = args[0];
const dist = resolve(option('--dist', 'dist'));
const ridge = Number(option('--ridge', 14));
const load = (file) => import(pathToFileURL(join(dist, file)).href);
const { readTranscript } = await load('read/chatlog.js');
const { loadLexicon } = await load('lexicon.js');
const { rankedTerms, chosen } = await load('stages/glossary/choose.js');
const { probability } = await load('stages/glossary/model.js');
const { phrasesOf } = await load('stages/glossary/phrases.js');

const expand = (ids) =>
  ids.flatMap((x) => (Array.isArray(x) ? Array.from({ length: x[1] - x[0] + 1 }, (_, i) => x[0] + i) : [x]));
const norm = (s) =>
  s
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
const same = (a, b) => {
  const [x, y] = [norm(a), norm(b)].sort((p, q) => p.length - q.length);
  return x === y || (x.length >= 2 && y.includes(x) && 2 * x.length >= y.length);
};

/** Sections of a label, flat: the model asks only for titles and places. */
const sections = (messages, headings) =>
  headings.map((h) => {
    const start = Math.max(0, messages[h.msg].text.indexOf(h.title));
    return {
      title: h.title,
      marker: h.marker,
      message: h.msg,
      span: { message: h.msg, start, end: start + h.title.length, text: h.title },
      sections: [],
    };
  });

const phrases = phrasesOf(loadLexicon());
const talks = [];
for (const file of readdirSync(join(shared, 'eval/labels')).sort()) {
  const label = JSON.parse(readFileSync(join(shared, 'eval/labels', file), 'utf8'));
  const path = join(shared, 'corpus/logs', `${label.log}-chat.markdown`);
  for (const gold of label.talks) {
    const tree = readTranscript(readFileSync(path), path);
    const talk = {
      title: gold.title,
      lecture: expand(gold.lecture).sort((a, b) => a - b),
      sections: sections(tree.children, gold.headings),
    };
    const terms = rankedTerms(tree, talk, phrases, { bias: 0, weights: {} });
    const wanted = gold.glossary.map((g) => g.term);
    for (const term of terms) {
      const exact = wanted.some((w) => norm(w) === term.key);
      term.y =
        exact || wanted.some((w) => same(w, term.text) && !terms.some((t) => t.key === norm(w))) ? 1 : 0;
    }
    talks.push({ log: label.log, date: label.log.slice(-10), terms, wanted });
  }
}
const dates = [...new Set(talks.map((t) => t.date))].sort();
const names = [...new Set(talks.flatMap((t) => t.terms.flatMap((x) => Object.keys(x.features))))].sort();

/** Solves a x = b in place by Gauss. */
function solve(a, b) {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const f = a[j][i] / a[i][i];
      if (!f) continue;
      for (let k = i; k < n; k++) a[j][k] -= f * a[i][k];
      b[j] -= f * b[i];
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  return b;
}

/** Ridge logistic regression by Newton's method; the bias is not punished. */
function trained(train) {
  const rows = train.flatMap((t) =>
    t.terms.map((x) => ({ x: [...names.map((n) => x.features[n] ?? 0), 1], y: x.y })),
  );
  const n = names.length + 1;
  let w = new Array(n).fill(0);
  for (let round = 0; round < 12; round++) {
    const h = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => (i === j && i < n - 1 ? ridge : i === j ? 1e-6 : 0)),
    );
    const g = w.map((v, i) => (i < n - 1 ? -ridge * v : 0));
    for (const { x, y } of rows) {
      const on = [];
      let sum = 0;
      for (let i = 0; i < n; i++)
        if (x[i]) {
          on.push(i);
          sum += w[i] * x[i];
        }
      const p = 1 / (1 + Math.exp(-sum));
      const s = p * (1 - p);
      for (const i of on) {
        g[i] += (y - p) * x[i];
        for (const j of on) h[i][j] += s * x[i] * x[j];
      }
    }
    const step = solve(h, g);
    w = w.map((v, i) => v + step[i]);
  }
  return { bias: w.at(-1), weights: Object.fromEntries(names.map((name, i) => [name, w[i]])) };
}

const score = (terms, model) => {
  for (const term of terms) term.score = probability(term.features, model);
};

/** tp, predicted, wanted of a talk at a threshold. */
function tally(talk, threshold, cap) {
  const have = chosen(talk.terms, threshold, cap).map((t) => t.text);
  const want = [...talk.wanted];
  const predicted = have.length;
  let tp = 0;
  for (const test of [(a, b) => norm(a) === norm(b), same])
    for (let i = want.length - 1; i >= 0; i--) {
      const k = have.findIndex((x) => test(x, want[i]));
      if (k >= 0) {
        have.splice(k, 1);
        want.splice(i, 1);
        tp++;
      }
    }
  talk.spare = have;
  talk.missed = want;
  return [tp, predicted, talk.wanted.length];
}
function f1(list, threshold, cap = 12) {
  const [tp, p, g] = list
    .map((t) => tally(t, threshold, cap))
    .reduce((a, b) => a.map((v, i) => v + b[i]), [0, 0, 0]);
  return { f1: (200 * tp) / (p + g), p: (100 * tp) / p, r: (100 * tp) / g };
}
const show = ({ f1, p, r }) => `F1 ${f1.toFixed(1)} (P ${p.toFixed(1)} R ${r.toFixed(1)})`;
const thresholds = Array.from({ length: 16 }, (_, i) => 0.13 + 0.02 * i);

const about = (t, text) => {
  const x = t.terms.find((y) => y.text === text) ?? t.terms.find((y) => same(y.text, text));
  return x
    ? `${text} ${x.score.toFixed(2)} ${x.best.message} ${x.places.map((p) => p.shape).join('+')}`
    : `${text} -`;
};
const half = [0, 1].map((side) => talks.filter((t) => dates.indexOf(t.date) % 2 === side));
for (let fold = 0; fold < 10; fold++) {
  const test = talks.filter((t) => dates.indexOf(t.date) % 10 === fold);
  const model = trained(talks.filter((t) => !test.includes(t)));
  for (const t of test) score(t.terms, model);
}
console.log(
  'cross-validated, all',
  thresholds.map((x) => `${x.toFixed(2)}:${f1(talks, x).f1.toFixed(1)}`).join(' '),
);
const best = thresholds.reduce((a, b) => (f1(talks, b).f1 > f1(talks, a).f1 ? b : a));
for (const [i, h] of half.entries())
  console.log(`  half ${'AB'[i]} of it at ${best.toFixed(2)}:`, show(f1(h, best)));
if (args.includes('--verbose'))
  for (const t of half[0]) {
    tally(t, best, 12);
    console.log(
      `${t.log}\n  SPARE ${t.spare.map((s) => about(t, s)).join(' | ')}\n  MISSED ${t.missed.map((m) => about(t, m)).join(' | ')}`,
    );
  }
for (const [from, to] of [
  [0, 1],
  [1, 0],
]) {
  const model = trained(half[from]);
  for (const t of talks) score(t.terms, model);
  const own = thresholds.reduce((a, b) => (f1(half[from], b).f1 > f1(half[from], a).f1 ? b : a));
  console.log(
    `fitted on half ${'AB'[from]}: there ${show(f1(half[from], own))}; on the other at ${own.toFixed(2)} ${show(f1(half[to], own))}, at ${best.toFixed(2)} ${show(f1(half[to], best))}`,
  );
}
const model = trained(talks);
const round = (x) => Math.round(x * 1000) / 1000;
const stored = {
  bias: round(model.bias),
  weights: Object.fromEntries(Object.entries(model.weights).map(([k, v]) => [k, round(v)])),
};
if (args.includes('--weights'))
  console.log(
    Object.entries(stored.weights)
      .sort((a, b) => b[1] - a[1])
      .map(([k, v]) => `${k} ${v}`)
      .join('\n'),
  );
if (args.includes('--write'))
  writeFileSync(
    new URL('../lexicon/definition-weights.json', import.meta.url),
    `${JSON.stringify(stored, null, 2)}\n`,
  );
