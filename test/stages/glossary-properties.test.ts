import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glossary } from '../../src/stages/glossary.js';
import { restrictions } from '../../src/stages/restrictions.js';
import { lectureOf, run } from './glossary-lecture.js';

const piece = fc.oneof(
  fc.constantFrom(
    '所谓',
    '是指',
    '就是',
    '，',
    '。',
    '：',
    '（',
    '）',
    '“',
    '”',
    '又称',
    '我们称为',
    '1）',
    '\n',
    ' ',
    '&amp;quot;',
    '&#160;',
    '清分引擎',
    '信用风险',
    'ABC',
    '账户',
    '包括',
    '、',
    '请勿外传',
    '密码',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('').trim());

const split = (whole: string, at: number) =>
  /[\uD800-\uDBFF]/.test(whole[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(whole[at] ?? '');

describe('对任何文字', () => {
  it('片段都是原文，不切开代理对，结果可重现', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
        const [first, second] = [lectureOf(texts), lectureOf(texts)];
        for (const { tree } of [first, second]) {
          run(glossary, tree);
          run(restrictions, tree);
        }
        expect(second.talk).toEqual(first.talk);
        const entries = first.talk.glossary.map(({ message, start, end }) => ({
          message,
          start,
          end,
          text: texts[message]!.slice(start, end),
        }));
        const told = first.talk.glossary.flatMap(({ definition, aliases }) => [...definition, ...aliases]);
        for (const span of [...entries, ...told, ...first.talk.restrictions]) {
          const whole = texts[span.message]!;
          expect(span.end).toBeGreaterThan(span.start);
          expect(whole.slice(span.start, span.end)).toBe(span.text);
          expect(split(whole, span.start) || split(whole, span.end)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  const hostile = [
    '（',
    '“',
    '是',
    '是。',
    '[',
    '&amp;',
    '1）',
    ' ',
    '，',
    '账户，',
    '所谓',
    '[](',
    'https://',
    '信用风险、',
    '第一',
    '我们称为X。',
    '甲：\n',
    '请勿',
    '不要 ',
  ];

  /** Milliseconds of the processor, which other programs do not lengthen as they do those of the clock. */
  const effort = (lecture: string) => {
    const { tree } = lectureOf([lecture]);
    const start = process.cpuUsage();
    run(glossary, tree);
    run(restrictions, tree);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  /** Linear work takes four times as long for four times the text, quadratic work sixteen times. */
  const grows = (lecture: (size: number) => string) => {
    effort(lecture(1_000));
    const short = Math.max(25, Math.min(effort(lecture(5_000)), effort(lecture(5_000))));
    return Math.min(effort(lecture(20_000)), effort(lecture(20_000))) / short;
  };

  it.each(hostile)('时间随长度线性增长：“%s…”', (unit) => {
    expect(grows((size) => unit.repeat(Math.ceil(size / unit.length)))).toBeLessThan(10);
  });

  it('成百上千个不同的术语也是', () => {
    const han = (n: number) => String.fromCharCode(0x4e00 + (n % 3000));
    const line = (n: number) => `${han(n)}${han(n * 7 + 5)}账户是指第几种业务的专用账户。\n`;
    expect(grows((size) => Array.from({ length: size / 20 }, (_, n) => line(n)).join(''))).toBeLessThan(10);
  });
});
