import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { executable, launch } from '../../../label/chromium.js';
import { pageAt } from '../../../serve/served.js';
import { entries, passage, talk } from './collection.js';
import { pageOf } from './page.js';

const attacks = [
  '<img src=x onerror="window.hit=1">',
  '</script><script>window.hit=2</script>',
  '"><svg onload=window.hit=3>',
];
const hostile = attacks.map((title, at) => passage(talk(`hostile-${at}`, { title }), 'talk', title, title));
const many = Array.from({ length: 25 }, (_, at) => passage(talk(`m${at}`), 'section', `对账 ${at}`, '对账'));

if (!executable)
  console.warn('No Chromium: the search of a site is not tested. See tools/install-debian.sh.');

describe.skipIf(!executable)('the search of a static site, from files, in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianglu-site-'));
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    address = pathToFileURL(pageOf([...entries, ...hostile, ...many], folder)).href;
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page; whatever goes wrong in it, or is asked of others than its files, fails the test. */
  async function opened(query = ''): Promise<Page> {
    const { page, wrong, context } = await pageAt(browser, pathToFileURL(folder).href);
    onTestFinished(async () => {
      await context.close();
      expect(wrong).toEqual([]);
    });
    await page.goto(address + query);
    return page;
  }

  const headings = (page: Page) => page.locator('.hit h2 a').allTextContents();
  const queryOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

  it('finds while one types, marks what was found, and keeps the query in the address', async () => {
    const page = await opened();
    await page.keyboard.press('/');
    await page.keyboard.type('巡检');
    await page.locator('.hit mark').first().waitFor();
    expect(await headings(page)).toEqual(['商户巡检']);
    expect(await page.locator('.hit mark').first().textContent()).toBe('巡检');
    expect(queryOf(page)).toEqual({ q: '巡检' });
    await page.fill('[name=q]', '');
    await page.locator('#results .start').waitFor();
    expect(queryOf(page)).toEqual({});
  });

  it('asks for nothing before somebody searches', async () => {
    const page = await opened();
    expect(await page.evaluate('[typeof jiangluIndex, document.scripts.length]')).toEqual(['undefined', 1]);
  });

  it('waits until a character is composed', async () => {
    const page = await opened();
    const typed = (composing: boolean) => `(() => {
      const field = document.querySelector('[name=q]');
      field.value = ${composing} ? 'xun' : '巡检';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: ${composing} }));
      if (!${composing}) field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    })()`;
    await page.evaluate(typed(true));
    await page.waitForTimeout(300);
    expect([await page.locator('.hit').count(), queryOf(page)]).toEqual([0, {}]);
    await page.evaluate(typed(false));
    await page.locator('.hit').first().waitFor();
  });

  it('shows what the address asks for, with its filters, which the form shows, too', async () => {
    const page = await opened('?q=%E9%93%B6%E8%A1%8C&in=section&speaker=%E6%9E%97');
    await page.locator('.hit').first().waitFor();
    expect((await headings(page)).sort()).toEqual(['审单', '開證申請']);
    const shown = `['q', 'in', 'speaker'].map((name) => document.forms[0].elements[name].value)`;
    expect(await page.evaluate(shown)).toEqual(['银行', 'section', '林']);
    expect(await page.evaluate(`document.querySelector('details').open`)).toBe(true);
    await page.fill('[name=speaker]', '没有的人');
    await page.locator('.remark').waitFor();
    expect(await page.locator('.remark').textContent()).toBe('没有叫“没有的人”的讲者。');
  });

  it('shows titles that are markup as text', async () => {
    const page = await opened();
    for (const title of ['window', 'svg', 'script']) {
      await page.fill('[name=q]', title);
      await page.locator('.hit mark', { hasText: title }).first().waitFor();
    }
    expect(await page.evaluate('window.hit')).toBeUndefined();
    await page.fill('[name=q]', 'window');
    await page.locator('.hit').nth(2).waitFor();
    expect((await headings(page)).sort()).toEqual([...attacks].sort());
  });

  it('shows more when asked', async () => {
    const page = await opened('?q=%E5%AF%B9%E8%B4%A6');
    await page.locator('.more a').click();
    await page.locator('.hit').nth(24).waitFor();
    expect([await page.locator('.more').count(), queryOf(page)]).toEqual([0, { q: '对账', limit: '40' }]);
  });

  it('keeps the theme from page to page', async () => {
    const page = await opened();
    await page.locator('[data-theme-to=dark]').click();
    await page.goto(`${address}?q=x`);
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
  });
});
