import type { Share } from '../reasons/shares.js';
import type { Reason } from '../schema/evaluation.js';
import type { CueKind } from '../transcript.js';
import type { Evidence } from './evidence.js';

/** Features shown of a decision, at most. */
const shown = 6;
/** Messages of a disagreement of which decisions are shown, at most. */
export const fewMessages = 4;

const rounded = (score: number) => Math.round(score * 1000) / 1000;

/** A decision as it is shown. */
export function reason(decision: string, score: number | null, shares: readonly Share[] = []): Reason {
  return { decision, score: score === null ? null : rounded(score), shares: shares.slice(0, shown) };
}

/** The rule that gave each message its role, and its cues (of some kinds, where kinds are given). */
export function cueReasons({ tree }: Evidence, ids: readonly number[], kinds?: readonly CueKind[]): Reason[] {
  return ids.slice(0, fewMessages).flatMap((id) => {
    const message = tree.children[id];
    if (!message) return [];
    const cues = message.cues.filter(({ kind }) => kinds?.includes(kind) ?? true);
    return [
      reason(`#${id} is ${message.role?.role} by ${message.role?.rule}`, null),
      ...cues.map(({ kind, rule, score }) => reason(`#${id} looks like ${kind} by ${rule}`, score)),
    ];
  });
}
