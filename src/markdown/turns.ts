import type { ListItem, Paragraph, RootContent } from 'mdast';
import { remarksOf } from '../pairs.js';
import { words } from '../readable/said.js';
import { plainNick } from '../readable/text.js';
import type { Pair, Span } from '../schema/note.js';
import { prose } from './blocks.js';
import { bulleted, heading, item, text } from './nodes.js';
import type { Page } from './page.js';

/** What somebody said, below his name; `label` says what it is. */
function turn(page: Page, by: string, spans: readonly Span[], label = ''): Paragraph[] {
  const nick = plainNick(by);
  const before = [text(label + nick + page.words.colon)];
  return prose(page, spans, { before, about: page.words.pictureOf(nick) });
}

function pair(page: Page, { question, answers }: Pair): ListItem {
  const { note, words: names } = page;
  const items = answers.map(({ by, spans }) =>
    item(turn(page, by, words(note, spans, question.by), `${names.answer} · `)),
  );
  const asked = turn(page, question.by, words(note, question.spans), `${names.question} · `);
  return item([...asked, bulleted(items)]);
}

/** Questions, their answers below them. */
export function questions(page: Page): RootContent[] {
  const { qa } = page.note;
  return qa.length ? [heading(2, page.words.questions), bulleted(qa.map((one) => pair(page, one)))] : [];
}

/** What people said in a discussion beside its questions and answers, in order. */
export function remarks(page: Page): RootContent[] {
  const items = remarksOf(page.note).map(({ by, spans }) => item(turn(page, by, words(page.note, spans))));
  return items.length ? [heading(2, page.words.said), bulleted(items)] : [];
}
