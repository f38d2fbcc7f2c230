import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedText } from '../../src/language/fold.js';
import { type Marked, marked, snippetOf } from '../../src/search/snippet.js';

/** A marked text with its marks in brackets. */
function shown({ text, marks }: Marked): string {
  let out = '';
  let last = 0;
  for (const [start, end] of marks) {
    out += `${text.slice(last, start)}[${text.slice(start, end)}]`;
    last = end;
  }
  return out + text.slice(last);
}

const filler = '这里说的是别的事情，与要找的无关。'.repeat(20);

describe('what was found in a text', () => {
  it.each<[text: string, words: string[], shown: string]>([
    ['信用风险与信用', ['信用', '信用风险'], '[信用风险]与[信用]'],
    ['信用風險', ['信用风险'], '[信用風險]'],
    ['ＫＹＣ 流程', ['kyc'], '[ＫＹＣ] 流程'],
    ['开 LC，不是 LCD', ['lc'], '开 [LC]，不是 LCD'],
    ['P2P 存管', ['p2p存管'], '[P2P 存管]'],
    ['什么也没有', ['信用'], '什么也没有'],
  ])('%s', (text, words, expected) => {
    expect(shown(marked(text, words))).toBe(expected);
  });

  it('shows the sentence with the word, and where it is cut', () => {
    const { text, marks } = snippetOf(`${filler}信用证是一种承诺。${filler}`, ['信用证']);
    expect(text.startsWith('信用证是一种承诺。')).toBe(true);
    expect(text.endsWith('…')).toBe(true);
    expect(text.length).toBeLessThan(130);
    expect(marks).toEqual([[0, 3]]);
  });

  it('takes the stretch where most words stand together', () => {
    const text = `先说信用。${filler}再说信用和风险。`;
    expect(shown(snippetOf(text, ['信用', '风险']))).toContain('[信用]和[风险]');
  });

  it('shows the beginning where no word stands', () => {
    expect(snippetOf('开头\n第二行', ['没有'])).toEqual({ text: '开头 第二行', marks: [] });
  });

  it('marks what folds to the words, within its text, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom('信', '用', '證', ' ', '\n', 'L', 'c', '😀', '。', 'é'),
      maxLength: 400,
    });
    const words = ['信用', '证', 'lc'];
    fc.assert(
      fc.property(text, (one) => {
        const { text: cut, marks } = snippetOf(one, words);
        expect(cut).not.toMatch(/\p{Cs}/u);
        for (const [start, end] of marks) expect(words).toContain(foldedText(cut.slice(start, end)).trim());
      }),
    );
  });
});
