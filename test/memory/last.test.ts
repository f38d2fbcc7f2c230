import { describe, expect, it } from 'vitest';
import { lastAsked } from '../../src/memory/last.js';

describe('what was asked for last', () => {
  it('is kept, and the longest not asked for goes', () => {
    const last = lastAsked<string>(2);
    last.set('a', '1');
    last.set('b', '2');
    expect(last.get('a')).toBe('1');
    last.set('c', '3');
    expect(['a', 'b', 'c'].map((key) => last.get(key))).toEqual(['1', undefined, '3']);
  });

  it('takes no more room than it may, a value put in the place of another counted once', () => {
    const last = lastAsked<string>(4, (value) => value.length);
    for (let turn = 0; turn < 3; turn++) last.set('a', 'aaa');
    last.set('b', 'b');
    expect([last.get('a'), last.get('b')]).toEqual(['aaa', 'b']);
    last.set('c', 'cc');
    expect(['a', 'b', 'c'].map((key) => last.get(key))).toEqual([undefined, 'b', 'cc']);
    last.set('d', 'ddddd');
    expect(['b', 'c', 'd'].map((key) => last.get(key))).toEqual([undefined, undefined, undefined]);
  });
});
