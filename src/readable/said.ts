import type { Span } from '../schema/note.js';

/** A quoted message that chat programs put before a reply: `「NICK: …」 - - - - - reply`. */
const card = /^「[^」]{0,600}」\s{0,4}(?:[-—–]\s?){3,200}/u;
/** A mention at the start, up to the blank (often lost to `?`) behind the nick. */
const called = /^[@＠][^@＠\s?？\u2005:：,，。]{1,40}(?:[\s?？\u2005:：,，]+|$)/u;

/** What a turn's message says beside whom it calls and what it quotes; the whole where nothing else is left. */
function said(span: Span, asker: string): Span {
  const reply = span.text.replace(card, '').trimStart();
  const named = `@${asker}`;
  const rest =
    asker !== '' && reply.startsWith(named)
      ? reply.slice(named.length).replace(/^[\s?？\u2005:：,，]+/u, '')
      : reply.replace(called, '');
  return { ...span, text: rest };
}

/** The spans of a turn as a reader needs them: a message that only calls somebody is left out beside others. */
export function words(spans: readonly Span[], asker: string): Span[] {
  const told = spans.map((span) => said(span, asker)).filter((span) => span.text !== '');
  return told.length ? told : [...spans];
}
