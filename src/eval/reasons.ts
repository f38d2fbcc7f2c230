import { reason } from '../reasons/reason.js';
import type { Reason } from '../schema/evaluation.js';
import type { CueKind } from '../transcript.js';
import type { Evidence } from './evidence.js';

/** Messages of a disagreement of which decisions are shown, at most. */
export const fewMessages = 4;

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
