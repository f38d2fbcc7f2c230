// Words as frequent as in real text, to draw texts from.
import { readFileSync } from 'node:fs';
import jieba from 'nodejieba';
import { notesBelow } from '../../tools/search/entries.mjs';

const lexicon = (name) =>
  JSON.parse(readFileSync(new URL(`../../lexicon/${name}.json`, import.meta.url), 'utf8'));
const word = /^(?:\p{Script=Han}+|[a-z]{2,}[a-z0-9]*)$/u;

/** So many of the segmenter's words follow the table's: a chat of some years has about as many. */
const most = 60_000;
/** Common characters that stand for themselves, as 的 and 了 do; one such for each so many words. */
const lone = { count: 60, every: 3 };

/** Words of the shipped idf table, the most frequent first, then the segmenter's by their counts. */
function shipped() {
  const { words } = lexicon('idf');
  const table = Object.keys(words).sort((a, b) => words[a] - words[b] || (a < b ? -1 : 1));
  const common = [...lexicon('common-han').simplified].slice(0, lone.count);
  const counted = readFileSync(jieba.DEFAULT_DICT, 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([text, count]) => [...text].length > 1 && text.length < 5 && word.test(text) && count > 2)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([text]) => text);
  const ranked = table.flatMap((text, rank) =>
    rank % lone.every === 0 && common.length ? [common.shift(), text] : [text],
  );
  return [...new Set([...ranked, ...counted])].slice(0, most);
}

/** Frequency by rank: Zipf's law with Mandelbrot's constants for words of a language. */
const zipf = (words) => words.map((text, rank) => [text, 1 / (rank + 2.7) ** 1.05]);

const textsOf = ({ blocks = [], lead = [], sections = [] }) => [
  ...[...lead, ...blocks].flatMap(({ spans }) => spans.map(({ text }) => text)),
  ...sections.flatMap(textsOf),
];

/** Words of the notes below a folder with their counts. */
function counted(folder) {
  const counts = new Map();
  for (const { note } of notesBelow(folder))
    for (const text of jieba.cut(textsOf(note).join('\n').toLowerCase()))
      if (word.test(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** Draws by weight in constant time (Walker's alias method). */
function drawer(weights, next) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const odds = weights.map((weight) => (weight * weights.length) / total);
  const other = new Uint32Array(weights.length);
  const [small, large] = [[], []];
  for (const [at, odd] of odds.entries()) (odd < 1 ? small : large).push(at);
  while (small.length && large.length) {
    const [low, high] = [small.pop(), large.at(-1)];
    other[low] = high;
    odds[high] -= 1 - odds[low];
    if (odds[high] < 1) small.push(large.pop());
  }
  return () => {
    const at = Math.floor(next() * weights.length);
    return next() < odds[at] || (!small.length && !large.length) ? at : other[at];
  };
}

/** What draws words; from the words of a folder of notes, or from the shipped tables. */
export function vocabulary(next, folder) {
  const weighted = folder ? counted(folder) : zipf(shipped());
  const words = weighted.map(([text]) => text);
  const draw = drawer(
    weighted.map(([, weight]) => weight),
    next,
  );
  return { words, word: () => words[draw()] };
}
