import { foldedText } from './fold.js';

const word = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;
const han = /^\p{Script=Han}/u;

/** Longer words are cut: nobody searches for them whole, and an index should not hold them. */
const longest = 64;

/** The words and runs of Chinese characters of a folded text, in its order. */
function runsOf(folded: string): string[] {
  return folded.match(word) ?? [];
}

const isHan = (run: string) => han.test(run);

/** Two characters each, in their order; a lone one for itself. */
function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  const pairs: string[] = [];
  for (let i = 1; i < characters.length; i++) pairs.push(characters[i - 1]! + characters[i]!);
  return pairs;
}

/**
 * What of a text goes into the index, in the order of the text: Chinese by overlapping pairs of characters, so that a
 * word is found inside of longer ones and a row of pairs is the text itself; other scripts by words. Folded: width,
 * case, traditional characters (`fold.ts`).
 */
export function gramsOf(text: string): string[] {
  return runsOf(foldedText(text)).flatMap((run) => (isHan(run) ? pairsOf(run) : [run.slice(0, longest)]));
}

/** Each Chinese character of a text once, folded: for searches of one character, which no pair answers. */
export function charactersOf(text: string): string[] {
  return [...new Set(runsOf(foldedText(text)).filter(isHan).join(''))];
}

/** Whether a token is one Chinese character, which stands in the index of characters and not in that of pairs. */
export function isCharacter(token: string): boolean {
  return isHan(token) && [...token].length === 1;
}

/** Words of a text in Latin script, folded, each once: what a mistyped word may be meant for. */
export function latinWordsOf(text: string): string[] {
  const words = foldedText(text).match(/(?<![\p{L}\p{N}])[a-z]{4,32}(?![\p{L}\p{N}])/gu) ?? [];
  return [...new Set(words)];
}

/** What a name is looked up by: folded, letters and digits alone, so that `L/C`, `LC` and `l c` are one. */
export function nameKey(text: string): string {
  return runsOf(foldedText(text)).join('');
}
