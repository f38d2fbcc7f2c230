import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JiangluError } from '../../src/errors.js';
import { h, marked } from '../../src/pages/html.js';
import { picturesIn } from '../../src/pages/pictures.js';
import { english } from '../../src/pages/words-en.js';
import { chinese } from '../../src/pages/words-zh.js';
import { tokenFrom } from '../../src/serve/token.js';
import { folder } from '../cli/jianglu.js';

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

describe('words', () => {
  it('are the same things in both languages', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, shape(child)]))
        : typeof value;
    expect(shape(english)).toEqual(shape(chinese));
  });
});

describe('pictures', () => {
  it('are those on this machine, told by the last two parts of their address', () => {
    const logs = folder();
    mkdirSync(join(logs, 'riskroom/img/202405'), { recursive: true });
    for (const name of ['a.png', 'b.svg']) writeFileSync(join(logs, 'riskroom/img/202405', name), 'x');
    const pictures = picturesIn([logs]);
    const at = pictures.at('http://static.example.org/some/202405/a.png?size=2');
    expect(at).toMatch(/^\/pictures\/[0-9a-f]{16}\.png$/u);
    expect(pictures.named(at!.split('/')[2]!)).toMatchObject({ type: 'image/png' });
    for (const other of [
      'http://x.example/202406/a.png',
      'http://x.example/202405/b.svg',
      'a.png',
      'http://x/%zz',
    ])
      expect(pictures.at(other)).toBeUndefined();
    expect(pictures.named('../../etc/passwd')).toBeUndefined();
  });
});

describe('a token', () => {
  it('is made where none is given, another each time', () => {
    const [one, two] = [tokenFrom(undefined, undefined), tokenFrom(undefined, '')];
    expect([one.made, two.made]).toEqual([true, true]);
    expect(one.token).toMatch(/^[\w-]{32}$/u);
    expect(one.token).not.toBe(two.token);
  });

  it('is read from a file or the environment, and refused where it is weak', () => {
    const file = join(folder(), 'token');
    writeFileSync(file, 'a-token-in-this-file\n');
    expect(tokenFrom(file, 'not-this-one-but-the-file')).toEqual({
      token: 'a-token-in-this-file',
      made: false,
    });
    expect(tokenFrom(undefined, 'a-token-in-the-environment').token).toBe('a-token-in-the-environment');
    writeFileSync(file, 'short\n');
    for (const weak of [
      () => tokenFrom(file, undefined),
      () => tokenFrom(undefined, 'with blanks and long enough'),
    ]) {
      expect(weak).toThrow(JiangluError);
      expect(weak).toThrow(expect.objectContaining({ code: 'token-weak' }));
    }
  });
});
