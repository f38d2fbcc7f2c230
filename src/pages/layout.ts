import { raw } from 'hono/html';
import { withQuery } from './address.js';
import { between, type Html, h, type Part } from './html.js';
import { themes, type View } from './view.js';
import type { Words } from './words.js';

/** A page's own: what stands in its frame. */
export interface Page {
  title: string;
  /** Which of the main pages it belongs to. */
  at?: keyof Words['nav'];
  body: Part;
  /** Class of the page's main part. */
  wide?: boolean;
  status?: number;
}

const addresses: Record<keyof Words['nav'], string> = {
  search: '/',
  talks: '/talks',
  glossary: '/glossary',
  timeline: '/timeline',
  speakers: '/speakers',
};

/** The address of the page with a parameter set anew. */
function here(path: string, name: string, value: string): string {
  const { pathname, searchParams } = new URL(path, 'http://page');
  for (const one of ['lang', 'theme']) searchParams.delete(one);
  searchParams.delete('part');
  const query = Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => [key, searchParams.getAll(key)]),
  );
  return withQuery(pathname, { ...query, [name]: value });
}

function tools({ words, theme, path, language, still }: View): Html {
  const marks = { light: '☀', auto: '◐', dark: '☾' };
  const switches = themes.map(
    (one) =>
      h`<li><a href="${here(path, 'theme', one)}" data-theme-to="${one}" rel="nofollow" title="${words.theme[one]}" aria-label="${words.theme.label}${words.colon}${words.theme[one]}" aria-current="${one === theme ? 'true' : 'false'}">${marks[one]}</a></li>`,
  );
  const other = language === 'zh' ? 'en' : 'zh';
  const speaks =
    !still &&
    h`<a class="lang" rel="nofollow" href="${here(path, 'lang', other)}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${other === 'zh' ? '中文' : 'English'}</a>`;
  return h`<div class="tools"><ul class="switch" aria-label="${words.theme.label}">${switches}</ul>${speaks}</div>`;
}

function bar(view: View, at: Page['at']): Html {
  const { words } = view;
  const names = Object.keys(addresses) as (keyof Words['nav'])[];
  const links = names.map(
    (name) =>
      h`<li><a href="${addresses[name]}"${name === at && h` aria-current="page"`}>${words.nav[name]}</a></li>`,
  );
  const search =
    at !== 'search' &&
    h`<form class="quick" action="/" role="search" aria-label="${words.nav.search}"><input type="search" name="q" maxlength="400" aria-label="${words.search.label}" placeholder="${words.search.go}" data-search /></form>`;
  return h`<header class="bar"><a class="brand" href="/"><img src="/assets/icon.svg" alt="" width="26" height="26" />${words.name}</a><nav aria-label="${words.menu}"><ul>${links}</ul></nav>${search}${tools(view)}</header>`;
}

/** What is not the same in all frames. */
export interface Frame {
  /** Attributes of the whole page. */
  root?: Part;
  /** What the head begins with, behind the encoding. */
  head?: Part;
  /** How the page loads its script. */
  script: Part;
  /** Behind the address of the style. */
  version?: string;
}

/** A page in a frame. */
export function inFrame(view: View, { root = '', head = '', script, version }: Frame, page: Page): string {
  const { words, theme } = view;
  const title = page.title === '' ? words.name : [page.title, ' · ', words.name].join('');
  return h`${raw('<!doctype html>')}
<html lang="${words.lang}" data-theme="${theme}"${root}>
<head>
<meta charset="utf-8" />
${head}<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="${theme === 'auto' ? 'light dark' : theme}" />
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
<link rel="stylesheet" href="${withQuery('/assets/style.css', { v: version })}" />
${script}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
${bar(view, page.at)}
<main id="main" tabindex="-1"${page.wide && h` class="wide"`}>${page.body}</main>
<footer>${words.footer}</footer>
</body>
</html>
`.toString();
}

/** A page in the frame in which it is served. */
export const framed = (view: View, version: string, page: Page): string =>
  inFrame(
    view,
    { script: h`<script type="module" src="/assets/main.js?v=${version}"></script>`, version },
    page,
  );

/** Names, one after the other. */
export const listed = ({ comma }: Words, parts: readonly Part[]): Part => between(parts, comma);
