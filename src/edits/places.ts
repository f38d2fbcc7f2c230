import type { Quote } from '../schema/edits.js';
import { type Hint, type Message, type Phrase, type Span, spanOf } from '../transcript.js';

/** An edit, or a part of one, that does not fit the log or the note any more. */
export interface Stale {
  /** The part of the edits, and why it does not fit. */
  what: Phrase;
  why: Phrase;
  /** The message that it is about, where the log still has it. */
  message?: number;
}

/** The hint that an edit no longer fits. */
export const staleHint = ({ what, why, message }: Stale): Hint => ({
  code: 'edit-stale',
  phrases: [what, why],
  ...(message !== undefined && { message }),
});

/** The messages of a log by key, and the places that quotes name. */
export interface Places {
  messages: readonly Message[];
  message(key: string): Message | undefined;
  span(quote: Quote): Span | undefined;
}

/** Where a quote stands in a text: at its offset, else at its first place. */
function offsetOf(text: string, quote: Quote): number {
  const { start, text: wanted } = quote;
  if (start !== undefined && start <= text.length && text.startsWith(wanted, start)) return start;
  return wanted === '' ? -1 : text.indexOf(wanted);
}

/** Whether an offset lies inside a surrogate pair: no span may begin or end there. */
const inside = (text: string, at: number) =>
  /[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1));

/** The look-ups over the messages of a log. */
export function placesIn(messages: readonly Message[]): Places {
  const byKey = new Map(messages.map((message) => [message.key, message]));
  return {
    messages,
    message: (key) => byKey.get(key),
    span(quote) {
      const message = byKey.get(quote.key);
      const start = message ? offsetOf(message.text, quote) : -1;
      const end = start + quote.text.length;
      if (!message || start < 0 || inside(message.text, start) || inside(message.text, end)) return undefined;
      return spanOf(message, start, end);
    },
  };
}

const longest = 20;

/** A text as hints quote it: short, on one line. */
export function shown(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  const characters = [...line];
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : line;
}

/** That the log lacks a message. */
export const gone = (what: Phrase, key: string): Stale => ({
  what,
  why: { says: 'no-message', values: { key } },
});

/** Why a quote has no place: its message is gone, or reads otherwise. */
export function lost(what: Phrase, quote: Quote, places: Places): Stale {
  const message = places.message(quote.key);
  return message ? { what, why: { says: 'no-text' }, message: message.id } : gone(what, quote.key);
}

/** Whether two spans share text, or begin at one place. */
export function overlap(
  a: Pick<Span, 'message' | 'start' | 'end'>,
  b: Pick<Span, 'message' | 'start' | 'end'>,
): boolean {
  if (a.message !== b.message) return false;
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
