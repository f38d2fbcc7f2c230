// Fits lexicon/questions-model.json, the weights of the questions stage, to hand-made labels.
//
//   node tools/train-questions.mjs SHARED [--dist DIR] [--write]
//
// Prints the pairs' F1 (as score.mjs counts it) on the labels themselves and in five folds by the talk's date, each
// scored by weights that never saw it; --write fits all talks and writes the weights.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const FOLDS = 5,
  PASSES = +(process.env.PASSES ?? 2),
  ROUNDS = +(process.env.ROUNDS ?? 120),
  RATE = 0.08;
const DECAY = +(process.env.DECAY ?? 1);
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
const { loadWordings, scoreBy } = await load('stages/questions/model.js');

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
      if (known) out.join.push({ options: [features], good: same ? [0] : [] });
      return policy
        ? policy.join(view, thread, features)
        : known
          ? same
          : features.next === 1 && features.gap < 1.6;
    },
    answer(view, threads, features) {
      const pairs = answered.get(view.id);
      const good = threads.flatMap((thread, i) =>
        thread.views.some((v) => pairs?.includes(asked.get(v.id))) ? [i] : [],
      );
      if (threads.length && (!pairs || good.length))
        out[view.person === 0 ? 'speaker' : 'member'].push({ options: features, good });
      return policy ? policy.answer(view, threads, features) : (good.at(-1) ?? -1);
    },
  });
  return out;
}

/** Weights of a choice among the options and 'none' (score 0): maximum likelihood, Adam, L2. */
function fit(examples, decay) {
  const names = [...new Set(examples.flatMap((e) => e.options.flatMap((o) => Object.keys(o))))].sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const data = examples.map((e) => ({
    good: e.good,
    options: e.options.map((o) => {
      const keys = Object.keys(o).filter((k) => o[k]);
      return { at: Int32Array.from(keys, (k) => index.get(k)), by: Float64Array.from(keys, (k) => o[k]) };
    }),
  }));
  const w = new Float64Array(names.length),
    m = new Float64Array(names.length),
    s = new Float64Array(names.length);
  for (let round = 1; round <= ROUNDS; round++) {
    const g = new Float64Array(names.length);
    for (const { options, good } of data) {
      const scores = options.map(({ at, by }) => {
        let sum = 0;
        for (let i = 0; i < at.length; i++) sum += by[i] * w[at[i]];
        return Math.exp(Math.min(sum, 30));
      });
      const all = scores.reduce((a, b) => a + b, 1),
        right = good.length ? good.reduce((a, i) => a + scores[i], 0) : 1;
      options.forEach(({ at, by }, k) => {
        const pull = scores[k] / all - (good.includes(k) ? scores[k] / right : 0);
        if (Math.abs(pull) > 1e-6) for (let i = 0; i < at.length; i++) g[at[i]] += pull * by[i];
      });
    }
    for (let i = 0; i < w.length; i++) {
      g[i] += decay * w[i];
      m[i] = 0.9 * m[i] + 0.1 * g[i];
      s[i] = 0.99 * s[i] + 0.01 * g[i] * g[i];
      w[i] -= (RATE * (m[i] / (1 - 0.9 ** round))) / (Math.sqrt(s[i] / (1 - 0.99 ** round)) + 1e-8);
    }
  }
  return Object.fromEntries(names.map((name, i) => [name, Math.round(w[i] * 1000) / 1000]));
}

/** Fits along the labels first, then also along the model's own decisions, so that it learns to go on after a mistake. */
export function train(talks) {
  const seen = { join: [], speaker: [], member: [] };
  let model;
  for (let pass = 0; pass <= PASSES; pass++) {
    const policy = model && byModel(model);
    for (const talk of talks) {
      const found = examplesOf(talk, policy);
      for (const kind in seen) seen[kind].push(...found[kind]);
    }
    model = {
      join: fit(seen.join, DECAY * (pass + 1)),
      speaker: fit(seen.speaker, DECAY * (pass + 1)),
      member: fit(seen.member, DECAY * (pass + 1)),
    };
  }
  return model;
}

const jaccard = (a, b) => {
  const same = a.filter((x) => b.includes(x)).length;
  return same / (new Set([...a, ...b]).size || 1);
};
/** Right, found and wanted pairs of one talk. */
function count(talk, model, floor, mfloor = floor) {
  const left = decode(talk.context, talk.lecture, byModel(model, floor, mfloor))
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
const dates = [...new Set(talks.map((t) => t.date))].sort();
const foldOf = new Map(dates.map((d, i) => [d, i % FOLDS]));
const models = Array.from({ length: FOLDS }, (_, k) => train(talks.filter((t) => foldOf.get(t.date) !== k)));
for (const [floor, m] of [
  [-0.6, -0.6],
  [-0.3, -0.3],
  [0, 0],
])
  console.log(
    `decay ${DECAY} passes ${PASSES} five folds, floor`,
    floor,
    m,
    total(talks.map((t) => count(t, models[foldOf.get(t.date)], floor, m))),
  );
const model = process.env.QUICK ? undefined : train(talks);
if (model)
  for (const floor of [-0.3, 0])
    console.log('in sample, floor', floor, total(talks.map((t) => count(t, model, floor))));
if (args.includes('--write'))
  writeFileSync(
    new URL('../lexicon/questions-model.json', import.meta.url),
    `${JSON.stringify(model, null, 1)}\n`,
  );
