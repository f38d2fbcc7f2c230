import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type SiteEntry, searchFile } from '../../../../src/publish/targets/site/search.js';

/** The scripts of a site, as the build makes them. */
const scripts = fileURLToPath(new URL('../../../../dist/pages/still/', import.meta.url));

/** As pages of the target have it: nothing from elsewhere, nothing inline. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'";

/** What of the start page the scripts ask for. */
const start = `<!doctype html>
<html lang="zh-CN" data-theme="auto" data-root="">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<title>讲录</title><script defer src="assets/site.js"></script></head>
<body><a href="?theme=dark" data-theme-to="dark">☾</a>
<main><div class="finder home"><form class="search" action="index.html" data-live>
<input type="search" name="q" data-search><button>搜索</button>
<details class="filters"><summary>筛选</summary>
<select name="in"><option value="">不限</option><option value="section">章节</option></select>
<input name="speaker"></details></form>
<div id="results"><p class="start">最近的分享</p></div></div></main></body></html>
`;

/** Writes a site of one page with the search of some entries; gives the page's path. */
export function pageOf(entries: readonly SiteEntry[], folder: string): string {
  const files: Record<string, string> = {
    'index.html': start,
    'assets/search.js': searchFile(entries),
  };
  for (const name of ['site.js', 'find.js'])
    files[`assets/${name}`] = readFileSync(join(scripts, name), 'utf8');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return join(folder, 'index.html');
}
