// A MediaWiki for the measurement, as tools/mediawiki.sh makes it, with bare edits beside what is measured.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../tools/mediawiki.sh', import.meta.url));
const { wikiClient } = await import('../dist/publish/mediawiki/client.js');

/** The bot that the script makes. */
const bot = { user: '讲录机器人@jianglu', password: '0123456789abcdefghijklmnopqrstuv' };

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Starts a wiki; takes some ten seconds. */
export async function startWiki() {
  const folder = mkdtempSync(join(tmpdir(), 'jianglu-wiki-'));
  const port = await freePort();
  const child = spawn(script, [folder, String(port), 'zh-cn'], { detached: true, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}/api.php`;
  const [data, first] = ['data', 'first'].map((name) => join(folder, name));
  const isUp = async () => (await fetch(`${url}?action=query&format=json`).catch(() => undefined))?.ok;
  for (let tries = 0; !(await isUp()); tries++) {
    if (tries > 240) throw new Error('no wiki within a minute');
    await pause(250);
  }
  cpSync(data, first, { recursive: true });
  const client = () => wikiClient({ url, credentials: bot });
  return {
    url,
    bot,
    /** Makes the wiki as it was at first. */
    reset: () => cpSync(first, data, { recursive: true }),
    /** Creates pages one after the other, with nothing else. */
    async editAll(pages) {
      const own = client();
      await own.site();
      for (const [title, text] of pages) {
        const { kind } = await own.edit({ title, text, summary: 'bench', base: 'new', bot: true });
        if (kind !== 'saved') throw new Error(`${title}: ${kind}`);
      }
    },
    /** The texts of pages. */
    async texts(titles) {
      const found = await client().read(titles);
      return titles.map((title) => [title, found.get(title).text]);
    },
    async stop() {
      process.kill(-child.pid, 'SIGTERM');
      await pause(500);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
