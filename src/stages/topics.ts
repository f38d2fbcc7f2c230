import type { Plugin } from 'unified';
import { conceptsOf } from '../language/concepts.js';
import { fold } from '../language/fold.js';
import type { Lexicon } from '../lexicon.js';
import type { Talk, Topic, Transcript } from '../transcript.js';
import { type Candidate, candidatesOf, namesOf, timesOf } from './topics/candidates.js';
import { type Passage, passagesOf } from './topics/passages.js';
import { rarityOf } from './topics/rarity.js';
import { type Features, featuresOf, scoreOf } from './topics/score.js';

const MAX_TOPICS = 8;
const MAX_EVIDENCE = 3;
const MAX_ALIASES = 8;

export interface Ranked {
  candidate: Candidate;
  features: Features;
  score: number;
}

const conceptIdf = (id: string, { idf }: Lexicon) => (Object.hasOwn(idf.concepts, id) ? idf.concepts[id]! : idf.unknown);

/** How often a concept's relatives are named: the one above it, those below it and beside it. */
function kinOf(candidates: Candidate[]): Map<string, number> {
  const families = new Map<string, number>();
  const add = (id: string | undefined, n: number) => id && families.set(id, (families.get(id) ?? 0) + n);
  for (const one of candidates) {
    add(one.concept?.id, Math.log1p(timesOf(one)));
    add(one.concept?.broader, Math.log1p(timesOf(one)));
  }
  const kin = new Map<string, number>();
  for (const one of candidates) {
    const { id, broader } = one.concept ?? {};
    if (id) kin.set(id, (families.get(id) ?? 0) + (broader ? (families.get(broader) ?? 0) : 0) - (broader ? 2 : 1) * Math.log1p(timesOf(one)));
  }
  return kin;
}

function childrenOf(candidates: Candidate[]): Map<string, number> {
  const children = new Map<string, number>();
  for (const { concept } of candidates) {
    if (concept?.broader) children.set(concept.broader, (children.get(concept.broader) ?? 0) + 1);
  }
  return children;
}

/** Every candidate of a talk with its features and score, best first; equal scores in the order of the text. */
export function rankedOf(passages: Passage[], lexicon: Lexicon): Ranked[] {
  const candidates = candidatesOf(passages, conceptsOf(lexicon), lexicon.subjects);
  const words = candidates.flatMap((one) =>
    one.words.length === 1 ? Array<string>(timesOf(one)).fill(one.words[0]!) : [],
  );
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  const { idf, weight } = rarityOf(words, lexicon.idf);
  const rarity = ({ words, concept }: Candidate) =>
    concept ? conceptIdf(concept.id, lexicon) : words.reduce((all, word) => all + idf(word), 0) / words.length;
  const weightOf = (candidate: Candidate) =>
    !candidate.concept && candidate.words.length === 1
      ? weight(candidate.words[0]!)
      : timesOf(candidate) * rarity(candidate);
  const count = (field: Passage['field']) => passages.filter((passage) => passage.field === field).length;
  const talk = {
    lectures: count('lecture'),
    headings: count('heading'),
    passages: passages.length,
    times,
    kin: kinOf(candidates),
    children: childrenOf(candidates),
    maxWeight: candidates.reduce((most, candidate) => Math.max(most, weightOf(candidate)), 1),
  };
  return candidates
    .map((candidate) => {
      const features = featuresOf(candidate, rarity(candidate), weightOf(candidate), talk);
      return { candidate, features, score: scoreOf(features) };
    })
    .sort((a, b) => b.score - a.score);
}

const plain = (label: string) => fold(label).text.replace(/[\s\p{P}\p{S}]/gu, '');

/**
 * Whether a candidate says nothing beside a better one: terms of the text that hold each other are one, concepts of the
 * taxonomy are two even if one name holds the other (退款 and 退款流程).
 */
function repeats(better: Candidate, one: Candidate): boolean {
  const [x, y] = [plain(better.label), plain(one.label)];
  if (better.concept && one.concept) return x === y;
  return x.includes(y) || y.includes(x);
}

/** The best candidates without those that repeat a better one. */
export function chosenOf(ranked: Ranked[], limit = MAX_TOPICS): Ranked[] {
  const chosen: Ranked[] = [];
  for (const one of ranked) {
    if (chosen.length === limit) break;
    if (!chosen.some(({ candidate }) => repeats(candidate, one.candidate))) chosen.push(one);
  }
  return chosen;
}

function topicOf({ candidate, score }: Ranked): Topic {
  const { id, label, concept, spans } = candidate;
  return {
    id,
    label,
    aliases: namesOf(candidate).slice(0, MAX_ALIASES),
    score: Math.round(score * 1000) / 1000,
    origin: concept ? 'lexicon' : 'text',
    evidence: spans.slice(0, MAX_EVIDENCE) as Topic['evidence'],
  };
}

/** Tags each talk with at most eight topics, best first: concepts of the taxonomy and terms that the text puts forward. */
export const topics: Plugin<[Lexicon], Transcript> = (lexicon) => (tree) => {
  const tagged = (talk: Talk) => chosenOf(rankedOf(passagesOf(talk, tree), lexicon)).map(topicOf);
  for (const talk of tree.talks) talk.topics = tagged(talk);
};
