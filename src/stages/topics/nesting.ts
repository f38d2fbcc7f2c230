import { kept } from '../../memory/remembered.js';
import { type Candidate, timesOf } from './candidate.js';

/** Something that passages name; a candidate if they name it enough. */
export interface Mentioned {
  candidate: Candidate | undefined;
}

/** Where something is named in a passage. */
export interface Place {
  start: number;
  end: number;
  mention: Mentioned;
}

/** How often candidates lie inside of what is longer, one after the other. */
type Holders = Map<Mentioned, Map<Mentioned, number>>;

function countIn(places: Place[], inside: Holders): void {
  const count = (inner: Mentioned, outer: Mentioned) => {
    const holders = kept(inside, inner, () => new Map<Mentioned, number>());
    holders.set(outer, (holders.get(outer) ?? 0) + 1);
  };
  const sorted = places.sort((a, b) => a.start - b.start || b.end - a.end);
  sorted.forEach((outer, i) => {
    for (let k = i + 1; k < sorted.length && sorted[k]!.start < outer.end; k++) {
      const inner = sorted[k]!;
      const shorter = inner.end - inner.start < outer.end - outer.start;
      if (inner.mention.candidate && inner.end <= outer.end && shorter && inner.mention !== outer.mention)
        count(inner.mention, outer.mention);
    }
  });
}

/** Counts which candidates lie inside of what longer things the passages name. */
export function nestingCounter() {
  const passages: Place[][] = [];
  return {
    /** Takes the places of a passage over. */
    add(places: Place[]): void {
      passages.push(places);
    },
    /** Writes each candidate's `nested`, once it is known what is one. */
    finish(): void {
      const inside: Holders = new Map();
      for (const places of passages) countIn(places, inside);
      for (const [{ candidate }, holders] of inside)
        candidate!.nested = Math.min(1, Math.max(...holders.values()) / timesOf(candidate!));
    },
  };
}
