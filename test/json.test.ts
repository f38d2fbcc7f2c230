import { describe, expect, it } from 'vitest';
import { JiangluError } from '../src/errors.js';
import { parseJson } from '../src/json.js';

describe('parseJson', () => {
  it.each([
    ['{\n "out": x}', 2, 9],
    ['{\n "out": "a",\n}', 3, 1],
    ['{"a": [1, 2', 1, 12],
    ['', 1, 1],
    ['{"a": 1} 2', 1, 10],
    ['{"a": tru}', 1, 10],
    [`{"long": "${'x'.repeat(200)}",\n\n  y}`, 3, 3],
  ])('names line and column: %s', (text, line, column) => {
    try {
      parseJson(text, 'f.json');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(JiangluError);
      expect(error).toMatchObject({ code: 'json-invalid', file: 'f.json', line, column });
    }
  });

  it('passes over a byte order mark', () => {
    expect(parseJson('\ufeff{"a": 1}', 'f.json')).toEqual({ a: 1 });
  });
});
