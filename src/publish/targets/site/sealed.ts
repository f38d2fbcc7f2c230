import { hashOf } from '../../keys.js';
import type { Content } from '../../target.js';

/** So far the place of a seal lies from the beginning of a file, at most. */
const head = 4000;
/** What tells which page a file is: the seal stands behind it. */
const key = /<meta name="jianglu" content="[^"<>]+"|^(?:\/\*|<!--) jianglu file:[\w.-]+/u;
/** What stands before a seal. */
export const sealMark = ' data-sum="';
const seal = / data-sum="[\da-f]{32}"/u;

/** A file that proves that nobody has edited it since: it tells its own hash, without what tells it. */
export function sealed(text: string): string {
  const found = key.exec(text.slice(0, head));
  if (!found) return text;
  const at = found.index + found[0].length;
  return `${text.slice(0, at)} data-sum="${hashOf(text).slice(0, 32)}"${text.slice(at)}`;
}

/** Whether a file is as `sealed` made it. */
export function isSealed(content: Content): boolean {
  if (typeof content !== 'string') return false;
  const text = content.slice(0, head).replace(seal, '') + content.slice(head);
  return text !== content && sealed(text) === content;
}
