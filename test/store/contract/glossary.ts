import { describe, expect, it } from 'vitest';
import type { KnownConcept } from '../../../src/store/record.js';
import type { Filter } from '../../../src/store/store.js';
import { span } from '../../note.js';
import type { Open } from '../contract.js';
import { entry, idOf, talk, taxonomy } from '../notes.js';
import { found, row } from './found.js';

const below = (id: string) => ({ broader: { id, label: '', origin: 'lexicon' as const } });

const talks = [
  talk('a', {
    date: '2024-03-15',
    glossary: [
      entry('違約風險', '到期不還', { kind: 'risk', aliases: [span('毁约风险')] }),
      entry('敞口', '没有对冲的部分', below('risk')),
    ],
  }),
  talk('b', {
    date: '2024-04-20',
    glossary: [
      entry('信用风险', '对手不履约', { kind: 'risk' }),
      entry('ＰＯＳ', '刷卡机', { kind: 'organization' }),
      entry('pos', '收单终端'),
    ],
  }),
  talk('c', { date: '2024-05-01', glossary: [entry('pos', '收单终端')] }),
];

/** Concepts: talks and taxonomy merged, the tree, the list. */
export const glossary = (open: Open) =>
  describe('glossary', () => {
    const filled = async () => {
      const store = await open();
      await store.setTaxonomy(taxonomy, '1');
      await store.write(talks, []);
      return store;
    };

    it('brings together what talks and taxonomy say of a concept', async () => {
      const view = await (await filled()).concept('credit-risk');
      expect(view).toMatchObject({
        ...{ key: 'credit-risk', label: '信用风险', kind: 'risk', scheme: 'risk' },
        aliases: ['违约风险', 'credit risk', '毁约风险'],
        definition: { text: '债务人不能按约还款的可能', source: '巴塞尔协议' },
        broader: { key: 'risk', label: '风险' },
        narrower: [],
      });
      expect(view!.related.map(({ key }) => key)).toEqual(['term:敞口', 'fraud-risk']);
      const said = view!.definitions.map(({ text, term, pointer, talk }) => [text, term, pointer, talk.id]);
      expect(said).toEqual([
        ['对手不履约', '信用风险', '/glossary/0', idOf('b')],
        ['到期不還', '違約風險', '/glossary/0', idOf('a')],
      ]);
    });

    it('gives a free concept its most frequent spelling and kind', async () => {
      const store = await filled();
      expect(await store.concept('term:pos')).toMatchObject({ label: 'pos', kind: 'concept', aliases: [] });
      await store.write([], ['c']);
      expect(await store.concept('term:pos')).toMatchObject({ label: 'pos', kind: 'concept' });
      expect(await store.concept('term:none')).toBeUndefined();
    });

    it('says what a concept means by the newest definition, else by the taxonomy', async () => {
      const store = await filled();
      expect(await store.meaning('credit-risk')).toBe('对手不履约');
      expect(await store.meaning('risk')).toBeUndefined();
      expect(await store.meaning('none')).toBeUndefined();
      await store.write([], ['a', 'b']);
      expect(await store.meaning('credit-risk')).toBe('债务人不能按约还款的可能');
    });

    it('has a tree', async () => {
      const view = await (await filled()).concept('risk');
      expect(view!.narrower.map(({ label }) => label)).toEqual(['信用风险', '敞口', '欺诈风险']);
      expect(view!.related).toEqual([]);
    });

    it('finds a concept by all that is said of it', async () => {
      const store = await filled();
      for (const word of ['履约', '到期', '毁约', '按约', 'credit'])
        expect(await found(store, row(word), { kinds: ['concept'] })).toContain('credit-risk');
    });

    it.each<[string, Filter & { letter?: string; synonyms?: boolean }, string[]]>([
      ['by pinyin', {}, ['敞口', '风险', 'pos', '欺诈风险', '信用风险', '信用证']],
      ['of a letter', { letter: 'X' }, ['信用风险', '信用证']],
      [
        'of a letter, synonyms, too',
        { letter: 'L', synonyms: true },
        ['LC → 信用证', 'letter of credit → 信用证'],
      ],
      ['that talks define', { defined: true }, ['敞口', 'pos', '信用风险']],
      ['below another', { broader: 'risk', kinds: ['concept'] }, ['敞口', '风险', '欺诈风险', '信用风险']],
      ['that a talk of some day defines', { since: '2024-05-01' }, ['pos']],
    ])('lists concepts %s', async (_, filter, expected) => {
      const lines = await (await filled()).concepts(filter, 99, 0);
      expect(lines.map(({ label, see }) => (see === undefined ? label : `${label} → ${see}`))).toEqual(
        expected,
      );
    });

    it('says of a line what a list shows, by pages', async () => {
      const [line] = await (await filled()).concepts({ defined: true }, 1, 2);
      expect(line).toEqual({
        ...{ key: 'credit-risk', label: '信用风险', kind: 'risk', broader: 'risk', scheme: 'risk', talks: 2 },
        ...{ letter: 'X', first: '2024-03-15', last: '2024-04-20' },
      });
    });

    it('follows a change of the taxonomy', async () => {
      const store = await filled();
      const [risk, credit, , letter] = taxonomy as [KnownConcept, KnownConcept, KnownConcept, KnownConcept];
      const pos: KnownConcept = {
        id: 'pos',
        prefLabel: '终端',
        altLabel: { en: ['POS'] },
        kind: 'concept',
        scheme: 'x',
      };
      const { altLabel: _, ...bare } = credit;
      await store.setTaxonomy([risk, bare, letter, pos], '2');
      expect((await store.concept('pos'))!.definitions).toHaveLength(3);
      expect(await store.concept('term:pos')).toBeUndefined();
      expect(await store.concept('fraud-risk')).toBeUndefined();
      expect((await store.concept('term:违约风险'))!.aliases).toEqual(['毁约风险']);
      expect((await store.concept('credit-risk'))!.definitions).toHaveLength(1);
      expect(await store.check()).toEqual([]);
      await store.setTaxonomy(taxonomy, '2');
      expect(await store.concept('fraud-risk')).toBeUndefined();
      await store.setTaxonomy(taxonomy, '1');
      expect((await store.concept('credit-risk'))!.definitions).toHaveLength(2);
      expect(await store.named(['欺诈风险'])).toMatchObject([
        { concept: 'fraud-risk', labels: ['欺诈风险'] },
      ]);
      expect(await store.check()).toEqual([]);
    });

    it('tells concepts of one name apart by kind, then by what is above', async () => {
      const store = await open();
      const same = (id: string, kind: 'risk' | 'concept', broader?: string): KnownConcept => ({
        ...{ id, prefLabel: '头寸', kind, scheme: 'x', ...(broader && { broader }) },
      });
      const three = [same('one', 'concept'), same('two', 'risk'), same('three', 'concept', 'risk')];
      await store.setTaxonomy(three, '1');
      const glossary = [
        entry('头寸', '一'),
        entry('頭寸', '二', { kind: 'risk' }),
        entry('头寸', '三', below('risk')),
      ];
      await store.write([talk('a', { glossary }, three)], []);
      for (const [key, text] of [
        ['one', '一'],
        ['two', '二'],
        ['three', '三'],
      ] as const)
        expect((await store.concept(key))!.definitions.map((one) => one.text)).toEqual([text]);
    });
  });
