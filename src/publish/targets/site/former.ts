import type { Content } from '../../target.js';
import { type Packed, unpacked } from './packed.js';
import type { SiteEntry } from './search.js';

const [before, behind] = ["JSON.parse('", "');\n"];
const sign = /\\(?:u([\da-f]{4})|(.))/gu;

/** The text of a string of a script, as `searchFile` writes it. */
const unquoted = (text: string): string =>
  text.replace(sign, (_, code?: string, one?: string) =>
    code === undefined ? one! : String.fromCharCode(Number.parseInt(code, 16)),
  );

function dataIn(content: Content | undefined): string | undefined {
  if (typeof content !== 'string' || !content.endsWith(behind)) return undefined;
  const begin = content.indexOf(before);
  return begin < 0 ? undefined : content.slice(begin + before.length, -behind.length);
}

/** The entries in what `searchFile` made; none where it is something else. */
export function entriesIn(content: Content | undefined): SiteEntry[] {
  const found = dataIn(content);
  if (found === undefined) return [];
  try {
    return unpacked(JSON.parse(unquoted(found)) as Packed);
  } catch {
    return [];
  }
}
