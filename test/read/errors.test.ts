import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  errorCodes,
  errorData,
  describe as explain,
  fail,
  JiangluError,
  systemError,
} from '../../src/errors.js';

const system = (code: string) => Object.assign(new Error(code), { code, syscall: 'open' });

describe('the error table', () => {
  it.each(errorCodes)('%s has a message and a way out without gaps', (code) => {
    const error = fail(code, { reason: 'r', encoding: 'e', limit: 1 });
    expect(error).toBeInstanceOf(JiangluError);
    expect(`${error.message}${error.remedy}`).not.toMatch(/[{}]|unknown$/);
    expect(error.remedy.length).toBeGreaterThan(10);
  });

  it.each([
    ['ENOENT', 'read', 'file-missing'],
    ['EACCES', 'read', 'file-unreadable'],
    ['EISDIR', 'read', 'file-is-folder'],
    ['ENOSPC', 'write', 'disk-full'],
    ['EDQUOT', 'write', 'disk-full'],
    ['EACCES', 'write', 'output-unwritable'],
    ['ENOENT', 'write', 'output-unwritable'],
    ['EROFS', 'write', 'output-unwritable'],
  ] as const)('%s on %s is %s', (code, doing, ours) => {
    expect(systemError(system(code), 'a', doing)).toMatchObject({ code: ours, file: 'a' });
  });

  it('knows real errors of the file system, and leaves ours alone', () => {
    const ours = fail('disk-full');
    expect(systemError(ours, 'b')).toBe(ours);
    try {
      readFileSync('/none');
    } catch (error) {
      expect(systemError(error, '/none').code).toBe('file-missing');
    }
  });
});

describe('describe', () => {
  it('names file, line, column, code and the way out', () => {
    const [first, second] = explain(
      fail('json-invalid', { file: 'a.json', line: 2, column: 5, reason: 'x' }),
    ).split('\n');
    expect(first).toBe('a.json:2:5: invalid JSON: x [json-invalid]');
    expect(second).toMatch(/^ {2}\S/);
  });

  it('names the JSON pointer', () => {
    expect(explain(fail('config-invalid', { file: 'c', pointer: '/jobs', reason: 'x' }))).toContain(
      '(at /jobs)',
    );
  });

  it('does the same for plain data that came from a worker', () => {
    const error = fail('line-too-long', { file: 'a', line: 3, limit: 4 });
    expect(explain(JSON.parse(JSON.stringify(errorData(error))))).toBe(explain(error));
  });

  it.each([new TypeError('x'), 'x', null, undefined, { code: 1 }])(
    'takes anything that was thrown: %s',
    (thrown) => {
      expect(explain(thrown)).toContain('[internal]');
    },
  );

  it('lets no file name steer the terminal', () => {
    expect(explain(fail('file-missing', { file: 'a\u001b[31m\nb' }))).toContain('a\\u001b[31m\\u000ab');
  });
});
