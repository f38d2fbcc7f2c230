import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inert } from '../../../src/publish/tables/inert.js';

describe('cells that no spreadsheet takes for formulas', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 联系', "'+86 联系"],
    ['-5', "'-5"],
    ['@木棉', "'@木棉"],
    ['＝1＋1', "'＝1＋1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠所有人', "'＠所有人"],
    ['﹦1', "'﹦1"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['\t票据', "'\t票据"],
    [' \u200b\u3000=1', " \u200b\u3000'=1"],
    ['一；\n- 二', "一；\n'- 二"],
    ['票据; =cmd|1', "票据; '=cmd|1"],
  ])('%j becomes %j', (text, safe) => {
    expect(inert(text)).toBe(safe);
  });

  it.each([
    '',
    '票据',
    'a=b',
    '费率 = 0.6%',
    '2024-03-15',
    '1-2',
    '支付+清算',
    'a@b.example',
    '； =1',
    '一\n二',
  ])('%j stays', (text) => {
    expect(inert(text)).toBe(text);
  });

  it('takes nothing away, and twice is as good as once', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '＝', '+', '-', '@', ' ', ';', '\t', '\n', '票', "'"),
    });
    fc.assert(
      fc.property(text, (typed) => {
        const safe = inert(typed);
        expect(safe.replaceAll("'", '')).toBe(typed.replaceAll("'", ''));
        for (const cell of safe.split(/[;\t\n]/u)) expect(cell.trim()).not.toMatch(/^[=＝+\-@]/u);
        if (!safe.startsWith("'\t")) expect(inert(safe)).toBe(safe);
      }),
    );
  });
});
