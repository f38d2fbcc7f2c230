import { expect, test } from 'vitest';
import { everyConcept } from '../../../../src/publish/engine/collection.js';
import type { NameOf } from '../../../../src/publish/target.js';
import { entriesOf } from '../../../../src/publish/targets/site/entries.js';
import { entriesIn } from '../../../../src/publish/targets/site/former.js';
import { type SiteEntry, searchFile } from '../../../../src/publish/targets/site/search.js';
import { collected } from '../../collection.js';
import { section, talk } from '../../talks.js';

const nasty = talk(1, { sections: [section(`'"\\</script>\u2028`, "it's \\n <!-- \\u0041")] });
const names: Record<string, string> = {
  [`talk:${nasty.id}`]: 'talks/一.html',
  [`talk:${talk(2).id}`]: 'talks/二.html',
};
const all = collected([nasty, talk(2)]);
const nameOf = (key: string) => names[key] ?? `${key}.html`;

type Known = Pick<Parameters<typeof entriesOf>[0], 'talks'> & { nameOf?: NameOf; former?: SiteEntry[] };

const entriesFor = ({ talks, nameOf: named = nameOf, former = [] }: Known) =>
  entriesOf({ talks, concepts: everyConcept(all), where: { nameOf: named, places: new Map() }, former });

test('写成文件的，读得回来', () => {
  const file = searchFile(entriesFor(all));
  expect(searchFile(entriesIn(file))).toBe(file);
});

test('笔记没给的分享，沿用上次的，跟着它的页走', () => {
  const former = entriesFor(all);
  const talks = all.talks.map(({ load, ...one }) =>
    one.id === nasty.id ? one : { ...one, ...(load && { load }) },
  );
  const moved = (key: string) => (key === `talk:${nasty.id}` ? 'talks/三.html' : nameOf(key));
  const found = entriesFor({ talks, nameOf: moved, former });
  const addresses = (entries: typeof found) => entries.map(({ address }) => address && decodeURI(address));
  expect(addresses(found)).toEqual(addresses(former).map((one) => one?.replace('一', '三')));
  const known = entriesFor({ talks });
  expect(known.filter((one) => one.kind !== 'concept' && one.talk.id === nasty.id)).toMatchObject([
    { kind: 'talk', heading: nasty.title, names: ['木棉-青禾银行'] },
  ]);
});

test.each([[undefined], [''], ['x'], ["globalThis.jiangluIndex=JSON.parse('{');\n"]])(
  '%j 里没有',
  (content) => {
    expect(entriesIn(content)).toEqual([]);
  },
);
