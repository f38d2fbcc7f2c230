import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { command } from '../cli/jianglu.js';
import { type Held, storeWith } from './site.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The built command that serves a store. */
export interface Served {
  address: string;
  process: ChildProcess;
  /** Ends it; gives its exit code and what it said of errors. */
  end(): Promise<{ code: number | null; err: string }>;
}

/** Runs `jianglu serve` over notes, as a shell would. */
export async function serving(held: readonly Held[], args: readonly string[]): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'jianglu-serve-'));
  const file = await storeWith(held, folder);
  const child = spawn(process.execPath, [command, 'serve', '--store', file, '--port', '0', ...args], {
    cwd: folder,
  });
  let err = '';
  child.stderr.on('data', (data) => {
    err += data;
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const end = async () => {
    child.kill('SIGTERM');
    const code = await ended;
    rmSync(folder, { recursive: true, force: true });
    return { code, err };
  };
  for await (const address of createInterface({ input: child.stdout }))
    return { address, process: child, end };
  await end();
  throw new Error(`no address: ${err}`);
}

/** A page in a context of its own, and what went wrong in it: errors, dialogs, and requests to others. */
export async function pageAt(browser: Browser, address: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) wrong.push(request.url());
  });
  return { page, wrong, context };
}

/** What axe finds against a page, a line each; without `asking` it asks for no style sheet, which a policy may forbid it. */
export async function faultsOf(page: Page, { asking = true } = {}): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate(`axe.run({ preload: ${asking} })`)) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}
