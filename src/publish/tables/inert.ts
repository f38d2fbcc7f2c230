/** Behind these a spreadsheet may begin a cell, were it told of another separator than ours: then quotes do not hold. */
const separator = /(?<=[;\t\r\n])/u;
/** What a spreadsheet may pass over at the beginning of a cell. */
const visible = /[^\s\p{Cc}\p{Cf}]/u;

/** Whether a cell that begins so may be a formula: `=`, `+`, `-`, `@`, in any width. */
const acts = (character: string): boolean => /^[=+\-@]/u.test(character.normalize('NFKC'));

function guarded(piece: string): string {
  const at = piece.search(visible);
  return at >= 0 && acts(piece[at]!) ? `${piece.slice(0, at)}'${piece.slice(at)}` : piece;
}

/**
 * A text that no spreadsheet takes for a formula: `'` stands before what would begin one, at the beginning and behind
 * semicolons, tabs and line ends, and before a tab or carriage return that the text begins with. Others stay as they are.
 */
export function inert(text: string): string {
  const safe = text.split(separator).map(guarded).join('');
  return /^[\t\r]/u.test(safe) ? `'${safe}` : safe;
}
