/**
 * What chat programs put before a reply: the message that it answers in corner brackets, `「NICK：their words」`, and a
 * line of dashes, which programs write with blanks or without. The message may hold brackets of its own.
 */
const card = /「((?:[^「」]|「[^「」]{0,600}」){1,2000})」\s{0,4}(?:[-—–]\s{0,2}){3,200}/gu;

/** A quoted message within another. */
export interface Quotation {
  /** Offsets in UTF-16 units: of its opening bracket, and of what follows the line of dashes. */
  start: number;
  end: number;
  /** What stands between the brackets, the nick included. */
  text: string;
}

/** The first quotation of a text. */
export function quotationIn(text: string): Quotation | undefined {
  const [match] = text.matchAll(card);
  return match && { start: match.index, end: match.index + match[0].length, text: match[1]! };
}

/** A text with a blank for each quotation. */
export const withoutQuotations = (text: string): string => text.replace(card, ' ');
