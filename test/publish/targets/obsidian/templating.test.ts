import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { obsidian } from '../../../../src/publish/targets/obsidian.js';
import { folderPlace } from '../../folders.js';
import { section, talk } from '../../talks.js';
import { byTemplates, ofEachKind } from '../../templates.js';
import { counts } from '../../world.js';
import { actsIn, propertiesOf } from './read.js';

const key = `talk:${talk(1).id}`;

test('每种页用自己的模板，双链跟着页走，属性认得出是哪一页；第二次不写', async () => {
  const { world, run, page } = byTemplates(obsidian, ofEachKind);
  world.notes.put(talk(1));
  await run();
  expect(await page(key)).toBe(
    `---\njianglu: ${key}\n---\n\n我的分享 信用证第1讲 [[主题/信用证|信用证]] 没有`,
  );
  for (const one of [
    'speaker:木棉-青禾银行',
    'topic:letter-of-credit',
    'concept:term:不符点',
    'index:talks',
  ]) {
    expect(obsidian.keyOf(await page(one))).toBe(one);
    expect(actsIn(await page(one)).inner).toEqual([{ path: '分享/2024-05-01 信用证第1讲', anchor: '' }]);
  }
  expect(Object.keys(counts(await run()))).toEqual(['same']);
});

test('库里的一个文件夹：链接从库的根算起', async () => {
  const vault = mkdtempSync(join(tmpdir(), 'jianglu-vault-'));
  onTestFinished(() => rmSync(vault, { recursive: true }));
  mkdirSync(join(vault, '.obsidian'));
  const place = folderPlace();
  const destination = join(vault, '讲录');
  const inVault = { ...place, options: { ...place.options, destination } };
  const { world, run } = byTemplates(obsidian, ofEachKind, inVault);
  world.notes.put(talk(1));
  await run();
  const index = readFileSync(join(destination, '讲录.md'), 'utf8');
  expect(actsIn(index).inner).toEqual([{ path: '讲录/分享/2024-05-01 信用证第1讲', anchor: '' }]);
});

test.each([
  '#话题 [[别的页]] ![[图]] %%藏%% ==亮== $x$ ^m1',
  '字段:: 值 {{title}} <% tp.x() %> obsidian://x',
  '<script>x</script> **粗** [链](javascript:x) ![图](http://a.example/b)',
  '# 标题\n- [ ] 待办\n> [!danger]',
])('群友打的 %j 在模板里只是字', async (text) => {
  const { world, run, page } = byTemplates(obsidian, {
    'talk.liquid':
      '{% for s in note.sections %}前 {{ s.title }} 后\n\n{{ s.title }}\n\n{{ "index:talks" | link: s.title }}\n\n{% endfor %}',
  });
  world.notes.put(talk(1, { sections: [section(text, '正文')] }));
  await run();
  const { foreign, inner, outer, pictures, headings, callouts, blocks } = actsIn(await page(key));
  expect(outer.filter((url) => !url.startsWith('http://a.example/'))).toEqual([]);
  expect({ foreign, pictures, headings, callouts, blocks }).toEqual({
    ...{ foreign: [], pictures: [], headings: [], callouts: [], blocks: [] },
  });
  expect(inner.filter(({ path }) => path !== '讲录')).toEqual([]);
});

test('模板自己有属性：记号添在里面', async () => {
  const { world, run, page } = byTemplates(obsidian, { 'talk.liquid': '---\ntags:\n  - 我的\n---\n字' });
  world.notes.put(talk(1));
  await run();
  expect(propertiesOf(await page(key))).toEqual({ jianglu: key, tags: ['我的'] });
});
