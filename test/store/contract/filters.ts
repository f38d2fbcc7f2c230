import { describe, expect, it } from 'vitest';
import type { Note } from '../../../src/schema/note.js';
import type { Filter, Store } from '../../../src/store/store.js';
import { note } from '../../note.js';
import type { Open } from '../contract.js';
import { entry, idOf, pair, section, talk, taxonomy } from '../notes.js';
import { found, row } from './found.js';

const topic = (id: string, label: string): Note['topics'][number] => ({
  ...{ id, label, aliases: [], score: 0.5, origin: 'lexicon', evidence: [] },
});

const source = (group: string): Pick<Note, 'sources'> => ({ sources: [{ ...note().sources[0]!, group }] });

const talks = [
  talk('a', {
    ...{ title: '风险课', date: '2024-03-15', topics: [topic('credit-risk', '信用风险')] },
    ...{ speakers: [{ name: '木棉-澜仓', aliases: [] }], ...source('club') },
    ...{ sections: [section('风险', '说风险。')], qa: [pair('风险多大？', '看情况。')] },
    glossary: [
      entry('违约风险', '到期不还的风险', { kind: 'risk' }),
      entry('平台风险', '平台跑路的风险', {
        kind: 'risk',
        broader: { id: 'risk', label: '', origin: 'lexicon' },
      }),
    ],
  }),
  talk('b', {
    ...{ title: '再谈风险', date: '2024-04-20', topics: [topic('text:风控', '风控')], ...source('room') },
    ...{ speakers: [{ name: '阿坤', aliases: [] }], sections: [section('风险', '又说风险。')] },
    glossary: [entry('风险敞口', '未加保护的风险', { kind: 'concept' })],
  }),
];

const passages = (name: string) =>
  name === 'a' ? ['a#', 'a#/qa/0', 'a#/sections/0'] : ['b#', 'b#/sections/0'];
const ofA = ['credit-risk', 'term:平台风险'];
const ofB = ['term:风险敞口'];

async function filled(open: Open): Promise<Store> {
  const store = await open();
  await store.setTaxonomy(taxonomy, '1');
  await store.write(talks, []);
  return store;
}

/** What entries, talks and concepts must be besides. */
export const filters = (open: Open) =>
  describe('filters', () => {
    it.each<[string, Filter, string[]]>([
      ['talks', { kinds: ['talk'] }, ['a#', 'b#']],
      ['sections and pairs', { kinds: ['section', 'pair'] }, ['a#/qa/0', 'a#/sections/0', 'b#/sections/0']],
      ['concepts', { kinds: ['concept'] }, ['credit-risk', 'fraud-risk', 'risk', 'term:平台风险', ...ofB]],
      ['concepts of a kind', { termKind: 'concept' }, ofB],
      ['concepts that talks define', { kinds: ['concept'], defined: true }, [...ofA, ...ofB]],
      [
        'a concept and all below it',
        { broader: 'risk' },
        ['credit-risk', 'fraud-risk', 'risk', 'term:平台风险'],
      ],
      ['a topic', { topics: ['credit-risk', 'nothing'] }, [...passages('a'), ...ofA]],
      ['a speaker, by a part of the nick', { speaker: '木棉' }, [...passages('a'), ...ofA]],
      ['a group', { group: 'room' }, [...passages('b'), ...ofB]],
      ['a day on', { since: '2024-04-20' }, [...passages('b'), ...ofB]],
      ['up to a day', { until: '2024-04-19' }, [...passages('a'), ...ofA]],
      ['a day', { since: '2024-04-20', until: '2024-04-20', kinds: ['talk'] }, ['b#']],
      ['a speaker of another day', { speaker: '木棉', since: '2024-04-20' }, []],
      ['nothing of no kind', { kinds: [] }, []],
      ['a topic out of none', { topics: [] }, []],
      ['hostile values', { speaker: "'; DROP TABLE talks; --", group: '"' }, []],
    ])('%s', async (_, filter, names) => {
      const store = await filled(open);
      for (const order of ['best', 'newest'] as const)
        expect(await found(store, row('风险'), filter, { order })).toEqual(names.toSorted());
      expect(await found(store, row('险'), filter)).toEqual(names.toSorted());
      const either = { any: [row('险'), row('风险')] };
      expect(await found(store, either, filter)).toEqual(names.toSorted());
      expect(await store.count({ clause: row('风险'), index: 'grams', filter }, 99)).toBe(names.length);
    });

    it('lists talks, the newest first', async () => {
      const store = await filled(open);
      const ids = async (filter: Filter, limit = 9, offset = 0) =>
        (await store.talks(filter, limit, offset)).map(({ id }) => id);
      expect(await ids({})).toEqual([idOf('b'), idOf('a')]);
      expect(await ids({}, 1, 1)).toEqual([idOf('a')]);
      expect(await ids({ speaker: '坤' })).toEqual([idOf('b')]);
      expect(await ids({ topics: ['credit-risk'], group: 'room' })).toEqual([]);
    });
  });
