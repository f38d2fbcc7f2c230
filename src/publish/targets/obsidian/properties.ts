import type { PageKey } from '../../../markdown/keys.js';
import { quoted } from '../../../markdown/write.js';
import type { Content } from '../../target.js';

/** The property that tells which page it is. */
const property = 'jianglu';

/** What a property holds: a text, or a list of texts. Obsidian shows nothing that is nested deeper. */
export type Properties = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Words that YAML takes for no text. */
const special = /^(?:true|false|null|yes|no|on|off|y|n)$/iu;
/** Texts that YAML takes as they stand: a letter first, then what begins neither a comment nor a value. */
const bare = /^\p{L}(?:[\p{L}\p{M}\p{N}_./·“”\u3001-\u3011\uff01-\uff5e-]|:(?! |$)| (?![ #]|$))*$/u;
/** The one other kind of value that Obsidian leaves bare and we have. */
const day = /^\d{4}-\d{2}-\d{2}$/u;

/** As Obsidian itself writes a value, so that its edits of other properties leave this line alone. */
const scalar = (value: string): string =>
  day.test(value) || (bare.test(value) && !special.test(value)) ? value : quoted(value);

/** Words of members as a value, in which no link and no template begins. */
export const tame = (words: string): string =>
  words
    .replace(/\[(?=\[)|(?<=\[)\[/gu, '［')
    .replace(/\](?=\])|(?<=\])\]/gu, '］')
    .replace(/\{(?=\{)|(?<=\{)\{/gu, '｛')
    .replace(/<(?=%)/gu, '＜');

/** Properties at the head of a page, in the way and quoting of Obsidian; those without a value are left out. */
export function propertiesText(properties: Properties): string {
  const lines = Object.entries(properties).flatMap(([key, value]) => {
    if (value === undefined || value.length === 0) return [];
    if (typeof value === 'string') return [`${key}: ${scalar(value)}`];
    return [`${key}:`, ...[...new Set(value)].map((one) => `  - ${scalar(one)}`)];
  });
  return `---\n${lines.join('\n')}\n---\n\n`;
}

/** A page with the property that tells which page it is, unless it says so already. */
export function withKey(key: PageKey, content: string): string {
  if (keyInProperties(content) === key) return content;
  const open = /^---[ \t]*\r?\n/u.exec(content)?.[0];
  if (open === undefined) return propertiesText({ [property]: key }) + content;
  return `${open}${property}: ${scalar(key)}\n${content.slice(open.length)}`;
}

/** A value of YAML on one line, in any of its quotings. */
function lineValue(yaml: string): string | undefined {
  if (yaml.startsWith("'")) return /^'((?:[^']|'')*)'/u.exec(yaml)?.[1]?.replace(/''/gu, "'");
  if (!yaml.startsWith('"')) return yaml.split(' #', 1)[0]!.trimEnd();
  try {
    return JSON.parse(/^"(?:[^"\\]|\\.)*"/u.exec(yaml)?.[0] ?? '') as string;
  } catch {
    return undefined;
  }
}

/** Characters of a page's head that are looked at: properties with a thousand aliases still are. */
const head = 64 * 1024;

/** The key of a page, however Obsidian or a person has ordered and quoted its properties. */
export function keyInProperties(content: Content): PageKey | undefined {
  if (typeof content !== 'string') return undefined;
  const lines = content
    .slice(0, head)
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u);
  if (lines[0]?.trimEnd() !== '---') return undefined;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/u.test(line));
  const own = new RegExp(`^(["']?)${property}\\1[ \\t]*:[ \\t]*(.*)$`, 'u');
  for (let at = 1; at < end; at++) {
    const found = own.exec(lines[at]!)?.[2]?.trimEnd();
    if (found === undefined) continue;
    const folded = /^(?:[>|][+-]?)?$/u.test(found) ? /^\s+(.*)/u.exec(lines[at + 1] ?? '')?.[1] : found;
    return folded ? lineValue(folded) : undefined;
  }
  return undefined;
}
