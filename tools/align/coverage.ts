import type { Unit } from './article.js';
import type { Log } from './log.js';
import type { Place } from './path.js';
import { grams, share } from './text.js';

/** Units on either side of a message's place that may hold the rest of it: editors cut and join. */
const around = 3;

/**
 * For each message the share of its own character pairs that the article holds at the message's place: beside the
 * units aligned with it, or between those of the messages before and after. A message with nothing to compare gets 0,
 * unless its picture is aligned, which gives 1.
 */
export function coverage(units: readonly Unit[], places: readonly Place[], log: Log): number[] {
  const byMessage = new Map<number, number[]>();
  for (const [unit, place] of places.entries()) {
    if (!place) continue;
    byMessage.set(place.message, [...(byMessage.get(place.message) ?? []), unit]);
  }
  const pairs = units.map((unit) => (unit.kind === 'image' ? new Set<string>() : grams(unit.norm)));
  let near: number[] = [];
  const following = nextUnits(log.messages.length, byMessage);
  return log.messages.map((message) => {
    const own = byMessage.get(message.id);
    const at = own ?? [...near, ...(following[message.id] ?? [])];
    if (own) near = own.slice(-1);
    const text = new Set<string>();
    let picture = false;
    const seen = new Set<number>();
    for (const center of at)
      for (let unit = Math.max(0, center - around); unit <= center + around && unit < units.length; unit++) {
        if (seen.has(unit)) continue;
        seen.add(unit);
        if (units[unit]!.kind === 'image') picture ||= message.pictures.includes(units[unit]!.norm);
        for (const gram of pairs[unit]!) text.add(gram);
      }
    if (message.grams.size) return share(message.grams, text);
    return picture ? 1 : 0;
  });
}

/** For each message the first unit of the next aligned message. */
function nextUnits(count: number, byMessage: Map<number, number[]>): number[][] {
  const next: number[][] = [];
  let units: number[] = [];
  for (let id = count - 1; id >= 0; id--) {
    next[id] = units;
    units = byMessage.get(id)?.slice(0, 1) ?? units;
  }
  return next;
}
