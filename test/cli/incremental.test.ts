import { appendFileSync, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesIn, folder, jianglu, logs } from './jianglu.js';

/** Two days of one talk, a talk that was given twice in two groups, and a day of its own. */
const files = [
  'riskroom/2024-07-15',
  'riskroom/2024-07-16',
  'payclub/2024-07-22',
  'techroom/2024-07-22',
  'payclub/2024-04-02',
].map((path) => `${path}-chat.markdown`);

/** What happens to a folder of logs between two runs. */
type Change = { file: string; what: 'come' | 'go' | 'grow' };

function happen(folder: string, { file, what }: Change): void {
  const path = join(folder, file);
  mkdirSync(join(path, '..'), { recursive: true });
  if (what === 'go') rmSync(path, { force: true });
  else cpSync(join(logs, file), path);
  if (what === 'grow') appendFileSync(path, '\n\n> 23:59:58  半夏\n\n晚安\n');
}

const change = fc.record<Change>({
  file: fc.constantFrom(...files),
  what: fc.constantFrom('come', 'come', 'go', 'grow'),
});

const there = (cwd: string) =>
  readdirSync(cwd, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith('.markdown'));

describe('a folder of logs that changes from run to run', () => {
  it('ends with the bytes of a run that saw only its last state', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        (rounds) => {
          const cwd = folder();
          mkdirSync(join(cwd, 'logs'));
          for (const file of files) happen(join(cwd, 'logs'), { file, what: 'come' });
          for (const round of [[], ...rounds]) {
            for (const one of round) happen(join(cwd, 'logs'), one);
            jianglu(['extract', 'logs', '--out', 'out', '--prune'], { cwd });
          }
          if (!there(join(cwd, 'logs'))) return;
          jianglu(['extract', 'logs', '--out', 'fresh'], { cwd });
          expect(filesIn(join(cwd, 'out'))).toEqual(filesIn(join(cwd, 'fresh')));
          expect(jianglu(['verify', 'out', '--logs', 'logs'], { cwd })).toMatchObject({ code: 0, err: '' });
        },
      ),
      { numRuns: 4, seed: 20241124 },
    );
  });
});
