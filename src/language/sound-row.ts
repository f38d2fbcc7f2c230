/** Joins the syllables of a pair; no letter, so that no word of a text looks like it. */
const joint = '·';

/** Overlapping pairs of syllables or letters in a row. */
export const soundPairs = (row: readonly string[]): string[] =>
  row.slice(1).map((one, i) => row[i]! + joint + one);

/** Tokens of syllables in a row, as the index of sounds has them: pairs, or the one syllable. */
export function soundRow(syllables: readonly string[]): string[] {
  return syllables.length === 1 ? [...syllables] : soundPairs(syllables);
}
