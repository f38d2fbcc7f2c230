import type { Concepts } from '../../language/concepts.js';
import { fold } from '../../language/fold.js';
import type { Features } from '../logistic.js';
import { type Candidate, timesOf } from './candidate.js';

/** A candidate with what speaks for it; `tools/fit-topics.mjs` reads it too. */
export interface Ranked {
  candidate: Candidate;
  features: Features;
  score: number;
}

const MAX_TOPICS = 8;
/**
 * A general topic gives way to a specific one at least this likely beside it; else the specific one is left out. Out of
 * fold, F1 is the same from 0 to 0.9; without giving way at all it is 1.2 higher, as 支付 counts as a match for 支付系统.
 */
const GIVES_WAY = 0.5;
/** A subject of the title that the taxonomy lacks leads the list if the talk names it so often. */
const SUBJECT_TIMES = 3;

const bare = new WeakMap<Candidate, string>();

/** A candidate's label without what is written differently. */
function plain(candidate: Candidate): string {
  const known = bare.get(candidate);
  if (known !== undefined) return known;
  const text = fold(candidate.label).text.replace(/[\s\p{P}\p{S}]/gu, '');
  bare.set(candidate, text);
  return text;
}

/** Whether a concept stands above another, at whatever distance. */
function isAbove(above: string, id: string, { byId }: Concepts): boolean {
  const seen = new Set<string>();
  for (let at = byId.get(id)?.broader; at !== undefined && !seen.has(at); at = byId.get(at)?.broader) {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
}

/** Whether a candidate is more general than another: above it in the taxonomy, or the bare head of its name. */
function isBroader(one: Candidate, other: Candidate, concepts: Concepts): boolean {
  if (one.concept && other.concept && isAbove(one.concept.id, other.concept.id, concepts)) return true;
  const [x, y] = [plain(one), plain(other)];
  return x.length < y.length && y.endsWith(x);
}

/**
 * Whether two candidates are one topic: the same name, or, unless the taxonomy tells both apart (退款 and 退款流程), one
 * name within the other.
 */
function isSame(one: Candidate, other: Candidate): boolean {
  const [x, y] = [plain(one), plain(other)];
  if (one.concept && other.concept) return x === y;
  return x.includes(y) || y.includes(x);
}

/** The announced subject, if it is a concept or the talk keeps naming it. */
function subjectOf(ranked: Ranked[]): Ranked | undefined {
  const subjects = ranked.filter(({ candidate }) => candidate.subject.title);
  return (
    subjects.find(({ candidate }) => candidate.concept !== undefined) ??
    subjects.find(({ candidate }) => timesOf(candidate) >= SUBJECT_TIMES)
  );
}

const isTitled = ({ candidate }: Ranked) => candidate.count.title > 0;

/**
 * The topics among candidates in order: the announced subject first, then the best. None repeats a better one, and none is
 * more general than another, unless the title names it.
 */
export function chosenOf(ranked: Ranked[], concepts: Concepts, limit = MAX_TOPICS): Ranked[] {
  const subject = subjectOf(ranked);
  let chosen = subject ? [subject] : [];
  for (const one of ranked) {
    if (chosen.length === limit) break;
    if (chosen.some(({ candidate }) => isSame(candidate, one.candidate))) continue;
    const covered = chosen.some(({ candidate }) => isBroader(one.candidate, candidate, concepts));
    if (covered && !isTitled(one)) continue;
    const general = chosen.filter(
      (other) => !isTitled(other) && isBroader(other.candidate, one.candidate, concepts),
    );
    if (general.some(({ score }) => one.score < GIVES_WAY * score)) continue;
    chosen = [...chosen.filter((other) => !general.includes(other)), one];
  }
  return chosen;
}
