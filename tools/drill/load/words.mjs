import { readFileSync } from 'node:fs';

const idf = JSON.parse(readFileSync(new URL('../../../lexicon/idf.json', import.meta.url), 'utf8'));

/** Chinese words of two to four characters. */
const words = Object.keys(idf.words).filter((word) => /^\p{Script=Han}{2,4}$/u.test(word));

/** Some of the words, each as likely as the others, so that most are rare. */
export const someWords = (count, random) => [
  ...new Set(Array.from({ length: count }, () => words[Math.floor(random() * words.length)])),
];

/** Words as frequent as in real text: drawn by the shipped table of how rare each is. */
export function wordSource(random) {
  const sums = [];
  let sum = 0;
  for (const word of words) {
    sum += Math.exp(-idf.words[word]);
    sums.push(sum);
  }
  return () => {
    const at = random() * sum;
    let [low, high] = [0, words.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < at) low = middle + 1;
      else high = middle;
    }
    return words[low];
  };
}
