import { raw } from 'hono/html';
import type { PageKey } from '../../markdown/keys.js';
import { type Html, h, type Part } from '../../pages/html.js';
import type { Content } from '../target.js';
import { style } from './style.js';

/** What a page says of itself. */
interface Named {
  key: PageKey;
  title: string;
  language: string;
}

/** The name under which a page's head tells which page it is. */
const name = 'jianglu';
/** So far the head of a page of ours reaches, at most. */
const head = 4000;
const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * The key of a page, as its head tells it.
 *
 * @param behind what stands behind the key in the pages of a target, by which they are told from those of others
 */
export function htmlKey(content: Content, behind = '\\s*/?>'): PageKey | undefined {
  if (typeof content !== 'string') return undefined;
  const value = new RegExp(`<meta name="${name}" content="([^"<>]{1,2000})"${behind}`, 'u').exec(
    content.slice(0, head),
  );
  return value?.[1]?.replace(/&(amp|lt|gt|quot|#39);/gu, (_, one: string) => characters[one]!);
}

/** What tells in a page's head which page it is. */
export const keyMark = (key: PageKey): Html => h`<meta name="${name}" content="${key}" />`;

/** A whole page, which runs nothing, and loads nothing but `pictures` beside it. */
export function documentOf(
  { key, title, language, pictures = false }: Named & { pictures?: boolean },
  body: Part,
): string {
  // Pages that are opened from a disk have no `self` in every browser.
  const policy = `default-src 'none'; style-src 'unsafe-inline'${pictures ? "; img-src 'self' file:" : ''}`;
  return h`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8" />
${keyMark(key)}
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`.toString();
}
