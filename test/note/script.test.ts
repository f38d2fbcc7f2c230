import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/note/script.js';

describe('languageOf：笔记的语言', () => {
  it.each([
    ['我们先说跨境收款的费用', 'zh-Hans'],
    ['我們先說跨境收款的費用', 'zh-Hant'],
    ['一二三四', 'zh-Hans'],
    ['token 是什么', 'zh-Hans'],
    ['A token stands for the card number 卡', 'en'],
    ['', 'zh-Hans'],
  ])('%s：%s', (text, language) => {
    expect(languageOf([text])).toBe(language);
  });
});

it('lexicon/scripts.json 的两串按位置成对，同一字不重复', () => {
  const path = new URL('../../lexicon/scripts.json', import.meta.url);
  const { simplified, traditional } = JSON.parse(readFileSync(path, 'utf8'));
  expect([...simplified]).toHaveLength([...traditional].length);
  expect(new Set(simplified).size).toBe([...simplified].length);
  [...simplified].forEach((character, at) => {
    expect(traditional[at]).not.toBe(character);
  });
});
