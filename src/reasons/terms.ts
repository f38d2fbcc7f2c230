import type { Lexicon } from '../lexicon.js';
import { type Model, reasonsOf } from '../models/logistic.js';
import { shipped } from '../shipped.js';
import { chosen, glossaryModel, rankedTerms, THRESHOLD } from '../stages/glossary/choose.js';
import { knowledgeOf } from '../stages/glossary/knowledge.js';
import type { Talk, Transcript } from '../transcript.js';
import { type Share, weightiest } from './shares.js';

/** A possible term of the glossary. */
export interface RankedTerm {
  text: string;
  /** Where it is defined best. */
  message: number;
  score: number;
  /** Sure enough by itself. */
  likely: boolean;
  chosen: boolean;
  shares(): Share[];
}

/** All terms that a lecture may define, in its order. */
export function termRanking(tree: Transcript, talk: Talk, lexicon: Lexicon): RankedTerm[] {
  const model = shipped<Model>(glossaryModel);
  const ranked = rankedTerms(tree, talk, knowledgeOf(lexicon), model);
  const kept = new Set(chosen(ranked));
  return ranked.map((term) => ({
    text: term.text,
    message: term.best.message,
    score: term.score,
    likely: term.score >= THRESHOLD,
    chosen: kept.has(term),
    shares: () => weightiest(reasonsOf(term.features, model)),
  }));
}
