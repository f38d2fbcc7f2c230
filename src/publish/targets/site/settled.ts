/** Where an address of serve leads from a page; undefined where nothing stands there. */
export type Resolve = (address: string) => string | undefined;

/** Elements that begin and end a line of their own: so that edits of people can be merged line by line. */
const lines = new Set(
  'p,h1,h2,h3,h4,h5,h6,li,ul,ol,dl,dt,dd,div,section,article,aside,nav,header,form,details,summary,blockquote,table,thead,tbody,tr,svg'.split(
    ',',
  ),
);

const tagName = /^<\/?([a-z][a-z\d]{0,20})/u;
const pointing = / (?:href|src|action)="(\/[^"]*)"/u;
const class_ = / class="[^"]*"/u;
/** What markup makes of these signs in attributes; the others are no part of an address that pages write. */
const signs: Record<string, string> = { '&amp;': '&', '&#39;': "'", '&quot;': '"' };
const unescaped = (text: string) => text.replace(/&(?:amp|#39|quot);/gu, (sign) => signs[sign]!);
const escaped = (text: string) => text.replace(/[&"<>]/gu, (sign) => `&#${sign.charCodeAt(0)};`);

/** What becomes of a tag that points to an address of serve: it points to a file, or is no link any more. */
function aimed(tag: string, name: string, resolve: Resolve): { tag: string; end?: string } {
  const found = pointing.exec(tag);
  if (!found) return { tag };
  const to = resolve(unescaped(found[1]!));
  const whole = found[0];
  if (to !== undefined)
    return { tag: tag.replace(whole, () => `${whole.slice(0, whole.indexOf('"'))}"${escaped(to)}"`) };
  if (name === 'img' || name === 'link') return { tag: '' };
  if (name !== 'a') return { tag: tag.replace(whole, '') };
  const looks = class_.exec(tag)?.[0];
  return looks === undefined ? { tag: '', end: '' } : { tag: `<span${looks}>`, end: '</span>' };
}

/**
 * A page of serve as a file: its addresses are those of files, links to what does not stand are their words, and each
 * block stands in a line of its own. The markup must be made by `h` alone, as pages are: there `<`, `>` and `"` in a text
 * are always escaped, so that a tag is what stands between `<` and `>`, and links do not lie in links.
 */
export function settled(markup: string, resolve: Resolve): string {
  const parts: string[] = [];
  let at = 0;
  let end: string | undefined;
  for (let open = markup.indexOf('<'); open >= 0; open = markup.indexOf('<', at)) {
    parts.push(markup.slice(at, open));
    at = markup.indexOf('>', open) + 1;
    const tag = markup.slice(open, at);
    const name = tagName.exec(tag)?.[1] ?? '';
    if (tag.startsWith('</')) {
      parts.push(name === 'a' && end !== undefined ? end : tag);
      if (name === 'a') end = undefined;
      if (lines.has(name) && markup[at] !== '\n') parts.push('\n');
    } else {
      const made = aimed(tag, name, resolve);
      parts.push(made.tag);
      if (name === 'a') end = made.end;
    }
  }
  return parts.join('') + markup.slice(at);
}
