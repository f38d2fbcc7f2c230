import { describe, expect, it } from 'vitest';
import { loadPhrasing } from '../../src/stages/questions/model.js';
import { phrasesOf, phrasingOf } from '../../src/stages/questions/phrasing.js';

describe('n-grams of a message', () => {
  it.each([
    ['能退吗', ['能', '退', '吗', '能退', '退吗', '^能', '^能退', '$吗', '$退吗', '$能退吗']],
    ['好', ['好', '^好', '$好']],
    ['', ['^', '$']],
  ])('%s', (plain, phrases) => {
    expect([...phrasesOf(plain)].sort()).toEqual([...phrases].sort());
  });

  it('are those of the first 120 characters, and of the end', () => {
    const long = `${'一'.repeat(200)}吗`;
    expect([...phrasesOf(long)].sort()).toEqual(
      ['一', '一一', '^一', '^一一', '$吗', '$一吗', '$一一吗'].sort(),
    );
  });
});

describe('what words sound like', () => {
  it('is the sum of the weights of the n-grams, each once', () => {
    expect(phrasingOf('吗吗', { 吗: 3, $吗: 1, 么: 9 })).toBe(2);
  });

  it.each([
    ['请问退款能不能原路退回吗', '退款按原路退回的'],
    ['为什么要做这个校验呢', '这个校验我们做了'],
    ['你们是怎么对账的', '我们每天对账'],
  ])('%s asks more than %s', (asking, stating) => {
    const { asks } = loadPhrasing();
    expect(phrasingOf(asking, asks)).toBeGreaterThan(phrasingOf(stating, asks));
  });

  it('rests on short n-grams only, in the shipped weights', () => {
    const phrases = Object.values(loadPhrasing()).flatMap((weights) => Object.keys(weights));
    expect(phrases.length).toBeGreaterThan(1000);
    expect(phrases.filter((phrase) => phrase.replace(/^[$^]/u, '').length > 3)).toEqual([]);
  });
});
