import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerName, noteStem, safeName } from '../../src/output/names.js';
import { slugOf } from '../../src/slug.js';

describe('slugOf', () => {
  it.each([
    ['跨境收款 & 结汇', '跨境收款-结汇'],
    ['Ｃａｒｄ Tokenization 入门！', 'card-tokenization-入门'],
    ['../../etc/passwd', 'etc-passwd'],
    ['？？', 'untitled'],
    ['', 'untitled'],
  ])('%j gives %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('is bounded, never empty, and the same when made again of itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const slug = slugOf(title);
        expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(80);
        expect(slug).toMatch(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u);
        expect(safeName(`a${slug}`)).toBe(`a${slug}`.normalize('NFC'));
      }),
      { seed: 315 },
    );
  });
});

describe('safeName', () => {
  it.each(['payclub', '支付群', 'a b', 'x.y'])('keeps %s', (name) => {
    expect(safeName(name)).toBe(name);
  });

  it.each(['..', '.hidden', 'CON', 'nul.txt', 'a/b', 'a:b', 'a.', 'a ', '\u202eabc', '支'.repeat(200), ''])(
    'alters %j',
    (name) => {
      expect(safeName(name)).not.toBe(name);
    },
  );

  it('gives different names, fit for every file system', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'binary' }),
        (one, two) => {
          const name = safeName(one);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
          expect(name).toMatch(/^[^.\s<>:"/\\|?*\p{Cc}][^<>:"/\\|?*\p{Cc}]*$/u);
          expect(name).not.toMatch(/[.\s]$/u);
          if (one.normalize('NFC') !== two.normalize('NFC')) expect(safeName(two)).not.toBe(name);
        },
      ),
    );
  });
});

describe('file names', () => {
  it('follow the log and the note', () => {
    const source = { path: 'payclub/_posts/2024-03-15-chat.markdown' } as Parameters<
      typeof ledgerName
    >[0]['source'];
    expect(ledgerName({ source })).toBe('2024-03-15-chat.ledger.json');
    expect(ledgerName({ source: { ...source, path: '-' } })).toBe('stdin.ledger.json');
    expect(noteStem({ id: 'payclub-2024-03-15-0123abcd', date: '2024-03-15', slug: '票据' })).toBe(
      '2024-03-15-票据.0123ab',
    );
  });
});
