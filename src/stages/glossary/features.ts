import type { Talk } from '../../transcript.js';
import type { Clause } from './clauses.js';
import { crossed } from './features/crossed.js';
import { kinFeatures } from './features/kin.js';
import { lectureFeatures } from './features/lecture.js';
import { settingOf } from './features/setting.js';
import { shapeFeatures } from './features/shape.js';
import { tellingFeatures } from './features/telling.js';
import { wordFeatures } from './features/words.js';
import type { Knowledge } from './knowledge.js';
import type { Term } from './terms.js';

/** What speaks for or against a term, by name, mostly between 0 and 1. */
export type Features = Record<string, number>;

/** The features of all terms of a talk, in their order. */
export function featuresOf(talk: Talk, clauses: Clause[], terms: Term[], knowledge: Knowledge): Features[] {
  const setting = settingOf(talk, clauses, terms, knowledge);
  return terms.map((term) => {
    const own = {
      ...shapeFeatures(term),
      ...wordFeatures(term, knowledge),
      ...tellingFeatures(term, knowledge),
      ...lectureFeatures(term, setting),
      ...kinFeatures(term, setting),
    };
    return { ...own, ...crossed(own) };
  });
}
