import type { Features } from '../features.js';
import type { Term } from '../terms.js';
import { lower, most, type Setting, yes } from './setting.js';

/** How far back the line is sought that heads a list. */
const BACK = 14;

/** Where and how often the lecture has the term, and what heads the place. */
export function lectureFeatures(term: Term, setting: Setting): Features {
  const { key, text, best } = term;
  const { titles, title, terms, clauses } = setting;
  const times = setting.text.split(lower(text)).length - 1;
  return {
    times: most(Math.log2(Math.max(1, times)), 4),
    once: yes(times < 2),
    titled: yes(titles.includes(key)),
    often: yes(titles.filter((one) => one === key).length > 1),
    inTitle: yes(titles.some((one) => one !== key && one.includes(key))),
    subject: yes(title.includes(key)),
    early: yes(best.message === terms[0]?.best.message),
    crowd: most(Math.log2(1 + terms.length), 7),
    lecture: most(Math.log2(1 + Math.max(1, clauses.length)), 8),
    ...headFeatures(term, setting),
  };
}

/** What the line says that heads the list or the part in which the term stands. */
function headFeatures({ best }: Term, { clauses, knowledge }: Setting): Features {
  const at = clauses.indexOf(best.clause);
  const { kinds, outline } = knowledge.phrases.under;
  for (let i = at - 1; i >= Math.max(0, at - BACK); i--) {
    const { plain, start, end, opens, closes } = clauses[i]!;
    const line = plain.slice(start, end).trim();
    if (!/[：:]$/u.test(line) && !(opens && closes && line.length <= 20 && !/[：:，,。]/u.test(line)))
      continue;
    const says = (list: string[]) => yes(list.some((word) => line.includes(word)));
    return { 'under.kinds': says(kinds), 'under.outline': says(outline) };
  }
  return { 'under.none': 1 };
}
