import fc from 'fast-check';
import { expect, test } from 'vitest';
import { legalName } from '../../src/publish/legal-name.js';

test.each([
  ['信用证 结算', '信用证 结算'],
  ['A/B：“甲”*乙?', 'A B：“甲” 乙'],
  ['票据|贴现#1 [草稿]^', '票据 贴现 1 草稿'],
  ['...隐藏', '隐藏'],
  ['尾巴. . ', '尾巴'],
  ['con', '_con'],
  ['COM1.md', '_COM1.md'],
  ['联系人', '联系人'],
  ['换\n行\t和\u0000零', '换 行 和 零'],
  ['\u202e反向', '反向'],
  ['///', '无名'],
  ['', '无名'],
  ['e\u0301', 'é'],
])('%j 作文件名：%s', (text, name) => {
  expect(legalName(text, '无名')).toBe(name);
});

test('任何文字都成合法的名字：不空、不太长、没有系统不收的字符', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const name = legalName(text, '无名');
      expect(name).not.toMatch(/[<>:"/\\|?*#^[\]%\p{Cc}\p{Surrogate}]|^[. ]|[. ]$/u);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:$|\.)/iu);
      expect(name.length).toBeGreaterThan(0);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(128);
      expect(legalName(name, '无名')).toBe(name);
    }),
  );
});
