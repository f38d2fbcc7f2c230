import { foldedText } from '../language/fold.js';
import type { Searched } from '../store/store.js';
import { type Notice, notice } from './notices.js';
import { isPlain, type Part, partsInRows, textOf } from './query.js';
import { type Atom, atomsOf, joined, keyOf, stretchesAround } from './words.js';

/** Latin words of so many letters may be mistyped; of shorter ones another word is one letter away. */
const shortest = 4;

/** So many words of a query are looked at, as each takes a search of its own. */
const most = 6;

/** Whether a folded word may be mistyped. */
export const isMistypable = (word: string): boolean => /^[a-z]+$/u.test(word) && word.length >= shortest;

/** Words of the store that a word may be meant for; none where the store has the word itself. */
async function meantFor(store: Searched, word: string): Promise<string[]> {
  const there = await store.count({ clause: { row: [word] }, index: 'grams', filter: {} }, 1);
  return there ? [] : store.alike(word);
}

/** The word with which an atom makes a name of several words with its neighbours. */
async function namedWith(store: Searched, atoms: readonly Atom[], at: number): Promise<string | undefined> {
  const stretches = stretchesAround(atoms, at);
  if (stretches.length === 0) return undefined;
  for (const meant of await meantFor(store, atoms[at]!.text)) {
    const mended = atoms.with(at, { ...atoms[at]!, text: meant });
    const names = await store.named(stretches.map(([from, to]) => keyOf(mended.slice(from, to))));
    if (names.length) return meant;
  }
  return undefined;
}

/**
 * Reads names of several words in which one is mistyped and in no entry (`credti risk`) as what they were meant for, and
 * says so: all that counts for a name as typed counts for it, too.
 */
export async function readAs(store: Searched, parts: readonly Part[], notices: Notice[]): Promise<Part[]> {
  let left = most;
  const mended = async (row: Part[]): Promise<Part[]> => {
    const typed = atomsOf(foldedText(textOf(row)));
    let atoms = typed;
    for (const [at, { text }] of typed.entries()) {
      if (!isMistypable(text) || left-- <= 0) continue;
      const meant = await namedWith(store, atoms, at);
      if (meant === undefined) continue;
      notices.push(notice('read-as', text, { meant }));
      atoms = atoms.with(at, { ...atoms[at]!, text: meant });
    }
    return atoms === typed ? row : [{ not: false, pieces: [{ text: joined(atoms), quoted: false }] }];
  };
  const read: Part[] = [];
  for (const row of partsInRows(parts)) read.push(...(isPlain(row[0]!) ? await mended(row) : row));
  return read;
}
