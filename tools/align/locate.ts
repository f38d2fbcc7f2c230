import type { Article } from './article.js';
import { candidates } from './candidates.js';
import type { Log } from './log.js';

/** Days on either side of the article's date on which its talk is looked for. */
export const daysAround = 3;
/** A unit counts as found from this likeness on. */
const found = 0.7;
/** Units shorter than this are found anywhere. */
const telling = 10;

/** Whether two days (YYYY-MM-DD) lie within some days of each other. */
export function within(a: string, b: string, days: number): boolean {
  return Math.abs(Date.parse(a) - Date.parse(b)) <= days * 86_400_000;
}

/** The share of an article's talk, in characters, that a log holds; of questions too where there is no talk. */
export function overlap(article: Article, log: Log): number {
  const long = article.units.filter((unit) => unit.kind === 'text' && unit.norm.length >= telling);
  const talk = long.filter((unit) => unit.part === 'lecture');
  let held = 0;
  let total = 0;
  for (const unit of talk.length ? talk : long) {
    total += unit.norm.length;
    if ((candidates(unit, log)[0]?.score ?? 0) >= found) held += unit.norm.length;
  }
  return total ? held / total : 0;
}
