import { describe, expect, it } from 'vitest';
import { soundRow } from '../../../src/language/sound-row.js';
import type { Clause } from '../../../src/store/store.js';
import type { Open } from '../contract.js';
import { idOf, section, talk, taxonomy } from '../notes.js';
import { entriesOf, found, row } from './found.js';

const talks = [
  talk('a', { title: '国际信用证实务', sections: [section('开证', '申请人向银行申请开立 LC。')] }),
  talk('b', { title: '帳戶管理', sections: [section('信用', '看征信。'), section('风控', '反欺诈引擎。')] }),
  talk('c', { title: 'Payment rails', sections: [section('信 用', '证据链要完整 paypal支付')] }),
];

const any = (...all: Clause[]): Clause => ({ any: all });
const all = (...clauses: Clause[]): Clause => ({ all: clauses });

/** What clauses find. */
export const clauses = (open: Open) =>
  describe('clauses', () => {
    it.each<[string, Clause, string[]]>([
      ['two characters inside of a longer word', row('用证'), ['a#']],
      ['a word and longer ones that hold it', row('信用'), ['a#', 'b#/sections/0']],
      ['three characters are one row', row('信用证'), ['a#']],
      ['one character, anywhere', row('证'), ['a#', 'a#/sections/0', 'c#/sections/0']],
      ['one character, typed traditional', row('賬'), ['b#']],
      ['one character of a field', { row: ['证'], fields: ['body'] }, ['c#/sections/0']],
      ['traditional for simplified', row('賬戶'), ['b#']],
      ['full-width Latin', row('ＬＣ'), ['a#/sections/0']],
      ['a word by its beginning', { row: ['pay'], prefix: true }, ['c#', 'c#/sections/0']],
      ['words in their order', row('payment rails'), ['c#']],
      ['no words in another', row('rails payment'), []],
      ['a field', { row: ['信用'], fields: ['body', 'term'] }, []],
      ['two fields', { row: ['信用'], fields: ['heading', 'term'] }, ['a#', 'b#/sections/0']],
      ['all of some', all(row('银行'), row('申请')), ['a#/sections/0']],
      ['any of some', any(row('征信'), row('引擎')), ['b#/sections/0', 'b#/sections/1']],
      ['not', { clause: row('信用'), without: row('信用证') }, ['b#/sections/0']],
      ['a pair beside a character', all(row('信用'), row('国')), ['a#']],
      ['a pair or a character', any(row('征信'), row('户')), ['b#', 'b#/sections/0']],
      ['a pair without a character', { clause: row('信用'), without: row('国') }, ['b#/sections/0']],
      ['a character without a pair', { clause: row('信'), without: row('信用') }, ['c#/sections/0']],
      ['characters', all(row('证'), row('据')), ['c#/sections/0']],
      ['what is nowhere', all(row('信用'), row('火星')), []],
      [
        'a nested one',
        all(any(row('信用'), row('风控')), { clause: any(row('证'), row('反')), without: row('国') }),
        ['b#/sections/1'],
      ],
    ])('%s', async (_, clause, names) => {
      const store = await open();
      await store.write(talks, []);
      expect(await found(store, clause)).toEqual(names);
      expect(await found(store, clause, {}, { order: 'newest' })).toEqual(names);
      expect(await store.count({ clause, index: 'grams', filter: {} }, 99)).toBe(names.length);
    });

    it.each([
      ['"', "'", '*', '(', ')', 'a"b', 'OR', 'NEAR', '^', '-', '+', ':', '{body}', '\\'],
      ['\0', 'a\0b', '\ud83d', '\uffff', '%', '_', '', ' ', '信 用', '信'.repeat(9999)],
    ])('nothing of a token acts as syntax: %s %s %s …', async (...tokens) => {
      const store = await open();
      await store.write(talks, []);
      for (const token of tokens)
        for (const index of ['grams', 'sounds'] as const)
          for (const clause of [
            { row: [token] },
            { row: [token, '信用'], prefix: true },
            all(row('信用'), { row: [token] }),
          ])
            expect(await found(store, clause, {}, { index })).toEqual([]);
      const without: Clause = { clause: row('信用证'), without: { row: tokens } };
      expect(await found(store, without)).toEqual(['a#']);
    });

    it('ranks by the weights of fields', async () => {
      const store = await open();
      const same = { sections: [section('票据', '一二三四'), section('一二三四', '票据')] };
      await store.write([...talks, talk('d', { title: '', ...same })], []);
      const heading = { term: 0, heading: 8, definition: 0, body: 1 };
      const order = async (weights: typeof heading, word: string) =>
        (await entriesOf(store, row(word), {}, { weights })).map(({ pointer }) => pointer);
      for (const word of ['票据', '票']) {
        expect(await order(heading, word)).toEqual(['/sections/0', '/sections/1']);
        expect(await order({ ...heading, heading: 1, body: 8 }, word)).toEqual([
          '/sections/1',
          '/sections/0',
        ]);
      }
    });

    it('gives the newest first, and no more than asked for', async () => {
      const store = await open();
      for (const one of talks) await store.write([one], []);
      const newest = await entriesOf(store, row('证'), {}, { order: 'newest', limit: 2 });
      expect(newest.map(({ talk }) => talk)).toEqual([idOf('c'), idOf('a')]);
      expect(await store.count({ clause: row('证'), index: 'grams', filter: {} }, 2)).toBe(2);
    });

    it.each<[string, Clause, string[]]>([
      ['pinyin', { row: soundRow(['xin', 'yong', 'zheng']) }, ['a#', 'letter-of-credit']],
      ['one character that stands alone', { row: ['xin'] }, ['c#/sections/0']],
      ['no character within a word', { row: ['zhang'] }, []],
      ['initials', { row: ['k·z'] }, ['a#/sections/0']],
      ['a syllable that goes on', { row: ['guan·l'], prefix: true }, ['b#']],
      ['names of concepts alone', { row: ['x·y', 'y·z'], fields: ['term'] }, ['letter-of-credit']],
      ['no running text', { row: ['zheng·ju'] }, []],
    ])('sounds: %s', async (_, clause, names) => {
      const store = await open();
      await store.setTaxonomy(taxonomy, '1');
      await store.write(talks, []);
      expect(await found(store, clause, {}, { index: 'sounds' })).toEqual(names);
    });
  });
