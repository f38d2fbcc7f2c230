import { foldedText } from '../language/fold.js';
import type { Store } from '../store/store.js';
import { type Notice, notice } from './notices.js';
import { isPlain, type Part } from './query.js';
import { type Atom, atomsOf, keyOf, stretchesAround } from './words.js';

/** Latin words of so many letters may be mistyped; of shorter ones another word is one letter away. */
const shortest = 4;

/** So many words of a query are looked at, as each takes a search of its own. */
const most = 6;

/** Whether a folded word may be mistyped. */
export const isMistypable = (word: string): boolean => /^[a-z]+$/u.test(word) && word.length >= shortest;

/** Words of the store that a word may be meant for; none where the store has the word itself. */
async function meantFor(store: Store, word: string): Promise<string[]> {
  const there = await store.count({ clause: { row: [word] }, index: 'grams', filter: {} }, 1);
  return there ? [] : store.alike(word);
}

/** The word with which one of the atoms makes a name of several words with its neighbours. */
async function namedWith(store: Store, atoms: readonly Atom[], at: number): Promise<string | undefined> {
  const { text, apart } = atoms[at]!;
  for (const meant of await meantFor(store, text)) {
    const mended = atoms.map((atom, index) => (index === at ? { text: meant, apart } : atom));
    const names = stretchesAround(mended, at).map(([from, to]) => keyOf(mended.slice(from, to)));
    if (names.length && (await store.named(names)).length) return meant;
  }
  return undefined;
}

/** Puts a word in the place of another in the first part that has it. */
function withWord(parts: readonly Part[], word: string, meant: string): Part[] {
  const place = parts.findIndex(
    (part) => isPlain(part) && atomsOf(foldedText(part.pieces[0]!.text)).some(({ text }) => text === word),
  );
  return parts.map((part, index) =>
    index === place
      ? {
          ...part,
          pieces: [{ ...part.pieces[0]!, text: foldedText(part.pieces[0]!.text).replace(word, meant) }],
        }
      : part,
  );
}

/**
 * Reads names of several words in which one is mistyped and in no entry (`credti risk`) as what they were meant for, and
 * says so: all that counts for a name as typed counts for it, too.
 */
export async function readAs(store: Store, parts: readonly Part[], notices: Notice[]): Promise<Part[]> {
  let read = [...parts];
  const atoms = atomsOf(
    parts.map((part) => (isPlain(part) ? foldedText(part.pieces[0]!.text) : '|')).join(' '),
  );
  const places = atoms.flatMap(({ text }, at) => (isMistypable(text) ? [at] : [])).slice(0, most);
  if (atoms.length < 2) return read;
  for (const at of places) {
    const { text } = atoms[at]!;
    const meant = await namedWith(store, atoms, at);
    if (meant === undefined) continue;
    notices.push(notice('read-as', text, { meant }));
    read = withWord(read, text, meant);
    atoms[at] = { ...atoms[at]!, text: meant };
  }
  return read;
}
