import type { Agreement, Count } from './measures.js';

/** Shares of one talk, or of all, from 0 to 1; null where there is nothing to count. */
export interface Figures {
  talk: number | null;
  questions: number | null;
  held: number | null;
  lacking: number | null;
  order: number | null;
  headings: number | null;
}

const share = ({ hits, of }: Count) => (of ? hits / of : null);
const add = (counts: readonly Count[]): Count => ({
  hits: counts.reduce((sum, { hits }) => sum + hits, 0),
  of: counts.reduce((sum, { of }) => sum + of, 0),
});

/** F1 of the headings: null where neither side has any. */
function f1({ same, note, article }: Agreement['headings']): number | null {
  return note + article ? (2 * same) / (note + article) : null;
}

/** The figures of a talk, or of several as one: every sentence counts the same. */
export function figures(all: readonly Agreement[]): Figures {
  const headings = all.reduce(
    (sum, one) => ({
      same: sum.same + one.headings.same,
      note: sum.note + one.headings.note,
      article: sum.article + one.headings.article,
    }),
    { same: 0, note: 0, article: 0 },
  );
  return {
    talk: share(add(all.map(({ talk }) => talk))),
    questions: share(add(all.map(({ questions }) => questions))),
    held: share(add(all.flatMap(({ talk, questions }) => [talk, questions]))),
    lacking: share(add(all.map(({ lacking }) => lacking))),
    order: share(add(all.map(({ order }) => order))),
    headings: f1(headings),
  };
}

/** One number to sort talks by: the harmonic mean of what the note holds and what it has in common. */
export function closeness(one: Agreement): number {
  const { held, lacking } = figures([one]);
  const [a, b] = [held ?? 0, 1 - (lacking ?? 1)];
  return a + b ? (2 * a * b) / (a + b) : 0;
}

/** What a missing note comes to: nothing of the article held, nothing lacking, no heading. */
export function absent(one: Agreement): Agreement {
  return {
    talk: { hits: 0, of: one.talk.of },
    questions: { hits: 0, of: one.questions.of },
    lacking: { hits: 0, of: 0 },
    order: { hits: 0, of: 0 },
    headings: { same: 0, note: 0, article: one.headings.article },
  };
}
