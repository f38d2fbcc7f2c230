// A MediaWiki of one's own, as tools/mediawiki.sh makes it, for tests, drills and measurements, and what people do there.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';

const script = fileURLToPath(new URL('mediawiki.sh', import.meta.url));

/** MediaWiki as Debian packs it (tools/install-debian.sh), or the one named; undefined where there is none. */
export const installed = [
  process.env.JIANGLU_MEDIAWIKI ?? '',
  '/opt/jianglu-tests/usr/share/mediawiki',
  '/usr/share/mediawiki',
].find((path) => path !== '' && existsSync(join(path, 'includes/Defines.php')));

/** The accounts that tools/mediawiki.sh makes. */
const password = 'only-for-tests-on-this-machine';
export const accounts = {
  bot: { user: '讲录机器人@jianglu', password: '0123456789abcdefghijklmnopqrstuv' },
  person: { user: '编辑甲', password },
  admin: { user: 'Admin', password },
};

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const defaults = { format: 'json', formatversion: '2', errorformat: 'plaintext', utf8: '1' };

/** Asks the API with the cookies of an earlier answer; gives those of this one on top. */
async function post(url, parameters, cookies) {
  const answer = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ ...defaults, ...parameters }),
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  for (const line of answer.headers.getSetCookie()) {
    const [, name, value] = /^([^=;]+)=([^;]*)/u.exec(line);
    cookies.set(name, value);
  }
  return answer.json();
}

const tokenOf = async (url, type, cookies) =>
  (await post(url, { action: 'query', meta: 'tokens', type }, cookies)).query.tokens[`${type}token`];

/** Logs in as a browser does, not through our client. */
async function session(url, who) {
  const cookies = new Map();
  const logintoken = await tokenOf(url, 'login', cookies);
  const { user: username, password } = accounts[who];
  const parameters = { username, password, logintoken, loginreturnurl: url };
  const { clientlogin } = await post(url, { action: 'clientlogin', ...parameters }, cookies);
  if (clientlogin?.status !== 'PASS') throw new Error(`no login: ${JSON.stringify(clientlogin)}`);
  return cookies;
}

/** Starts a wiki in a temporary folder; takes about ten seconds. `language`: of its content. */
export async function startWiki(language = 'zh-cn') {
  const folder = mkdtempSync(join(tmpdir(), 'jianglu-wiki-'));
  const port = await freePort();
  const child = spawn(script, [folder, String(port), language], { detached: true, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  /** Ends the server and its workers. */
  const end = () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGTERM');
  };
  process.once('exit', end);
  const stop = async () => {
    end();
    await ended;
    process.off('exit', end);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}/api.php`;
  const [data, images] = ['data', 'images'].map((name) => join(folder, name));
  const sessions = new Map();
  const ask = (parameters) => post(url, parameters, new Map());
  /** What stands in the wiki now, put aside under a name. */
  const keep = (name) => {
    for (const part of [data, images]) {
      rmSync(`${part}-${name}`, { recursive: true, force: true });
      cpSync(part, `${part}-${name}`, { recursive: true });
    }
  };
  const wiki = {
    ...{ url, folder, accounts, ask, keep, stop },
    async as(who, parameters) {
      const cookies = sessions.get(who) ?? (await session(url, who));
      sessions.set(who, cookies);
      return post(url, { ...parameters, token: await tokenOf(url, 'csrf', cookies) }, cookies);
    },
    forgetSessions() {
      const cache = new Database(join(data, 'wikicache.sqlite'));
      cache.exec('DELETE FROM objectcache');
      cache.close();
      sessions.clear();
    },
    /** Makes the wiki what `keep` put aside; what it was at first without a name. Takes no time. */
    reset(name = 'first') {
      cpSync(`${data}-${name}`, data, { recursive: true });
      rmSync(images, { recursive: true, force: true });
      cpSync(`${images}-${name}`, images, { recursive: true });
      sessions.clear();
    },
  };
  for (let tries = 0; tries < 240; tries++) {
    if (child.exitCode !== null) {
      const log = readFileSync(join(folder, 'setup.log'), 'utf8').slice(-2000);
      await stop();
      throw new Error(`no wiki: ${log}`);
    }
    const up = await ask({ action: 'query', meta: 'siteinfo' }).catch(() => undefined);
    if (up?.query) {
      keep('first');
      return wiki;
    }
    await pause(250);
  }
  await stop();
  throw new Error('no wiki within a minute');
}

/** Counts requests, by what they ask for, until the function that it gives is called, which gives the counts. */
export function counted() {
  const counts = {};
  const real = globalThis.fetch;
  globalThis.fetch = (address, init) => {
    const asked = new URLSearchParams(String(init?.body));
    const what = ['action', 'meta', 'list', 'prop'].map((name) => asked.get(name)).filter((one) => one);
    counts[what.join(' ')] = (counts[what.join(' ')] ?? 0) + 1;
    return real(address, init);
  };
  return () => {
    globalThis.fetch = real;
    return counts;
  };
}

/** How many requests were counted. */
export const sumOf = (counts) => Object.values(counts).reduce((sum, times) => sum + times, 0);

/** How many of them write. */
export const writesIn = (counts) =>
  sumOf(Object.fromEntries(Object.entries(counts).filter(([what]) => /^(?:edit|move|upload)/u.test(what))));
