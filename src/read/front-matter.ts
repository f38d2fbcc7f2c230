import { fail } from '../errors.js';
import type { Line } from './lines.js';
import { isBlank } from './space.js';
import { type Warning, warning } from './warnings.js';

/** Bounds of a front matter; real ones have 7 lines. */
const mostLines = 200;
/** As many hold back, in a history, what looks like a day's front matter. */
export const mostCharacters: number = 64 * 1024;

/** Takes the lines at the beginning of a log until the front matter is over. */
export interface FrontMatterReader {
  /** Says what the line was: `before` (blank, not decided yet), `inside` the front matter, or `after` it. */
  push(line: Line): 'before' | 'inside' | 'after';
  /** To be called when the lines are over. */
  end(): void;
  /** Flat keys, trimmed and unquoted. */
  values: Record<string, string>;
  /** True once an opening `---` was seen. */
  found: boolean;
  warnings: Warning[];
}

/**
 * Jekyll front matter, read line by line as flat `key: value`; of a repeated key the last counts. YAML is not parsed:
 * nested keys, lists, block texts and anchors are ignored with one warning.
 *
 * @param isEnd tells the line that cannot be front matter any more: a message header
 * @throws JiangluError `front-matter-endless` with the line of the opening `---`
 */
export function frontMatterReader(isEnd: (text: string) => boolean, file?: string): FrontMatterReader {
  let opened = 0;
  let closed = false;
  let size = 0;
  const endless = () => fail('front-matter-endless', { file, line: opened });
  const reader: FrontMatterReader = { values: {}, found: false, warnings: [], push, end };
  return reader;

  function push(line: Line) {
    if (closed) return 'after';
    if (!opened) return open(line);
    size += line.text.length;
    if (isFence(line.text)) closed = true;
    else if (isEnd(line.text) || size > mostCharacters || line.number - opened > mostLines) throw endless();
    else take(line);
    return 'inside';
  }

  function open(line: Line) {
    if (isBlank(line.text)) return 'before';
    if (!isFence(line.text)) {
      closed = true;
      return 'after';
    }
    opened = line.number;
    reader.found = true;
    return 'inside';
  }

  function take(line: Line) {
    if (isBlank(line.text) || line.text.startsWith('#')) return;
    const pair = keyAndValue(line.text);
    if (pair) reader.values[pair[0]] = pair[1];
    else if (!reader.warnings.length) reader.warnings.push(warning('front-matter-ignored', line.number));
  }

  function end() {
    if (opened && !closed) throw endless();
  }
}

/** True for the line that opens or closes a front matter; a BOM before it is passed over. */
export function isFence(text: string): boolean {
  return /^\uFEFF?---[ \t]*$/.test(text);
}

/** `__proto__` and the like are not keys of ours, and a value that opens a nested one is none. */
function keyAndValue(text: string): [string, string] | undefined {
  const match = /^([\p{L}\p{N}][\p{L}\p{N}_-]{0,63})[ \t]*:(?:[ \t](.*))?$/u.exec(text);
  if (!match) return undefined;
  const value = (match[2] ?? '').trim();
  return /^[|>&*!{]/.test(value) ? undefined : [match[1]!, unquote(value)];
}

function unquote(value: string): string {
  const quote = value[0];
  return value.length >= 2 && (quote === '"' || quote === "'") && value.endsWith(quote)
    ? value.slice(1, -1).trim()
    : value;
}
