import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownBlocks } from '../../../src/stages/outline/markdown.js';
import { type Message, spanOf } from '../../../src/transcript.js';

const blocksOf = (text: string) => markdownBlocks({ id: 0, text } as Message, 0, text.length);

/** Ends what stands before it, and makes the parser look at all of it. */
const behind = '\n\n完';

/** The blocks that the parser gives a text. */
function parsed(text: string) {
  const whole = text + behind;
  const blocks = markdownBlocks({ id: 0, text: whole } as Message, 0, whole.length);
  const last = spanOf({ id: 0, text: whole } as Message, whole.length - 1, whole.length);
  expect(blocks.at(-1)).toEqual({ type: 'paragraph', spans: [last] });
  return blocks.slice(0, -1);
}

const piece = fc.constantFrom(
  ...[
    '税',
    '说明',
    'abc',
    '7',
    ' ',
    '，',
    '「',
    '-',
    '+',
    '*',
    '_',
    '~',
    '`',
    '>',
    '|',
    '=',
    ':',
    '.',
    '@',
    '!',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '[^1]',
    '[强]',
    '![图](a.png)',
    '![2018-01-08 19:23:26](https://x.cn/a_1.png?b=1&c=2)',
  ],
  ...['https://x.cn/a', 'www.x.cn', '<b>', '&amp;', '\\', '1.', '2)', '#', '- ', '* ', '> ', '😀'],
);
const line = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join('').trim())
  .filter((text) => /[[\]`|>*+-]|https?:|www\./u.test(text) && !/```|~~~/u.test(text));

describe('markdownBlocks', () => {
  it.each([
    ['![图](https://x.cn/a.png)', ['image']],
    ['前面![图](https://x.cn/a.png)后面', ['paragraph', 'image', 'paragraph']],
    ['[强]好的', ['paragraph']],
    ['T+0 - 结算', ['paragraph']],
    ['https://x.cn/a-b', ['link']],
    ['- 退税', ['list']],
    ['> 退税', ['quote']],
  ])('gives %s as %j', (text, types) => expect(blocksOf(text).map(({ type }) => type)).toEqual(types));

  it('gives a line with a mark as the parser does, also where it does without', () => {
    fc.assert(
      fc.property(line, (text) => {
        expect(blocksOf(text)).toEqual(parsed(text));
      }),
      { numRuns: 300 },
    );
  });
});
