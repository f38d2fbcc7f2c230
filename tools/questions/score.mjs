// Pairs counted as eval/score.mjs counts them.
const jaccard = (a, b) => a.filter((x) => b.includes(x)).length / (new Set([...a, ...b]).size || 1);

/** Question and answer ids of threads. */
export const pairsOf = (threads) =>
  threads.map((thread) => ({
    q: thread.views.map((view) => view.id),
    a: [...thread.replies.values()].flatMap((reply) => reply.ids),
  }));

/** Right, found and wanted pairs of one talk. */
export function count(found, wanted) {
  const left = [...found];
  let right = 0;
  for (const gold of wanted) {
    const i = left.findIndex((x) => jaccard(x.q, gold.q) >= 0.5 && jaccard(x.a, gold.a) >= 0.5);
    if (i < 0) continue;
    left.splice(i, 1);
    right++;
  }
  return [right, found.length, wanted.length];
}

/** Precision, recall and F1 of all talks together. */
export function total(rows) {
  const [right, found, wanted] = rows.reduce((a, b) => a.map((x, i) => x + b[i]), [0, 0, 0]);
  const pct = (x, of) => ((100 * x) / of).toFixed(1);
  return `p ${pct(right, found)} r ${pct(right, wanted)} f1 ${pct(2 * right, found + wanted)}`;
}
