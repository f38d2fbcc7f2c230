import { type Candidate, timesOf } from './candidate.js';

/** Where a candidate stands in a passage. */
export interface Place {
  start: number;
  end: number;
  candidate: Candidate;
}

/** Counts which candidates lie inside which longer ones, passage by passage. */
export function nestingCounter() {
  const inside = new Map<Candidate, Map<Candidate, number>>();
  const count = (inner: Candidate, outer: Candidate) => {
    const holders = inside.get(inner) ?? new Map<Candidate, number>();
    inside.set(inner, holders);
    holders.set(outer, (holders.get(outer) ?? 0) + 1);
  };
  return {
    add(places: Place[]): void {
      const sorted = [...places].sort((a, b) => a.start - b.start || b.end - a.end);
      sorted.forEach((outer, i) => {
        for (let k = i + 1; k < sorted.length && sorted[k]!.start < outer.end; k++) {
          const inner = sorted[k]!;
          const shorter = inner.end - inner.start < outer.end - outer.start;
          if (inner.end <= outer.end && shorter && inner.candidate !== outer.candidate)
            count(inner.candidate, outer.candidate);
        }
      });
    },
    /** Writes each candidate's `nested`. */
    finish(): void {
      for (const [inner, holders] of inside)
        inner.nested = Math.min(1, Math.max(...holders.values()) / timesOf(inner));
    },
  };
}
