import { type NickParts, parseNick } from './language/nick.js';
import { replaceEmoji, unescapeHtml } from './language/text.js';
import type { Span, Speaker } from './schema/note.js';
import type { People } from './schema/people.js';
import { shipped } from './shipped.js';

/*
 * Every text of a note that is not verbatim comes from one of these functions; `jianglu verify` calls
 * them again on the log. All are pure.
 */

const emojiNames = new Set(Object.values(shipped<Record<string, string[]>>('emoji.json')).flat());
/** The look behind keeps these linear: a run is tried from its first character only. */
const titleEnd = /(?<![\s：:。.，,；;、！!～~…—])[\s：:。.，,；;、！!～~…—]+$/u;
const headingEnd = /(?<![\s：:。，,；;、])[\s：:。，,；;、]+$/u;
const link = /!?\[([^\][\n]{0,300})\]\([^()\s]{0,2000}\)/gu;
/** `3*5*2` is no emphasis: a single star opens none after a letter or digit of ASCII. */
const emphasis = /(\*\*|__|~~|`|(?<![A-Za-z0-9])\*)(?=\S)([^\n]{1,200}?)\1/gu;
const hashes = /^\s*#{1,6}\s*|(?<!\s)\s+#{1,6}\s*$/gu;
const space = /\s+/gu;

const closerOf: Record<string, string> = {
  '《': '》',
  '〈': '〉',
  '「': '」',
  '『': '』',
  '“': '”',
  '‘': '’',
  '"': '"',
  "'": "'",
  '【': '】',
  '[': ']',
};
const openerOf = Object.fromEntries(Object.entries(closerOf).map(([open, close]) => [close, open]));

/** Takes a cut off a text again and again until nothing changes. */
function settle(text: string, cut: (text: string) => string): string {
  let before = text;
  for (let after = cut(before); after !== before; after = cut(before)) before = after;
  return before;
}

/** Takes off a pair of quotes around the whole text, or a quote at an end that lacks its partner. */
function unquote(text: string): string {
  const close = closerOf[text.charAt(0)];
  if (close) {
    const at = text.indexOf(close, 1);
    if (at < 0) return text.slice(1).trim();
    if (at === text.length - 1) return text.slice(1, -1).trim();
  }
  const open = openerOf[text.charAt(text.length - 1)];
  return open && !text.slice(0, -1).includes(open) ? text.slice(0, -1).trim() : text;
}

const words = (text: string) => withoutEmoji(unescapeHtml(text).replace(link, '$1'));
const unmarked = (text: string) => text.replace(emphasis, '$2').replace(hashes, '');
const oneLine = (text: string) => text.replace(space, ' ').trim();

/** A text with a blank for each emoji code of `lexicon/emoji.json`: `[2016]`, `[三]` and `[注]` are the sender's own words. */
export function withoutEmoji(text: string): string {
  return replaceEmoji(text, (whole, name) => (emojiNames.has(name) ? ' ' : whole));
}

/** A talk's title: the spans in order, escapes decoded, without emoji codes, emphasis, outer quotes and closing punctuation. */
export function deriveTitle(spans: readonly Span[]): string {
  const joined = words(spans.map((span) => span.text).join(' ')).trim();
  return oneLine(settle(joined, (text) => unquote(unmarked(text).replace(titleEnd, '').trim())));
}

/** A section's title: the span decoded, without emoji codes, links' addresses, emphasis, `#` and closing punctuation. */
export function deriveHeading(span: Span): string {
  return oneLine(settle(words(span.text), (text) => unmarked(text).replace(headingEnd, '')));
}

/** A glossary term: the slice decoded, without outer quotes and brackets. */
export function deriveTerm(slice: string): string {
  return settle(unescapeHtml(slice).trim(), unquote);
}

/** Address and caption of an image or link, as typed: `![caption](address)`, `[caption](address)`, `<address>` or the address alone. */
export function deriveMedia(text: string): { url: string; caption: string } {
  if (!/^!?\[/u.test(text)) return { url: text.replace(/^<|>$/gu, ''), caption: '' };
  const at = text.lastIndexOf('](');
  const caption = text.slice(text.startsWith('!') ? 2 : 1, at);
  return { caption, url: text.slice(at + 2, text.lastIndexOf(')')).trim() };
}

const facts = ['organization', 'role', 'city'] as const;

/**
 * What a nick says of its owner beside the name, each part as typed but for HTML's escapes; what it does not say, the
 * first of his other nicks says that does: a role only with no other organization. One that seems to name the person
 * as his own organization (`沈砚丘 沈老师`) says nothing. What none says is absent.
 */
export function deriveSpeaker(
  nick: string,
  people: People,
  aliases: readonly string[] = [],
): Pick<Speaker, 'organization' | 'role' | 'city'> {
  const read = (one: string) => parseNick(unescapeHtml(one), people);
  const own = read(nick);
  const isName = (text: string) => !own.organization && nick.includes(text);
  const others = aliases.map(read);
  const telling = others.filter(({ organization }) => !organization || !isName(organization.text));
  const parts = [own, ...telling];
  const firm = parts.find(({ organization }) => organization)?.organization?.text;
  const isOfFirm = ({ organization }: NickParts) =>
    !firm || !organization || organization.text.includes(firm) || firm.includes(organization.text);
  const told = facts.flatMap((fact) => {
    const fit = fact === 'role' ? parts.filter(isOfFirm) : parts;
    const from = fit.find((part) => part[fact])?.[fact];
    return from ? [[fact, from.text]] : [];
  });
  return Object.fromEntries(told);
}
