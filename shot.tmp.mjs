import { chromium } from 'playwright-core';
import { readdirSync } from 'node:fs';
const root = process.argv[2]; const out = process.argv[3];
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless','--no-sandbox','--disable-gpu'] });
const talks = readdirSync(`${root}/talks`);
const talk = process.argv[4] ?? talks[0];
for (const width of [1280, 390]) for (const [name, path] of [['index','index.html'],['talk',`talks/${talk}`],['glossary','glossary.html'],['speaker', `speakers/${readdirSync(root+'/speakers')[0]}`]]) {
  const c = await b.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' });
  const p = await c.newPage();
  p.on('console', m => console.log(name, m.type(), m.text()));
  p.on('pageerror', m => console.log(name, String(m)));
  p.on('requestfailed', r => console.log('failed', r.url()));
  await p.goto('file://' + root + '/' + path.split('/').map(encodeURIComponent).join('/'));
  console.log(name, width, await p.evaluate('document.documentElement.scrollWidth'), await p.evaluate('document.title'), await p.evaluate('getComputedStyle(document.body).fontFamily.slice(0,20)'));
  await p.screenshot({ path: `${out}/${name}-${width}.png` });
  await c.close();
}
await b.close();
