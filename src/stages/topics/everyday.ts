import type { Lexicon } from '../../lexicon.js';
import type { Candidate } from './candidate.js';

/** Chinese characters of a term at most; what is longer is a sentence. */
const LONGEST = 10;
const sentence = /[了过]|\p{Script=Han}的\p{Script=Han}/u;

/** Tells what an editor tags nothing with: made of words of everyday alone, or cut from a sentence. Concepts are always topics. */
export function everydayIn({ subjects }: Lexicon): (candidate: Candidate) => boolean {
  const { hollow, everyday, before, after } = subjects;
  const empty = new Set([...hollow, ...everyday, ...before, ...after]);
  const isLong = (label: string) => label.length > LONGEST && /^\p{Script=Han}{1,200}$/u.test(label);
  return ({ concept, label, words }) =>
    !concept && (words.every((word) => empty.has(word)) || sentence.test(label) || isLong(label));
}
