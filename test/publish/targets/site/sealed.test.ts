import { expect, test } from 'vitest';
import { htmlKey } from '../../../../src/publish/html/document.js';
import { keyInFile } from '../../../../src/publish/targets/site/files.js';
import { isSealed, sealed, sealMark } from '../../../../src/publish/targets/site/sealed.js';
import { site } from '../../../../src/publish/targets/site.js';
import { folderWorld } from '../../folders.js';
import { talk } from '../../talks.js';
import { counts, deedOf } from '../../world.js';

const page = sealed('<!doctype html>\n<meta name="jianglu" content="talk:甲&amp;乙" />\n<p>话</p>\n');
const script = sealed('/* jianglu file:search.js */\nglobalThis.one=1;\n');

test('没人动过的文件自己说得清，键照旧认得', () => {
  expect([isSealed(page), isSealed(script)]).toEqual([true, true]);
  expect([htmlKey(page, sealMark), keyInFile(script)]).toEqual(['talk:甲&乙', 'file:search.js']);
});

test.each([
  ['改了一个字', page.replace('话', '画')],
  ['末尾多了一个换行', `${script}\n`],
  ['键换了', page.replace('talk:甲', 'talk:丙')],
  ['印记没有了', page.replace(/ data-sum="[^"]*"/u, '')],
  ['印记是别人的', page.replace(/data-sum="[^"]*"/u, /data-sum="[^"]*"/u.exec(script)![0])],
  ['印记挪了地方', page.replace(/( data-sum="[^"]*")(.*)<p/su, '$2<p$1')],
  ['不是我们的', sealed('<p>话</p>')],
  ['不是文字', Buffer.from(page)],
])('%s：不算', (_, content) => {
  expect(isSealed(content)).toBe(false);
});

const begin = () => folderWorld(site);

test('状态丢了：没人动过的页照样更新，搜索也是；人改过的留下', async () => {
  const world = begin();
  world.notes.put(talk(1), talk(2));
  await world.run();
  await world.place.edit('talks.html', (text) => text.replace('</main>', '编辑的话</main>'));
  world.loseState();
  world.notes.put(talk(3, { title: '福费廷', slug: '福费廷' }));
  const done = await world.run();
  expect(done.outcomes.filter(({ did }) => did === 'kept').map(({ name }) => name)).toEqual(['talks.html']);
  expect(deedOf(done, 'file:search.js')).toBe('updated');
  expect(await world.read('assets/search.js')).toContain('福费廷');
  expect(await world.read('talks.html')).toContain('编辑的话');
});

test('换行变成 CRLF 不算人改过，更新以后还是 CRLF', async () => {
  const world = begin();
  world.notes.put(talk(1));
  await world.run();
  for (const name of (await world.place.pages()).keys())
    if (/\.(?:html|js)$/u.test(name)) await world.place.edit(name, (text) => text.replaceAll('\n', '\r\n'));
  expect(Object.keys(counts(await world.run()))).toEqual(['same']);
  world.notes.put(talk(1, { title: '福费廷' }));
  expect(Object.keys(counts(await world.run())).sort()).toEqual(['same', 'updated']);
  expect(await world.read('assets/search.js')).toMatch(/福费廷.*\r\n$/su);
});
