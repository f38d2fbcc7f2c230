import { describe, expect, it } from 'vitest';
import { numeral } from '../../src/language/numerals.js';

describe('numeral', () => {
  it.each([
    ['0', 0],
    ['7', 7],
    ['12', 12],
    ['120', 120],
    ['１２', 12],
    [' 3 ', 3],
    ['一', 1],
    ['两', 2],
    ['九', 9],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十三', 23],
    ['零', 0],
    ['①', 1],
    ['⑫', 12],
    ['⑳', 20],
    ['❶', 1],
    ['❿', 10],
    ['a', 1],
    ['C', 3],
    ['ｂ', 2],
  ])('%s → %i', (text, value) => {
    expect(numeral(text)).toBe(value);
  });

  it.each(['', ' ', '百', '一二', '十十', '3.5', '1,000', '-1', '2017', 'ab', '甲', '第一'])(
    '“%s”不是序数',
    (text) => {
      expect(numeral(text)).toBeNull();
    },
  );
});
