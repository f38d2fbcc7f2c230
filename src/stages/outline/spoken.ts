import { type Marker, markerAt, markerFinders } from '../../language/markers.js';
import type { OutlineWords } from '../../lexicon.js';
import type { Heading } from './heading.js';
import type { Piece } from './pieces.js';

interface Compiled {
  /** Phrases that look back (以上就是…，) and are read over. */
  skip: RegExp;
  transitions: RegExp[];
  finders: ReturnType<typeof markerFinders>;
}

const cache = new WeakMap<OutlineWords, Compiled>();

function compiled(words: OutlineWords): Compiled {
  const known = cache.get(words);
  if (known) return known;
  const made = {
    skip: new RegExp(words.spokenSkip, 'u'),
    transitions: words.spoken.map((source) => new RegExp(source, 'u')),
    finders: markerFinders(words),
  };
  cache.set(words, made);
  return made;
}

/** Characters of a message in which a transition is looked for, and of its title. */
const longest = { message: 200, title: 26 };
/** Where the topic part of a transition ends: at the first punctuation or wide white space. */
const stop = /[，。；;：:！!？?\n]|,\s|\.(?:\s|$)|\s{2,}/u;

/** The topic part that begins at an offset: [start, end), or null where it names nothing. */
function topicAt(text: string, from: number, words: OutlineWords): [number, number] | null {
  let start = from;
  while (start < text.length && /[\s，,：:“"]/u.test(text[start]!)) start++;
  const filler = words.spokenStarts.find((word) => text.startsWith(word, start));
  if (words.spokenNot.some((word) => text.startsWith(word, start))) return null;
  if (filler) start += filler.length;
  const at = text.slice(start).search(stop);
  let end = at < 0 ? text.length : start + at;
  for (const tail of words.spokenEnds) {
    if (text.slice(start, end).endsWith(tail) && end - start > tail.length + 1) end -= tail.length;
  }
  const title = text.slice(start, end).trim();
  if (title.length < 2 || title.length > longest.title) return null;
  return words.spokenNot.some((word) => title.startsWith(word)) ? null : [start, start + title.length];
}

/**
 * A spoken transition (接下来介绍一下…) as a heading whose title is the part that names the topic; an ordinal in it
 * (再说说第三部分 …) becomes the marker. Null without a transition.
 */
export function spokenIn(piece: Piece, words: OutlineWords): Heading | null {
  if (piece.start !== 0) return null;
  const { skip, transitions, finders } = compiled(words);
  const text = piece.view.text.slice(0, Math.min(piece.end, longest.message));
  const from = skip.exec(text)?.[0].length ?? 0;
  for (const transition of transitions) {
    const match = transition.exec(text.slice(from));
    if (!match) continue;
    let at = from + match[0].length;
    const found: Marker | null = markerAt(text, at, finders);
    const marker = found?.style === 'part' ? found : null;
    if (marker) at = marker.end;
    const topic = topicAt(text, at, words);
    if (!topic) return null;
    const [start, end] = topic;
    return {
      piece,
      index: -1,
      marker,
      title: { start, end },
      body: 0,
      origin: 'spoken',
      rule: 'outline.spoken',
    };
  }
  return null;
}
