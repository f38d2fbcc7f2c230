import { simplify } from '../../../language/fold.js';
import { tag } from '../../../language/segmenter.js';
import type { Features } from '../features.js';
import type { Knowledge } from '../knowledge.js';
import type { Term } from '../terms.js';
import { most, yes } from './setting.js';

/** What the term is made of, and what is known of it beforehand. */
export function wordFeatures(term: Term, { phrases, concepts, rarity }: Knowledge): Features {
  const text = simplify(term.text);
  const words = tag(text);
  const first = words[0]?.tag ?? 'x';
  const last = words.at(-1)?.tag ?? 'x';
  const ends = (list: string[]) => list.some((word) => text.endsWith(word));
  const { rarest, commonest } = rarity(words);
  return {
    length: most(text.length, 10),
    two: yes(text.length === 2),
    long: yes(text.length > 9),
    latin: yes(/^[\p{Script=Latin}\d\s\-_.+]{1,40}$/u.test(text)),
    mixed: yes(/[A-Za-z]/u.test(text)),
    single: yes(words.length === 1),
    many: yes(words.length > 3),
    words: most(words.length, 5),
    verbFirst: yes(/^v/u.test(first) && first !== 'vn'),
    verbLast: yes(/^(?:v|d|p|c|u)/u.test(last) && last !== 'vn'),
    nounLast: yes(/^(?:n|vn|eng|l|j)/u.test(last)),
    adverb: yes(words.some((word) => /^[dcpry]/u.test(word.tag))),
    preposition: yes(words.some((word) => word.tag === 'p')),
    pronoun: yes(words.some((word) => word.tag === 'r')),
    number: yes(words.some((word) => word.tag === 'm')),
    of: yes(text.includes('的')),
    list: yes(/[、/和与及]/u.test(text)),
    verbs: most(words.filter((word) => word.tag === 'v').length, 2),
    head: yes(phrases.heads.some((head) => text.endsWith(head) && text.length > head.length)),
    risk: yes(ends(phrases.risk)),
    known: yes(concepts.same(text) !== undefined),
    akin: yes(concepts.broader(text, 'concept') !== null),
    rarest,
    commonest,
  };
}
