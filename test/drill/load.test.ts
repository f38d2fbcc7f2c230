import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const tool = fileURLToPath(new URL('../../tools/drill/load.mjs', import.meta.url));

/** The drill in small: that everything is answered. How fast, `npm run drill:load` measures on a machine of its own. */
it('load: every page and search of a generated store is answered', () => {
  const args = ['--talks', '120', '--rate', '60', '--seconds', '4', '--seed', '5'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8' });
  expect(stdout).toMatch(/^120 talks, \d{3,4} sections, written in /u);
  expect(stdout).toMatch(/load drill, seed 5: 0 failures\n$/u);
  expect([status, stderr]).toEqual([0, '']);
  for (const time of ['first', 'then'])
    expect(Number(new RegExp(`^${time}: (\\d+) requests`, 'mu').exec(stdout)?.[1])).toBeGreaterThan(60);
}, 120_000);
