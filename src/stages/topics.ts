import type { Plugin } from 'unified';
import { readCommonness } from '../language/commonness.js';
import { conceptsOf } from '../language/concepts.js';
import { foldedText } from '../language/fold.js';
import type { Lexicon } from '../lexicon.js';
import { type Model, probability } from '../models/logistic.js';
import { shipped } from '../shipped.js';
import type { Talk, Topic, Transcript } from '../transcript.js';
import { type Candidate, namesOf, timesOf } from './topics/candidate.js';
import { candidatesOf } from './topics/candidates.js';
import { chosenOf, type Ranked } from './topics/choose.js';
import { everydayIn } from './topics/everyday.js';
import { branchesOf, childrenOf, isTooGeneral, kinOf } from './topics/family.js';
import { featuresOf } from './topics/features.js';
import { type Passage, passagesOf } from './topics/passages.js';
import { rarityOf } from './topics/rarity.js';
import { standingsOf } from './topics/standing.js';

/** The model's file, written by `tools/fit-topics.mjs`. */
export const topicsModel = 'topics-model.json';

const MAX_EVIDENCE = 3;
const MAX_ALIASES = 8;

/** Every candidate of a talk with its features and score, best first; equal scores in the order of the text. */
export function rankedOf(
  passages: Passage[],
  lexicon: Lexicon,
  model: Model = shipped<Model>(topicsModel),
): Ranked[] {
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
  const children = childrenOf(candidates);
  const talk = {
    passages: passages.length,
    kin: kinOf(candidates),
    children,
    maxWeight: candidates.reduce((most, candidate) => Math.max(most, weightOf(candidate)), 1),
    candidates: candidates.length,
    headings: passages.filter(({ field }) => field === 'heading').map(({ text }) => foldedText(text)),
    branches: branchesOf(lexicon),
  };
  const isEveryday = everydayIn(lexicon);
  const kept = candidates.filter((candidate) => !isTooGeneral(candidate, children));
  const standings = standingsOf(kept, passages, rarity, weightOf);
  return kept
    .map((candidate, i) => {
      const features = {
        ...featuresOf(candidate, rarity(candidate), weightOf(candidate), talk, standings[i]!),
      };
      return { candidate, features, score: probability(features, model), everyday: isEveryday(candidate) };
    })
    .sort((a, b) => b.score - a.score);
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

/**
 * Tags each talk with at most eight topics, the announced subject first: concepts of the taxonomy and terms that the text
 * puts forward.
 */
export const topics: Plugin<[Lexicon], Transcript> = (lexicon) => (tree) => {
  const concepts = conceptsOf(lexicon);
  if (tree.talks.length) readCommonness();
  const tagged = (talk: Talk) => chosenOf(rankedOf(passagesOf(talk, tree), lexicon), concepts).map(topicOf);
  for (const talk of tree.talks) talk.topics = tagged(talk);
};
