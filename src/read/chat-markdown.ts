import type { Message } from '../transcript.js';
import type { LogScanner, ScanOptions } from './formats.js';
import { type FrontMatterReader, frontMatterReader, isFence } from './front-matter.js';
import type { Line } from './lines.js';
import { messageMaker, secondsOf } from './messages.js';
import { firstInk, isBlank, lastInk, trim } from './space.js';
import { type Warning, warning } from './warnings.js';

/**
 * The community's logs: Jekyll front matter (may be absent), then for each message a header `> HH:MM:SS  nick`
 * with two spaces at its end, a line of spaces, the body, a line of spaces.
 *
 * A line of that look is a header if
 * 1. its time is one of the day (00:00:00 to 23:59:59), and
 * 2. a blank line or the end of the log follows it (in all 79,311 headers of 477 real logs); a log whose first
 *    header has its body right below it is read without this condition; and
 * 3. it is no quotation: an earlier time (by up to 12 hours, or the given `quotedFall`) than that of the message it
 *    would end, inside a fenced code block or right below a line of text. (The times of the 477 logs never fall.)
 * Any other line of that look belongs to the body.
 */
const headerLook = /^\uFEFF?> ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?: {2}(.*))?$/;
/** What is left of a header that was cut before its nick. */
const cutHeader = /^>(?: (?:\d(?:\d(?::(?:\d(?:\d(?::(?:\d(?:\d ?)?)?)?)?)?)?)?)?)?$/;
const codeFence = /^ {0,3}(```|~~~)/;
const halfDay = 43_200;

interface Header {
  line: Line;
  time: string;
  sender: string;
}

interface Open extends Header {
  body: Line[];
  /** The marker that opened the code block in which the body stands. */
  fence: string | undefined;
}

/** True for a line that looks like a message header. */
export const isHeader = (text: string): boolean => headerLook.test(text);

/** True if a log begins like one of this format: with front matter or a message header. */
export function detectChatMarkdown(head: string): boolean {
  const first = head.slice(firstInk(head)).split(/[\r\n]/, 1)[0]!;
  return isFence(first) || /(?:^|[\r\n])\uFEFF?> \d\d:\d\d:\d\d(?: {2}|[\r\n]|$)/.test(head);
}

/**
 * Reads a log line by line; `emit` is called with each message once its end is known.
 *
 * @throws JiangluError `front-matter-endless`
 */
export function chatMarkdownScanner({
  file,
  emit,
  make = messageMaker(),
  quotedFall = halfDay,
}: ScanOptions): LogScanner {
  const warnings: Warning[] = [];
  const front: FrontMatterReader = frontMatterReader(isHeader, file);
  let open: Open | undefined;
  /** A line that looks like a header, until the next line decides. */
  let candidate: Header | undefined;
  /** The log puts bodies right below headers. */
  let dense: boolean | undefined;
  let previous: Line | undefined;

  function push(line: Line) {
    if (front.push(line) !== 'after') return;
    if (candidate) decide(isBlank(line.text));
    const match = headerLook.exec(line.text);
    if (match && !isQuotation(match[1]!)) candidate = { line, time: match[1]!, sender: trim(match[2] ?? '') };
    else addToBody(line);
    previous = line;
  }

  function decide(blankBelow: boolean) {
    dense ??= !blankBelow;
    const { line, time, sender } = candidate!;
    candidate = undefined;
    if (!blankBelow && !dense) return addToBody(line);
    close();
    open = { line, time, sender, body: [], fence: undefined };
  }

  function isQuotation(time: string) {
    if (!open) return false;
    const fall = secondsOf(open.time) - secondsOf(time);
    if (fall <= 0 || fall > quotedFall) return false;
    return (
      open.fence !== undefined ||
      (!dense && previous !== undefined && previous !== open.line && !isBlank(previous.text))
    );
  }

  function addToBody(line: Line) {
    if (!open) {
      if (!isBlank(line.text) && !warnings.length)
        warnings.push(warning('text-before-messages', line.number));
      return;
    }
    open.body.push(line);
    const fence = codeFence.exec(line.text)?.[1];
    if (fence && (open.fence ?? fence) === fence) open.fence = open.fence ? undefined : fence;
  }

  function close() {
    if (open) emit(finish(open, make));
    open = undefined;
  }

  function end() {
    front.end();
    if (candidate) {
      warnings.push(warning('message-cut', candidate.line.number));
      decide(true);
    } else if (open) leaveOutCutHeader(open, warnings);
    close();
  }

  return {
    push,
    end,
    get frontMatter() {
      return front.found ? front.values : undefined;
    },
    get warnings() {
      return [...front.warnings, ...warnings];
    },
  };
}

/** A last line without an end that begins a header, below text and a blank line, is none of the body's. */
function leaveOutCutHeader({ body }: Open, warnings: Warning[]) {
  const last = body.at(-1);
  const above = body.at(-2);
  if (!last || last.ended || !above || !isBlank(above.text) || !cutHeader.test(last.text)) return;
  if (body.every((line) => line === last || isBlank(line.text))) return;
  body.pop();
  warnings.push(warning('header-cut', last.number));
}

/** The message of a header and its body lines: its text goes from the first to the last character that is no space. */
function finish({ line, time, sender, body }: Open, make: NonNullable<ScanOptions['make']>): Message {
  const column = line.text.startsWith('\uFEFF') ? 2 : 1;
  const start = { line: line.number, column, offset: line.offset + column - 1 };
  const first = body.findIndex((one) => !isBlank(one.text));
  if (first < 0) {
    const end = pointIn(line, line.text.length);
    return make({
      time,
      sender,
      text: '',
      position: { start, end },
      body: { line: end.line, column: end.column },
    });
  }
  const last = body.findLastIndex((one) => !isBlank(one.text));
  const from = firstInk(body[first]!.text);
  const to = lastInk(body[last]!.text);
  const texts = body.slice(first, last + 1).map((one) => one.text);
  texts[texts.length - 1] = texts[texts.length - 1]!.slice(0, to);
  texts[0] = texts[0]!.slice(from);
  const position = { start, end: pointIn(body[last]!, to) };
  return make({
    time,
    sender,
    text: texts.join('\n'),
    position,
    body: { line: body[first]!.number, column: from + 1 },
  });
}

function pointIn(line: Line, index: number) {
  return { line: line.number, column: index + 1, offset: line.offset + index };
}
