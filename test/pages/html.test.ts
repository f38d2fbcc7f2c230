import { describe, expect, it } from 'vitest';
import { h, marked } from '../../src/pages/html.js';

describe('markup', () => {
  it('escapes every text, in elements and attributes, at any depth', () => {
    const text = `<b a="1" c='2'>&`;
    const made = h`<p title="${text}">${[text, [text, false, null, 0]]}${h`<i>${text}</i>`}</p>`.toString();
    const safe = '&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;';
    expect(made).toBe(`<p title="${safe}">${safe}${safe}0<i>${safe}</i></p>`);
  });

  it('drops what cannot be printed and what turns the direction of writing', () => {
    expect(h`${'a\u202eb\u0000c\ud800d\ne'}`.toString()).toBe('a b c d\ne');
  });

  it('marks slices, and passes over those that do not fit', () => {
    const parts = marked('信用风险<b>', [
      [2, 4],
      [3, 6],
      [9, 20],
      [0, 1],
    ]);
    expect(h`${parts}`.toString()).toBe('<mark>信</mark>用<mark>风险</mark>&lt;b&gt;');
  });
});
