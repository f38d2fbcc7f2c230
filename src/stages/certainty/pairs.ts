import type { Asked, Talk } from '../../transcript.js';
import type { Features } from '../questions/features.js';
import { sided } from './sided.js';

/** A question with what speaks for a pair of it: one that was found, or one whose answers were not. */
export interface PairCase {
  about: Asked;
  found: boolean;
  stated: boolean;
  features: Features;
}

/** The questions of a talk: those that made a pair, and those that did not. */
export function pairCasesOf(talk: Talk): PairCase[] {
  const paired = new Set(talk.qa.map(({ question }) => question.messages[0]));
  return (talk.weighed?.asked ?? []).map((asked) => {
    const found = paired.has(asked.question[0]!);
    const features = { ...asked.features, pairs: Math.min(talk.qa.length, 20) / 20 };
    return { about: asked, found, stated: found && asked.addressed, features: sided(found, features) };
  });
}
