// Headings held against labels, as eval/score.mjs counts them.
import { exact, sameHeading } from './talks.mjs';

/** Right, found and wanted headings of a talk, all and numbered; right ones with the exact title and level. */
export function count(found, gold) {
  const rest = [...found];
  const sure = gold.filter(({ maybe }) => !maybe);
  const out = { right: 0, numbered: 0, titles: 0, levels: 0 };
  let allowed = 0;
  for (const wanted of [...sure, ...gold.filter(({ maybe }) => maybe)]) {
    const i = rest.findIndex((one) => sameHeading(one, wanted));
    if (i < 0) continue;
    const [one] = rest.splice(i, 1);
    if (wanted.maybe) {
      allowed++;
      continue;
    }
    out.right++;
    if (wanted.marker) out.numbered++;
    if (exact(one.title, wanted.title)) out.titles++;
    if (one.level === wanted.level) out.levels++;
  }
  return {
    ...out,
    found: found.length - allowed,
    wanted: sure.length,
    foundNumbered: out.numbered + rest.filter(({ marker }) => marker).length,
    wantedNumbered: sure.filter(({ marker }) => marker).length,
  };
}

const percent = (x) => (100 * x).toFixed(1);
const f1 = (right, found, wanted) => percent((2 * right) / (found + wanted || 1));

/** The figures of some talks together. */
export function total(counts) {
  const sum = (key) => counts.reduce((n, one) => n + one[key], 0);
  const [right, found, wanted] = [sum('right'), sum('found'), sum('wanted')];
  return [
    `P ${percent(right / (found || 1))} R ${percent(right / (wanted || 1))} F1 ${f1(right, found, wanted)}`,
    `numbered ${f1(sum('numbered'), sum('foundNumbered'), sum('wantedNumbered'))}`,
    `title ${percent(sum('titles') / (right || 1))} level ${percent(sum('levels') / (right || 1))}`,
  ].join('  ');
}
