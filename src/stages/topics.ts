import type { Plugin } from 'unified';
import { conceptsOf } from '../language/concepts.js';
import { fold } from '../language/fold.js';
import type { Lexicon } from '../lexicon.js';
import type { Talk, Topic, Transcript } from '../transcript.js';
import { type Candidate, namesOf, timesOf } from './topics/candidate.js';
import { candidatesOf } from './topics/candidates.js';
import { childrenOf, isTooGeneral, kinOf } from './topics/family.js';
import { type Passage, passagesOf } from './topics/passages.js';
import { rarityOf } from './topics/rarity.js';
import { type Features, featuresOf, scoreOf } from './topics/score.js';

const MAX_TOPICS = 8;
const MAX_EVIDENCE = 3;
const MAX_ALIASES = 8;

/** A candidate with what speaks for it; `tools/fit-topics.mjs` reads it too. */
export interface Ranked {
  candidate: Candidate;
  features: Features;
  score: number;
}

/** Every candidate of a talk with its features and score, best first; equal scores in the order of the text. */
export function rankedOf(passages: Passage[], lexicon: Lexicon): Ranked[] {
  const candidates = candidatesOf(passages, conceptsOf(lexicon), lexicon.subjects);
  const words = candidates.flatMap((one) =>
    one.words.length === 1 ? Array<string>(timesOf(one)).fill(one.words[0]!) : [],
  );
  const { idf, conceptIdf, weight } = rarityOf(words, lexicon.idf);
  const rarity = ({ words, concept }: Candidate) =>
    concept ? conceptIdf(concept.id) : words.reduce((all, word) => all + idf(word), 0) / words.length;
  const weightOf = (candidate: Candidate) =>
    !candidate.concept && candidate.words.length === 1
      ? weight(candidate.words[0]!)
      : timesOf(candidate) * rarity(candidate);
  const talk = {
    passages: passages.length,
    kin: kinOf(candidates),
    children: childrenOf(candidates),
    maxWeight: candidates.reduce((most, candidate) => Math.max(most, weightOf(candidate)), 1),
  };
  return candidates
    .filter((candidate) => !isTooGeneral(candidate, talk.children))
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
    id: concept ? id : `text:${label}`,
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
