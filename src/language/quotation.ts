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

/** What exports make of the brackets where they lose them: `? NICK: their words ? - - - - -`, at the beginning only. */
const lost = {
  opening: /^\?\s{0,2}(?=[^：:\n]{1,60}[：:])/u,
  closing: /\s?\?\s{0,4}(?:[-—–]\s{0,2}){5,200}/u,
};

function lostIn(text: string): Quotation | undefined {
  const opening = lost.opening.exec(text);
  const closing = opening && lost.closing.exec(text);
  if (!closing || closing.index <= opening[0].length) return undefined;
  const end = closing.index + closing[0].length;
  return { start: 0, end, text: text.slice(opening[0].length, closing.index) };
}

/** The first quotation of a text. */
export function quotationIn(text: string): Quotation | undefined {
  const [match] = text.matchAll(card);
  if (!match) return lostIn(text);
  return { start: match.index, end: match.index + match[0].length, text: match[1]! };
}

/** A text with a blank for each quotation. */
export function withoutQuotations(text: string): string {
  const from = lostIn(text)?.end;
  return (from === undefined ? text : ` ${text.slice(from)}`).replace(card, ' ');
}
