import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markerAt, markerFinders } from '../../../src/language/markers.js';
import { viewOf } from '../../../src/language/view.js';
import type { Block, Section, Span, Talk } from '../../../src/transcript.js';
import { workOf } from '../../processor.js';
import { flat, lexicon, outlined } from '../chat.js';

const piece = fc.oneof(
  fc.constantFrom(
    '一、',
    '二、',
    '（一）',
    '1、',
    '2、',
    '1）',
    '2）',
    '（1）',
    '①',
    '②',
    '第一部分：',
    '第二种',
    'Part 1 ',
    '# ',
    '2.1 ',
    '2.1.1、',
    'a、',
  ),
  fc.constantFrom(
    '。',
    '：',
    '，',
    '；',
    '？',
    '、',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '【',
    '】',
    '“',
    '”',
    '@',
    '　',
  ),
  fc.constantFrom(
    '仓单',
    '监管仓的流程',
    '我们聊聊',
    '接下来说一下',
    '风险',
    '总结',
    '要先验货',
    '货主把货送进仓库',
  ),
  fc.constantFrom('&amp;', '&amp;gt;', '&amp;#160;', '&lt;', '&nbsp;', '&'),
  fc.constantFrom(
    '![图](http://img.example.com/a.png)',
    '[文档](http://example.com/d)',
    'https://example.com/x',
    '```\n',
    '| a | b |\n| - | - |\n',
    '> ',
    '- ',
    '* ',
    '**',
    '`',
    '[鼓掌]',
    '😀',
    '3.5元',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 25 }).map((parts) => parts.join('').trim());
const runs = { numRuns: 300 };
const lecture = fc.array(text, { minLength: 1, maxLength: 6 });

const spansOf = ({ spans, items = [] }: Block): Span[] => [...spans, ...items.map((item) => item.span)];
const blocksIn = (talk: Talk): Block[] => [...talk.lead, ...flat(talk.sections).flatMap((one) => one.blocks)];
const cuts = (whole: string, at: number) =>
  /[\uD800-\uDBFF]/.test(whole[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(whole[at] ?? '');

/** The parts of a message that no block and no title holds. */
function left(whole: string, id: number, sections: Section[], blocks: Block[]): string[] {
  const covered = new Array<boolean>(whole.length).fill(false);
  const cover = (start: number, end: number) => covered.fill(true, start, end);
  for (const span of blocks.flatMap(spansOf)) if (span.message === id) cover(span.start, span.end);
  for (const { message, span } of sections) if (message === id) cover(span.start, span.end);
  const rest: string[] = [];
  for (let at = 0; at < whole.length; at++) {
    if (covered[at]) continue;
    const before = at > 0 && !covered[at - 1] ? rest.pop()! : '';
    rest.push(before + whole[at]);
  }
  return rest;
}

const finders = markerFinders(lexicon.outline);

/** White space, the punctuation between a label and its text, a number without text, a spoken lead cut off a title. */
function harmless(rest: string, markers: string[]): boolean {
  let bare = viewOf(rest).text;
  const cuts = [...markers.map((marker) => viewOf(marker).text), ...lexicon.outline.leads];
  for (const cut of cuts) bare = bare.replace(cut, '');
  for (let at = 0; at < bare.length; ) {
    const marker = markerAt(bare, at, finders);
    if (marker) bare = bare.slice(0, at) + bare.slice(marker.close);
    else at++;
  }
  return /^[\s\p{P}]*$/u.test(bare);
}

describe('对任何讲座', () => {
  it('标题、段落、列表项都是原文的一段，不切开代理对', () => {
    fc.assert(
      fc.property(lecture, (texts) => {
        const { talk } = outlined(texts);
        const titled = flat(talk.sections).filter((one) => one.title !== '');
        const spans = [...titled.map((one) => one.span), ...blocksIn(talk).flatMap(spansOf)];
        for (const span of spans) {
          const whole = texts[span.message]!;
          expect(span.end).toBeGreaterThan(span.start);
          expect(whole.slice(span.start, span.end)).toBe(span.text);
          expect(cuts(whole, span.start) || cuts(whole, span.end)).toBe(false);
        }
        for (const { message, span, marker } of flat(talk.sections)) {
          expect(message).toBe(span.message);
          expect(texts[message]).toContain(marker);
        }
      }),
      runs,
    );
  });

  it('标题按先后排列，下级比上级深', () => {
    fc.assert(
      fc.property(lecture, (texts) => {
        const { talk } = outlined(texts);
        const places = flat(talk.sections).map(({ span }) => [span.message, span.start] as const);
        const sorted = [...places].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(places).toEqual(sorted);
        for (const parent of flat(talk.sections))
          for (const child of parent.sections) expect(child.level).toBeGreaterThan(parent.level);
      }),
      runs,
    );
  });

  it('一个字也不丢：讲座的文字都在标题、编号或段落里', () => {
    fc.assert(
      fc.property(lecture, (texts) => {
        const { talk } = outlined(texts);
        const sections = flat(talk.sections);
        const blocks = blocksIn(talk);
        for (const [id, whole] of texts.entries()) {
          const markers = sections.filter((one) => one.message === id).map(({ marker }) => marker);
          expect(left(whole, id, sections, blocks).filter((rest) => !harmless(rest, markers))).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('同样的输入，同样的大纲', () => {
    fc.assert(
      fc.property(lecture, (texts) => {
        expect(outlined(texts).talk).toEqual(outlined(texts).talk);
      }),
      runs,
    );
  });
});

describe('怪异的长消息也很快', () => {
  it.each([
    '一',
    '一、',
    '1、',
    '1）',
    '（',
    '（一',
    '第一',
    '①',
    '#',
    '2.1',
    '角度一、',
    '接下来',
    '我们聊聊',
    '【',
    '“',
    '：',
    '，',
    ' ',
    '\n',
    '&amp;',
    '&amp;#160;',
    '[',
    '](',
    '![](',
    '`',
    '|-',
    'https://',
    '仓单  ',
    '- \n',
    '😀',
  ])('“%s”重复到两万字', (unit) => {
    const whole = unit.repeat(Math.ceil(20_000 / unit.length));
    expect(workOf(() => outlined([`一、概念${whole}`]))).toBeLessThan(8000);
  });
});
