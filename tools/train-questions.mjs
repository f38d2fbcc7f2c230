// Fits lexicon/questions-model.json, the weights of the questions stage, to hand-made labels.
//
//   node tools/train-questions.mjs SHARED [--dist DIR] [--write]
//
// Prints the pairs' F1 (as score.mjs counts it) on the labels themselves and in five folds by the talk's date, each
// scored by weights that never saw it; --write fits all talks and writes the weights.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folds = 5;
const passes = 1;
const rounds = 120;
const rate = 0.08;
const decay = +(process.env.DECAY ?? 1);
const args = process.argv.slice(2);
const at = args.indexOf('--dist');
const dist = resolve(at >= 0 ? args.splice(at, 2)[1] : 'dist');
const shared = args[0];
const load = (file) => import(pathToFileURL(join(dist, file)).href);
const { readTranscript } = await load('read/chatlog.js');
const { loadLexicon } = await load('lexicon.js');
const { cues } = await load('stages/cues.js');
const { duplicates } = await load('stages/duplicates.js');
const { contextOf } = await load('stages/questions.js');
const { byModel, decode } = await load('stages/questions/decode.js');
const { loadWordings } = await load('stages/questions/model.js');

const expand = (ids) =>
  ids.flatMap((x) => (Array.isArray(x) ? Array.from({ length: x[1] - x[0] + 1 }, (_, i) => x[0] + i) : [x]));

/** Every labelled talk with what the decoder works on and its gold pairs. */
function loadTalks() {
  const lexicon = loadLexicon(),
    wordings = loadWordings(),
    talks = [];
  for (const file of readdirSync(join(shared, 'eval/labels')).sort()) {
    const label = JSON.parse(readFileSync(join(shared, 'eval/labels', file), 'utf8'));
    if (!label.talks.length) continue;
    const path = join(shared, 'corpus/logs', `${label.log}-chat.markdown`);
    const tree = readTranscript(readFileSync(path), path);
    duplicates()(tree);
    cues(lexicon)(tree);
    const drafts = label.talks.map((talk) => {
      const lecture = expand(talk.lecture).sort((a, b) => a - b);
      return {
        nicks: talk.speakers,
        lecture,
        window: { first: lecture[0], last: lecture.at(-1) },
        announcement: talk.announce ?? [],
      };
    });
    tree.talks = drafts;
    drafts.forEach((draft, i) => {
      talks.push({
        log: label.log,
        date: label.log.slice(-10),
        context: contextOf(tree, draft, wordings),
        lecture: new Set(draft.lecture),
        pairs: label.talks[i].qa,
      });
    });
  }
  return talks;
}

const names = [];
const indexOf = new Map();
/** Features of some kinds as parallel arrays of feature numbers and values; numbers are given out on the way. */
function sparse(features, kinds) {
  const index = [];
  const value = [];
  for (const kind of kinds)
    for (const [feature, x] of Object.entries(features)) {
      if (!x) continue;
      const name = `${kind}.${feature}`;
      if (!indexOf.has(name)) {
        indexOf.set(name, names.length);
        names.push(name);
      }
      index.push(indexOf.get(name));
      value.push(x);
    }
  return { index: Int32Array.from(index), value: Float64Array.from(value) };
}

/** Weights by kind, as the model holds them, in an order that does not depend on the way. */
function byKind(weights, kinds) {
  const entries = names.map((name, i) => [...name.split('.'), Math.round(weights[i] * 1000) / 1000]);
  const of = (kind) =>
    entries.filter(([k, , value]) => k === kind && value !== 0).map(([, name, value]) => [name, value]);
  return Object.fromEntries(
    kinds.map((kind) => [kind, Object.fromEntries(of(kind).sort(([a], [b]) => (a < b ? -1 : 1)))]),
  );
}

/** Runs the decoder and writes down each decision beside what the labels say; the labels decide, or `policy`. */
function examplesOf(talk, policy) {
  const asked = new Map(),
    answered = new Map(),
    out = { join: [], speaker: [], member: [] };
  talk.pairs.forEach((pair, i) => {
    for (const id of pair.q) asked.set(id, i);
    for (const id of pair.a) answered.set(id, [...(answered.get(id) ?? []), i]);
  });
  decode(talk.context, talk.lecture, {
    join(view, thread, features) {
      const now = asked.get(view.id),
        before = thread.views.map((v) => asked.get(v.id)).filter((x) => x !== undefined);
      const known = now !== undefined || before.length > 0,
        same = now !== undefined && before.includes(now);
      if (known) out.join.push({ options: [sparse(features, ['join'])], good: same ? [0] : [] });
      return policy
        ? policy.join(view, thread, features)
        : known
          ? same
          : features.next === 1 && features.gap < 1.6;
    },
    answer(view, threads, links) {
      const pairs = answered.get(view.id);
      const good = threads.flatMap((thread, i) =>
        thread.views.some((v) => pairs?.includes(asked.get(v.id))) ? [i] : [],
      );
      if (threads.length && (!pairs || good.length))
        out[view.person === 0 ? 'speaker' : 'member'].push({
          options: links.map(({ kinds, features }) => sparse(features, ['all', ...kinds])),
          good,
        });
      return policy ? policy.answer(view, threads, links) : (good.at(-1) ?? -1);
    },
  });
  return out;
}

