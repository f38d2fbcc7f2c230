// Fits the weights of src/stages/topics/score.ts on hand-made labels and prints them with cross-validated figures.
//
//   node tools/fit-topics.mjs SHARED [--dist DIR] [--held-out] [--show]
//
// Folds: the logs sorted by date, index modulo 5; fold 4 is held out and measured only with --held-out. A candidate is
// right when the score's test matches it to a topic of the label. Logistic regression with an L2 penalty by
// Newton's method from zero; no random numbers.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(2);
const at = args.indexOf('--dist');
const dist = resolve(at >= 0 ? args.splice(at, 2)[1] : 'dist');
const [shared, ...flags] = args;
const load = (file) => import(pathToFileURL(join(dist, file)).href);
const { readTranscript } = await load('read/chatlog.js');
const { loadLexicon } = await load('lexicon.js');
const { namesOf } = await load('stages/topics/candidate.js');
const { passagesOf } = await load('stages/topics/passages.js');
const { chosenOf, rankedOf } = await load('stages/topics.js');
const { scoreOf, weights } = await load('stages/topics/score.js');

const HELD_OUT = 4;
/** Chosen among 5, 20 and 40: cross-validated 53.8, 54.5, 54.2. */
const L2 = 20;
const norm = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
const sameTerm = (a, b) => {
  const [x, y] = [norm(a), norm(b)].sort((p, q) => p.length - q.length);
  return x === y || (x.length >= 2 && y.includes(x) && 2 * x.length >= y.length);
};
const expand = (ids) =>
  ids.flatMap((x) => (Array.isArray(x) ? Array.from({ length: x[1] - x[0] + 1 }, (_, i) => x[0] + i) : [x]));
const names = (candidate) => [candidate.label, ...namesOf(candidate).slice(0, 3)].map(norm);
const right = (candidate, topics) =>
  topics.some((topic) => names(candidate).includes(norm(topic)) || sameTerm(candidate.label, topic));

const lexicon = loadLexicon();
const labels = readdirSync(join(shared, 'eval/labels')).map((name) =>
  JSON.parse(readFileSync(join(shared, 'eval/labels', name), 'utf8')),
);
const day = ({ log }) => `${log.split('/')[1]} ${log}`;
const talks = labels
  .sort((a, b) => (day(a) < day(b) ? -1 : 1))
  .flatMap((label, i) => {
    if (i % 5 === HELD_OUT && !flags.includes('--held-out')) return [];
    const path = join(shared, 'corpus/logs', `${label.log}-chat.markdown`);
    const transcript = readTranscript(readFileSync(path), path);
    return label.talks.map((talk) => {
      const headings = talk.headings.map(({ msg, title }) => {
        const start = Math.max(0, transcript.children[msg].text.indexOf(title));
        return { message: msg, span: { start, end: start + title.length }, sections: [] };
      });
      const draft = {
        titleFrom: [],
        title: talk.title,
        announcement: talk.announce ?? [],
        sections: headings,
        lecture: expand(talk.lecture).sort((a, b) => a - b),
        qa: talk.qa.map(({ q, a }) => ({ question: { messages: q }, answers: [{ messages: a }] })),
      };
      const ranked = rankedOf(passagesOf(draft, transcript), lexicon);
      return {
        fold: i % 5,
        log: label.log,
        topics: talk.topics,
        ranked: ranked.map((one) => ({ ...one, right: right(one.candidate, talk.topics) })),
      };
    });
  });
const keys = Object.keys(weights);
const vector = ({ features }) => keys.map((key) => (key === 'bias' ? 1 : features[key]));

/** Solves a·x = b by Gauss's elimination; `a` is positive definite. */
function solve(a, b) {
  const n = b.length;
  const m = a.map((row, i) => [...row, b[i]]);
  for (let i = 0; i < n; i++) {
    for (let k = i + 1; k < n; k++) {
      const f = m[k][i] / m[i][i];
      for (let c = i; c <= n; c++) m[k][c] -= f * m[i][c];
    }
  }
  const x = Array(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let rest = m[i][n];
    for (let c = i + 1; c < n; c++) rest -= m[i][c] * x[c];
    x[i] = rest / m[i][i];
  }
  return x;
}

