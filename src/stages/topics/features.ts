import { commonness } from '../../language/commonness.js';
import { foldedText } from '../../language/fold.js';
import { cut } from '../../language/segmenter.js';
import { remembered } from '../../memory/remembered.js';
import { type Candidate, timesOf } from './candidate.js';
import { rateOf } from './rates.js';

/** What speaks for a candidate, each 0 to 1. */
export interface TopicFeatures {
  title: number;
  /** It is the title's subject, or stands for it. */
  titleSubject: number;
  headingSubject: number;
  frequency: number;
  /** idf of a term of the text; 0 for a concept. */
  rarity: number;
  conceptRarity: number;
  tfidf: number;
  /** Share of the passages that hold it. */
  spread: number;
  /** How early it first comes. */
  early: number;
  /** It has several words. */
  phrase: number;
  /** How much of it lies inside one longer candidate. */
  nested: number;
  latin: number;
  /** It begins a line or sentence. */
  lead: number;
  /** Its last word may be a verb. */
  verbLast: number;
  long: number;
  /** Its relatives in the taxonomy are named too. */
  kin: number;
  /** Concepts right below it are named. */
  parent: number;
  rareTitle: number;
  rareHeading: number;
  defined: number;
  /** Its rank by tf-idf; by occurrences times rarity, among concepts; by centrality. */
  weightRank: number;
  conceptRank: number;
  centralRank: number;
  /** Share of its occurrences that begin a line or sentence. */
  leadShare: number;
  /** The taxonomy has concepts right below it. */
  branch: number;
  /** Share of its occurrences that are written as its label. */
  asLabelled: number;
  /** How much of a heading it makes up. */
  headingShare: number;
  /** How common its label is in general Chinese, and the rarest word of it. */
  common: number;
  commonWord: number;
  /** The talk has many candidates. */
  rivals: number;
  /** How often editors tagged talks that name the concept with it; 0 for a term of the text. */
  tagged: number;
}

/** What is known of a candidate beside the others of its talk. */
export interface Standing {
  weightRank: number;
  conceptRank: number;
  centralRank: number;
}

/** Measures of the talk that features are relative to. */
export interface Measures {
  passages: number;
  /** The largest tf-idf of a candidate. */
  maxWeight: number;
  /** How often relatives of a concept (above, below, beside it) are named, by its id. */
  kin: Map<string, number>;
  /** How many concepts right below a concept are named, by its id. */
  children: Map<string, number>;
  candidates: number;
  /** Folded texts of the headings. */
  headings: string[];
  /** How many concepts the taxonomy has right below a concept, by its id. */
  branches: Map<string, number>;
}

/** The idf at which a word counts as fully rare: about that of a word in two logs of 477. */
const RARE = 6;

/** The words of a label; concepts come again in every talk. */
const wordsOf = remembered(cut);

const formsOf = ({ forms }: Candidate) => [...forms.keys()].map(foldedText);

/** The largest share of a heading that one of some names makes up. */
function headingShare(names: string[], headings: string[]): number {
  const shares = headings.flatMap((heading) =>
    names.filter((name) => heading.includes(name)).map((name) => name.length / heading.length),
  );
  return Math.max(0, ...shares);
}

/** The features of a candidate; `idf` is its rarity and `weight` its tf-idf. */
export function featuresOf(
  candidate: Candidate,
  idf: number,
  weight: number,
  talk: Measures,
  standing: Standing,
): TopicFeatures {
  const { count, concept, subject, words, label, passages } = candidate;
  const all = count.lecture + count.qa;
  const first = Math.min(...passages);
  const times = timesOf(candidate);
  return {
    title: count.title > 0 ? 1 : 0,
    titleSubject: subject.title ? 1 : 0,
    headingSubject: Math.min(1, subject.headings),
    frequency: Math.min(1, Math.log1p(all) / 4),
    rarity: concept ? 0 : Math.min(1, idf / RARE),
    conceptRarity: concept ? Math.min(1, idf / RARE) : 0,
    tfidf: Math.sqrt(weight / talk.maxWeight),
    spread: passages.size / talk.passages,
    early: 1 - first / talk.passages,
    phrase: words.length > 1 ? 1 : 0,
    nested: candidate.nested,
    latin: /\p{Script=Han}/u.test(label) ? 0 : 1,
    lead: candidate.leads > 0 ? 1 : 0,
    verbLast: !concept && /^v$/.test(candidate.tags.at(-1)!) ? 1 : 0,
    long: label.length > 6 && !concept ? 1 : 0,
    kin: concept ? Math.min(1, Math.log1p(talk.kin.get(concept.id) ?? 0) / 3) : 0,
    rareTitle: count.title > 0 ? Math.min(1, idf / RARE) : 0,
    parent: concept ? Math.min(1, Math.log1p(talk.children.get(concept.id) ?? 0) / 2) : 0,
    defined: candidate.defined > 0 ? 1 : 0,
    rareHeading: count.heading > 0 ? Math.min(1, idf / RARE) : 0,
    ...standing,
    leadShare: candidate.leads / times,
    branch: concept ? Math.min(1, Math.log1p(talk.branches.get(concept.id) ?? 0) / 3) : 0,
    asLabelled: (candidate.forms.get(label) ?? 0) / times,
    headingShare: count.heading > 0 ? headingShare(formsOf(candidate), talk.headings) : 0,
    common: commonness(label),
    commonWord: Math.min(...wordsOf(label).map(commonness)),
    rivals: Math.min(1, Math.log1p(talk.candidates) / 6),
    tagged: concept ? rateOf(concept.id) : 0,
  };
}
