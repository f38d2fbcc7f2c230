import { describe, expect, it } from 'vitest';
import { nameKey } from '../../../src/language/grams.js';
import type { Store } from '../../../src/store/store.js';
import type { Open } from '../contract.js';
import { entry, idOf, section, talk, taxonomy } from '../notes.js';

const speaker = (name: string) => ({ speakers: [{ name, aliases: [] }] });
const text = 'Settlement by paypal支付, then settlement again; PayPal or payroll, wechat.';
const talks = [
  talk('a', { title: '信用卡清分', ...speaker('辛夷'), sections: [section('Settlement', text)] }),
  talk('b', {
    title: '',
    ...speaker('辛夷'),
    sections: [section('清分', 'paypal')],
    glossary: [entry('清分', '分账')],
  }),
];

async function filled(open: Open): Promise<Store> {
  const store = await open();
  await store.setTaxonomy(taxonomy, '1');
  await store.write(talks, []);
  return store;
}

/** Names that are typed in part or wrongly. */
export const names = (open: Open) =>
  describe('names', () => {
    it.each<[string, string[]]>([
      ['信用', ['信用证 letter-of-credit', '信用风险 credit-risk', `信用卡清分 ${idOf('a')}`]],
      ['xinyongz', ['信用证 letter-of-credit']],
      ['xin yong z', ['信用证 letter-of-credit']],
      ['xyfx', ['信用风险 credit-risk']],
      ['lc', ['LC letter-of-credit (信用证)']],
      ['letter o', ['letter of credit letter-of-credit (信用证)']],
      ['qingf', ['清分 term:清分']],
      ['xinyi', ['辛夷 辛夷']],
      ['辛', ['辛夷 辛夷']],
      ['', []],
      ['%', []],
      ['火星', []],
    ])('suggests for %s', async (typed, expected) => {
      const found = await (await filled(open)).suggest(typed, 9);
      const shown = found.map(
        ({ text, id, label }) => `${text} ${id}${label === undefined ? '' : ` (${label})`}`,
      );
      expect(shown.sort()).toEqual([...expected].sort());
    });

    it('suggests what begins so before what only sounds so, and no more than asked for', async () => {
      const store = await filled(open);
      await store.write([talk('c', { title: 'xyfx' })], []);
      expect((await store.suggest('xyfx', 9)).map(({ text }) => text)).toEqual(['xyfx', '信用风险']);
      expect(await store.suggest('x', 2)).toHaveLength(2);
    });

    it('forgets names that nothing bears any more', async () => {
      const store = await filled(open);
      await store.write([], ['a']);
      expect((await store.suggest('辛', 9)).map(({ id }) => id)).toEqual(['辛夷']);
      await store.write([], ['b']);
      expect([...(await store.suggest('辛', 9)), ...(await store.suggest('清', 9))]).toEqual([]);
    });

    it.each([
      ['信用证', ['letter-of-credit']],
      ['letter of credit', ['letter-of-credit']],
      ['违约风险', ['credit-risk']],
      ['清分', ['term:清分']],
      ['信用', []],
    ])('knows who bears the name %s', async (name, keys) => {
      expect((await (await filled(open)).named([nameKey(name)])).map(({ concept }) => concept)).toEqual(keys);
    });

    it.each([
      ['setlement', ['settlement']],
      ['settlemnet', ['settlement']],
      ['paypel', ['paypal']],
      ['paypall', ['paypal']],
      ['apypal', ['paypal']],
      ['paypal', []],
      ['pypl', []],
      ['wehcat', ['wechat']],
      ["w'; --", []],
      ['', []],
    ])('one slip: %s', async (typed, words) => {
      expect(await (await filled(open)).alike(typed)).toEqual(words);
    });

    it('offers the most frequent word first, and forgets those that are gone', async () => {
      const store = await open();
      const say = (file: string, words: string) => talk(file, { sections: [section('', words)] });
      await store.write([say('a', 'clearing'), say('b', 'cleaning'), say('c', 'cleaning')], []);
      expect(await store.alike('clearing')).toEqual(['cleaning']);
      expect(await store.alike('cleasing')).toEqual(['cleaning', 'clearing']);
      await store.write([say('b', 'x')], ['a']);
      expect(await store.alike('cleasing')).toEqual(['cleaning']);
    });

    it('lists speakers by talks, topics by month', async () => {
      const store = await open();
      const topics = ['支付', '清算'].map((label) => ({
        ...{ id: `text:${label}`, label, aliases: [], score: 0.5, origin: 'text' as const, evidence: [] },
      }));
      await store.write(
        [
          talk('a', { ...speaker('辛夷'), topics: topics.slice(0, 1), date: '2024-03-15' }),
          talk('b', { ...speaker('辛夷'), topics, date: '2024-03-20' }),
          talk('c', { ...speaker('木棉'), topics: topics.slice(0, 1), date: '2024-05-01' }),
        ],
        [],
      );
      expect(await store.speakers()).toEqual([
        { name: '辛夷', talks: 2, last: '2024-03-20' },
        { name: '木棉', talks: 1, last: '2024-05-01' },
      ]);
      const months = [
        { month: '2024-03', talks: 2 },
        { month: '2024-05', talks: 1 },
      ];
      expect(await store.topics()).toEqual([{ id: 'text:支付', label: '支付', talks: 3, months }]);
    });
  });
