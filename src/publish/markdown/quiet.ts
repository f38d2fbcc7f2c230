/** Letters, digits and marks that act only beside others, which `loud` looks for, or at the beginning of a line. */
const quiet = /^[\n\w\u0080-\uffff ,./?;()%"'=+>-]*$/;

/** A line that does not begin with a letter, white space at the end of a line, and `www.`, or `_`, wherever it is. */
const loud = /(?:^|\n)[^A-Za-z\u0080-\uffff]|[ \n](?:\n|$)|[Ww]\.|_/;

/** Nothing else than these: it may stand wherever it wants. */
const harmless = /^[0-9A-Za-z\u0080-\uffff]*$/;

/**
 * Whether nothing in a text can be taken for Markdown, so that it need not be looked through for what to escape; line
 * breaks only where they are plain white space, which they are in a paragraph.
 */
export const isQuiet = (text: string, inParagraph: boolean): boolean =>
  harmless.test(text) || (quiet.test(text) && !loud.test(text) && (inParagraph || !text.includes('\n')));
