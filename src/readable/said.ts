import { quotationIn } from '../language/quotation.js';
import type { Span } from '../schema/note.js';
import { type Cast, nicksOf, withoutCalls } from './mentions.js';

/**
 * The spans of a turn of a note as a reader needs them: without whom they call and what they quote; a message that does
 * nothing else is left out beside others.
 *
 * @param asker the nick of whom an answer answers; else empty
 */
export function words(note: Cast, spans: readonly Span[], asker = ''): Span[] {
  const nicks = nicksOf(note);
  const said = ({ text }: Span) => {
    const quote = quotationIn(text);
    const reply = (quote?.start === 0 ? text.slice(quote.end) : text).trimStart();
    return withoutCalls(reply, nicks, asker);
  };
  const told = spans.map((span) => ({ ...span, text: said(span) })).filter(({ text }) => text !== '');
  return told.length ? told : [...spans];
}
