import { describe, expect, it } from 'vitest';
import { pageName, topicTag } from '../../../../src/publish/targets/obsidian/names.js';

describe('文件名', () => {
  it.each([
    ['分账产品的边界', '主题/分账产品的边界.md'],
    ['a/b: "c" [[d]] #e ^f | g', '主题/a b c d e f g.md'],
    ['$x$ ==y== `z` {{w}}', '主题/x y z w.md'],
    ['con', '主题/_con.md'],
    ['...', '主题/topic.md'],
  ])('%s', (words, name) => {
    expect(pageName('主题', words, 'topic')).toBe(name);
  });
});

describe('标签', () => {
  it.each([
    ['分账', 'topic/分账'],
    ['Card Tokenization', 'topic/Card-Tokenization'],
    ['2024', 'topic/2024'],
    ['收/付 #1', 'topic/收-付-1'],
    ['？！', undefined],
  ])('%s', (label, tag) => {
    expect(topicTag(label)).toBe(tag);
  });
});
