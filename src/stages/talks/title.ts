import { anyOf } from '../../language/patterns.js';
import type { Lexicon } from '../../lexicon.js';
import { kept } from '../../memory/remembered.js';
import { type Message, type Span, spanOf } from '../../transcript.js';
import { firstOf } from './first-of.js';

const quotes: Record<string, string> = {
  '“': '”',
  '《': '》',
  '「': '」',
  '『': '』',
  '"': '"',
  '【': '】',
  '”': '”',
  '‘': '’',
  '&quot;': '&quot;',
};
/** Longest title, in UTF-16 units. */
const longest = 80;

/** The end of the quoted part that starts at `start`; nested quotes belong to it. */
function quoted(text: string, start: number, words: Lexicon['talks']): { start: number; end: number } | null {
  const open = Object.keys(quotes).find((quote) => text.startsWith(quote, start));
  if (!open) return null;
  const region = text.slice(start, start + longest);
  const stop = firstOf(region, [...words.quotedEnds, '；', '。', '\n'], 1);
  const inside = stop < 0 ? region : region.slice(0, stop);
  const end = inside.lastIndexOf(quotes[open]!);
  return end >= open.length ? { start: start + open.length, end: start + end } : null;
}

const edges = {
  bare: { start: /[\s：:，,“”"《》【】‘’、]/u, end: /[\s：:，,“”"‘’、。.!！~～；;（(]/u },
  quoted: { start: /[\s：:，,、]/u, end: /[\s：:，,、。.!！~～；;]/u },
};

function trimmed(message: Message, start: number, end: number, edge = edges.bare): Span | null {
  let [a, b] = [start, end];
  const { text } = message;
  while (a < b && edge.start.test(text[a]!)) a++;
  while (b > a && edge.end.test(text[b - 1]!)) b--;
  return b - a >= 2 ? spanOf(message, a, b) : null;
}

/** Reads the title that begins at `start`: quoted, or running to the first phrase that ends a title. */
function titleAt(message: Message, start: number, words: Lexicon['talks']): Span | null {
  const { text } = message;
  let from = start;
  for (let round = 0; round < 3; round++) {
    while (from < text.length && /[\s：:，,]/u.test(text[from]!)) from++;
    const lead = words.titleLead.find((phrase) => text.startsWith(phrase, from));
    if (!lead) break;
    from += lead.length;
  }
  while (from < text.length && /\s/u.test(text[from]!)) from++;
  const inner = quoted(text, from, words);
  if (inner) return trimmed(message, inner.start, inner.end, edges.quoted);
  const stop = firstOf(text, words.titleEnds, from);
  const whole = stop < 0 ? text.length : stop;
  const gap = text.slice(from, whole).search(/(?<=\p{Script=Han}{3}[）)”》]?)\s+(?=\p{Script=Han})/u);
  let end = gap < 0 ? whole : from + gap;
  const tail = words.titleTails.find(
    (phrase) => text.slice(from, end).endsWith(phrase) && end - from > phrase.length + 1,
  );
  if (tail) end -= tail.length;
  return end - from > longest ? null : trimmed(message, from, end);
}

const beforeQuotes = new WeakMap<Lexicon['talks'], RegExp>();
const beforeQuote = (words: readonly string[]) => new RegExp(`(?:${anyOf(words)})\\s?(?=[“《「『])`, 'u');

/** The title that a message states: after 主题是 and the like, else what follows 给大家分享 and the like; null without. */
export function titleIn(message: Message, words: Lexicon['talks']): Span | null {
  const text = message.text.slice(0, 1500);
  for (const list of [words.titleStarts, words.titleAfterShare]) {
    for (const phrase of list) {
      const at = text.indexOf(phrase);
      if (at < 0) continue;
      const title = titleAt(message, at + phrase.length, words);
      if (title) return title;
    }
  }
  const share = kept(beforeQuotes, words, ({ quotedAfter }) => beforeQuote(quotedAfter)).exec(text);
  return share ? titleAt(message, share.index + share[0].length, words) : null;
}
