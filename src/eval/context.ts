import type { Line } from '../schema/evaluation.js';
import type { Transcript } from '../transcript.js';

/** Messages shown before and after one that a disagreement is about. */
const around = 2;
/** Messages shown of one disagreement, at most. */
const most = 40;

/** The messages that a disagreement is about with those around them, in order. */
export function contextOf({ children }: Transcript, about: readonly number[]): Line[] {
  const shown = new Set<number>();
  for (const id of about) for (let at = id - around; at <= id + around; at++) shown.add(at);
  return [...shown]
    .sort((a, b) => a - b)
    .flatMap((id) => children[id] ?? [])
    .slice(0, most)
    .map(({ id, time, sender, text, role }) => ({
      message: id,
      time,
      sender,
      text,
      about: about.includes(id),
      role: role?.role ?? '',
      rule: role?.rule ?? '',
    }));
}
