import { describe, expect, it } from 'vitest';
import { cellText, inSheets } from '../../../src/publish/tables/workbook.js';

describe('what cells and sheets hold', () => {
  it.each([
    ['a\u0000b\u001bc', 'a b c'],
    ['一\r\n二\r三', '一\n二\n三'],
    ['\ud800票', ' 票'],
    ['_x0041_ _x41_', '_x005F_x0041_ _x41_'],
  ])('%j becomes %j', (text, cell) => {
    expect(cellText(text, '…')).toBe(cell);
  });

  it('cuts no character in half', () => {
    const cut = cellText(`${'票'.repeat(32_765)}😀😀`, '…');
    expect(cut.endsWith('票…')).toBe(true);
  });

  it('goes on in another sheet', () => {
    expect(inSheets([1, 2, 3], 2)).toEqual([[1, 2], [3]]);
    expect(inSheets([], 2)).toEqual([[]]);
  });
});
