// Figures of a ranking against graded judgements: grade 3 the thing asked for, 2 very useful, 1 mentions it.
import { createHash } from 'node:crypto';

const depth = 10;
const gain = (grade) => 2 ** grade - 1;
const discounted = (grades) =>
  grades.reduce((sum, grade, rank) => sum + gain(grade) / Math.log2(rank + 2), 0);

/** Figures of one query; `keys` are those of the first ten entries, `judged` the grades by key. */
export function figuresOf(keys, judged) {
  const grades = keys.slice(0, depth).map((key) => judged[key] ?? 0);
  const useful = Object.values(judged).filter((grade) => grade >= 2).length;
  const first = grades.findIndex((grade) => grade >= 2);
  const ideal = Object.values(judged)
    .sort((a, b) => b - a)
    .slice(0, depth);
  return {
    mrr: first < 0 ? 0 : 1 / (first + 1),
    recall: grades.filter((grade) => grade >= 2).length / Math.min(depth, useful),
    ndcg: discounted(grades) / discounted(ideal),
  };
}

/** The mean of each figure. */
export function meanOf(figures) {
  const mean = (name) => figures.reduce((sum, one) => sum + one[name], 0) / figures.length;
  return { mrr: mean('mrr'), recall: mean('recall'), ndcg: mean('ndcg') };
}

const hashOf = (query) => createHash('sha256').update(query).digest('hex');

/** Queries by class, as a file holds them, in one list; one half of each class by the hash of the text is held out. */
export const listOf = (classes) =>
  Object.entries(classes).flatMap(([name, queries]) => {
    const hashes = queries.map(({ query }) => hashOf(query)).sort();
    const held = new Set(hashes.filter((_, index) => index % 2));
    return queries.map(({ query, judged }) => ({
      class: name,
      query,
      judged,
      half: held.has(hashOf(query)) ? 'held out' : 'tuning',
    }));
  });

/** Rows of a table: each class, then all, tuning and held out. */
export const rowsOf = (queries) => [
  ...new Set(queries.map((query) => query.class)),
  'all',
  'tuning',
  'held out',
];

export const inRow = (row) => (query) => row === 'all' || query.class === row || query.half === row;
