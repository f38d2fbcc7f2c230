import { conceptsOf } from '../language/concepts.js';
import type { Lexicon } from '../lexicon.js';
import { type Model, reasonsOf } from '../models/logistic.js';
import { shipped } from '../shipped.js';
import { namesOf } from '../stages/topics/candidate.js';
import { chosenOf, type Ranked } from '../stages/topics/choose.js';
import { passagesOf } from '../stages/topics/passages.js';
import { rankedOf, topicsModel } from '../stages/topics.js';
import type { Talk, Transcript } from '../transcript.js';
import { type Share, weightiest } from './shares.js';

/** A possible topic in its rank. */
export interface RankedTopic {
  label: string;
  /** Other names, as the note would list them. */
  aliases: string[];
  /** Id of its concept; undefined for a term of the text. */
  concept: string | undefined;
  /** From 1. */
  rank: number;
  score: number;
  chosen: boolean;
  shares(): Share[];
}

/** All candidates of a talk, best first. */
export function topicRanking(tree: Transcript, talk: Talk, lexicon: Lexicon): RankedTopic[] {
  const ranked = rankedOf(passagesOf(talk, tree), lexicon);
  const chosen = new Set(chosenOf(ranked, conceptsOf(lexicon)));
  const model = shipped<Model>(topicsModel);
  return ranked.map(
    (one: Ranked, index): RankedTopic => ({
      label: one.candidate.label,
      aliases: namesOf(one.candidate),
      concept: one.candidate.concept?.id,
      rank: index + 1,
      score: one.score,
      chosen: chosen.has(one),
      shares: () => weightiest(reasonsOf(one.features, model)),
    }),
  );
}
