import { expect, test } from 'vitest';
import { entriesOf } from '../../../../src/publish/targets/site/entries.js';
import { entriesIn } from '../../../../src/publish/targets/site/former.js';
import { searchFile } from '../../../../src/publish/targets/site/search.js';
import type { KnownConcept } from '../../../../src/store/record.js';
import { collected } from '../../collection.js';
import { section, talk } from '../../talks.js';

const nasty = talk(1, { sections: [section(`'"\\</script>\u2028`, "it's \\n <!-- \\u0041")] });
const names: Record<string, string> = {
  [`talk:${nasty.id}`]: 'talks/一.html',
  [`talk:${talk(2).id}`]: 'talks/二.html',
};
const all = collected([nasty, talk(2)]);
const nameOf = (key: string) => names[key] ?? `${key}.html`;

test('写成文件的，读得回来', () => {
  const file = searchFile(entriesOf(all, { nameOf, former: [] }));
  expect(searchFile(entriesIn(file))).toBe(file);
});

test('笔记没给的分享，沿用上次的，跟着它的页走', () => {
  const former = entriesOf(all, { nameOf, former: [] });
  const talks = all.talks.map(({ load, ...one }) => (one.id === nasty.id ? one : { ...one, load }));
  const moved = (key: string) => (key === `talk:${nasty.id}` ? 'talks/三.html' : nameOf(key));
  const found = entriesOf({ ...all, talks: talks as typeof all.talks }, { nameOf: moved, former });
  const addresses = (entries: typeof found) => entries.map(({ address }) => address && decodeURI(address));
  expect(addresses(found)).toEqual(addresses(former).map((one) => one?.replace('一', '三')));
  const known = entriesOf({ ...all, talks: talks as typeof all.talks }, { nameOf, former: [] });
  expect(known.filter((one) => one.kind !== 'concept' && one.talk.id === nasty.id)).toMatchObject([
    { kind: 'talk', heading: nasty.title, names: ['木棉-青禾银行'] },
  ]);
});

test('没有页的概念，只有文里用到它的名字时才带上，别名也能搜到', () => {
  const concept = (id: string, prefLabel: string, altLabel: string) =>
    ({
      id,
      prefLabel,
      altLabel: { en: [altLabel] },
      kind: 'concept',
      scheme: 'x',
    }) as unknown as KnownConcept;
  const taxonomy = [concept('issuing', '开证', 'issuance'), concept('bank', '保付', 'avalization')];
  const found = entriesOf(collected([talk(1)], taxonomy), { nameOf, former: [] });
  const without = found.filter((one) => one.kind === 'concept' && one.address === undefined);
  expect(without).toMatchObject([{ key: 'issuing', heading: '开证' }]);
});

test.each([[undefined], [''], ['x'], ["globalThis.jiangluIndex=JSON.parse('{');\n"]])(
  '%j 里没有',
  (content) => {
    expect(entriesIn(content)).toEqual([]);
  },
);
