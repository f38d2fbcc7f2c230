import type { ListItem, Paragraph, RootContent } from 'mdast';
import { remarksOf } from '../pairs.js';
import { words } from '../readable/said.js';
import { plainNick } from '../readable/text.js';
import type { Pair, Span } from '../schema/note.js';
import { prose } from './blocks.js';
import { bulleted, heading, item, text } from './nodes.js';
import type { Page } from './page.js';

function turn(page: Page, label: string, by: string, spans: readonly Span[], asker: string): Paragraph[] {
  return prose(page, words(page.note, spans, asker), [
    text(`${label} · ${plainNick(by)}${page.words.colon}`),
  ]);
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
  const items = remarksOf(page.note).map(({ by, spans }) =>
    item(prose(page, words(page.note, spans), [text(plainNick(by) + page.words.colon)])),
  );
  return items.length ? [heading(2, page.words.said), bulleted(items)] : [];
}
