import { type Features, type Model, probability } from '../../models/logistic.js';
import type { Talk, Transcript, WeighedTerm } from '../../transcript.js';
import { candidatesOf, lectureClauses } from './candidates.js';
import { featuresOf } from './features.js';
import type { Knowledge } from './knowledge.js';
import { type Term, termsOf } from './terms.js';

/** The model's file, written by `tools/train-glossary.mjs`. */
export const glossaryModel = 'definition-weights.json';

/** Terms below this probability are left out: where F1 peaks in the cross-validation by date (tools/train-glossary.mjs). */
export const THRESHOLD = 0.24;
/** Entries a talk may have: as many as an annotator was to give. */
const CAP = 12;

/** Terms of a talk that are weighed against each other (work grows with their square): the corpus has 145 at most. */
const TERMS = 400;

/** A term with the probability that the lecture defines it. */
export interface RankedTerm extends Term {
  features: Features;
  score: number;
}

/** All terms that a lecture may define, each with its probability, in the order of the lecture. */
export function rankedTerms(tree: Transcript, talk: Talk, knowledge: Knowledge, model: Model): RankedTerm[] {
  const clauses = lectureClauses(tree, talk);
  const terms = termsOf(candidatesOf(tree, talk, knowledge.phrases, clauses)).slice(0, TERMS);
  const found = featuresOf(talk, clauses, terms, knowledge);
  return terms.map((term, i) => ({ ...term, features: found[i]!, score: probability(found[i]!, model) }));
}

/** A kind of risk that heads text of its own (a comma heads none) is kept whatever the model says: the taxonomy of risks lives on it. */
const isRiskType = ({ features }: RankedTerm) =>
  Boolean(features.risk && features.labelled && !features['shape.comma'] && !features.curt && !features.asks);

/** Whether two terms are one and the same place: their slices overlap. */
const overlaps = (a: Term, b: Term) =>
  a.best.message === b.best.message && a.best.start < b.best.end && b.best.start < a.best.end;

/** The best terms, at most `cap`, none over another, in the order of the lecture. */
export function chosen<T extends RankedTerm>(terms: T[], threshold = THRESHOLD, cap = CAP): T[] {
  const best = terms
    .filter((term) => term.score >= threshold || isRiskType(term))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  const kept: T[] = [];
  for (const term of best)
    if (kept.length < cap && !kept.some((other) => overlaps(other, term))) kept.push(term);
  return kept.sort((a, b) => a.best.message - b.best.message || a.best.start - b.best.start);
}

/** What certainty asks of terms, chosen or not. */
export const weighedTerms = (terms: readonly RankedTerm[]): WeighedTerm[] =>
  terms.map(({ best, score, features }) => ({
    message: best.message,
    start: best.start,
    end: best.end,
    score,
    told: features.told === 1,
  }));
