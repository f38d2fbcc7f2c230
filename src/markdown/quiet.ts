/** Letters, digits and marks that act only beside others, which `loud` looks for, or at the beginning of a line. */
const quiet = /^[\n\w\u0080-\uffff ,./?;()%"'=+>-]*$/;

/** A line that does not begin with a letter, white space at the end of a line, and `www.`, or `_`, wherever it is. */
const loud = /(?:^|\n)[^A-Za-z\u0080-\uffff]|[ \n](?:\n|$)|[Ww]\.|_/;

/** Nothing else than these: it may stand wherever it wants. */
const harmless = /^[0-9A-Za-z\u0080-\uffff]*$/;

/** What may follow upon anything within a line: a mark could act with what stands before it. */
const mild = /^[ 0-9A-Za-z\u0080-\uffff]/;

/** What a text stands between: the last character before it and the first after it, a line break where a line ends. */
export interface Between {
  before: string;
  after: string;
}

const alone: Between = { before: '\n', after: '\n' };

const isEdge = (character: string) => character === '' || character === '\n' || character === '\r';

/** The text with letters at its sides where the line goes on there. */
function inLine(text: string, { before, after }: Between): string {
  const first = isEdge(before) || !mild.test(text) ? '' : 'x';
  return first + text + (isEdge(after) ? '' : 'x');
}

/**
 * Whether nothing in a text can be taken for Markdown, so that it need not be looked through for what to escape; line
 * breaks only where they are plain white space, which they are in a paragraph.
 */
export const isQuiet = (text: string, inParagraph: boolean, between = alone): boolean =>
  harmless.test(text) ||
  (quiet.test(text) && !loud.test(inLine(text, between)) && (inParagraph || !text.includes('\n')));
