import type { Block, Section, Span } from '../schema/note.js';
import type { Outline } from '../schema/outline.js';
import { shipped } from '../shipped.js';

const words = shipped<Outline>('outline.json');

const anyOf = (lists: readonly (readonly string[])[]) =>
  [...new Set(lists.flat())].sort((a, b) => b.length - a.length);
/** What stands before a topic that is only announced, and what may stand behind it; the longest first. */
const before = anyOf([words.movesOn, words.says, words.softens, words.isWords, words.fills]);
const behind = anyOf([words.tails, words.particles, words.spokenEnds]);
const marks = /^[\s，,、：:~～—…“”"‘’「」]{1,9}/u;
/** Where the sentence about a topic ends; a comma ends it only behind an announcement. */
const stop = /^\s?(?:[。！!；;：:.]|\n)\s{0,9}/u;
const comma = /^\s?[，,]\s{0,9}/u;

/** Length of the beginning of a text that is made of some words and of marks alone. */
function spent(text: string, list: readonly string[]): number {
  let at = 0;
  for (let found: number | undefined = 0; found !== undefined; at += found ?? 0) {
    const word = list.find((one) => text.startsWith(one, at));
    found = word?.length ?? marks.exec(text.slice(at, at + 9))?.[0].length;
  }
  return at;
}

/** Where the sentence ends that names a topic from `start` to `end` and says no more than that; 0 where it says more. */
function announcementEnd(text: string, start: number, end: number): number {
  if (spent(text.slice(0, start), before) < start) return 0;
  const own = stop.exec(text.slice(end));
  if (own) return end + own[0].length;
  const after = end + spent(text.slice(end), behind);
  const last = stop.exec(text.slice(after));
  if (last || after === text.length) return after + (last?.[0].length ?? 0);
  const goesOn = start > 0 ? comma.exec(text.slice(end)) : null;
  return goesOn ? end + goesOn[0].length : 0;
}

/** Whether a span has the heading's own words where the heading stands. */
function holds(span: Span, heading: Span): boolean {
  const from = heading.start - span.start;
  const isThere =
    span.message === heading.message && (span.source ?? 0) === (heading.source ?? 0) && from >= 0;
  return isThere && span.text.startsWith(heading.text, from);
}

function unspoken(span: Span, heading: Span): Span {
  if (!holds(span, heading)) return span;
  const cut = announcementEnd(span.text, heading.start - span.start, heading.end - span.start);
  return cut === 0 ? span : { ...span, start: span.start + cut, text: span.text.slice(cut) };
}

/**
 * The blocks of a section as they read below its heading: without the sentence at their beginning that names the heading
 * and says no more (`下面介绍一下保理`). A first block that is nothing else is left without spans, so that the others keep
 * their places.
 */
export function unannounced({ blocks, span }: Section): Block[] {
  const [first, ...others] = blocks;
  const [own, ...spans] = first?.spans ?? [];
  if (first?.type !== 'paragraph' || !own) return blocks;
  const said = unspoken(own, span);
  return said === own
    ? blocks
    : [{ ...first, spans: said.text.trim() === '' ? spans : [said, ...spans] }, ...others];
}
