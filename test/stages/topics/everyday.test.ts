import { describe, expect, it } from 'vitest';
import { conceptsOf } from '../../../src/language/concepts.js';
import { loadLexicon } from '../../../src/lexicon.js';
import { newCandidate } from '../../../src/stages/topics/candidate.js';
import { everydayIn } from '../../../src/stages/topics/everyday.js';

const lexicon = loadLexicon();
const isEveryday = everydayIn(lexicon);
const [concept] = conceptsOf(lexicon).byId.values();

/** Whether a term of these words is one that nobody tags a talk with. */
const told = (...words: string[]) =>
  isEveryday(newCandidate({ id: 'text', label: words.join(''), concept: undefined, words, tags: [] }));

describe('谁也不会拿来做标签的词', () => {
  it.each([
    ['整体', '步骤'],
    ['现存', '问题'],
    ['回归', '主题'],
    ['尝试'],
    ['接触', '过'],
    ['仓单', '的', '流转'],
    ['有的', '仓库', '已经', '把', '系统', '分出来'],
  ])('%s%s', (...words) => {
    expect(told(...words)).toBe(true);
  });

  it.each([['仓单'], ['仓单', '步骤'], ['整体', '仓储'], ['Warehouse', 'Receipt', 'Financing']])(
    '%s%s 可以',
    (...words) => {
      expect(told(...words)).toBe(false);
    },
  );

  it('分类里的概念总可以', () => {
    expect(isEveryday(newCandidate({ id: 'x', label: '步骤', concept, words: ['步骤'], tags: [] }))).toBe(
      false,
    );
  });
});
