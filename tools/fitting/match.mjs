// Terms compared as eval/score.mjs compares them.

/** A term without what two people write differently: case, width, blanks, punctuation. */
export const norm = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

/** Equal, or one holds the other and is at most twice as long. */
export const sameTerm = (a, b) => {
  const [x, y] = [norm(a), norm(b)].sort((p, q) => p.length - q.length);
  return x === y || (x.length >= 2 && y.includes(x) && 2 * x.length >= y.length);
};
