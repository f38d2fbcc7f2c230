import { describe, expect, it } from 'vitest';
import { english } from '../../src/pages/words-en.js';
import { chinese } from '../../src/pages/words-zh.js';

describe('words', () => {
  it('are the same things in both languages', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, shape(child)]))
        : typeof value;
    expect(shape(english)).toEqual(shape(chinese));
  });
});
