import type { OutlineWords } from '../../lexicon.js';
import { type Heading, leastTitle } from './heading.js';
import { width } from './label.js';
import type { Piece } from './pieces.js';

/** What is said around the topic that a clause names. */
export interface Spoken {
  /** The word that moves on (接下来, 首先, …), as its place in the list of such words, or -1. */
  lead: number;
  verb: string;
  /** 一下, 说, 的是: what follows the verb. */
  soft: boolean;
  /** Place of the clause in the message, and whether it is its last. */
  clause: number;
  last: boolean;
  /** Characters between the clause's beginning and the topic. */
  before: number;
  /** What ends the clause. */
  end: string;
}

/** Characters of a message, clauses of it, and characters of a clause in which a transition is looked for. */
const most = { characters: 400, clauses: 6, before: 18, title: 26 };

interface Clause {
  start: number;
  end: number;
}

/** The clauses of a text; a word that only moves on (首先，) belongs to the clause after it. */
function clausesOf(text: string, words: OutlineWords): Clause[] {
  const found: Clause[] = [];
  let start = 0;
  const push = (end: number) => {
    const own = text.slice(start, end).trim();
    if (words.movesOn.includes(own)) return;
    if (own) found.push({ start: start + text.slice(start, end).search(/\S/u), end });
    start = end + 1;
  };
  for (let i = 0; i < text.length; i++) if (/[，。；：！？,;:!?\n]/u.test(text[i]!)) push(i);
  push(text.length);
  return found;
}

/** Takes words off the beginning and the end of a topic that do not name it. */
function trimmed(text: string, from: number, to: number, words: OutlineWords): [number, number] {
  let [start, end] = [from, to];
  const skip = () => {
    while (start < end && /[\s，,：:“"、]/u.test(text[start]!)) start++;
    while (end > start && /[\s~～…“”"]/u.test(text[end - 1]!)) end--;
  };
  skip();
  const first = words.spokenStarts.find((word) => text.slice(start, end).startsWith(word));
  if (first) start += first.length;
  for (const tail of [...words.tails, ...words.spokenEnds])
    if (text.slice(start, end).endsWith(tail) && end - start > tail.length + 1) end -= tail.length;
  skip();
  return [start, end];
}

/** Where topics of a clause may begin: behind a verb of saying, or behind a word that moves on and 是. */
function topicsIn(
  own: string,
  lead: string,
  words: OutlineWords,
): { at: number; verb: string; soft: boolean }[] {
  const found: { at: number; verb: string; soft: boolean }[] = [];
  for (let i = 0; i < Math.min(own.length, most.before); i++) {
    const verb = words.says.find((one) => own.startsWith(one, i));
    if (!verb || words.notSays.some((one) => own.startsWith(one, i))) continue;
    let at = i + verb.length;
    const soft = words.softens.find((one) => own.startsWith(one, at));
    if (soft) at += soft.length;
    found.push({ at, verb, soft: soft !== undefined });
    i = at - 1;
  }
  const behind = own.slice(lead.length).search(/[^\s，,]/u);
  if (lead && behind >= 0) {
    const at = lead.length + behind;
    const is = words.isWords.find((one) => own.startsWith(one, at));
    found.push({ at: at + (is?.length ?? 0), verb: is ? '是' : '', soft: false });
  }
  return found.slice(0, 4);
}

/** The topics that the clauses of a piece may announce, as headings whose text stays in the body. */
export function transitionsIn(piece: Piece, words: OutlineWords): { heading: Heading; spoken: Spoken }[] {
  const { text } = piece.view;
  const whole = text.slice(piece.start, Math.min(piece.end, piece.start + most.characters)).trimEnd();
  const all = clausesOf(whole, words);
  const asked = all.filter((_, i) => i < most.clauses || i === all.length - 1);
  return asked.flatMap(({ start, end }) => {
    const own = whole.slice(start, end);
    const number = words.movesOn.findIndex((one) => own.startsWith(one));
    const lead = words.movesOn[number] ?? '';
    const place = all.findIndex((one) => one.start === start);
    return topicsIn(own, lead, words).flatMap(({ at, verb, soft }) => {
      const [from, to] = trimmed(whole, start + at, end, words);
      const title = whole.slice(from, to);
      if (width(title) < leastTitle || width(title) > most.title) return [];
      if ([...words.spokenNot, ...words.says].some((word) => title.startsWith(word))) return [];
      const heading: Heading = {
        piece,
        index: -1,
        marker: null,
        title: { start: piece.start + from, end: piece.start + to },
        body: piece.start,
        origin: 'spoken',
        rule: 'outline.transition',
      };
      const spoken = {
        lead: number,
        verb,
        soft,
        clause: place,
        last: place === all.length - 1,
        before: at,
        end: whole[end] ?? '',
      };
      return [{ heading, spoken }];
    });
  });
}
