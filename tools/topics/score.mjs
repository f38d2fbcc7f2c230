// How a choice of topics is counted, and what of the candidates is right.
import { norm, sameTerm } from '../fitting/match.mjs';

const sum = (list) => list.reduce((a, b) => a + b, 0);

const names = (candidate, namesOf) => [candidate.label, ...namesOf(candidate).slice(0, 3)].map(norm);

/** Whether the score would match a candidate to one of some topics. */
export const isRight = (candidate, namesOf, topics) =>
  topics.some((topic) => names(candidate, namesOf).includes(norm(topic)) || sameTerm(candidate.label, topic));

/** Marks what stands for a topic of the label: candidates of its very name, else those that the score would match. */
export function markRight(ranked, namesOf, topics) {
  for (const topic of topics) {
    const exact = ranked.filter(({ candidate }) => names(candidate, namesOf).includes(norm(topic)));
    const near = ranked.filter(({ candidate }) => sameTerm(candidate.label, topic));
    for (const one of exact.length > 0 ? exact : near) one.right = true;
  }
}

/** Right, given and wanted topics of one talk: a topic matches by label or one of three aliases, equal ones first. */
export function count(chosen, namesOf, topics) {
  const left = [...topics];
  let given = chosen;
  for (const test of [
    (one, topic) => names(one.candidate, namesOf).includes(norm(topic)),
    (one, topic) => sameTerm(one.candidate.label, topic),
  ]) {
    for (let i = left.length - 1; i >= 0; i--) {
      const found = given.find((one) => test(one, left[i]));
      if (!found) continue;
      given = given.filter((one) => one !== found);
      left.splice(i, 1);
    }
  }
  return { right: topics.length - left.length, given: chosen.length, wanted: topics.length };
}

/** Precision, recall and F1 of some counts. */
export function total(counts) {
  const [right, given, wanted] = ['right', 'given', 'wanted'].map((key) =>
    sum(counts.map((one) => one[key])),
  );
  const percent = (x) => (100 * x).toFixed(1);
  return `p ${percent(right / given)} r ${percent(right / wanted)} f1 ${percent((2 * right) / (given + wanted))}`;
}

/** A talk's labels, what it got, and where among the candidates the labels stand that it did not get. */
export function shown({ log, topics, ranked }, chosen, scoreOf, namesOf) {
  const order = [...ranked].sort((a, b) => scoreOf(b) - scoreOf(a));
  const label = (topic) => {
    if (chosen.some(({ candidate }) => isRight(candidate, namesOf, [topic]))) return topic;
    const at = order.findIndex(({ candidate }) => isRight(candidate, namesOf, [topic]));
    return at < 0 ? `${topic}!` : `${topic}#${at + 1}(${order[at].candidate.label})`;
  };
  const got = ({ candidate, right, score }) =>
    `${right ? '+' : '-'}${candidate.label}${candidate.concept ? '°' : ''} ${score.toFixed(2)}`;
  return `${log}: ${topics.map(label).join(' ')}\n   ${chosen.map(got).join(', ')}`;
}
