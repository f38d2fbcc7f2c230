import { describe, expect, it } from 'vitest';
import { keep, takeKept } from '../../src/run/kept.js';
import type { Config } from '../../src/schema/config.js';
import type { Transcript } from '../../src/transcript.js';

/** A log of a day by its speakers and who else writes in it. */
const log = (date: string, speakers: string[], senders: string[], messages = 3) => ({
  file: `logs/${date}.md`,
  day: { date, speakers, senders: [...speakers, ...senders] },
  tree: {
    children: Array.from({ length: messages }, () => ({})),
    source: { sha256: 'a1' },
  } as unknown as Transcript,
});

/** Which of the logs are still there when all were read. */
function kept(logs: ReturnType<typeof log>[], config: Config = {}): string[] {
  for (const one of logs) keep(one, config);
  return logs.map(({ file }) => file).filter((file) => takeKept(file, 'a1', config));
}

describe('transcripts that are kept for a second look', () => {
  it.each([
    [
      'the days that a speaker goes on',
      [log('2024-03-01', ['芦苇'], []), log('2024-03-02', [], ['芦苇']), log('2024-03-03', [], ['半夏'])],
      ['logs/2024-03-01.md', 'logs/2024-03-02.md', 'logs/2024-03-03.md'],
    ],
    [
      'no day that stands alone, but the latest',
      [log('2024-03-01', ['芦苇'], []), log('2024-03-02', [], ['半夏']), log('2024-03-04', ['半夏'], [])],
      ['logs/2024-03-04.md'],
    ],
    [
      'nothing where it would be too much',
      [log('2024-03-01', ['芦苇'], [], 80_000), log('2024-03-02', [], ['芦苇'], 80_000)],
      [],
    ],
  ])('%s', (_case, logs, files) => expect(kept(logs)).toEqual(files));

  it('are the same after others were read', () => {
    const one = log('2024-03-01', ['芦苇'], []);
    const tree = structuredClone(one.tree);
    keep(one, {});
    keep(log('2024-03-02', [], ['芦苇']), {});
    one.tree.children.length = 0;
    expect(takeKept(one.file, 'a1', {})).toEqual(tree);
  });

  it('are given once, to who has the same bytes and configuration', () => {
    const config = { discussions: true };
    const one = log('2024-03-01', ['芦苇'], []);
    keep(one, config);
    expect(takeKept(one.file, 'a1', {})).toBeUndefined();
    expect(takeKept(one.file, 'b2', config)).toBeUndefined();
    expect(takeKept(one.file, 'a1', { ...config })).toBe(one.tree);
    expect(takeKept(one.file, 'a1', config)).toBeUndefined();
  });
});
