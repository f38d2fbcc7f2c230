import { simplify } from '../../language/fold.js';
import { unescapeHtml } from '../../language/text.js';
import type { Message } from '../../transcript.js';

/** One sentence of a lecture message, without the list marker before it; offsets into the message text. */
export interface Clause {
  message: Message;
  /** The message text in simplified characters with escapes and links blanked out, offset for offset. */
  plain: string;
  start: number;
  end: number;
  /** It begins a message, a line, or a run of text after white space between Chinese characters. */
  opens: boolean;
  /** It is the last of its line. */
  closes: boolean;
  /** A list marker stood before it. */
  marked: boolean;
}

const escapes = /&(?:amp;){0,3}(?:#\d{1,6}|#x[\da-f]{1,6}|[a-z]{2,8});/giu;
const links = /!?\[[^\]\n]{0,200}\]\([^)\s]{0,400}\)|https?:\/\/[\w\-./?%&=#:~+,@]{1,600}/gu;
const marker =
  /^(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．]|[（(][0-9一二三四五六七八九十a-zA-Z]{1,3}[)）]|[0-9]{1,2}(?=[\s\u4e00-\u9fff])|[①-⑳]|第[0-9一二三四五六七八九十]{1,3}(?:大?[种个类点步项]|部分|方面)?(?:原则)?(?:是|[，、：:,])?|[a-zA-Z][.、)）]|[-*+#•·●◆■>Ø]{1,4})\s{0,6}/u;

/** Question marks that an export put for blanks it could not write: after a list marker or a full stop, or several before text. */
const lostBlanks =
  /(?<=[。、.；;：:]\s?)[?？]{1,8}(?=[\s\p{Script=Han}])|\?{3,40}(?=\s?[\p{Script=Han}A-Za-z])/gu;

/** The text in simplified characters, with HTML escapes, links and lost blanks replaced by as many harmless ones: offsets stay. */
export function plainOf(text: string): string {
  return simplify(text)
    .replace(links, (found) => ' '.repeat(found.length))
    .replace(lostBlanks, (found) => ' '.repeat(found.length))
    .replace(escapes, (found) => {
      const meant = unescapeHtml(found);
      return meant.length === 1 ? (meant.trim() || ' ').repeat(found.length) : found;
    });
}

const ascii = (code: number) => code > 0x20 && code < 0x7f;
const numbered = /^(?:[0-9]{1,2}|[a-zA-Z])[.、)）]/u;

/** Whether a gap only sets Latin words apart (`接入 SDK 后`), and ends no line. */
function withinLine(plain: string, start: number, end: number): boolean {
  if (end - start > 1 || plain[start] === '\n' || /[。！？；]/u.test(plain[start - 1] ?? '')) return false;
  if (/[，,。、；;：:）)]/u.test(plain[end] ?? '')) return true;
  const beside = [plain.charCodeAt(start - 1), plain.charCodeAt(end)].filter(ascii).length;
  return beside > 0 && !numbered.test(plain.slice(end, end + 4));
}

/** Where a line ends for a reader: a line break, or white space between Chinese characters. */
function lines(plain: string): [number, number][] {
  const found: [number, number][] = [];
  let start = 0;
  for (const gap of plain.matchAll(/\s{1,4000}/gu)) {
    const end = gap.index + gap[0].length;
    if (withinLine(plain, gap.index, end)) continue;
    if (gap.index > start) found.push([start, gap.index]);
    start = end;
  }
  if (start < plain.length) found.push([start, plain.length]);
  return found;
}

/** Length of the list markers at the beginning of a line, at most two (`一、（1）`). */
function markerLength(line: string): number {
  let length = 0;
  for (let round = 0; round < 2; round++)
    length += marker.exec(line.slice(length, length + 24))?.[0].length ?? 0;
  return length < line.length ? length : 0;
}

/** The sentences of a message, in order. */
export function clausesOf(message: Message): Clause[] {
  const plain = plainOf(message.text);
  const found: Clause[] = [];
  for (const [from, to] of lines(plain)) {
    const skip = markerLength(plain.slice(from, Math.min(to, from + 60)));
    let start = from + skip;
    for (const part of plain.slice(start, to).matchAll(/[^。！？!?；;]{1,4000}[。！？!?；;]{0,4}/gu)) {
      const at = from + skip + part.index;
      const opens = at === from + skip;
      start = at + part[0].length;
      found.push({
        message,
        plain,
        start: at,
        end: start,
        opens,
        closes: start >= to,
        marked: opens && skip > 0,
      });
    }
  }
  return found;
}
