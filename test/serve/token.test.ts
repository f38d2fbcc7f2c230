import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JiangluError } from '../../src/errors.js';
import { tokenFrom } from '../../src/serve/token.js';
import { folder } from '../cli/jianglu.js';

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
