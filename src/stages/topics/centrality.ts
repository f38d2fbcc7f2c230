import type { Candidate } from './candidate.js';
import type { Passage } from './passages.js';

const DAMPING = 0.85;
const ROUNDS = 20;
/** Candidates that take part, those in most passages first: pairs grow with the square, and a talk has some 120. */
const MOST = 300;

/** Those that take part. */
function spread(candidates: Candidate[]): Set<number> {
  const order = candidates.map((_, i) => i);
  order.sort((a, b) => candidates[b]!.passages.size - candidates[a]!.passages.size || a - b);
  return new Set(order.slice(0, MOST));
}

/** For each candidate, the others it shares passages with, and in how many. */
function neighboursOf(candidates: Candidate[], passages: Passage[]): Map<number, number>[] {
  const links = candidates.map(() => new Map<number, number>());
  const held = passages.map(() => [] as number[]);
  const taking = spread(candidates);
  candidates.forEach((candidate, i) => {
    if (!taking.has(i)) return;
    for (const at of candidate.passages) if (passages[at]!.field !== 'qa') held[at]!.push(i);
  });
  const names = candidates.map(({ label }) => label);
  const apart = (a: number, b: number) => !names[a]!.includes(names[b]!) && !names[b]!.includes(names[a]!);
  for (const some of held) {
    for (let k = 0; k < some.length; k++) {
      for (let l = k + 1; l < some.length; l++) {
        const [a, b] = [some[k]!, some[l]!];
        const times = links[a]!.get(b) ?? 0;
        if (times === 0 && !apart(a, b)) continue;
        links[a]!.set(b, times + 1);
        links[b]!.set(a, times + 1);
      }
    }
  }
  return links;
}

/**
 * How central candidates are to a talk: PageRank (TextRank) over those that stand in the same passages; one within the
 * other's name lends it nothing. Ranks only compare within the talk.
 */
export function centralityOf(candidates: Candidate[], passages: Passage[]): number[] {
  const links = neighboursOf(candidates, passages).map((others) => ({
    others: [...others.keys()],
    times: [...others.values()],
    sum: [...others.values()].reduce((a, b) => a + b, 0),
  }));
  let scores = candidates.map(() => 1 / candidates.length);
  for (let round = 0; round < ROUNDS; round++) {
    const next = candidates.map(() => (1 - DAMPING) / candidates.length);
    links.forEach(({ others, times, sum }, a) => {
      const lent = DAMPING * scores[a]!;
      for (let i = 0; i < others.length; i++) next[others[i]!]! += (lent * times[i]!) / sum;
    });
    scores = next;
  }
  return scores;
}
