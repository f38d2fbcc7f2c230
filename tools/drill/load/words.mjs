import { readFileSync } from 'node:fs';
import { drawn } from '../../drawn.mjs';

const idf = JSON.parse(readFileSync(new URL('../../../lexicon/idf.json', import.meta.url), 'utf8'));

/** Chinese words of two to four characters. */
const words = Object.keys(idf.words).filter((word) => /^\p{Script=Han}{2,4}$/u.test(word));

/** Some of the words, each as likely as the others, so that most are rare. */
export const someWords = (count, random) => [
  ...new Set(Array.from({ length: count }, () => words[Math.floor(random() * words.length)])),
];

/** Words as frequent as in real text: drawn by the shipped table of how rare each is. */
export function wordSource(random) {
  const draw = drawn(
    words.map((word) => Math.exp(-idf.words[word])),
    random,
  );
  return () => words[draw()];
}