/** Adds the gradient of one choice among the options and 'none' (score 0). */
function push(gradient, weights, { options, good }) {
  const scores = options.map(({ index, value }) => {
    let sum = 0;
    for (let i = 0; i < index.length; i++) sum += value[i] * weights[index[i]];
    return Math.exp(Math.min(sum, 30));
  });
  const all = scores.reduce((a, b) => a + b, 1);
  const right = good.reduce((sum, k) => sum + scores[k], 0);
  options.forEach(({ index, value }, k) => {
    const pull = scores[k] / all - (good.includes(k) ? scores[k] / right : 0);
    if (Math.abs(pull) > 1e-4) for (let i = 0; i < index.length; i++) gradient[index[i]] += pull * value[i];
  });
}

/** Weights of the choices: maximum likelihood with L2, by Adam. */
function fitted(examples, kinds, l2) {
  const w = new Float64Array(names.length);
  const m = new Float64Array(names.length);
  const s = new Float64Array(names.length);
  for (let round = 1; round <= rounds; round++) {
    const g = new Float64Array(names.length);
    for (const example of examples) push(g, w, example);
    for (let i = 0; i < w.length; i++) {
      g[i] += l2 * w[i];
      m[i] = 0.9 * m[i] + 0.1 * g[i];
      s[i] = 0.99 * s[i] + 0.01 * g[i] * g[i];
      w[i] -= (rate * m[i]) / (1 - 0.9 ** round) / (Math.sqrt(s[i] / (1 - 0.99 ** round)) + 1e-8);
    }
  }
  return byKind(w, kinds);
}

const linkKinds = ['all', 'on', 'back', 'new', 'brief'];
const alongLabels = new Map();
/** Fits along the labels first, then also along the model's own decisions, so that it learns to go on after a mistake. */
function train(talks) {
  const seen = { join: [], speaker: [], member: [] };
  let model;
  for (let pass = 0; pass <= passes; pass++) {
    for (const talk of talks) {
      if (!alongLabels.has(talk)) alongLabels.set(talk, examplesOf(talk));
      const found = model ? examplesOf(talk, byModel(model, 0)) : alongLabels.get(talk);
      for (const kind in seen) seen[kind].push(...found[kind]);
    }
    const l2 = decay * (pass + 1);
    model = {
      join: fitted(seen.join, ['join'], l2).join,
      speaker: fitted(seen.speaker, linkKinds, l2),
      member: fitted(seen.member, linkKinds, l2),
    };
  }
  return model;
}

const jaccard = (a, b) => {
  const same = a.filter((x) => b.includes(x)).length;
  return same / (new Set([...a, ...b]).size || 1);
};
/** Right, found and wanted pairs of one talk. */
function count(talk, model, floor) {
  const left = decode(talk.context, talk.lecture, byModel(model, floor))
    .filter((t) => t.replies.size)
    .map((t) => ({ q: t.views.map((v) => v.id), a: [...t.replies.values()].flatMap((r) => r.ids) }));
  const found = left.length;
  let right = 0;
  for (const g of talk.pairs) {
    const i = left.findIndex((x) => jaccard(x.q, g.q) >= 0.5 && jaccard(x.a, g.a) >= 0.5);
    if (i >= 0) {
      left.splice(i, 1);
      right++;
    }
  }
  return [right, found, talk.pairs.length];
}
const total = (rows) => {
  const [r, f, w] = rows.reduce((a, b) => a.map((x, i) => x + b[i]), [0, 0, 0]);
  return `p ${((100 * r) / f).toFixed(1)} r ${((100 * r) / w).toFixed(1)} f1 ${((200 * r) / (f + w)).toFixed(1)}`;
};

const talks = loadTalks();
const dates = [...new Set(talks.map((talk) => talk.date))].sort();
const foldOf = new Map(dates.map((date, i) => [date, i % folds]));
const models = Array.from({ length: folds }, (_, k) =>
  train(talks.filter((talk) => foldOf.get(talk.date) !== k)),
);
for (const floor of [-1, -0.8, -0.6, -0.4, -0.2, 0])
  console.log(
    `five folds, floor ${floor}:`,
    total(talks.map((talk) => count(talk, models[foldOf.get(talk.date)], floor))),
  );
if (args.includes('--write')) {
  const model = train(talks);
  console.log('in sample:', total(talks.map((talk) => count(talk, model))));
  writeFileSync(
    new URL('../lexicon/questions-model.json', import.meta.url),
    `${JSON.stringify(model, null, 1)}\n`,
  );
}
