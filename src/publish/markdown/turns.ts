import type { ListItem, Paragraph, RootContent } from 'mdast';
import { messagesIn } from '../../pairs.js';
import type { Pair, Span } from '../../schema/note.js';
import { prose } from './blocks.js';
import { bulleted, heading, item } from './nodes.js';
import type { Page } from './page.js';
import { plain } from './text.js';

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
export function wordsIn(spans: readonly Span[], asker: string): Span[] {
  const told = spans.map((span) => said(span, asker)).filter((span) => span.text !== '');
  return told.length ? told : [...spans];
}

function turn(page: Page, label: string, by: string, spans: readonly Span[], asker: string): Paragraph[] {
  return prose(page, wordsIn(spans, asker), `${label} · ${plain(by)}${page.words.colon}`);
}

function pair(page: Page, { question, answers }: Pair): ListItem {
  const { question: asks, answer: replies } = page.words;
  const items = answers.map(({ by, spans }) => item(turn(page, replies, by, spans, question.by)));
  return item([...turn(page, asks, question.by, question.spans, ''), bulleted(items)]);
}

/** Questions, their answers below them. */
export function questions(page: Page): RootContent[] {
  const { qa } = page.note;
  return qa.length ? [heading(2, page.words.questions), bulleted(qa.map((one) => pair(page, one)))] : [];
}

/** What people said in a discussion beside its questions and answers, in order. */
export function remarks(page: Page): RootContent[] {
  const { discussion, qa } = page.note;
  const told = new Set(qa.flatMap(messagesIn));
  const items = (discussion?.turns ?? []).flatMap(({ by, spans }) => {
    const rest = spans.filter(({ message }) => !told.has(message));
    return rest.length ? [item(prose(page, wordsIn(rest, ''), plain(by) + page.words.colon))] : [];
  });
  return items.length ? [heading(2, page.words.said), bulleted(items)] : [];
}
