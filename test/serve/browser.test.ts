import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executable, launch } from '../label/chromium.js';
import { faultsOf, pageAt, type Served, serving } from './served.js';
import { exampleNote, logFolders, someNotes } from './site.js';

const example = exampleNote();
const held = someNotes();
const talk = `talks/${encodeURIComponent(example.note.id)}`;
type Look = BrowserContextOptions & { viewport: { width: number; height: number } };

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const pages = [
  '',
  '?q=风险',
  '?q=风险&kind=risk&since=2024-01-01',
  '?q=qqqqzzzz',
  'talks',
  'talks?speaker=江',
  talk,
  'glossary',
  'glossary?letter=X',
  'glossary?kind=concept',
  'glossary?q=收',
  'concepts/acquiring',
  'concepts/money-laundering-risk',
  'timeline',
  'speakers',
  'nowhere',
];
const main = ['', '?q=风险', talk, 'glossary', 'concepts/acquiring', 'timeline'];
const looks: [string, Look, readonly string[]][] = [
  ['light, desk', { colorScheme: 'light', viewport: desk }, pages],
  ['dark, phone', { colorScheme: 'dark', viewport: phone }, main],
  ['dark, desk', { colorScheme: 'dark', viewport: desk }, main],
  ['light, phone, English', { colorScheme: 'light', viewport: phone, locale: 'en-GB' }, main],
];

/** Whether the first element of a selector is of another one, too. */
const holds = (page: Page, selector: string, other: string) =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)}).matches(${JSON.stringify(other)})`);

const inView = (selector: string) => `(() => {
  const { top, bottom } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
})()`;

if (!executable) console.warn('No Chromium: the pages are not tested. See tools/install-debian.sh.');

describe.skipIf(!executable)('the pages of jianglu serve, in Chromium', () => {
  let browser: Browser;
  let site: Served;
  beforeAll(async () => {
    [browser, site] = await Promise.all([
      launch(),
      serving(
        held,
        logFolders.flatMap((folder) => ['--logs', folder]),
      ),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    expect(await site?.end()).toEqual({ code: 0, err: '' });
  });

  it.each(looks)(
    'are without fault by axe, error and overflow: %s',
    async (_, look, list) => {
      const { page, wrong, context } = await pageAt(browser, site.address, look);
      for (const one of list) {
        await page.goto(site.address + one);
        expect([one, await faultsOf(page)]).toEqual([one, []]);
        const width = await page.evaluate('document.documentElement.scrollWidth');
        expect([one, width]).toEqual([one, look.viewport.width]);
      }
      expect(wrong.filter((line) => !line.includes('404'))).toEqual([]);
      await context.close();
    },
    240_000,
  );

  it('search while one types, and are moved through by keys alone', async () => {
    const { page, wrong, context } = await pageAt(browser, site.address);
    await page.goto(`${site.address}talks`);
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.name')).toBe('q');
    await page.goto(site.address);
    await page.keyboard.type('巡检');
    await page.locator('.hit mark').first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('巡检');
    await page.keyboard.press('ArrowDown');
    const first = page.locator('.hit h2 a').first();
    expect(await holds(page, '.hit h2 a', ':focus')).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate('document.activeElement.name')).toBe('q');
    await page.keyboard.press('ArrowDown');
    const to = await first.getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname + url.hash === to);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('`/` on the start page goes to the search without being typed into it, and is typed within a query', async () => {
    const { page, wrong, context } = await pageAt(browser, site.address);
    await page.goto(site.address);
    const typed = () => page.inputValue('main [name=q]');
    await page.keyboard.press('/');
    await page.keyboard.press('/');
    expect([await typed(), await holds(page, 'main [name=q]', ':focus')]).toEqual(['', true]);
    await page.keyboard.type('ISO/IEC');
    expect(await typed()).toBe('ISO/IEC');
    await page.locator('.brand').focus();
    await page.keyboard.press('/');
    await page.keyboard.type('AI');
    expect(await typed()).toBe('AI');
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('lead from a line of the note to its message and back, also into folded chatter', async () => {
    const { page, wrong, context } = await pageAt(browser, site.address);
    await page.goto(site.address + talk);
    const ref = page.locator('.prose a.ref').nth(3);
    const anchor = await ref.getAttribute('href');
    await ref.click();
    expect(await holds(page, anchor!, ':target')).toBe(true);
    await expect.poll(() => page.evaluate(inView(anchor!))).toBe(true);
    const back = page.locator(`${anchor} .back`);
    const line = await back.getAttribute('href');
    await back.click();
    expect(await holds(page, line!, ':target')).toBe(true);
    const folded = page.locator('.fold .message').first();
    expect(await folded.isVisible()).toBe(false);
    await page.goto(`${site.address}${talk}#${await folded.getAttribute('id')}`);
    await expect.poll(() => folded.isVisible()).toBe(true);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('complete a term by pinyin, chosen by arrow and Enter', async () => {
    const { page, wrong, context } = await pageAt(browser, site.address);
    await page.goto(`${site.address}glossary`);
    await page.fill('[data-suggest]', 'shoudan');
    await page.locator('[role=option]').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/concepts\//u);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('switch light and dark without loading, and keep it', async () => {
    const { page, context } = await pageAt(browser, site.address, { colorScheme: 'light' });
    await page.goto(`${site.address}timeline`);
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await ground();
    await page.click('[data-theme-to=dark]');
    expect(await ground()).not.toBe(light);
    await page.goto(`${site.address}speakers`);
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });

  it('work without scripts: search, filters, look, language, folding', async () => {
    const { page, wrong, context } = await pageAt(browser, site.address, { javaScriptEnabled: false });
    await page.goto(site.address);
    await page.fill('main [name=q]', '风险');
    await page.click('.filters summary');
    await page.selectOption('[name=in]', 'concept');
    await page.click('main button');
    await page.locator('.hit.concept').first().waitFor();
    expect(await page.locator('.hit:not(.concept)').count()).toBe(0);
    await page.click('[data-theme-to=dark]');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.click('.lang');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goto(site.address + talk);
    await page.click('.fold summary');
    expect(await page.locator('.fold .message').first().isVisible()).toBe(true);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('print the note, and nothing of the screen', async () => {
    const { page, context } = await pageAt(browser, site.address, { colorScheme: 'dark' });
    await page.goto(site.address + talk);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.bar', '.outline', '.log', 'footer'])
      expect([hidden, await page.locator(hidden).isVisible()]).toEqual([hidden, false]);
    expect(await page.locator('.prose').isVisible()).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    await context.close();
  });
});
