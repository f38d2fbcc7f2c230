import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';

const script = fileURLToPath(new URL('../../../tools/mediawiki.sh', import.meta.url));

/** MediaWiki as Debian packs it (tools/install-debian.sh), or the one named. */
export const installed = [
  process.env.JIANGLU_MEDIAWIKI ?? '',
  '/opt/jianglu-tests/usr/share/mediawiki',
  '/usr/share/mediawiki',
].find((path) => path !== '' && existsSync(join(path, 'includes/Defines.php')));

if (!installed)
  console.warn(
    'No MediaWiki: publishing to one is not tested. Run tools/install-debian.sh, or set JIANGLU_MEDIAWIKI.',
  );

/** The accounts that tools/mediawiki.sh makes. */
const password = 'only-for-tests-on-this-machine';
const accounts = {
  bot: { user: '讲录机器人@jianglu', password: '0123456789abcdefghijklmnopqrstuv' },
  person: { user: '编辑甲', password },
  admin: { user: 'Admin', password },
};

/** What the API answers, as far as nobody looks at it more closely. */
// biome-ignore lint/suspicious/noExplicitAny: tests look at the parts they want
export type Answer = any;

/** A wiki of one's own, until `stop` is called. */
export interface Wiki {
  /** Of api.php. */
  url: string;
  /** Where its files lie; a file `readonly` in it closes the wiki, one `slow` allows an edit a minute. */
  folder: string;
  accounts: typeof accounts;
  /** What nobody logged in may ask. */
  ask(parameters: Record<string, string>): Promise<Answer>;
  /** What a person in a browser does, not through our client: the answer of the API to an action that needs a token. */
  as(who: 'person' | 'admin', parameters: Record<string, string>): Promise<Answer>;
  /** A wikitext as it would stand after it was saved: HTML, and the titles of what it links to, embeds and belongs to. */
  parse(text: string): Promise<{ html: string; links: string[]; others: string[] }>;
  /** Logs everybody out. */
  forgetSessions(): void;
  /** Makes the wiki as it was at first; takes no time. */
  reset(): void;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const defaults = { format: 'json', formatversion: '2', errorformat: 'plaintext', utf8: '1' };

/** Asks the API with the cookies of an earlier answer; gives those of this one on top. */
async function post(
  url: string,
  parameters: Record<string, string>,
  cookies: Map<string, string>,
): Promise<Answer> {
  const answer = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ ...defaults, ...parameters }),
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  for (const line of answer.headers.getSetCookie()) {
    const [, name, value] = /^([^=;]+)=([^;]*)/u.exec(line)!;
    cookies.set(name!, value!);
  }
  return answer.json();
}

const tokenOf = async (url: string, type: string, cookies: Map<string, string>): Promise<string> =>
  (await post(url, { action: 'query', meta: 'tokens', type }, cookies)).query.tokens[`${type}token`];

async function session(url: string, who: 'person' | 'admin'): Promise<Map<string, string>> {
  const cookies = new Map<string, string>();
  const logintoken = await tokenOf(url, 'login', cookies);
  const { user: username, password } = accounts[who];
  const { clientlogin } = await post(
    url,
    { action: 'clientlogin', username, password, logintoken, loginreturnurl: url },
    cookies,
  );
  if (clientlogin?.status !== 'PASS') throw new Error(`no login: ${JSON.stringify(clientlogin)}`);
  return cookies;
}

/** Starts a MediaWiki in a temporary folder; takes about ten seconds. `language`: of its content. */
export async function startWiki(language = 'zh-cn'): Promise<Wiki> {
  const folder = mkdtempSync(join(tmpdir(), 'jianglu-wiki-'));
  const port = await freePort();
  const child = spawn(script, [folder, String(port), language], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  /** Ends the server and its workers. */
  const end = () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGTERM');
  };
  process.once('exit', end);
  const stop = async () => {
    end();
    await ended;
    process.off('exit', end);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}/api.php`;
  const sessions = new Map<string, Map<string, string>>();
  const ask = (parameters: Record<string, string>) => post(url, parameters, new Map());
  const wiki: Wiki = {
    url,
    folder,
    accounts,
    ask,
    async as(who, parameters) {
      const cookies = sessions.get(who) ?? (await session(url, who));
      sessions.set(who, cookies);
      return post(url, { ...parameters, token: await tokenOf(url, 'csrf', cookies) }, cookies);
    },
    async parse(text) {
      const prop = 'text|links|templates|categories|images|iwlinks|langlinks|externallinks';
      const parameters = { action: 'parse', pst: '1', contentmodel: 'wikitext', title: '试验', prop, text };
      const plain = { disablelimitreport: '1', disableeditsection: '1', disabletoc: '1', variant: 'zh' };
      const answer = await ask({ ...parameters, ...plain });
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      const { links, templates, categories, images, iwlinks, langlinks, externallinks } = answer.parse;
      const titles = (list: Answer[]): string[] => list.map(({ title, category }) => title ?? category);
      const others = [
        ...titles(templates),
        ...titles(categories),
        ...images,
        ...titles(iwlinks),
        ...titles(langlinks),
      ];
      return { html: answer.parse.text, links: titles(links), others: [...others, ...externallinks] };
    },
    forgetSessions() {
      const cache = new Database(join(folder, 'data/wikicache.sqlite'));
      cache.exec('DELETE FROM objectcache');
      cache.close();
      sessions.clear();
    },
    reset() {
      cpSync(join(folder, 'first'), join(folder, 'data'), { recursive: true });
      sessions.clear();
    },
    stop,
  };
  for (let tries = 0; tries < 240; tries++) {
    if (child.exitCode !== null) {
      const log = readFileSync(join(folder, 'setup.log'), 'utf8').slice(-2000);
      await stop();
      throw new Error(`no wiki: ${log}`);
    }
    const up = await ask({ action: 'query', meta: 'siteinfo' }).catch(() => undefined);
    if (up?.query) {
      cpSync(join(folder, 'data'), join(folder, 'first'), { recursive: true });
      return wiki;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await stop();
  throw new Error('no wiki within a minute');
}
