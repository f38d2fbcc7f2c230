import type { Table } from 'mdast';
import { toString as wordsIn } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { unescapeHtml } from '../../language/text.js';
import { paragraphs, plain, saying, unquoted } from '../../readable/text.js';
import type { Block, Span } from '../../schema/note.js';
import { noteAnchor } from '../address.js';
import { type Html, h, type Part } from '../html.js';
import { outward, picture, words } from './inline.js';
import { refs, type Setting } from './setting.js';

const ids = (spans: readonly Span[]) => spans.map(({ message }) => message);

/** The spans of one thought: each followed by its message, where the next is of another one. */
export function prose(setting: Setting, spans: readonly Span[], anchor: string): Part {
  const named = new Set<string>();
  return spans.map((span, index) => {
    const parts = paragraphs(span.text).map((part, at) => [
      at > 0 && h`<br /><br />`,
      words(setting, part, named),
    ]);
    const own = spans[index + 1]?.message !== span.message && refs(setting, [span.message], anchor);
    return [index > 0 && h`<br />`, parts, own];
  });
}

function list(setting: Setting, block: Block, anchor: string): Html {
  const items = block.items ?? [];
  if (items.length === 0) return h`<p id="${anchor}">${prose(setting, block.spans, anchor)}</p>`;
  const lines = items.map(({ marker, span }, index) => {
    const own = `${anchor}-items-${index}`;
    return h`<li id="${own}"><span class="marker">${plain(marker)}</span><span>${prose(setting, [span], own)}</span></li>`;
  });
  return h`<ul class="items" id="${anchor}">${lines}</ul>`;
}

function media(setting: Setting, block: Block, anchor: string): Html {
  const url = unescapeHtml(block.url ?? '');
  const caption = plain(block.caption ?? '');
  const own = refs(setting, ids(block.spans), anchor);
  if (block.type === 'image')
    return h`<p class="media" id="${anchor}">${picture(setting, url, saying(caption))}${own}</p>`;
  return h`<p class="media" id="${anchor}">${outward(url, caption || url)}${own}</p>`;
}

const joined = ({ spans }: Block) => spans.map((span) => unescapeHtml(span.text)).join('\n');

/** Cells keep their words only; what is no table after all stays words. */
function table(setting: Setting, block: Block, anchor: string): Html {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(joined(block));
  const found = tree.children.find((node): node is Table => node.type === 'table');
  if (!found || tree.children.length > 1)
    return h`<p id="${anchor}">${prose(setting, block.spans, anchor)}</p>`;
  const [head, ...body] = found.children.map((row) =>
    row.children.map((cell) => words(setting, plain(wordsIn(cell)))),
  );
  const rows = body.map((row) => h`<tr>${row.map((cell) => h`<td>${cell}</td>`)}</tr>`);
  return h`<div class="sheet" id="${anchor}"><table><thead><tr>${(head ?? []).map((cell) => h`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${rows}</tbody></table>${refs(setting, ids(block.spans), anchor)}</div>`;
}

const quoted = (span: Span) => ({ ...span, text: unquoted(span.text) });

function one(setting: Setting, block: Block, anchor: string): Html {
  switch (block.type) {
    case 'list':
      return list(setting, block, anchor);
    case 'image':
    case 'link':
      return media(setting, block, anchor);
    case 'table':
      return table(setting, block, anchor);
    case 'code':
      return h`<div id="${anchor}"><pre>${joined(block)}</pre>${refs(setting, ids(block.spans), anchor)}</div>`;
    case 'quote':
      return h`<blockquote id="${anchor}"><p>${prose(setting, block.spans.map(quoted), anchor)}</p></blockquote>`;
    default:
      return h`<p id="${anchor}">${prose(setting, block.spans, anchor)}</p>`;
  }
}

/** Blocks of a lead or section; `pointer` is that of their list. One without spans has nothing to say. */
export function blocks(setting: Setting, list: readonly Block[], pointer: string): Part {
  return list.map(
    (block, index) => block.spans.length > 0 && one(setting, block, noteAnchor(`${pointer}/${index}`)),
  );
}
