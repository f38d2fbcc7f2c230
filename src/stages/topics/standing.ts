import { type Candidate, timesOf } from './candidate.js';
import { centralityOf } from './centrality.js';
import type { Standing } from './features.js';
import type { Passage } from './passages.js';
import { ranksOf } from './ranks.js';

/** A concept found everywhere still ranks by how often it comes. */
const LEAST_RARITY = 0.6;

/** How each candidate stands among those of its talk. */
export function standingsOf(
  candidates: Candidate[],
  passages: Passage[],
  rarity: (candidate: Candidate) => number,
  weight: (candidate: Candidate) => number,
): Standing[] {
  const weightRanks = ranksOf(candidates.map(weight));
  const conceptRanks = ranksOf(
    candidates.map((one) => (one.concept ? timesOf(one) * Math.max(LEAST_RARITY, rarity(one)) : -1)),
  );
  const centralRanks = ranksOf(centralityOf(candidates, passages));
  return candidates.map(({ concept }, i) => ({
    weightRank: weightRanks[i]!,
    conceptRank: concept ? conceptRanks[i]! : 0,
    centralRank: centralRanks[i]!,
  }));
}
