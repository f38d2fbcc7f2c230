import type { Candidate } from './candidates.js';

/** What speaks for a candidate, each about 0 to 1; the names are those of `weights`. */
export interface Features {
  title: number;
  titleSubject: number;
  heading: number;
  headingSubject: number;
  frequency: number;
  rarity: number;
  conceptRarity: number;
  tfidf: number;
  spread: number;
  early: number;
  concept: number;
  phrase: number;
  short: number;
  organization: number;
  qaOnly: number;
  nested: number;
  cohesion: number;
  latin: number;
  once: number;
  lead: number;
  risk: number;
  verbFirst: number;
  verbLast: number;
  unknown: number;
  long: number;
  kin: number;
  rareTitle: number;
  rareHeading: number;
  root: number;
  parent: number;
  defined: number;
}

/** Measures of the talk that features are relative to. */
export interface Talkwide {
  lectures: number;
  headings: number;
  passages: number;
  maxWeight: number;
  /** How often a folded word occurs. */
  times: Map<string, number>;
  /** How often relatives of a concept (above, below, beside it) are named, by its id. */
  kin: Map<string, number>;
  /** How many concepts right below a concept are named, by its id. */
  children: Map<string, number>;
}

/** The share of its rarest word's occurrences that a phrase makes up. */
function cohesionOf(words: string[], times: number, all: Map<string, number>): number {
  return Math.min(1, times / Math.max(1, Math.min(...words.map((word) => all.get(word) ?? times))));
}

/** The features of a candidate; `idf` is its mean idf a word and `weight` its natural tf-idf. */
export function featuresOf(candidate: Candidate, idf: number, weight: number, talk: Talkwide): Features {
  const { count, concept, subject, words, label, passages } = candidate;
  const all = count.lecture + count.qa;
  const first = Math.min(...passages);
  return {
    title: count.title > 0 ? 1 : 0,
    titleSubject: subject.title ? 1 : 0,
    heading: Math.min(1, count.heading / 3),
    headingSubject: Math.min(1, subject.headings),
    frequency: Math.min(1, Math.log1p(all) / 4),
    rarity: concept ? 0 : Math.min(1, idf / 6),
    conceptRarity: concept ? Math.min(1, idf / 6) : 0,
    tfidf: Math.sqrt(weight / talk.maxWeight),
    spread: passages.size / talk.passages,
    early: 1 - first / talk.passages,
    concept: concept ? 1 : 0,
    phrase: words.length > 1 ? 1 : 0,
    short: label.length <= 2 ? 1 : 0,
    organization: concept?.kind === 'organization' ? 1 : 0,
    qaOnly: count.lecture + count.heading + count.title === 0 ? 1 : 0,
    nested: candidate.nested,
    cohesion: words.length > 1 ? cohesionOf(words, all, talk.times) : 0,
    latin: /\p{Script=Han}/u.test(label) ? 0 : 1,
    once: all <= 1 ? 1 : 0,
    lead: Math.min(1, candidate.leads / 2),
    risk: concept?.kind === 'risk' ? 1 : 0,
    verbFirst: !concept && words.length > 1 && /^v/.test(candidate.tags[0]!) ? 1 : 0,
    verbLast: !concept && /^v$/.test(candidate.tags.at(-1)!) ? 1 : 0,
    unknown: !concept && candidate.tags.includes('x') ? 1 : 0,
    long: label.length > 6 && !concept ? 1 : 0,
    kin: concept ? Math.min(1, Math.log1p(talk.kin.get(concept.id) ?? 0) / 3) : 0,
    rareTitle: count.title > 0 ? Math.min(1, idf / 6) : 0,
    root: concept && !concept.broader ? 1 : 0,
    parent: concept ? Math.min(1, Math.log1p(talk.children.get(concept.id) ?? 0) / 2) : 0,
    defined: Math.min(1, candidate.defined / 2),
    rareHeading: count.heading > 0 ? Math.min(1, idf / 6) : 0,
  };
}

/**
 * Logistic regression over candidates of 33 labelled talks (folds 0–3; `node tools/fit-topics.mjs`); five-fold
 * cross-validated F1 and that of the held-out fold stand in docs/topics.md.
 */
export const weights: Features & { bias: number } = {
  bias: -4.90,
  title: 0.85,
  titleSubject: 0.87,
  heading: -0.32,
  headingSubject: 0.21,
  frequency: 1.15,
  rarity: -0.95,
  conceptRarity: 0.53,
  tfidf: 2.23,
  spread: 1.17,
  early: 1.12,
  concept: 0.06,
  phrase: 0.73,
  short: 0.15,
  organization: -0.37,
  qaOnly: -0.03,
  nested: -0.44,
  cohesion: -0.29,
  latin: 0.57,
  once: -0.42,
  lead: 0.51,
  risk: -0.38,
  verbFirst: 0.29,
  verbLast: -0.84,
  unknown: -0.04,
  long: 0.57,
  kin: 1.34,
  rareTitle: 0.69,
  rareHeading: 0.93,
  root: 0,
  parent: 0,
  defined: 0,
};

/** 0 to 1: how likely an editor would tag the talk with it. */
export function scoreOf(features: Features): number {
  let sum = weights.bias;
  for (const [name, value] of Object.entries(features)) sum += weights[name as keyof Features] * value;
  return 1 / (1 + Math.exp(-sum));
}
