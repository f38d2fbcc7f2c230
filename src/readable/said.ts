import { quotationIn } from '../language/quotation.js';
import type { Span } from '../schema/note.js';

/** What parts a nick behind an `@` from the words: a blank, which exports often turn into `?`, or punctuation. */
const parted = /^[\s?？\u2005:：,，]+/u;
/** What a nick goes on with where another part of it follows: `支付??-杭州` is one, as exports put `?` for emoji. */
const nick = '(?:[^@＠\\s?？\\u2005:：,，。、；;！!]|[?？]{1,3}(?=[-_~—–|·/])){1,48}';
/** A mention at the start, up to the blank behind the nick. */
const called = new RegExp(`^[@＠]${nick}(?:[\\s?？\\u2005:：,，]+|$)`, 'u');
/** Further parts of a nick of which only the beginning is known, up to the blank that chat programs put behind it. */
const further = new RegExp(`^[-_~|·]${nick}(?=[\\s?？\\u2005])`, 'u');
/** What may be a mention that ends a text, behind a sentence that ended before it. */
const calledAfter = new RegExp(`(?<=[。！？!?…~～；;])\\s{0,4}[@＠]${nick}[\\s?？\\u2005]{0,4}$`, 'u');

/** What tells a nick at the end from a sentence about somebody: its parts, or the blank that chat programs put behind it. */
const nickly = /[-_~—–|·]|[?\u2005]\s{0,4}$/u;

/** A reply without the mention that opens it; of the asker's nick some write only the beginning, some more than is known. */
function answering(reply: string, asker: string): string {
  const named = `@${asker}`;
  if (asker === '' || !reply.startsWith(named)) return reply.replace(called, '');
  return reply.slice(named.length).replace(further, '').replace(parted, '');
}

/** What a turn's message says beside whom it calls and what it quotes; the whole where nothing else is left. */
function said(span: Span, asker: string): Span {
  const quote = quotationIn(span.text);
  const reply = (quote?.start === 0 ? span.text.slice(quote.end) : span.text).trimStart();
  return {
    ...span,
    text: answering(reply, asker).replace(calledAfter, (tail) => (nickly.test(tail) ? '' : tail)),
  };
}

/** The spans of a turn as a reader needs them: a message that only calls somebody is left out beside others. */
export function words(spans: readonly Span[], asker: string): Span[] {
  const told = spans.map((span) => said(span, asker)).filter((span) => span.text !== '');
  return told.length ? told : [...spans];
}
