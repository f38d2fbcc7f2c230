import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../../src/pipeline.js';
import type { Note } from '../../src/schema/note.js';
import { schemaFaults } from '../../src/validate.js';
import { filesIn, folder, jianglu, logs } from '../cli/jianglu.js';
import { executable, launch, open, select, served } from './chromium.js';

const name = 'riskroom/2024-05-28-chat.markdown';
const { notes, transcript } = extract(readFileSync(join(logs, name)), { path: name });
const note = notes[0]!;
const textOf = (id: number) => transcript.children[id]!.text;
const { messages } = note.lecture!;
const last = messages.at(-1)!;
/** A message of text in the lecture that holds no heading. */
const plain = messages.find(
  (id) =>
    textOf(id).length > 30 &&
    !textOf(id).startsWith('!') &&
    !JSON.stringify(note.sections).includes(`"message":${id},"span"`),
)!;
const words = textOf(plain).slice(2, 8);
const outside = transcript.children.filter(({ id, role }) => role?.role === 'smallTalk' && id > messages[0]!);

function work() {
  const cwd = folder();
  cpSync(join(logs, name), join(cwd, 'logs', name));
  return cwd;
}

if (!executable)
  console.warn('No Chromium: the page is not tested. Run tools/install-debian.sh, or set JIANGLU_CHROMIUM.');

describe.skipIf(!executable)('the page of jianglu label, in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('shows the log beside the note, and saves corrections that extract and verify accept', async () => {
    const cwd = work();
    const { address } = await served([join('logs', name), '--labels', 'labels/one.json'], cwd);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/$/u);
    const { page, wrong } = await open(browser, address);
    expect(await page.locator('#messages > li').count()).toBe(transcript.children.length);
    expect(await page.locator('#messages > li.lecture').count()).toBe(messages.length);
    expect(await page.locator('#title').inputValue()).toBe(note.title);

    await page.fill('#title', '编辑定的题目');
    await page.press('#title', 'Tab');
    await page.click(`#m${last} [data-toggle=lecture]`);
    await page.waitForSelector(`#m${last}:not(.lecture)`);
    await select(page, plain, words);
    await page.click('#do-heading');
    const heading = page.locator(`[data-heading="${words}"]`);
    await heading.waitFor();
    await heading.getByRole('button', { name: '降一级' }).click();
    await page.waitForSelector(`[data-heading="${words}"]:is(.level-2, .level-3)`);
    await select(page, plain, words.slice(1, 5));
    await page.click('#do-term');
    await page.waitForSelector(`[data-term="${words.slice(1, 5)}"]`);
    await page.fill('[data-focus=topics]', '话题甲\n话题乙');
    await page.keyboard.press('Control+s');
    await page.locator('.status', { hasText: '已保存' }).waitFor();
    if (process.env.JIANGLU_SCREENSHOT) await page.screenshot({ path: process.env.JIANGLU_SCREENSHOT });
    expect(wrong).toEqual([]);

    const edits = JSON.parse(readFileSync(join(cwd, 'output/riskroom', `${note.id}.edits.json`), 'utf8'));
    expect(schemaFaults('edits', edits)).toEqual([]);
    expect(edits).toMatchObject({
      title: { text: '编辑定的题目' },
      lecture: { drop: [transcript.children[last]!.key] },
      headings: { set: [{ at: { key: transcript.children[plain]!.key, text: words, start: 2 } }] },
    });
    const label = JSON.parse(readFileSync(join(cwd, 'labels/one.json'), 'utf8'));
    expect(label).toMatchObject({ log: 'riskroom/2024-05-28', talks: [{ topics: ['话题甲', '话题乙'] }] });
    expect(jianglu(['extract', 'logs'], { cwd }).code).toBe(0);
    expect(jianglu(['verify', 'output', '--logs', 'logs'], { cwd })).toMatchObject({ code: 0, err: '' });
    const [, made] = Object.entries(filesIn(join(cwd, 'output'))).find(([file]) =>
      /\.[0-9a-f]{6}\.json$/u.test(file),
    )!;
    const after: Note = JSON.parse(made);
    expect(after.title).toBe('编辑定的题目');
    expect(after.edited?.length).toBeGreaterThanOrEqual(4);
    expect(after.review.map(({ code }) => code)).not.toContain('edit-stale');
  });

  it('is used by keyboard alone', async () => {
    const cwd = work();
    const { address } = await served([join('logs', name)], cwd);
    const { page, wrong } = await open(browser, address);
    await page.focus('#m0');
    for (let i = 0; i < last; i++) await page.keyboard.press('ArrowDown');
    expect(await page.evaluate('document.activeElement.id')).toBe(`m${last}`);
    await page.keyboard.press('l');
    await page.waitForSelector(`#m${last}:not(.lecture)`);
    await page.keyboard.press('Control+z');
    await page.waitForSelector(`#m${last}.lecture`);
    const [question, answer] = outside.slice(-2);
    await page.focus(`#m${question!.id}`);
    await page.keyboard.press('q');
    await page.focus(`#m${answer!.id}`);
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await page.locator('#fields li.edited').waitFor();
    await page.keyboard.press('Control+s');
    await page.locator('.status', { hasText: '已保存' }).waitFor();
    const edits = JSON.parse(readFileSync(join(cwd, 'output/riskroom', `${note.id}.edits.json`), 'utf8'));
    expect(edits).toEqual({
      kind: 'edits',
      version: 1,
      note: note.id,
      pairs: { set: [{ question: [question!.key], answers: [answer!.key] }] },
    });
    expect(wrong).toEqual([]);
  });

  it('shows what members typed as text, whatever it is', async () => {
    const cwd = work();
    const log = join(cwd, 'logs/hostile/2024-05-28-chat.markdown');
    mkdirSync(join(cwd, 'logs/hostile'));
    const attack = '<img src=x onerror="window.hacked=1"><script>window.hacked=2</script>';
    const text = readFileSync(join(logs, name), 'utf8');
    writeFileSync(
      log,
      `${text.replaceAll(textOf(plain), `${attack}${textOf(plain)}`)}\n> 23:59:00  ${attack}\n\n${attack}\n`,
    );
    const { address } = await served([log], cwd);
    const { page, wrong } = await open(browser, address);
    await page.focus(`#m${plain}`);
    await select(page, plain, attack);
    await page.click('#do-heading');
    await page.waitForSelector('#fields li.edited');
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('img, #messages script').count()).toBe(0);
    expect(await page.locator('#messages > li').last().textContent()).toContain(attack);
    expect(wrong).toEqual([]);
  });

  it('speaks English to others, and is dark where the system is', async () => {
    const cwd = work();
    const { address } = await served([join('logs', name)], cwd);
    const background = 'getComputedStyle(document.body).backgroundColor';
    const light = await open(browser, address, { locale: 'en-GB', colorScheme: 'light' });
    expect(await light.page.locator('#do-save').textContent()).toBe('Save');
    const dark = await open(browser, address, { colorScheme: 'dark' });
    expect(await dark.page.locator('#do-save').textContent()).toBe('保存');
    expect(await dark.page.evaluate(background)).not.toBe(await light.page.evaluate(background));
  });

  it('ends when interrupted', async () => {
    const { process: child } = await served([join('logs', name)], work());
    const code = new Promise((done) => child.once('exit', done));
    child.kill('SIGINT');
    expect(await code).toBe(0);
  });
});
