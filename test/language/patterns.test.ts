import { describe, expect, it } from 'vitest';
import { nestedQuantifier } from '../../src/language/patterns.js';

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