/** Newton's method on the penalised likelihood. */
function train(sample) {
  const rows = sample.flatMap(({ ranked }) =>
    ranked.map((one) => ({ x: vector(one), y: one.right ? 1 : 0 })),
  );
  let w = keys.map(() => 0);
  for (let round = 0; round < 12; round++) {
    const grad = keys.map((key, k) => (key === 'bias' ? 0 : -L2 * w[k]));
    const hess = keys.map((key, k) => keys.map((_, c) => (k === c ? (key === 'bias' ? 1e-6 : L2) : 0)));
    for (const { x, y } of rows) {
      let z = 0;
      for (let k = 0; k < w.length; k++) z += w[k] * x[k];
      const p = 1 / (1 + Math.exp(-z));
      for (let k = 0; k < w.length; k++) {
        if (x[k] === 0) continue;
        grad[k] += (y - p) * x[k];
        for (let c = 0; c < w.length; c++) hess[k][c] += p * (1 - p) * x[k] * x[c];
      }
    }
    const step = solve(hess, grad);
    w = w.map((value, k) => value + step[k]);
  }
  return w;
}

function measure(sample, w) {
  let [tp, got, want] = [0, 0, 0];
  for (const { ranked, topics } of sample) {
    const order = ranked
      .map((one) => ({ ...one, score: vector(one).reduce((sum, x, k) => sum + x * w[k], 0) }))
      .sort((a, b) => b.score - a.score);
    const chosen = chosenOf(order);
    const left = [...topics];
    const rest = [];
    const take = (test, list) => {
      for (const one of list) {
        const i = left.findIndex((topic) => test(one.candidate, topic));
        if (i >= 0) {
          left.splice(i, 1);
          tp++;
        } else rest.push(one);
      }
    };
    take((c, topic) => names(c).includes(norm(topic)), chosen);
    take((c, topic) => sameTerm(c.label, topic), rest.splice(0));
    got += chosen.length;
    want += topics.length;
  }
  return { p: (100 * tp) / got, r: (100 * tp) / want, f1: (200 * tp) / (got + want), tp, got, want };
}
const show = ({ p, r, f1 }) => `p ${p.toFixed(1)} r ${r.toFixed(1)} f1 ${f1.toFixed(1)}`;
const open = talks.filter(({ fold }) => fold !== HELD_OUT);
const parts = [0, 1, 2, 3].map((fold) =>
  measure(
    open.filter((t) => t.fold === fold),
    train(open.filter((t) => t.fold !== fold)),
  ),
);
const total = parts.reduce((a, b) => ({ tp: a.tp + b.tp, got: a.got + b.got, want: a.want + b.want }));
console.log(
  `cross-validated f1 ${((200 * total.tp) / (total.got + total.want)).toFixed(1)} (folds ${parts.map(({ f1 }) => f1.toFixed(1)).join(', ')})`,
);
const w = train(open);
console.log(
  `in sample ${show(measure(open, w))}; shipped weights ${show(
    measure(
      open,
      keys.map((key) => weights[key]),
    ),
  )}`,
);
const ceiling = open.reduce(
  (sum, { ranked, topics }) =>
    sum + topics.filter((topic) => ranked.some(({ candidate }) => right(candidate, [topic]))).length,
  0,
);
console.log(`found among candidates: ${ceiling} of ${total.want}`);
for (const [k, key] of keys.entries()) console.log(`  ${key}: ${w[k].toFixed(2)},`);
if (flags.includes('--held-out'))
  console.log(
    `held-out fold, shipped weights: ${show(
      measure(
        talks.filter(({ fold }) => fold === HELD_OUT),
        keys.map((key) => weights[key]),
      ),
    )}`,
  );
if (flags.includes('--show')) {
  for (const { log, topics, ranked } of open) {
    const order = ranked
      .map((one) => ({ ...one, score: scoreOf(one.features) }))
      .sort((a, b) => b.score - a.score);
    console.log(
      `${log}: ${topics.join(' ')}\n   ${chosenOf(order, 12)
        .map((one) => `${one.right ? '+' : '-'}${one.candidate.label}${one.candidate.concept ? '°' : ''}`)
        .join(' ')}`,
    );
  }
}
