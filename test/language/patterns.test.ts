import { describe, expect, it } from 'vitest';
import { anyOf, nestedQuantifier } from '../../src/language/patterns.js';

describe('nestedQuantifier', () => {
  it.each([
    ['(a+)+', 4],
    ['(?:x|y*){2,}', 8],
    ['((a)*b)+', 7],
    ['(\\d+,){3}', 6],
    ['(?<name>[a)]+)*', 14],
    ['(?:(?:a+)?b)*', 12],
    ['(a{2,5})+', 8],
    ['(a|aa)+$', 6],
    ['(?:a{0,40}){0,60}b', 11],
    ['\\s*\\s*\\s*x', 8],
  ])('finds the one in %s', (pattern, at) => expect(nestedQuantifier(pattern)).toBe(at));

  it.each([
    'a+b*',
    '(a+)?',
    '(?:ab)+',
    '[(a+)]+',
    '(\\(\\+)+',
    '\\p{L}+',
    '(?=a+)b',
    '(a{2,5}){0,4}',
    '(?:甲|乙){0,4}丙',
    '',
  ])('lets %s pass', (pattern) => expect(nestedQuantifier(pattern)).toBeUndefined());
});

describe('anyOf', () => {
  const whole = (words: string[]) => new RegExp(`^(?:${anyOf(words)})$`, 'u');

  it.each(['a.b', 'C++', '(注)', '[图]', '{1,}', '^$', 'a|b', 'a/b', '\\d', 'a-b', '是不是?', '😀'])(
    'takes %s as it is typed',
    (word) => {
      expect(whole(['甲', word]).test(word)).toBe(true);
      expect(whole([word]).test(`${word}${word}`)).toBe(false);
    },
  );

  it('tries the first before the others', () => {
    expect(new RegExp(anyOf(['大部分', '部分', '部']), 'u').exec('三大部分')![0]).toBe('大部分');
    expect(new RegExp(anyOf(['部', '部分']), 'u').exec('部分')![0]).toBe('部');
  });
});
