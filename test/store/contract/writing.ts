import { describe, expect, it } from 'vitest';
import type { Open } from '../contract.js';
import { entry, idOf, pair, section, talk, taxonomy } from '../notes.js';
import { found, row } from './found.js';

const first = talk('a.json', {
  title: '票据业务',
  sections: [section('贴现', '持票人向银行转让票据。', [section('利率', '按天计息。')])],
  qa: [pair('贴现要多久？', '当天到账。', '看银行。')],
  glossary: [entry('贴现', '把未到期的票据转让给银行')],
});
const second = talk('b.json', {
  title: '跨境结算',
  date: '2024-04-02',
  sections: [section('汇路', '电汇。')],
});

/** Writing, replacing and removing talks; what is kept of them. */
export const writing = (open: Open) =>
  describe('writing', () => {
    it('finds the parts of a talk, each for itself', async () => {
      const store = await open();
      await store.write([first, second], []);
      expect(await found(store, row('票据'))).toEqual(['a.json#', 'a.json#/sections/0', 'term:贴现']);
      const [number] = await store.candidates({
        ...{ clause: row('计息'), index: 'grams', filter: {}, order: 'best', limit: 9 },
      });
      expect(await store.entries([number!.number])).toEqual([
        {
          ...{ number: number!.number, kind: 'section', talk: idOf('a.json'), date: '2024-03-15', talks: 1 },
          title: '票据业务',
          ...{ pointer: '/sections/0/sections/0', above: ['贴现'], message: 2 },
          ...{ term: '', heading: '利率', definition: '', body: '按天计息。' },
        },
      ]);
      expect(await found(store, row('多久'))).toEqual(['a.json#/qa/0']);
      expect(await found(store, row('看银行'))).toEqual(['a.json#/qa/0']);
    });

    it('replaces a talk by its file or its id', async () => {
      const store = await open();
      await store.write([first], []);
      await store.write([talk('a.json', { id: idOf('other'), title: '保理' })], []);
      expect(await store.talk(idOf('a.json'))).toBeUndefined();
      expect(await found(store, row('票据'))).toEqual([]);
      await store.write([talk('c.json', { id: idOf('other'), title: '福费廷' })], []);
      expect([...(await store.files()).keys()]).toEqual(['c.json']);
      expect(await found(store, row('保理'))).toEqual([]);
      expect(await found(store, row('福费廷'))).toEqual(['other#']);
    });

    it('removes talks, and concepts that nobody defines any more', async () => {
      const store = await open();
      await store.setTaxonomy(taxonomy, '1');
      await store.write([first, second], []);
      await store.write([], ['a.json', 'gone.json']);
      expect(await found(store, row('票据'))).toEqual([]);
      expect(await store.named(['贴现'])).toEqual([]);
      expect(await store.size()).toMatchObject({ talks: 1, entries: 6, concepts: 4, definitions: 0 });
      expect(await store.check()).toEqual([]);
    });

    it('gives the note back as it was', async () => {
      const store = await open();
      await store.write([first, second], []);
      const { passages: _, definitions: __, file, sha256, note, ...head } = first;
      expect(await store.talk(idOf('a.json'))).toEqual({ head, file, note });
      expect(await store.files()).toEqual(
        new Map([
          ['a.json', sha256],
          ['b.json', second.sha256],
        ]),
      );
    });

    it('is empty at first', async () => {
      const store = await open();
      expect(await found(store, row('票据'))).toEqual([]);
      expect(await store.size()).toMatchObject({ talks: 0, entries: 0, lengths: { body: 0 } });
      expect(await store.check()).toEqual([]);
      expect([await store.speakers(), await store.topics(), await store.talks({}, 9, 0)]).toEqual([
        [],
        [],
        [],
      ]);
    });

    it('says how long texts are on average', async () => {
      const store = await open();
      await store.write([first, second], []);
      const { lengths } = await store.size();
      expect(lengths.heading).toBeCloseTo((4 + 2 + 2 + 6 + 4 + 2) / 6);
      expect(lengths.term).toBe(2);
    });
  });
