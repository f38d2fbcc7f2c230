import { describe, expect, it } from 'vitest';
import { inertAddress, linkText, linkValue } from '../../../../src/publish/targets/obsidian/links.js';

describe('页里的链接', () => {
  it.each([
    ['平常的', '讲者/木棉.md', '木棉', '', '[[讲者/木棉|木棉]]'],
    ['页里的段落', '', 'm12', '^m12', '[[#^m12|m12]]'],
    ['别的页的小标题', '分享/a.md', '一、题', '一、题', '[[分享/a#一、题|一、题]]'],
    ['不是页的文件', '分享.base', '分享', '', '[[分享.base|分享]]'],
    ['字里有竖线', '讲者/a b.md', 'a|b', '', '[a|b](讲者/a%20b.md)'],
    ['人改的文件名里有井号', '我的/a #1.md', 'a', '', '[a](我的/a%20%231.md)'],
    ['没有字', '讲者/a.md', ' ', '', '[ ](讲者/a.md)'],
  ])('%s', (_, path, words, anchor, link) => {
    expect(linkText({ path, words, anchor }, words)).toBe(link);
  });

  it.each([
    ['平常的', '讲者/木棉.md', '木棉', '[[讲者/木棉|木棉]]'],
    ['字里有竖线', '讲者/a b.md', 'a|b', '[[讲者/a b]]'],
    ['文件名里有井号', '我的/#1.md', '甲', '甲'],
  ])('属性里的：%s', (_, path, words, value) => {
    expect(linkValue(path, words)).toBe(value);
  });
});

describe('外面的地址', () => {
  it.each([
    ['https://a.example/b?c=1&d=%E4%B8%AD#e', 'https://a.example/b?c=1&d=%E4%B8%AD#e'],
    ['https://a.example/100%%', 'https://a.example/100%25%25'],
    ['https://a.example/?t=YQ==', 'https://a.example/?t=YQ=%3D'],
    ['https://a.example/$x$/{{y}}/[[z]]^m1', 'https://a.example/%24x%24/%7B%7By%7D%7D/%5B%5Bz%5D%5D%5Em1'],
  ])('%s', (typed, shown) => {
    expect(inertAddress(typed)).toBe(shown);
  });
});
