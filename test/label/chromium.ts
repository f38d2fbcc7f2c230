import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Chromium as Debian installs it (tools/install-debian.sh), or the one named. */
export const executable = [
  process.env.JIANGLU_CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== '' && existsSync(path));

/** Starts Chromium so that it touches nothing but the page. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executable,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** Runs `jianglu label`, as a shell would, until the test is done; gives the address that it prints. */
export async function served(
  args: string[],
  cwd: string,
): Promise<{ address: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [command, 'label', ...args, '--no-open'], { cwd });
  onTestFinished(() => void child.kill());
  let err = '';
  child.stderr.on('data', (data) => {
    err += data;
  });
  for await (const line of createInterface({ input: child.stdout })) return { address: line, process: child };
  throw new Error(`no address: ${err}`);
}

/** Opens the page; what goes wrong in it, and what it asks of others, is gathered. */
export async function open(browser: Browser, address: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) wrong.push(request.url());
  });
  await page.goto(address);
  await page.waitForSelector('#messages > li');
  return { page, wrong };
}

/** Selects a text within a message, as a mouse would. */
export async function select(page: Page, id: number, text: string): Promise<void> {
  await page.evaluate(
    `(() => {
      const node = document.querySelector('#m${id} .text').firstChild;
      const start = node.data.indexOf(${JSON.stringify(text)});
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + ${text.length});
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    })()`,
  );
}
