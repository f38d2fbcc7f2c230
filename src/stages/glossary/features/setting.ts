import { simplify } from '../../../language/fold.js';
import type { Talk } from '../../../transcript.js';
import type { Clause } from '../clauses.js';
import { allSections } from '../headings.js';
import type { Knowledge } from '../knowledge.js';
import { termKey } from '../term.js';
import type { Term } from '../terms.js';

/** What the features of a term are measured against. */
export interface Setting {
  /** The lecture in lower case. */
  text: string;
  clauses: Clause[];
  titles: string[];
  title: string;
  terms: Term[];
  knowledge: Knowledge;
}

export const most = (value: number, limit: number) => Math.min(1, value / limit);
export const yes = (value: boolean) => (value ? 1 : 0);
/** For comparing with `text`. */
export const lower = (text: string) => simplify(text).normalize('NFKC').toLowerCase();

/** Gathers once what all terms of a talk are measured against. */
export function settingOf(talk: Talk, clauses: Clause[], terms: Term[], knowledge: Knowledge): Setting {
  const text = lower(clauses.map(({ plain, start, end }) => plain.slice(start, end)).join('\n'));
  return {
    text,
    clauses,
    titles: allSections(talk.sections).map((section) => termKey(section.title)),
    title: termKey(talk.title),
    terms,
    knowledge,
  };
}
