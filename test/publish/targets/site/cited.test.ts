import { describe, expect, test } from 'vitest';
import { citations, textOf } from '../../../../src/publish/targets/site/cited.js';
import { note, span } from '../../../note.js';
import { section, talk } from '../../talks.js';

const part = (start: number, text: string) => ({ message: 1, start, end: start + text.length, text });

describe('一条消息被引的部分', () => {
  test.each([
    ['整条', [part(0, '背书要连续')], '背书要连续'],
    ['先后按在消息里的', [part(6, '乙乙'), part(0, '甲甲甲甲甲')], '甲甲甲甲甲\n乙乙'],
    ['重复的只出一次', [part(0, '甲乙丙'), part(0, '甲乙丙')], '甲乙丙'],
    ['叠着的接起来', [part(0, '甲乙丙'), part(2, '丙丁')], '甲乙丙丁'],
    ['套在里面的不另出', [part(0, '甲乙丙'), part(1, '乙')], '甲乙丙'],
    ['中间漏了的说出来', [part(0, '甲'), part(40, '乙')], '甲……乙'],
    ['开头的序号不算漏', [part(3, '票据')], '票据'],
    ['开头漏了的说出来', [part(30, '票据')], '……票据'],
  ])('%s', (_, spans, text) => {
    expect(textOf(spans)).toBe(text);
  });
});

test('只有笔记引到的消息，说出是谁的；审稿意见、预告引的不算', () => {
  const made = talk(1, { review: [{ code: 'title-inferred', reason: '核对', message: 8 }] });
  const [log] = citations.of(made, '');
  const lines = 'lines' in log! ? log.lines : [];
  expect(lines.map(({ id, sender, text }) => [id, sender, text])).toEqual([
    [1, '木棉-青禾银行', '开证行先审申请书。'],
    [2, '木棉-青禾银行', '单据要在五个银行工作日内审完。'],
    [3, '阿坤', '不符点怎么办？'],
    [4, '木棉-青禾银行', '先问客户是否接受。'],
    [5, undefined, '不符点是单据与信用证不一致之处。'],
  ]);
});

test('两份记录的各归各的', () => {
  const [source] = note().sources;
  const made = note({
    sources: [source!, { ...source!, path: 'club/2024-03-16-chat.markdown' }],
    sections: [
      {
        ...section('背书', '背书要连续'),
        blocks: [{ type: 'paragraph', spans: [{ ...span('次日再讲', 3), source: 1 }] }],
      },
    ],
  });
  const logs = citations.of(made, '').map((log) => ('lines' in log ? log.lines.map(({ id }) => id) : []));
  expect(logs).toEqual([[1], [3]]);
});
