// The n-grams of lexicon/questions-phrasing.json: how asking and answering sounds.
import { fitLinear } from '../fitting/linear.mjs';

/** Fewest logs that an n-gram must be seen in. */
const fewest = 3;
const rounds = 60;
const decay = 20;
/** Weights nearer to 0 than this are left out. */
const least = 0.05;
const folds = 5;
/** What the weights of n-grams are fitted beside, so that they add to the other features rather than repeat them. */
const flags = [
  'mark',
  'ask',
  'word',
  'particle',
  'yesNo',
  'confirm',
  'understood',
  'followUp',
  'restate',
  'deflect',
  'address',
  'group',
  'picture',
  'open',
  'listed',
];

const decided = {
  asks: { of: (view) => view.person !== 0, key: 'q' },
  speaker: { of: (view) => view.person === 0, key: 'a' },
  member: { of: (view) => view.person !== 0, key: 'a' },
};

const besides = (view) => ({
  '#bias': 1,
  '#size': Math.log2(1 + view.plain.length) / 4,
  '#chatter': view.chatter,
  '#toSpeaker': view.mentions.includes(0) ? 1 : 0,
  '#toOther': view.mentions.some((who) => who !== 0) ? 1 : 0,
  ...Object.fromEntries(flags.map((name) => [`#${name}`, view[name] ? 1 : 0])),
});

/** Messages that may ask or answer, with their n-grams and what the labels say. */
function samplesOf(talk, { of, key }, phrasesOf) {
  const wanted = new Set(talk.pairs.flatMap((pair) => pair[key]));
  return talk.context.views
    .filter((view) => of(view) && !talk.lecture.has(view.id) && (view.plain !== '' || view.picture))
    .filter((view) => view.chatter < 0.8 || view.mark || view.ask)
    .map((view) => ({
      phrases: [...phrasesOf(view.plain)],
      besides: besides(view),
      good: wanted.has(view.id) ? [0] : [],
      log: talk.log,
    }));
}

/** N-grams of enough logs; those that stand in a nick are left out, whosever it is. */
function known(samples, nicks) {
  const logs = new Map();
  for (const { phrases, log } of samples)
    for (const phrase of phrases) logs.set(phrase, (logs.get(phrase) ?? new Set()).add(log));
  const inNick = (phrase) => {
    const bare = phrase.replace(/^[$^]/u, '');
    return bare.length > 1 && nicks.has(bare);
  };
  return [...logs]
    .filter(([phrase, seen]) => seen.size >= fewest && !inNick(phrase))
    .map(([phrase]) => phrase);
}

function fitOne(samples, nicks) {
  const names = [...Object.keys(samples[0].besides), ...known(samples, nicks).sort()];
  const numbers = new Map(names.map((name, i) => [name, i]));
  const examples = samples.map(({ phrases, besides, good }) => {
    const on = [...Object.entries(besides), ...phrases.map((phrase) => [phrase, 1])].filter(
      ([name, x]) => x && numbers.has(name),
    );
    return {
      options: [
        {
          index: Int32Array.from(on, ([name]) => numbers.get(name)),
          value: Float64Array.from(on, ([, x]) => x),
        },
      ],
      good,
    };
  });
  const l2 = names.map((name) => (name.startsWith('#') ? 1 : decay));
  const weights = fitLinear(examples, names.length, l2, rounds);
  const kept = names.map((name, i) => [name, Math.round(weights[i] * 100) / 100]);
  return Object.fromEntries(kept.filter(([name, w]) => !name.startsWith('#') && Math.abs(w) >= least));
}

/** Weights of n-grams from some talks. */
export function fitPhrasing(talks, phrasesOf) {
  const nicks = new Set(talks.flatMap((talk) => talk.nickParts));
  return Object.fromEntries(
    Object.entries(decided).map(([name, kind]) => [
      name,
      fitOne(
        talks.flatMap((talk) => samplesOf(talk, kind, phrasesOf)),
        nicks,
      ),
    ]),
  );
}

/** Writes into the views of talks what their words sound like. */
export function applyPhrasing(talks, phrasing, phrasingOf) {
  for (const { context } of talks)
    for (const view of context.views) {
      view.asks = phrasingOf(view.plain, phrasing.asks);
      view.answers = phrasingOf(view.plain, view.person === 0 ? phrasing.speaker : phrasing.member);
    }
}

/** The same for talks that are fitted on: each is judged by n-grams of other dates, as an unseen talk would be. */
export function applyAcross(talks, { phrasesOf, phrasingOf }, foldOf) {
  for (let k = 0; k < folds; k++) {
    const fitted = fitPhrasing(
      talks.filter((talk) => foldOf(talk.date) !== k),
      phrasesOf,
    );
    applyPhrasing(
      talks.filter((talk) => foldOf(talk.date) === k),
      fitted,
      phrasingOf,
    );
  }
}
