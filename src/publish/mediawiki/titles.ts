/** MediaWiki's bound for a title without its namespace, in bytes of UTF-8. */
const bound = 255;

/** What a title may not hold, or not in this place (MediaWikiTitleCodec.php), and the wide sign that reads the same. */
const wide: Record<string, string> = {
  '#': '＃',
  '<': '＜',
  '>': '＞',
  '[': '［',
  ']': '］',
  '{': '｛',
  '}': '｝',
  '|': '｜',
  ':': '：',
  '/': '／',
  '~': '～',
  '%': '％',
  '&': '＆',
};

/** `%` and `&` only where they begin what MediaWiki would decode. */
const unallowed = /[#<>[\]{}|:/~]|%(?=[0-9A-Fa-f]{2})|&(?=[^\s;&]{1,40};)/gu;
/** What MediaWiki drops (marks of direction) or takes for a blank. */
const dropped =
  /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;
const blanks = /[\s_\p{Z}\p{Cc}]+/gu;

const bytes = (text: string): number => Buffer.byteLength(text);

/** The longest beginning of a text that has so many bytes; no character is cut. */
function cut(text: string, limit: number): string {
  let kept = '';
  let size = 0;
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    size += bytes(segment);
    if (size > limit) break;
    kept += segment;
  }
  return kept.trim();
}

/**
 * Any text as a part of a title, one that MediaWiki gives back unchanged but for its first letter: marks that titles may
 * not hold become wide ones, so that no namespace, other wiki or subpage is named. `room`: bytes that the rest of the title
 * needs. Empty where nothing is left.
 */
export function titlePart(text: string, room = 0): string {
  const clean = text
    .normalize('NFC')
    .replace(dropped, '')
    .replace(unallowed, (mark) => wide[mark]!)
    .replace(blanks, ' ')
    .trim();
  const short = cut(clean, bound - room);
  return /^\.{1,2}$/u.test(short) ? short.replaceAll('.', '．') : short;
}

/** A title as MediaWiki spells it where the first letter is always a capital (`case` of the wiki's siteinfo). */
export function capital(title: string): string {
  const first = String.fromCodePoint(title.codePointAt(0) ?? 32);
  const upper = first.toUpperCase();
  return title === '' || [...upper].length > 1 ? title : upper + title.slice(first.length);
}
