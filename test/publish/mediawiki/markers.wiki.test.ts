import { expect, it } from 'vitest';
import type { Head } from '../../../src/publish/mediawiki/heads.js';
import { find, replace, wrap } from '../../../src/publish/mediawiki/markers.js';
import { inline } from '../../../src/publish/mediawiki/wikitext.js';
import { hostile } from './hostile.js';
import { describeWiki } from './wiki.js';

describeWiki('the generated part of a page, saved by MediaWiki', (own) => {
  const textOf = async (title: string) => ((await own.client.read([title])).get(title) as Head).text!;

  it.each([
    ['空白和换行', '甲  \r\n乙\n\n\n', ''],
    ['没有组合的字', 'e\u0301 \uf979 \u1100\u1161', ''],
    ['人在外面签名', '甲', '\n人说的 ~~~~ {{subst:首页}}  \n\n'],
    ['成员写的什么都有', hostile.map(([, text]) => inline(text)).join('\n\n'), '\n[[分类:甲]]'],
  ])('is as it was written: %s', async (title, generated, after) => {
    const text = `${wrap('talk:club-1', generated)}${after}`;
    expect(await own.client.edit({ title, text, summary: '', base: 'new' })).toMatchObject({ kind: 'saved' });
    const found = find(await textOf(title));
    expect(found).toMatchObject({ key: 'talk:club-1', intact: true });
    expect(`${replace(await textOf(title), generated)}`).toBe(await textOf(title));
  });

  it('is not seen by readers', async () => {
    const { html } = await own.wiki.parse(wrap('talk:club-1', '甲'));
    expect(html.replace(/<[^>]*>/gu, '').trim()).toBe('甲');
  });

  it('shows where a person wrote in it', async () => {
    const { revision } = (await own.client.heads(['空白和换行'])).get('空白和换行') as Head;
    const text = (await textOf('空白和换行')).replace('乙', '乙，人加的');
    await own.wiki.as('person', { action: 'edit', title: '空白和换行', text, baserevid: String(revision) });
    expect(find(await textOf('空白和换行'))?.intact).toBe(false);
  });
});
