import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const tool = (name: string) => fileURLToPath(new URL(`../../tools/drill/${name}.mjs`, import.meta.url));
const logs = fileURLToPath(new URL('../fixtures/logs/riskroom', import.meta.url));

/** The drills in small, by a fixed seed; in full they run by `npm run drill:NAME`. */
describe('drills', () => {
  it.each([
    ['kill', ['--count', '5', '--seed', '3'], /^kill drill, seed 3: 5 runs, [2-5] killed, 0 failures\n$/u],
    ['faults', ['--count', '6', '--seed', '5'], /^fault drill, seed 5: \d+ faults, 0 failures\n$/u],
  ])(
    '%s',
    (name, args, expected) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [tool(name), ...args, '--logs', logs], {
        encoding: 'utf8',
      });
      expect(stdout).toMatch(expected);
      expect([status, stderr]).toEqual([0, '']);
    },
    300_000,
  );

  it('index: a store that is killed is whole, and the next run finishes it', () => {
    const args = ['--count', '3', '--seed', '3', '--notes', '210', '--sections', '1'];
    const { status, stdout, stderr } = spawnSync(process.execPath, [tool('index'), ...args], {
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^index drill, seed 3: \d+ runs, 3 killed, 0 failures\n$/u);
    expect([status, stderr]).toEqual([0, '']);
  }, 300_000);

  it('publish: no word of people is lost, and the next run ends as if nothing had been', () => {
    const args = ['--count', '4', '--seed', '3', '--notes', '12'];
    const { status, stdout, stderr } = spawnSync(process.execPath, [tool('publish'), ...args], {
      encoding: 'utf8',
    });
    expect(stdout).toMatch(
      /^publish drill of git, seed 3: \d+ pages, \d+ edited; \d+ runs, 4 killed, 0 failures, \d+ s\n$/u,
    );
    expect([status, stderr]).toEqual([0, '']);
  }, 300_000);

  it('a history: every message accounted for, days as in logs of their own, memory that does not grow', () => {
    const args = ['--mb', '4.3,8.6', '--every', '64', '--sample', '1', '--seed', '7'];
    const { status, stdout, stderr } = spawnSync(process.execPath, [tool('history'), ...args], {
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/history drill, seed 7: 2 logs, 0 failures\n$/u);
    expect([status, stderr]).toEqual([0, '']);
  }, 300_000);
});
