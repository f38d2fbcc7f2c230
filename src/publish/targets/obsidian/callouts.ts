import type { Blockquote, Paragraph, RootContent } from 'mdast';
import { prose } from '../../../markdown/blocks.js';
import { heading, paragraph, text } from '../../../markdown/nodes.js';
import type { Page } from '../../../markdown/page.js';
import { words } from '../../../readable/said.js';
import { plainNick } from '../../../readable/text.js';
import type { Pair } from '../../../schema/note.js';
import { mark } from './nodes.js';

/** A callout: a quote whose first line names its kind and its title. */
const callout = (kind: string, [title, ...body]: Paragraph[], more: Blockquote['children']): Blockquote => ({
  type: 'blockquote',
  children: [paragraph([mark(`[!${kind} `), ...title!.children]), ...body, ...more],
});

function pair(page: Page, { question, answers }: Pair): Blockquote {
  const { question: asks, answer: replies, colon, pictureOf } = page.words;
  const title = text(`${asks} · ${plainNick(question.by)}${colon}`);
  const inside = answers.map(({ by, spans }) =>
    callout(
      'quote]',
      [paragraph([text(`${replies} · ${plainNick(by)}`)])],
      prose(page, words(page.note, spans, question.by), { about: pictureOf(plainNick(by)) }),
    ),
  );
  return callout(
    'question]-',
    prose(page, words(page.note, question.spans), {
      before: [title],
      about: pictureOf(plainNick(question.by)),
    }),
    inside,
  );
}

/** Questions as callouts that unfold, with their answers inside. */
export function questionCallouts(page: Page): RootContent[] {
  const { qa } = page.note;
  return qa.length ? [heading(2, page.words.questions), ...qa.map((one) => pair(page, one))] : [];
}
