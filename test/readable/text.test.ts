import { describe, expect, it } from 'vitest';
import { inline, plain, plainNick, saying } from '../../src/readable/text.js';

describe('导出时丢掉的字符', () => {
  it.each([
    ['标点后面的问号是丢掉的表情', '核心有几点，?先说第一点。?', '核心有几点，先说第一点。'],
    ['开头的问号也是', '??? 入账流水先记', '入账流水先记'],
    ['问句的问号留下', '这样行吗?', '这样行吗?'],
    ['叹号后面的问号留下', '真的假的！?', '真的假的！?'],
    ['参数的问号留下', '?id=3是参数', '?id=3是参数'],
    ['只有问号的话留下', '???', '???'],
    ['标点前面的两个也是', '退款还是很重要的??，要做细', '退款还是很重要的，要做细'],
    ['标点前面的一个是提问', '这样行吗?，不行再说', '这样行吗?，不行再说'],
    ['全角问号旁边多出来的也是', '可以吗??？行吗？?好', '可以吗？行吗？好'],
    ['全角问号留下', '真的，？', '真的，？'],
  ])('%s', (_, text, shown) => {
    expect(plain(text)).toBe(shown);
    expect(inline(text)).toEqual([{ type: 'text', value: shown }]);
  });

  it('链接里的问号留下', () => {
    expect(inline('见，?[文档](https://example.org/文档、?id=3)?好')).toMatchObject([
      { value: '见，' },
      { type: 'link', url: 'https://example.org/文档、?id=3' },
      { value: '?好' },
    ]);
  });
});

describe('昵称', () => {
  it.each([
    ['??木棉??', '木棉'],
    ['木棉@衡舟', '木棉 衡舟'],
    ['木棉-衡舟', '木棉-衡舟'],
    ['??', '??'],
  ])('%s 显示为 %s', (nick, shown) => {
    expect(plainNick(nick)).toBe(shown);
  });
});

it('图片的名字是时间的，等于没有名字', () => {
  expect(saying('2024-03-15 19:30:12')).toBe('');
  expect(saying('收款流程图 2')).toBe('收款流程图 2');
});
