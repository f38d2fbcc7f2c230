import { createTwoFilesPatch } from 'diff';
import type { Content } from '../target.js';

/** Lines of a page that stay the same around a change. */
const context = 2;

/** Characters of a line that are told: data in one line, as a search has them, say nothing to people. */
const longest = 2000;

const clipped = (line: string): string =>
  line.length > longest ? `${line.slice(0, longest)}… (${line.length} characters)` : line;

const shown = (content: Content): string =>
  typeof content === 'string' ? content : `(${content.byteLength} bytes)\n`;

/**
 * What a run would change in a page, as a unified diff; `''` where it would change nothing. Of what is no text only the
 * sizes are told.
 */
export function patchOf(name: string, before: Content | undefined, after: Content | undefined): string {
  const [from, to] = [before, after].map((content) => (content === undefined ? '/dev/null' : name));
  const [old, next] = [before, after].map((content) => (content === undefined ? '' : shown(content)));
  const patch = createTwoFilesPatch('a', 'b', old!, next!, undefined, undefined, { context });
  const at = patch.indexOf('@@');
  // The library writes names with letters beyond ASCII as octal numbers.
  return at < 0 ? '' : `--- ${from}\n+++ ${to}\n${patch.slice(at).split('\n').map(clipped).join('\n')}`;
}
