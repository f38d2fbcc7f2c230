// Makes the pictures of docs/images from our own example data: npm run screenshots -- [--out docs/images]
//
// Extracts the example log and those written for the tests, brings the notes into an index, serves it, and takes pictures
// of search, a talk, the glossary and the timeline in Chromium (JIANGLU_CHROMIUM names another than Debian's).
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const place = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { values } = parseArgs({ options: { out: { type: 'string', default: place('docs/images') } } });
const command = place('dist/cli/main.js');
const logs = [place('examples/logs'), place('test/fixtures/logs')];
const folder = mkdtempSync(join(tmpdir(), 'jianglu-screenshots-'));

/** The pictures: where, how, and what is done before. */
const pictures = [
  {
    name: 'search',
    path: '',
    act: async (page) => {
      await page.keyboard.type('风险 -洗钱', { delay: 20 });
      await page.locator('.hit mark').first().waitFor();
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'talk',
    path: 'talks?group=payclub&until=2024-03-16',
    height: 600,
    act: async (page) => {
      await page.locator('.card a').first().click();
      await page.locator('.prose section section a.ref').nth(1).click();
      await page.waitForTimeout(1200);
    },
  },
  { name: 'glossary', path: 'glossary', dark: true },
  { name: 'timeline', path: 'timeline' },
];

function run(...args) {
  const { status, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`jianglu ${args[0]}: ${stderr}`);
}

async function served() {
  const args = [command, 'serve', '--port', '0', '--logs', ...logs];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const address of createInterface({ input: child.stdout })) return { address, child };
  throw new Error('the page did not start');
}

async function take(browser, address, { name, path, act, dark, height = 720 }) {
  const context = await browser.newContext({
    locale: 'zh-CN',
    colorScheme: dark ? 'dark' : 'light',
    viewport: { width: 1320, height },
  });
  const page = await context.newPage();
  await page.goto(address + path);
  await act?.(page);
  const file = join(values.out, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  await context.close();
  console.log(`${file} ${Math.round(statSync(file).size / 1024)} KB`);
}

mkdirSync(values.out, { recursive: true });
try {
  run('extract', ...logs, '--out', 'output');
  run('index', 'output');
  const { address, child } = await served();
  const browser = await chromium.launch({
    executablePath: process.env.JIANGLU_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-lcd-text', '--font-render-hinting=none'],
  });
  for (const picture of pictures) await take(browser, address, picture);
  await browser.close();
  child.kill();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
