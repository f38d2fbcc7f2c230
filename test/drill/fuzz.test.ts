import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
// @ts-expect-error tools are plain JavaScript
import { inputOf } from '../../tools/drill/fuzz/input.mjs';

const script = fileURLToPath(new URL('../../tools/drill/fuzz.mjs', import.meta.url));
const plant = fileURLToPath(new URL('faulty.mjs', import.meta.url));

function drill(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 26,
  });
  return { status, stderr, result: JSON.parse(stdout || '{}') };
}

describe('刁难的记录', () => {
  it('同一个种子、同一个号，总是同一份', () => {
    const one = inputOf('s', 7);
    expect(inputOf('s', 7)).toEqual(one);
    expect(inputOf('s', 8).bytes).not.toEqual(one.bytes);
    expect(inputOf('t', 7).bytes).not.toEqual(one.bytes);
  });

  it('一万份：不崩，不卡，份份合乎约定、核对得上', { timeout: 1_500_000 }, () => {
    const { status, stderr, result } = drill(['--count', '10000', '--seed', 'ci']);
    expect(
      stderr
        .split('\n')
        .filter((line) => line.startsWith('seed '))
        .slice(0, 5),
    ).toEqual([]);
    expect(result).toMatchObject({ inputs: 10_000, failed: 0 });
    expect(result.withNote).toBeGreaterThan(1 / 3);
    expect(status).toBe(0);
  });

  it.each([
    ['crash', 'crash'],
    ['span', 'verify'],
    ['schema', 'crash'],
    ['hang', 'hang'],
    ['died', 'died'],
  ])('故意弄坏（%s）就查得出来', { timeout: 120_000 }, (fault, sort) => {
    const kept = mkdtempSync(join(tmpdir(), 'jianglu-'));
    onTestFinished(() => rmSync(kept, { recursive: true, force: true }));
    const count = fault === 'span' ? '20' : '2';
    const { status, result } = drill(
      [
        '--count',
        count,
        '--seed',
        'ci',
        '--jobs',
        '1',
        '--keep',
        kept,
        '--plant',
        plant,
        ...(fault === 'hang' ? ['--hang', '1500'] : []),
      ],
      { JIANGLU_FAULT: fault },
    );
    expect(status).toBe(1);
    expect(result.faults[sort]).toBeGreaterThan(0);
    expect(result.inputs).toBe(Number(count));
    const [log] = readdirSync(kept).filter((name) => name.endsWith('.log'));
    const number = Number(/-(\d+)\.log$/u.exec(log!)![1]);
    expect(readFileSync(join(kept, log!))).toEqual(Buffer.from(inputOf('ci', number).bytes));
  });
});
