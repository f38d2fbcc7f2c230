import type { Concepts } from '../../language/concepts.js';
import { foldedText } from '../../language/fold.js';
import { kept } from '../../memory/remembered.js';
import type { Features } from '../../models/logistic.js';
import { type Candidate, timesOf } from './candidate.js';

/** A candidate with what speaks for it; `tools/fit-topics.mjs` reads it too. */
export interface Ranked {
  candidate: Candidate;
  features: Features;
  score: number;
  /** No editor would tag the talk with it, whatever its score (`everydayIn`). */
  everyday: boolean;
}

const MAX_TOPICS = 8;
/** A bare topic gives way to a telling one at least this likely beside it; else that one is left out. F1 is the same to 1. */
const GIVES_WAY = 0.5;
/** What is less likely is no topic: words of everyday that fill a list. F1 is the same with it. */
const LEAST = 0.08;
/** A subject of the title that the taxonomy lacks leads the list if the talk names it so often. */
const SUBJECT_TIMES = 3;

const bare = new WeakMap<Candidate, string>();

/** A candidate's label without what is written differently. */
const plain = (candidate: Candidate): string =>
  kept(bare, candidate, ({ label }) => foldedText(label).replace(/[\s\p{P}\p{S}]/gu, ''));

/** Whether a concept stands above another, at whatever distance. */
function isAbove(above: string, id: string, { byId }: Concepts): boolean {
  const seen = new Set<string>();
  for (let at = byId.get(id)?.broader; at !== undefined && !seen.has(at); at = byId.get(at)?.broader) {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
}

/** Whether a candidate stands above another in the taxonomy. */
const isOver = (one: Candidate, other: Candidate, concepts: Concepts) =>
  one.concept !== undefined &&
  other.concept !== undefined &&
  isAbove(one.concept.id, other.concept.id, concepts);

/**
 * Whether a candidate says nothing beside another: the bare head of its name (支付 and 跨境支付), or, above it in the
 * taxonomy, a part of its name or a whole domain. One above it with a name of its own (供应链金融 and 保理) does: editors
 * tag both, and F1 is 1 to 2 higher with both.
 */
function isBare(one: Candidate, other: Candidate, concepts: Concepts): boolean {
  const [x, y] = [plain(one), plain(other)];
  if (x.length < y.length && y.endsWith(x)) return true;
  return isOver(one, other, concepts) && (y.includes(x) || one.concept!.broader === undefined);
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
  const subjects = ranked.filter(({ candidate, everyday }) => candidate.subject.title && !everyday);
  return (
    subjects.find(({ candidate }) => candidate.concept !== undefined) ??
    subjects.find(({ candidate }) => timesOf(candidate) >= SUBJECT_TIMES)
  );
}

const isTitled = ({ candidate }: Ranked) => candidate.count.title > 0;

/** What is above another in the taxonomy behind the last that is below it, unless the title names it. */
function specificFirst(chosen: Ranked[], concepts: Concepts): Ranked[] {
  const depth = ({ candidate }: Ranked) =>
    chosen.filter((other) => isOver(candidate, other.candidate, concepts)).length;
  const ordered = [...chosen];
  for (const one of chosen
    .filter((each) => !isTitled(each) && depth(each) > 0)
    .sort((a, b) => depth(a) - depth(b))) {
    const at = ordered.indexOf(one);
    const last = ordered.findLastIndex((other) => isOver(one.candidate, other.candidate, concepts));
    if (last > at) ordered.splice(last, 0, ...ordered.splice(at, 1));
  }
  return ordered;
}

/**
 * The topics among candidates in order: the announced subject first, then the best, each behind what is below it. None
 * repeats a better one, and none is bare beside another, unless the title names it; in a full list, too, a bare one gives
 * way to a telling one.
 */
export function chosenOf(ranked: Ranked[], concepts: Concepts, limit = MAX_TOPICS): Ranked[] {
  const subject = subjectOf(ranked);
  let chosen = subject ? [subject] : [];
  for (const one of ranked) {
    if (one.everyday || one.score < LEAST || chosen.some(({ candidate }) => isSame(candidate, one.candidate)))
      continue;
    const bare = (few: Ranked, other: Ranked) =>
      !isTitled(few) && isBare(few.candidate, other.candidate, concepts);
    if (chosen.some((other) => bare(one, other))) continue;
    const fewer = chosen.filter((other) => bare(other, one));
    if (fewer.some(({ score }) => one.score < GIVES_WAY * score)) continue;
    if (chosen.length - fewer.length >= limit) continue;
    chosen = [...chosen.filter((other) => !fewer.includes(other)), one];
  }
  return specificFirst(chosen, concepts);
}
