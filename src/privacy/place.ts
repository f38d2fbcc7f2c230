/** A slice of a text that something else takes the place of. */
export interface Replacement {
  start: number;
  end: number;
  by: string;
}

const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63]/gu;
const gaps = /[^\S\n\r]|\p{Default_Ignorable_Code_Point}/gu;
const fullWidth = /[\uff01-\uff5e]/gu;

/**
 * A text as the patterns of identifiers read it, offset for offset: full-width characters as ASCII, one kind of dash
 * and of blank, ASCII letters in lower case.
 */
export function plainView(text: string): string {
  return text
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(dashes, '-')
    .replace(gaps, (gap) => ' '.repeat(gap.length))
    .replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
}
