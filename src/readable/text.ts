import type { PhrasingContent } from 'mdast';
import { withoutEmoji } from '../derive.js';
import { unescapeHtml } from '../language/text.js';
import { linesOf } from './breaks.js';
import { printed } from './printed.js';
import { token } from './token.js';

export { printed } from './printed.js';

/** Control characters (but the line feed), marks that turn the direction of writing, halves of characters. */
const unprintable = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;
/** Inside a nick (`NAME@FIRM`) a blank takes the place of an `@`. */
const inner = /(?<=[\p{L}\p{N}])[@＠]\s?(?=[\p{L}\p{N}])/gu;
/** A mention loses its `@`, for which Chinese before and behind it needs no blank, but where two follow each other. */
const amid =
  /(?<=[\p{L}\p{N}])(?<!(?<![@＠][^\s@＠]{0,40})\p{Script=Han}(?=[@＠]\s?\p{Script=Han}))[@＠]\s?(?=[\p{L}\p{N}])/gu;
const mention = /[@＠]\s?/gu;
const unmentioned = (text: string) =>
  /[@＠]/u.test(text) ? text.replace(amid, ' ').replace(mention, '') : text;
/** Addresses that a reader's click may follow; others stay words. */
const safe = /^(?:https?:\/\/|mailto:|\.{0,2}\/|[\w%-][^:]*$)/iu;

/** Whether an address of a message may become an active link or picture. */
export function isSafe(url: string): boolean {
  return safe.test(url) && printed(url) === url;
}

function tidy(text: string): string {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(unprintable, ' ')
    .split('\n');
  return lines.map((line) => line.replace(/[ \u00a0\u2005]+/gu, ' ').trim()).join('\n');
}

/** What exports write for characters that they lost: beside a mark that no such sign belongs to, and before the words. */
const lost = /(?<=[，。、；：？])\?{1,9}|\?{1,9}(?=？)|\?{2,9}(?=[，。、；])/gu;
const lostFirst = /^(?:\?{2,9}\s*(?=[\p{L}\p{N}])|\?\s*(?=[\p{Script=Han}【]))/u;
/** Words without them; `first` where they begin a text. */
const unlost = (words: string, first: boolean) =>
  words.includes('?') ? (first ? words.replace(lostFirst, '') : words).replace(lost, '') : words;

const decoded = (text: string) => tidy(withoutEmoji(unescapeHtml(text))).trim();

/** A message's text, or a nick, as plain words on one line: decoded, without emoji codes and the `@` of mentions. */
export function plain(text: string): string {
  const source = decoded(text);
  return tidy(unmentioned(source.includes('://') ? source : unlost(source, true)))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A nick as plain words, without the `?` that exports write for characters that they lost; as typed where nothing is left. */
export function plainNick(nick: string): string {
  const words = plain(nick.replace(inner, ' '));
  return words.replace(/\s?\?{1,9}$/u, '') || words || nick;
}

/** A caption, where it says anything: exports name a picture by the moment it was sent. */
export const saying = (caption: string): string => (/\p{L}/u.test(caption) ? caption : '');

function piece(match: RegExpMatchArray): PhrasingContent {
  const [whole, bang, words, url] = match;
  if (url === undefined) {
    if (!/^https?:/iu.test(whole)) return { type: 'text', value: whole };
    return { type: 'link', url: whole, children: [{ type: 'text', value: whole }] };
  }
  if (!isSafe(url)) return { type: 'text', value: `${words} ${url}` };
  if (bang) return { type: 'image', url, alt: saying(words ?? '') };
  return {
    type: 'link',
    url,
    children: [{ type: 'text', value: unmentioned(words ?? '').trim() || url }],
  };
}

/**
 * A message's text as inline content: its links and addresses become links, the rest is text that
 * remark-stringify escapes, so that nothing a member typed acts as Markdown or HTML.
 */
export function inline(text: string): PhrasingContent[] {
  const source = decoded(text);
  const nodes: PhrasingContent[] = [];
  const words = (from: number, to?: number) => {
    const value = unmentioned(unlost(source.slice(from, to), from === 0));
    if (value !== '') nodes.push({ type: 'text', value });
  };
  let end = 0;
  for (const match of source.matchAll(token)) {
    words(end, match.index);
    nodes.push(piece(match));
    end = match.index + match[0].length;
  }
  words(end);
  return nodes;
}

/** The paragraphs of a text: parted at blank lines, and where an export lost line breaks. */
export function paragraphs(text: string): string[] {
  return decoded(text)
    .split(/\n{2,}/u)
    .flatMap(linesOf)
    .filter((part) => part !== '');
}

const bullet = /^[-*+•·●○■◆▪‣—–]+$/u;

/** A marker as typed, parted from the words by a blank where it ends in a letter or ASCII; bullets of any kind give none. */
export function labelled(marker: string, words: string): string {
  const typed = marker.trim();
  if (typed === '' || bullet.test(typed) || /^#+$/u.test(typed)) return words;
  return /[\p{L}\p{N}\p{ASCII}]$/u.test(typed) ? `${typed} ${words}` : typed + words;
}

/** The text of a quote without the marks of its lines. */
export const unquoted = (text: string): string => text.replace(/^[ \t]{0,3}(?:>|&gt;)[ \t]?/gmu, '');
