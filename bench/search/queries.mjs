// Queries of each kind over a filled store, by how rare their rarest word is.
import { pinyin } from 'pinyin-pro';

/** Upper bounds of the share of sections in which a query's rarest word stands. */
export const buckets = [0.0001, 0.001, 0.003, 0.01, 0.1, 1];
export const bucketOf = (share) => buckets.findIndex((bound) => share < bound || bound === 1);
export const bucketName = (bucket) =>
  bucket === buckets.length - 1 ? 'more' : `< ${Number((buckets[bucket] * 100).toFixed(2))} %`;

const han = /^\p{Script=Han}+$/u;

/** Draws queries: `rival` counts words and gives texts, `terms` are names of concepts. */
export function queriesOf({ rival, words, terms, next, each = 20 }) {
  const rows = rival.rows();
  const one = (list) => list[Math.floor(next() * list.length)];
  const share = (word) => rival.count(word) / rows;
  const runOf = (least) => {
    for (;;) {
      const { body } = rival.text(1 + Math.floor(next() * rows)) ?? { body: '' };
      const runs = body.split(/[，。]/u).filter((run) => run.length >= least && han.test(run));
      if (runs.length) return one(runs);
    }
  };
  const part = (run, size) => {
    const start = Math.floor(next() * (run.length - size + 1));
    return run.slice(start, start + size);
  };
  const asked = (kind, query, parts) => {
    const rarest = Math.min(...parts.map(share));
    return { kind, query, parts, bucket: bucketOf(rarest) };
  };
  const many = (make) => Array.from({ length: each }, make);
  const pairs = words.filter((word) => word.length === 2 && han.test(word));
  const byBucket = buckets.map(() => []);
  for (let tried = 0; tried < 20_000 && byBucket.some((list) => list.length < each); tried++) {
    const word = pairs[Math.floor(next() ** 3 * pairs.length)];
    const found = asked('one word', word, [word]);
    if (rival.count(word) && byBucket[found.bucket].length < each) byBucket[found.bucket].push(found);
  }
  const latin = words.filter((word) => /^[a-z]{5,}$/u.test(word) && rival.count(word));
  const slip = (word) => {
    const at = 1 + Math.floor(next() * (word.length - 2));
    return word.slice(0, at) + word.slice(at + 1);
  };
  const named = terms.filter((term) => han.test(term));
  const spelled = (term) => pinyin(term, { toneType: 'none', type: 'array' });
  return [
    ...byBucket.flat(),
    ...many(() => {
      const run = runOf(6);
      const two = [run.slice(0, 2), run.slice(-2)];
      return asked('two words', two.join(' '), two);
    }),
    ...many(() => {
      const character = part(runOf(1), 1);
      return { kind: 'one character', query: character, parts: [character], bucket: buckets.length - 1 };
    }),
    ...many(() => {
      const phrase = part(runOf(6), 6);
      const grams = [0, 1, 2, 3, 4].map((at) => phrase.slice(at, at + 2));
      return { ...asked('phrase', `"${phrase}"`, grams), parts: [phrase] };
    }),
    ...many(() => ({ kind: 'pinyin', query: spelled(one(named)).join(''), parts: [] })),
    ...many(() => ({
      kind: 'initials',
      query: spelled(one(named))
        .map(([letter]) => letter)
        .join(''),
      parts: [],
    })),
    ...(latin.length ? many(() => ({ kind: 'typo', query: slip(one(latin)), parts: [] })) : []),
  ];
}
