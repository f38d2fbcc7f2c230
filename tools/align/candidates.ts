import type { Unit } from './article.js';
import type { Log } from './log.js';
import { grams } from './text.js';

/** A message that may hold a unit, with its likeness from 0 to 1. */
export interface Candidate {
  message: number;
  score: number;
}

/** Least share of a sentence's weight that a message must hold: editors change few words of a long sentence. */
export const leastScore = 0.5;
/** Short units are all alike, so that more of them must be held. */
const shortLength = 8;
const leastShort = 0.85;
/** Most candidates a unit; more are copies and stock phrases. */
const most = 8;
/** Part of the score that goes to messages which hold little else than the unit. */
const tightness = 0.1;

/**
 * The messages that hold most of a unit's character pairs, rare pairs weighing more, best first. A unit found as it
 * stands scores 1 whatever its weights. Time is at most the unit's pairs times the log's messages.
 */
export function candidates(unit: Pick<Unit, 'kind' | 'norm'>, log: Log): Candidate[] {
  if (unit.kind === 'image')
    return (log.shows.get(unit.norm) ?? []).slice(0, most).map((message) => ({ message, score: 1 }));
  const held = new Map<number, number>();
  let total = 0;
  const wanted = grams(unit.norm);
  for (const gram of wanted) {
    const ids = log.holders.get(gram) ?? [];
    const weight = Math.log(1 + log.messages.length / (1 + ids.length));
    total += weight;
    for (const id of ids) held.set(id, (held.get(id) ?? 0) + weight);
  }
  const least = unit.norm.length < shortLength ? leastShort : leastScore;
  const found: Candidate[] = [];
  for (const [message, weight] of held) {
    const { norm, grams: all } = log.messages[message]!;
    const share = norm.includes(unit.norm) ? 1 : (0.98 * weight) / total;
    if (share < least) continue;
    const tight = Math.min(1, wanted.size / Math.max(1, all.size));
    found.push({ message, score: share * (1 - tightness) + tight * tightness });
  }
  return found.sort((a, b) => b.score - a.score || a.message - b.message).slice(0, most);
}
