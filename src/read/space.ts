/**
 * White space of the contract: what ECMAScript calls white space or line end, without the BOM (U+FEFF), which is a
 * character like any other. Loops instead of `\s+$`, which takes quadratic time on long runs.
 */
const space = /^(?!\uFEFF)\s$/;

function isSpace(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 32 || (code < 128 ? code >= 9 && code <= 13 : space.test(text[index]!));
}

/** Index of the first character that is not white space, `text.length` if there is none. */
export function firstInk(text: string): number {
  let index = 0;
  while (index < text.length && isSpace(text, index)) index += 1;
  return index;
}

/** Index after the last character that is not white space, 0 if there is none. */
export function lastInk(text: string): number {
  let index = text.length;
  while (index > 0 && isSpace(text, index - 1)) index -= 1;
  return index;
}

/** True for a line of white space only, or none at all. */
export function isBlank(text: string): boolean {
  return firstInk(text) === text.length;
}

/** The text without white space at its ends; a BOM stays. */
export function trim(text: string): string {
  const end = lastInk(text);
  return end === 0 ? '' : text.slice(firstInk(text), end);
}
