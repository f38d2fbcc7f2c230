// The labelled talks as the outline stage sees them: their choices, and which options the labels want.
import { draftOf, loadLabels } from '../fitting/labels.mjs';

const norm = (s = '') =>
  s
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

const pairs = (s) => {
  const t = norm(s);
  return t.length < 2 ? [t] : Array.from({ length: t.length - 1 }, (_, i) => t.slice(i, i + 2));
};

/** Dice's coefficient as eval/score.mjs counts it. */
export function dice(a, b) {
  const x = pairs(a);
  const rest = [...pairs(b)];
  const total = x.length + rest.length;
  let same = 0;
  for (const g of x) {
    const i = rest.indexOf(g);
    if (i >= 0) {
      same++;
      rest.splice(i, 1);
    }
  }
  return total ? (2 * same) / total : 0;
}

export const exact = (a, b) => norm(a) === norm(b);

/** Whether a found heading is a labelled one, as eval/score.mjs counts it. */
export const sameHeading = (found, wanted) =>
  found.message === wanted.msg &&
  (wanted.title
    ? dice(found.title, wanted.title) >= 0.5
    : !found.title && norm(found.marker) === norm(wanted.marker));

/** Every labelled talk with its date, its messages of the lecture and its labelled headings; `load` imports from dist. */
export async function loadTalks(shared, load) {
  return (await loadLabels(shared, load)).flatMap(({ set, label, log, tree, date }) =>
    label.talks.map((talk, i) => ({
      set,
      log,
      date,
      title: talk.title,
      messages: draftOf(label.talks[i], tree.children).lecture.map((id) => tree.children[id]),
      gold: talk.headings,
    })),
  );
}
