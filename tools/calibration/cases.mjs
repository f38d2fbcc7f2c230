// Decisions of the program beside what the labels say of them.
import { expand } from '../fitting/labels.mjs';
import { norm, sameTerm } from '../fitting/match.mjs';

/** Share of two lists that they have in common. */
export const jaccard = (a, b) => a.filter((x) => b.includes(x)).length / (new Set([...a, ...b]).size || 1);

const bigrams = (text) => {
  const plain = norm(text);
  return plain.length < 2
    ? [plain]
    : Array.from({ length: plain.length - 1 }, (_, i) => plain.slice(i, i + 2));
};

/** Likeness of two titles by their character pairs, as eval/score.mjs measures it. */
export function dice(a, b) {
  const [x, rest] = [bigrams(a), bigrams(b)];
  const total = x.length + rest.length;
  let same = 0;
  for (const gram of x) {
    const at = rest.indexOf(gram);
    if (at < 0) continue;
    same++;
    rest.splice(at, 1);
  }
  return (2 * same) / total;
}

/** The talk that a labelled talk is, as eval/score.mjs finds it. */
export function matched(talks, gold) {
  const left = [...talks];
  return gold.map((wanted) => {
    const ids = expand(wanted.lecture);
    const best = left
      .map((talk) => ({ talk, share: jaccard(talk.lecture, ids) }))
      .sort((a, b) => b.share - a.share)[0];
    if (!best || best.share < 0.3) return undefined;
    left.splice(left.indexOf(best.talk), 1);
    return best.talk;
  });
}

/** Whether each heading or place is a labelled heading; undefined where two annotators differ. */
export function headingTruth(cases, gold, titleAt) {
  const left = [...gold].sort((a, b) => Number(a.maybe ?? false) - Number(b.maybe ?? false));
  const truth = cases.map(() => false);
  const order = cases
    .map((_, i) => i)
    .sort((a, b) => Number(cases[b].found) - Number(cases[a].found) || a - b);
  for (const i of order) {
    const { about: place } = cases[i];
    const title = titleAt(place);
    const at = left.findIndex(
      (one) =>
        one.msg === place.message && (one.title ? dice(title, one.title) >= 0.5 : place.start === place.end),
    );
    if (at < 0) continue;
    truth[i] = left[at].maybe ? undefined : true;
    left.splice(at, 1);
  }
  return truth;
}

/** Whether each question makes a labelled pair; one whose answers were not found needs but the question. */
export function pairTruth(cases, gold) {
  const left = gold.map(({ q, a }) => ({ q, a }));
  const truth = cases.map(() => false);
  const claim = (test, wanted) =>
    cases.forEach((one, i) => {
      if (one.found !== wanted || truth[i]) return;
      const at = left.findIndex((pair) => test(one.about, pair));
      if (at < 0) return;
      truth[i] = true;
      left.splice(at, 1);
    });
  claim((asked, { q, a }) => jaccard(asked.question, q) >= 0.5 && jaccard(asked.answers, a) >= 0.5, true);
  claim((asked, { q }) => jaccard(asked.question, q) >= 0.5, false);
  return truth;
}

/** All decisions of one log's talks that labels judge: whether the note holds it, whether it should, and what speaks for it. */
export async function casesOf(tree, label, load, lexicon) {
  const { membershipsOf } = await load('stages/certainty/membership.js');
  const { headingCasesOf } = await load('stages/certainty/headings.js');
  const { pairCasesOf } = await load('stages/certainty/pairs.js');
  return matched(tree.talks, label.talks).flatMap((talk, i) => {
    if (!talk) return [];
    const gold = label.talks[i];
    const lecture = new Set(expand(gold.lecture));
    const members = membershipsOf(tree, talk);
    const headings = headingCasesOf(tree, talk, lexicon);
    const pairs = pairCasesOf(talk);
    const titleAt = ({ message, start, end }) => tree.children[message].text.slice(start, end);
    const judged = (kind, cases, truth) =>
      cases.flatMap(({ found, stated, features }, at) =>
        truth[at] === undefined ? [] : [{ kind, found, stated, features, truth: truth[at] }],
      );
    return [
      ...judged(
        'lecture',
        members,
        members.map(({ about }) => lecture.has(about)),
      ),
      ...judged('heading', headings, headingTruth(headings, gold.headings, titleAt)),
      ...judged('pair', pairs, pairTruth(pairs, gold.qa)),
    ];
  });
}

/** Decisions without a calibrated probability: whether each is stated, and whether it is right. */
export async function othersOf(tree, label, load) {
  const evidence = await load('stages/certainty/evidence.js');
  const { eachSection } = await load('sections.js');
  return matched(tree.talks, label.talks).flatMap((talk, i) => {
    if (!talk) return [];
    const gold = label.talks[i];
    const sections = eachSection(talk.sections).map(([, section]) => section);
    const one = (kind, stated, truth) => ({ kind, found: true, stated, truth });
    const same = (term) => (other) => sameTerm(term, other);
    return [
      ...(gold.title && talk.title
        ? [one('title', evidence.titleStated(talk), dice(talk.title, gold.title) >= 0.8)]
        : []),
      one('speaker', evidence.speakerStated(tree, talk), gold.speakers.includes(talk.speakers[0].name)),
      ...talk.topics.map((topic) =>
        one(
          'topic',
          evidence.topicStated(topic, talk, sections),
          gold.topics.some((label) => [topic.label, ...topic.aliases.slice(0, 3)].some(same(label))),
        ),
      ),
      ...talk.glossary.flatMap((entry) => {
        const { term, kind, message, start } = entry;
        const wanted = gold.glossary.find((other) => sameTerm(term, other.term));
        const kinds = talk.certainty.kinds.some(
          (place) => place.message === message && place.start === start,
        );
        return [
          one('term', evidence.termStated(entry, talk), wanted !== undefined),
          ...(wanted ? [one('kind', !kinds, wanted.kind === kind)] : []),
        ];
      }),
    ];
  });
}

/** Mean number of lecture messages, headings, pairs and terms of a labelled talk. */
export function sizesOf(labels) {
  const talks = labels.flatMap(({ label }) => label.talks);
  const mean = (count) => Math.round(talks.reduce((sum, talk) => sum + count(talk), 0) / talks.length);
  return {
    lecture: mean((talk) => expand(talk.lecture).length),
    heading: mean((talk) => talk.headings.length),
    pair: mean((talk) => talk.qa.length),
    term: mean((talk) => talk.glossary.length),
  };
}
