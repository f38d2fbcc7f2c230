import { random } from '../../random.mjs';
import { noteMaker } from './notes.mjs';
import { someWords, wordSource } from './words.mjs';

const built = (name) => import(new URL(`../../../dist/${name}.js`, import.meta.url));

/** Talks written at once, talks and concepts that are asked for, and words that are searched. */
const counts = { batch: 200, talks: 2000, keys: 1000, words: 1000 };
/** A word is rare that stands in a smaller share of the sections. */
const rareShare = 0.003;

function* textsOf(sections) {
  for (const section of sections) {
    yield section.title + section.blocks.flatMap(({ spans }) => spans.map(({ text }) => text)).join('');
    yield* textsOf(section.sections);
  }
}

/** In how many sections each of some words stands. */
function counter(words) {
  const counted = new Map(words.map((word) => [word, 0]));
  let sections = 0;
  return {
    see(note) {
      for (const text of textsOf(note.sections)) {
        sections++;
        for (const word of words) if (text.includes(word)) counted.set(word, counted.get(word) + 1);
      }
    },
    sections: () => sections,
    rare: () => words.filter((word) => counted.get(word) > 0 && counted.get(word) < rareShare * sections),
  };
}

/** Fills a store with talks, unless it has them; gives what may be asked of it. */
export async function makeStore({ file, talks, seed, isNew }) {
  const { openStore } = await built('store/sqlite');
  const { talkOf, knownConcepts } = await built('store/records');
  const { conceptFinder } = await built('store/finder');
  const { loadLexicon } = await built('lexicon');
  const next = random(seed);
  const word = wordSource(next);
  const make = noteMaker({ random: next, word });
  const counted = counter(someWords(counts.words, random(seed + 7)));
  const concepts = knownConcepts(loadLexicon());
  const find = conceptFinder(concepts);
  const store = isNew ? openStore(file, 'write') : undefined;
  await store?.setTaxonomy(concepts, 'drill');
  const [ids, keys] = [[], []];
  const every = Math.max(1, Math.floor(talks / counts.talks));
  for (let from = 0; from < talks; from += counts.batch) {
    const notes = Array.from({ length: Math.min(counts.batch, talks - from) }, (_, at) => make(from + at));
    const records = notes.map((note) =>
      talkOf(
        note,
        { file: `${note.sources[0].group}/${note.id}.json`, sha256: note.sources[0].sha256 },
        find,
      ),
    );
    await store?.write(records, []);
    notes.forEach((note, at) => {
      if ((from + at) % every === 0) ids.push(note.id);
      if (keys.length < counts.keys) keys.push(...records[at].definitions.map(({ concept }) => concept));
      counted.see(note);
    });
  }
  await store?.close();
  return { ids, keys, rare: counted.rare(), sections: counted.sections() };
}
