import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/sqlite.js';
import { folder } from '../../cli/jianglu.js';
import { entry, section, talk } from '../notes.js';

/** In how many parts the index of pairs lies. */
function parts(file: string): number {
  const db = new Database(file, { readonly: true });
  const count = db.prepare('SELECT count(DISTINCT segid) FROM grams_idx').pluck().get() as number;
  db.close();
  return count;
}

const some = Array.from({ length: 30 }, (_, index) =>
  talk(`t${index}`, {
    sections: [section(`第${index}节`, `票据贴现，利率${index}`)],
    glossary: [entry('贴现', `第${index}种说法`)],
  }),
);

describe('an index that was written in many steps', () => {
  it('lies in few parts when its writer closes it, after removing, too', async () => {
    const file = join(folder(), 'notes.sqlite');
    const store = openStore(file, 'write');
    for (const one of some) await store.write([one], []);
    expect(parts(file)).toBeGreaterThan(20);
    await store.close();
    expect(parts(file)).toBeLessThan(8);
    const again = openStore(file, 'write');
    for (const { file: gone } of some.slice(0, 25)) await again.write([], [gone]);
    expect(parts(file)).toBeGreaterThan(20);
    await again.close();
    expect(parts(file)).toBeLessThan(8);
    const reader = openStore(file, 'read');
    expect([(await reader.size()).talks, await reader.check()]).toEqual([5, []]);
    await reader.close();
  });
});
