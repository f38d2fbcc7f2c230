import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from '../../../cli/jianglu.js';
import { executable, launch } from '../../../label/chromium.js';
import { hostileTalk } from '../../../serve/hostile.js';
import { payloads } from '../../../serve/payloads.js';
import { faultsOf, pageAt } from '../../../serve/served.js';
import { someNotes } from '../../../serve/site.js';

/** What a page must not have, whatever a text was: gives what it has of it. */
const intruders = `(() => {
  const found = [];
  const own = [...document.scripts].filter((one) => one.getAttribute('src')?.endsWith('.js') && one.src.includes('/assets/'));
  if (own.length !== document.scripts.length) found.push('script');
  if (document.querySelector('iframe, object, embed, style, base, math')) found.push('element');
  for (const one of document.querySelectorAll('*'))
    for (const { name, value } of one.attributes)
      if (/^on|^style$|^srcdoc$/.test(name)) found.push(name + '=' + value);
      else if (/^(?:href|src|action|xlink:href)$/.test(name) && /^(?:javascript|data|vbscript):/.test(new URL(value, location).href))
        found.push(name + '=' + value);
  if (window.hit !== undefined) found.push('ran ' + window.hit);
  if (document.querySelectorAll('#main').length !== 1) found.push('main');
  return found;
})()`;

const hostileCount = 4;

const notes = someNotes().map(({ note }) => note);
/** Of those whose speakers do not ask that they be not passed on. */
const open = notes.find(({ restrictions, qa }) => restrictions.length === 0 && qa.length > 0)!;
const restricted = notes.filter(({ restrictions }) => restrictions.length > 0);

