/*
 * What members typed, as wikitext in which nothing acts. Every mark that could is written as a character reference:
 * MediaWiki's parser leaves those alone until the page is HTML, and its pre-save transform does not look into them.
 * Sources of the rules: Parser.php, Preprocessor_Hash.php, BlockLevelPass.php and LanguageConverter.php of MediaWiki 1.39.
 */

/** What MediaWiki would drop or replace itself: controls (but the line feed), halves of characters, what is no character. */
const unprintable =
  /[^\P{Cc}\n]|\p{Surrogate}|\p{Noncharacter_Code_Point}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu;

const reference = (mark: string): string => `&#${mark.codePointAt(0)};`;

/** Marks that act, or may act beside others, wherever they stand. */
const loud = /[<>[\]{}|~]/gu;
/** Quotes in a row are bold or italic, underscores in a row begin a behaviour switch (the wide ones in some languages). */
const doubled = /'(?=')|(?<=')'|_(?=_)|(?<=_)_|＿(?=＿)|(?<=＿)＿|!(?=!)|(?<=!)!/gu;
/** A protocol: `news:x` and `tel:1` become links too, and a wiki may add others. */
const protocol = /(?<=[A-Za-z]):(?! )/gu;
/** The last letter of what makes a link of the number behind it. */
const magic = /(?<=ISB)N|(?<=RF)C|(?<=PMI)D/gu;
/** A blank beside these is made one that does not break (Sanitizer::armorFrenchSpaces). */
const french = /(?<= )[?:;!%»›]|[«‹](?= )/gu;
/** At the beginning of a line: lists, headings, rules, tables, blanks; a mark that would join with what we write before. */
const opening = /^(?:[*#:;=!?%»›+' _＿-]|\p{M})/u;
/** At the end: what would go together with what we write behind. */
const closing = /[='_＿!«‹]$/u;

/** A text as MediaWiki stores it: composed, without what it would drop. */
const stored = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(unprintable, ' ')
    .normalize('NFC');

const line = (text: string): string =>
  text
    .replace(/&/gu, '&amp;')
    .replace(loud, reference)
    .replace(doubled, reference)
    .replace(protocol, reference)
    .replace(magic, reference)
    .replace(french, reference)
    .replace(opening, reference)
    .replace(closing, reference);

const lines = (text: string): string[] => stored(text).split('\n').map(line);

/**
 * A text that stands as it is, wherever it is put: in a paragraph, an item, a cell, a link's label, the value of a named
 * parameter. Its line ends become `<br />`.
 */
export const inline = (text: string): string => lines(text).join('<br />');

/** What acts in places that our own pages have not: values without a name, attributes, lists of definitions. */
const placed = /["'=:]|(?<!&(?:amp|#\d{1,7}));/gu;

/** Line ends that Liquid's `strip_newlines` knows nothing of. */
const odd = /\r(?!\n)|[\u2028\u2029\u0085]/gu;

/** A text that stands as it is wherever a template of the user puts it; between the quotes of an attribute, if it has one line. */
export const anywhere = (text: string): string =>
  lines(text.replace(odd, ' '))
    .map((one) => one.replace(placed, reference))
    .join('<br />');

/** Lines of a program or a table drawn with signs, blanks and all. Needs a line of its own. */
export const preformatted = (text: string): string =>
  `<pre>\n${lines(text.replaceAll('\t', '    ')).join('\n')}\n</pre>`;

/** Marks that end an address within brackets, or act there. */
const inAddress = /[\s<>[\]{}|"'~\\^`]|_(?=_)|(?<=_)_|[^\x21-\x7e]/gu;

const encoded = (mark: string): string =>
  mark < '\x80'
    ? `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
    : encodeURIComponent(mark);

/** An address of the web that a page may link to, in the form that does; undefined for anything else. */
export function address(url: string): string | undefined {
  if (!/^https?:\/\/[^\s/?#]/iu.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url).href.replace(inAddress, encoded).replace(/&/gu, '&amp;');
}

/** A link out of the wiki; only its words where the address is none that a page may link to. */
export function external(url: string, label: string): string {
  const target = address(url);
  return target === undefined ? inline(label) : `[${target} ${inline(label)}]`;
}

/** A link to a page; the colon keeps categories, files and other languages from being more than a link. */
export const link = (title: string, label: string): string => `[[:${title}|${inline(label)}]]`;

/** A heading of a level from 1 (MediaWiki's for the page itself) to 6. */
export function heading(level: number, words: string): string {
  const marks = '='.repeat(Math.min(level, 6));
  return `${marks} ${line(
    stored(words)
      .replace(/[ \n]+/gu, ' ')
      .trim(),
  )} ${marks}`;
}

/** A call of a template, a line a parameter; values are wikitext (`inline` makes it of a text), empty ones are left out. */
export function template(name: string, values: Record<string, string>): string {
  const given = Object.entries(values).filter(([, value]) => value !== '');
  return `{{${[name, ...given.map(([key, value]) => `${key} = ${value}`)].join('\n| ')}\n}}`;
}

/** A note at the page's foot, given once and referred to by its name; both are ours, `words` is any text. */
export const footnote = (name: string, words?: string): string =>
  words === undefined ? `<ref name="${name}" />` : `<ref name="${name}">${inline(words)}</ref>`;

/** A table of rows of wikitext. Its heads: the first row, or the first cell of each. */
export function table(rows: readonly (readonly string[])[], heads: 'row' | 'column' = 'row'): string {
  const isHead = (row: number, column: number) => (heads === 'row' ? row : column) === 0;
  const written = rows.map((row, y) =>
    row.map((cell, x) => `${isHead(y, x) ? '!' : '|'} ${cell}`).join('\n'),
  );
  return `{| class="wikitable"\n${written.join('\n|-\n')}\n|}`;
}

/** Words that no option of a picture reads like (`left`, `link=…`, `右`): all of those are told by their first letter. */
const caption = (words: string): string => inline(words).replace(/^[^&<]/u, reference);

/** A picture that the wiki has, with words below, which also stand for it; its title is with its namespace. */
export const picture = (title: string, words: string): string =>
  `[[${title}|thumb|none${words === '' ? '' : `|alt=${inline(words)}|${caption(words)}`}]]`;

/** Puts a page into a category; the title is without its namespace. */
export const category = (title: string): string => `[[Category:${title}]]`;

/** A page that leads to another. MediaWiki knows the word in every language. */
export const redirect = (title: string): string => `#REDIRECT [[${title}]]`;
