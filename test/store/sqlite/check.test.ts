import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/sqlite.js';
import { folder } from '../../cli/jianglu.js';
import { entry, idOf, section, talk, taxonomy } from '../notes.js';

const talks = [
  talk('a', { sections: [section('票据', '贴现 paypal')], glossary: [entry('敞口', '没有对冲的部分')] }),
  talk('b', { title: '清算' }),
];

async function faultsAfter(...statements: string[]): Promise<string[]> {
  const file = join(folder(), 'notes.sqlite');
  const store = openStore(file, 'write');
  await store.setTaxonomy(taxonomy, '1');
  await store.write(talks, []);
  const db = new Database(file);
  for (const one of statements) db.exec(one);
  db.close();
  const faults = await store.check();
  await store.close();
  return faults.map(({ code, about }) => `${code} ${about}`);
}

/** The number of the section. */
const number = "(SELECT number FROM entries WHERE pointer = '/sections/0')";

describe('what check finds', () => {
  it.each<[string, string[], string[]]>([
    ['nothing', [], []],
    [
      'a talk without an entry',
      [`DELETE FROM entries WHERE number = ${number}`],
      ['entry-stray 2', `entry-missing ${idOf('a')}`],
    ],
    [
      'an entry without its talk',
      ['PRAGMA foreign_keys = OFF', "DELETE FROM talks WHERE id LIKE 'b-%'"],
      ['file-damaged notes'],
    ],
    ['an entry of nobody', ['INSERT INTO entries VALUES (99, 2, 77, NULL, 0, NULL)'], ['entry-stray 99']],
    [
      'a concept that nobody knows',
      ["UPDATE concepts SET label = 'x' WHERE key = 'risk'"],
      ['concept-stale risk'],
    ],
    ['a lost synonym', ["DELETE FROM names WHERE text = 'LC'"], ['concept-stale letter-of-credit']],
    [
      'a definition without its concept',
      ["DELETE FROM concepts WHERE key = 'term:敞口'"],
      ['concept-stale term:敞口'],
    ],
    [
      'a text that the index does not hold',
      [`DELETE FROM grams WHERE rowid = ${number}`],
      ['text-unindexed 2'],
    ],
    ['characters', [`DELETE FROM characters WHERE rowid = ${number}`], ['text-unindexed 2']],
    ['sounds', [`DELETE FROM sounds WHERE rowid = ${number}`], ['text-unindexed 2']],
    ['a word that nobody wrote', ["INSERT INTO words VALUES ('paypall', 1)"], ['text-unindexed paypall']],
    [
      'another order of words',
      [
        `DELETE FROM grams WHERE rowid = ${number}`,
        `INSERT INTO grams (rowid, heading, body) VALUES (${number}, '票据', 'paypal 贴现')`,
      ],
      ['text-unindexed 2'],
    ],
    [
      'a note that is none',
      [`UPDATE notes SET note = x'00'`],
      [`note-invalid ${idOf('a')}`, `note-invalid ${idOf('b')}`],
    ],
    ['a count that is wrong', ["UPDATE totals SET value = 5 WHERE name = 'talks'"], ['file-damaged totals']],
  ])('%s', async (_, statements, faults) => {
    const found = await faultsAfter(...statements);
    for (const one of faults) expect(found).toContain(one);
    if (!faults.length) expect(found).toEqual([]);
  });
});
