import { createTwoFilesPatch } from 'diff';
import type { Content } from '../target.js';

/** Lines of a page that stay the same around a change. */
const context = 2;

const shown = (content: Content): string =>
  typeof content === 'string' ? content : `(${content.byteLength} bytes)\n`;

/**
 * What a run would change in a page, as a unified diff; `''` where it would change nothing. Of what is no text only the
 * sizes are told.
 */
export function patchOf(name: string, before: Content | undefined, after: Content | undefined): string {
  const patch = createTwoFilesPatch(
    before === undefined ? '/dev/null' : name,
    after === undefined ? '/dev/null' : name,
    before === undefined ? '' : shown(before),
    after === undefined ? '' : shown(after),
    undefined,
    undefined,
    { context },
  );
  return patch.slice(patch.indexOf('\n') + 1);
}