/** Serves a folder below a path, as a host of static pages does; nothing else is there. */
function hostOf(folder: string, base: string): Promise<{ server: Server; address: string }> {
  const types: Record<string, string> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.svg': 'image/svg+xml',
  };
  const server = createServer(({ url = '' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://host').pathname);
    try {
      if (!path.startsWith(base)) throw new Error('elsewhere');
      const file = join(folder, path.slice(base.length) || 'index.html');
      const body = readFileSync(file);
      response
        .writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((done) =>
    server.listen(0, '127.0.0.1', () =>
      done({ server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}` }),
    ),
  );
}

describe.skipIf(!executable)('网站在 Chromium 里', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianglu-site-'));
  const root = join(folder, '网 站#1 100%');
  let browser: Browser;
  const at = (name: string, from = root) => pathToFileURL(join(from, ...name.split('/'))).href;
  const talks = () => readdirSync(join(root, 'talks'));
  const talk = () => `talks/${talks().find((name) => name.includes(open.slug))}`;
  const opened = (address: string, options?: BrowserContextOptions) => pageAt(browser, address, options);

  beforeAll(async () => {
    const from = join(folder, 'notes');
    mkdirSync(from);
    const hostile = Array.from({ length: hostileCount }, (_, index) =>
      hostileTalk(payloads(100, 20_241_130).slice(index * 25, index * 25 + 25), index, folder),
    ).map(({ note }) => ({ ...note, restrictions: [] }));
    for (const [index, note] of [...notes, ...hostile].entries())
      writeFileSync(join(from, `${index}.json`), JSON.stringify(note));
    execFileSync(process.execPath, [command, 'publish', 'site', from, '--to', root], { stdio: 'pipe' });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const names = () => [
    'index.html',
    talk(),
    'glossary.html',
    `glossary/${readdirSync(join(root, 'glossary')).find((name) => name.startsWith('letter'))}`,
    `concepts/${readdirSync(join(root, 'concepts'))[0]}`,
    `speakers/${readdirSync(join(root, 'speakers'))[0]}`,
    'timeline.html',
    'talks.html',
  ];

  test.each<[string, BrowserContextOptions, number]>([
    ['大屏，浅色', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }, 6],
    ['手机，深色', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }, 3],
  ])('从文件打开：没有毛病、没有报错、不往外要东西、不横着滚：%s', async (_, look, most) => {
    const { page, wrong, context } = await opened(at(''), look);
    for (const name of names().slice(0, most)) {
      await page.goto(at(name));
      expect([name, await faultsOf(page, { asking: false })]).toEqual([name, []]);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect([name, width]).toEqual([name, look.viewport!.width]);
      expect([name, await page.evaluate('document.styleSheets.length')]).toEqual([name, 1]);
    }
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('一路点：首页、分享、所引原话、回到笔记、讲者、术语', async () => {
    const { page, wrong, context } = await opened(at(''));
    await page.goto(at('index.html'));
    await page.click('.bar nav a[href="talks.html"]');
    await page.click('.card h2 a');
    const ref = page.locator('.prose a.ref').first();
    const place = (await ref.getAttribute('href'))!;
    await ref.click();
    expect(await page.evaluate(`document.querySelector('${place}').matches(':target')`)).toBe(true);
    const back = page.locator(`${place} .back`);
    const line = (await back.getAttribute('href'))!;
    await back.click();
    expect(await page.evaluate(`document.querySelector('${line}').matches(':target')`)).toBe(true);
    await page.goto(at(talk()));
    await page.click('.facts a');
    expect(await page.locator('h1').innerText()).toContain(open.speakers[0]!.name);
    await page.click('.bar nav a[href="../glossary.html"]');
    await page.click('.letters a');
    await page.click('.index a');
    expect(await page.locator('.relations').count()).toBe(1);
    expect(wrong).toEqual([]);
    await context.close();
  });

  /** Searches from a page's head, and opens the first hit. */
  async function searched(page: Page, start: string): Promise<void> {
    await page.goto(start);
    await page.fill('.quick input', '风险');
    await page.press('.quick input', 'Enter');
    await page.locator('.hit mark').first().waitFor();
    expect(await page.inputValue('main [name=q]')).toBe('风险');
    const href = (await page.locator('.hit h2 a').first().getAttribute('href'))!;
    await page.locator('.hit h2 a').first().click();
    await page.waitForURL((url) => url.href.endsWith(href.replace(/^[^#]*\//u, '')));
    const { hash } = new URL(page.url());
    expect(await page.evaluate(`document.querySelector('main h1') !== null`)).toBe(true);
    if (hash !== '') expect(await page.evaluate(`document.querySelector(':target') !== null`)).toBe(true);
  }

  test('从别的页搜：从文件、换了地方、在主机的 /a/b/ 下面', async () => {
    const elsewhere = join(folder, 'elsewhere');
    cpSync(root, elsewhere, { recursive: true });
    const { server, address } = await hostOf(root, '/a/b/');
    for (const [begin, start] of [
      [at(''), at('timeline.html')],
      [at('', elsewhere), at(talk(), elsewhere)],
      [address, `${address}speakers.html`],
    ] as const) {
      const { page, wrong, context } = await opened(begin);
      await searched(page, start);
      expect([begin, wrong]).toEqual([begin, []]);
      await context.close();
    }
    server.close();
  });

  test('搜索用的文件不在：说出来，不拿最近的分享当结果；文件回来了就搜得到', async () => {
    const part = join(folder, 'part');
    cpSync(root, part, { recursive: true });
    rmSync(join(part, 'assets', 'search.js'));
    const { page, context } = await opened(at('', part));
    await page.goto(`${at('index.html', part)}?q=${encodeURIComponent('预付卡')}`);
    await page.locator('#results [role=alert]').waitFor();
    expect(await page.locator('#results').innerText()).toMatch(/^搜索用的文件没有装上.*$/u);
    cpSync(join(root, 'assets', 'search.js'), join(part, 'assets', 'search.js'));
    await page.click('main form button');
    await page.locator('.hit mark').first().waitFor();
    await context.close();
  });

  test('边打边搜；换的外观下一页还在', async () => {
    const { page, wrong, context } = await opened(at(''), { colorScheme: 'light' });
    await page.goto(at('index.html'));
    await page.keyboard.type('预付卡');
    await page.locator('.hit mark').first().waitFor();
    expect(await faultsOf(page, { asking: false })).toEqual([]);
    await page.click('[data-theme-to=dark]');
    await page.goto(at(talk()));
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('不要外传的分享，哪个文件里都没有，搜索文件里也没有', () => {
    expect(restricted.length).toBeGreaterThan(0);
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const said = restricted.flatMap(({ id, title, sections }) => [
      id,
      title,
      ...sections.map((one) => one.blocks[0]?.spans[0]?.text),
    ]);
    for (const { parentPath, name } of files) {
      const text = readFileSync(join(parentPath, name), 'utf8');
      for (const words of said) if (words) expect(text.includes(words), `${name}: ${words}`).toBe(false);
    }
  });

  test('没有脚本也能读；搜索和开关不摆样子', async () => {
    const { page, wrong, context } = await opened(at(''), { javaScriptEnabled: false });
    await page.goto(at('index.html'));
    for (const idle of ['.finder .search', '.tools'])
      expect([idle, await page.locator(idle).isVisible()]).toEqual([idle, false]);
    await page.click('.card h3 a');
    expect(await page.locator('.quick').isVisible()).toBe(false);
    expect(await page.locator('.prose').isVisible()).toBe(true);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('要命的话只是话，搜出来也是', async () => {
    const { page, wrong, context } = await opened(at(''));
    const evil = talks().filter((name) => name.includes('evil'));
    expect(evil).toHaveLength(hostileCount);
    for (const name of [
      ...evil.map((one) => `talks/${one}`),
      'index.html',
      'glossary.html',
      'speakers.html',
    ]) {
      await page.goto(at(name));
      expect([name, await page.evaluate(intruders)]).toEqual([name, []]);
    }
    for (const typed of ['script', 'evil example']) {
      await page.goto(`${at('index.html')}?q=${encodeURIComponent(typed)}`);
      await page.locator('.hit').first().waitFor();
      expect([typed, await page.evaluate(intruders)]).toEqual([typed, []]);
    }
    expect(wrong).toEqual([]);
    await context.close();
  });
});
