const limit = 80;

/** Cuts a text to at most `bytes` bytes of UTF-8, never inside a character. */
export function clip(text: string, bytes: number): string {
  let size = 0;
  let end = 0;
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > bytes) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/**
 * A title as part of a file name: NFKC, lower case, letters and digits of any script joined by single
 * hyphens, at most 80 bytes of UTF-8; `untitled` where nothing is left.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return clip(words.replace(/^-/u, ''), limit).replace(/-$/u, '') || 'untitled';
}
