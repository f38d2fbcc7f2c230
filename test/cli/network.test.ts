import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folder, logs } from './jianglu.js';

/*
 * `extract` opens no network connection: neither from JavaScript, nor from a compiled part, whose system calls only a
 * tracer sees. Each watch is tried on a script that does open one.
 */

const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const closed = new URL('./no-network.mjs', import.meta.url).href;
const env = { ...process.env, JIANGLU_KEY: 'a key of the tests, 32 bytes long' };
const traced = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;

/** Logs of one talk to extract, and arguments that make as much as possible run: workers, both formats, pseudonyms, discussions. */
function work() {
  const cwd = folder();
  for (const day of ['07-15', '07-16']) {
    const file = `riskroom/2024-${day}-chat.markdown`;
    cpSync(join(logs, file), join(cwd, 'logs', file));
  }
  writeFileSync(
    join(cwd, 'planted.mjs'),
    "import net from 'node:net'; net.connect(9, '127.0.0.1').on('error', () => {});",
  );
  writeFileSync(join(cwd, 'asked.mjs'), "fetch('http://127.0.0.1:40001/').catch(() => {});");
  writeFileSync(
    join(cwd, 'sent.mjs'),
    "import dgram from 'node:dgram'; const s = dgram.createSocket('udp6'); s.bind(() => s.close());",
  );
  const args = [command, 'extract', 'logs', '--jobs', '2', '--keep-speaker', '--discussions'];
  return { cwd, args };
}

describe('extract, watched from inside', () => {
  const inside = (cwd: string, args: string[]) =>
    spawnSync(process.execPath, ['--import', closed, ...args], { cwd, env, encoding: 'utf8' });

  it('reaches for no network', () => {
    const { cwd, args } = work();
    expect(inside(cwd, args)).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('logs read'),
    });
  });

  it.each(['planted', 'asked', 'sent'])('where a script that does is caught: %s', (script) => {
    const { cwd } = work();
    expect(inside(cwd, [`${script}.mjs`])).toMatchObject({
      status: 97,
      stderr: expect.stringContaining('network: '),
    });
  });
});

describe.skipIf(!traced)(
  'extract, traced by strace (skipped without: tools/install-debian.sh installs it)',
  () => {
    /** Calls for internet sockets, of the process, its threads and its children. */
    function sockets(cwd: string, args: string[]): { status: number | null; calls: string[] } {
      const to = join(cwd, 'trace');
      const options = ['-f', '-qq', '-e', 'trace=network', '-o', to];
      const { status } = spawnSync('strace', [...options, process.execPath, ...args], { cwd, env });
      const lines = readFileSync(to, 'utf8').split('\n');
      return { status, calls: lines.filter((line) => /AF_INET6?\b|AF_PACKET|sin6?_port/u.test(line)) };
    }

    it('opens no internet socket', () => {
      const { cwd, args } = work();
      expect(sockets(cwd, args)).toEqual({ status: 0, calls: [] });
    });

    it.each(['planted', 'asked', 'sent'])('where a script that does is caught: %s', (script) => {
      const { cwd } = work();
      expect(sockets(cwd, [`${script}.mjs`]).calls.length).toBeGreaterThan(0);
    });
  },
);
