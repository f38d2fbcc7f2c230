import type { Reason } from '../schema/evaluation.js';
import type { Share } from './shares.js';

/** Features shown of a decision, at most. */
const shown = 6;

/** A decision as it is shown: in words, with its score (null where a rule decides) and the weightiest features. */
export function reason(decision: string, score: number | null, shares: readonly Share[] = []): Reason {
  const rounded = score === null ? null : Math.round(score * 1000) / 1000;
  return { decision, score: rounded, shares: shares.slice(0, shown) };
}

/** A decision in a line of text. */
export function reasonText({ decision, score, shares }: Reason): string {
  const parts = shares.map(({ feature, share }) => `${feature} ${share > 0 ? '+' : ''}${share.toFixed(2)}`);
  const value = score === null ? '' : ` ${score.toFixed(2)}`;
  return `${decision}${value}${parts.length ? `: ${parts.join(', ')}` : ''}`;
}

/** Message ids as they stand in a decision. */
export const ids = (messages: readonly number[]): string => messages.map((id) => `#${id}`).join(' ');
