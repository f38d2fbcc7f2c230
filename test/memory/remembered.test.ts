import { describe, expect, it } from 'vitest';
import { kept, remembered } from '../../src/memory/remembered.js';

describe('a function that remembers', () => {
  const counting = () => {
    const asked: string[] = [];
    const of = remembered((text) => {
      asked.push(text);
      return text.length;
    });
    return { of, asked };
  };

  it('works a text out once, however often it comes', () => {
    const { of, asked } = counting();
    expect(['仓单', '保理', '仓单'].map(of)).toEqual([2, 2, 2]);
    expect(asked).toEqual(['仓单', '保理']);
  });

  it('does not keep long texts', () => {
    const { of, asked } = counting();
    const long = '仓'.repeat(201);
    expect([of(long), of(long)]).toEqual([201, 201]);
    expect(asked).toEqual([long, long]);
  });
});

describe('a value kept at a key', () => {
  it('is made once for each key', () => {
    const values = new WeakMap<object, number[]>();
    const [one, other] = [{}, {}];
    kept(values, one, () => []).push(1);
    kept(values, one, () => []).push(2);
    kept(values, other, () => []).push(3);
    expect([values.get(one), values.get(other)]).toEqual([[1, 2], [3]]);
  });
});
