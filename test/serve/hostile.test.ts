import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executable, launch } from '../label/chromium.js';
import { hostileTalk } from './hostile.js';
import { payloads } from './payloads.js';
import { pageAt, type Served, serving } from './served.js';

/** 500 payloads in 20 talks, each in a dozen places of its note and its log. */
const texts = payloads(500, 20_241_130);
const perTalk = 25;
const folder = mkdtempSync(join(tmpdir(), 'jianglu-hostile-'));
const held = Array.from({ length: texts.length / perTalk }, (_, index) =>
  hostileTalk(texts.slice(index * perTalk, (index + 1) * perTalk), index, folder),
);

/** What a page must not have, whatever a text was: gives what it has of it. */
const intruders = `(() => {
  const found = [];
  const scripts = [...document.scripts].filter((one) => !new URL(one.src, location).pathname.startsWith('/assets/'));
  if (scripts.length || document.querySelector('iframe, object, embed, style, base, meta[http-equiv], math')) found.push('element');
  for (const one of document.querySelectorAll('*')) {
    for (const { name, value } of one.attributes) {
      if (/^on|^style$|^srcdoc$/.test(name)) found.push(name + '=' + value);
      if (/^(?:href|src|action|xlink:href)$/.test(name) && !['http:', 'https:', 'mailto:'].includes(new URL(value, location).protocol))
        found.push(name + '=' + value);
      if (name === 'src' && new URL(value, location).origin !== location.origin) found.push('src=' + value);
    }
  }
  if (window.hit !== undefined) found.push('ran ' + window.hit);
  if (document.querySelectorAll('#main').length !== 1) found.push('main');
  return found;
})()`;

describe.skipIf(!executable)('hostile texts', () => {
  let browser: Browser;
  let site: Served;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), serving(held, ['--logs', folder])]);
  });
  afterAll(async () => {
    await browser?.close();
    const ended = await site?.end();
    rmSync(folder, { recursive: true, force: true });
    expect(ended).toEqual({ code: 0, err: '' });
  });

  async function look(page: Page, path: string): Promise<void> {
    const answer = await page.goto(site.address + path);
    expect([path, answer?.status()]).toEqual([path, 200]);
    expect([path, await page.evaluate(intruders)]).toEqual([path, []]);
  }

  it('never run, break out, or become a link that runs', async () => {
    const { page, wrong, context } = await pageAt(browser, site.address);
    for (const { note } of held) {
      await look(page, `talks/${encodeURIComponent(note.id)}`);
      expect(await page.locator('.message').count()).toBe(note.sources[0]!.messages);
    }
    for (const path of [
      '',
      'talks',
      'timeline',
      'speakers',
      'glossary',
      'glossary?letter=%23',
      'glossary?letter=F',
    ])
      await look(page, path);
    for (const text of texts.filter((_, index) => index % 25 === 0)) {
      await look(page, `?q=${encodeURIComponent(text)}`);
      await look(page, `?q=hit&speaker=${encodeURIComponent(text.slice(0, 150))}`);
      await look(page, `glossary?q=${encodeURIComponent(text.slice(0, 90))}`);
    }
    await page.goto(`${site.address}glossary?letter=%23`);
    const links = (await page.evaluate(
      '[...document.querySelectorAll(".index a")].map((one) => one.getAttribute("href"))',
    )) as string[];
    for (const link of links.slice(0, 20)) await look(page, link.slice(1));
    expect(wrong).toEqual([]);
    await context.close();
  }, 300_000);

  it('stay inert when they are typed into the search and completed', async () => {
    const { page, wrong, context } = await pageAt(browser, site.address);
    await page.goto(site.address);
    for (const text of texts.slice(0, 33)) {
      const found = page.waitForResponse((answer) => answer.url().includes('part=results'));
      await page.fill('main [name=q]', `${text} `);
      await found;
      expect(await page.evaluate(intruders)).toEqual([]);
    }
    await page.goto(`${site.address}glossary`);
    for (const typed of ['<', '"', 'x', '风险', '[']) {
      const answered = page.waitForResponse((answer) => answer.url().includes('/suggest'));
      await page.fill('[data-suggest]', typed);
      await answered;
      expect(await page.evaluate(intruders)).toEqual([]);
    }
    expect(wrong).toEqual([]);
    await context.close();
  }, 120_000);
});
