import { fail } from '../errors.js';

/** A line without its end. */
export interface Line {
  text: string;
  /** From 1. */
  number: number;
  /** Of the line's first character, in UTF-16 units from the beginning of the decoded text. */
  offset: number;
  /** False for the last line of a text that does not end with a line end. */
  ended: boolean;
}

/**
 * Longest line that is read, in UTF-16 units. The longest of 477 real logs has under 2,000; a 50 MB line is over
 * the limit also where each character takes three bytes.
 */
export const longestLine = 4 * 1024 * 1024;

/** Takes a text in pieces, cut anywhere, and gives its lines. */
export interface LineSplitter {
  push(piece: string): Generator<Line>;
  end(): Generator<Line>;
}

/**
 * A line ends with LF or CRLF. A lone CR is a character of its line, unless the first line of the text ends with
 * one: then CR, LF and CRLF all end lines (old Macintosh files). The last line is given also if it is empty.
 *
 * @throws JiangluError `line-too-long` with file and line
 */
export function lineSplitter(file?: string): LineSplitter {
  let rest = '';
  let number = 1;
  let offset = 0;
  let loneCr: boolean | undefined;

  function* split(final: boolean): Generator<Line> {
    let start = 0;
    for (;;) {
      const end = lineEnd(rest, start, loneCr, final);
      if (end < 0) break;
      const crlf = rest[end] === '\r' && rest[end + 1] === '\n';
      loneCr ??= rest[end] === '\r' && !crlf;
      yield take(rest.slice(start, end), end - start + (crlf ? 2 : 1), true);
      start = end + (crlf ? 2 : 1);
    }
    rest = rest.slice(start);
    if (rest.length > longestLine) throw tooLong();
  }

  const take = (text: string, width: number, ended: boolean): Line => {
    if (text.length > longestLine) throw tooLong();
    const line = { text, number, offset, ended };
    number += 1;
    offset += width;
    return line;
  };
  const tooLong = () => fail('line-too-long', { file, line: number, limit: longestLine });

  return {
    *push(piece) {
      rest += piece;
      yield* split(false);
    },
    *end() {
      yield* split(true);
      yield take(rest, rest.length, false);
    },
  };
}

/** Index of the next line's end (of the CR, for CRLF), -1 if the piece does not tell yet. */
function lineEnd(text: string, from: number, loneCr: boolean | undefined, final: boolean): number {
  if (loneCr === false) {
    const lf = text.indexOf('\n', from);
    return lf > from && text[lf - 1] === '\r' ? lf - 1 : lf;
  }
  const either = /[\r\n]/g;
  either.lastIndex = from;
  const end = either.exec(text)?.index ?? -1;
  // A CR at the end of a piece may be the first half of CRLF.
  return text[end] === '\r' && end === text.length - 1 && !final ? -1 : end;
}
