// MiniSearch as a user of it would set it up: once as it comes, once with pairs of Chinese characters as its tokens,
// weighted fields, and slips allowed in Latin words.
import MiniSearch from 'minisearch';
import { keyOf } from '../entries.mjs';

const fields = ['term', 'heading', 'definition', 'body'];
const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const isHan = /^\p{Script=Han}/u;

function pairs(text) {
  return (text.match(runs) ?? []).flatMap((run) => {
    const characters = [...run];
    if (!isHan.test(run) || characters.length === 1) return [run];
    return characters.slice(1).map((character, index) => characters[index] + character);
  });
}

/** Words of a query that it cannot read as conditions are plain words to it; all must be there. */
const made =
  (options = {}, asked = {}) =>
  (entries) => {
    const index = new MiniSearch({ fields, idField: 'key', ...options });
    index.addAll(entries.map((entry) => ({ ...entry, key: keyOf(entry) })));
    return (query) => index.search(query, { combineWith: 'AND', ...asked }).map(({ id }) => id);
  };

export const miniSearch = made();
export const miniSearchPairs = made(
  { tokenize: pairs },
  {
    boost: { term: 3, heading: 2, definition: 1.5 },
    fuzzy: (term) => (/^[a-z]{4,}$/u.test(term) ? 0.25 : false),
  },
);
