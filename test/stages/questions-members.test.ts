import { describe, expect, it } from 'vitest';
import { type Row, speaker } from './chat.js';
import { pairsAfter } from './questions-dialogue.js';

const question: Row = ['20:05:00', '芦苇', '请问查验平台晚上也能用吗？'];
const answer = '能用的，查验平台晚上也能用，就是慢一点';
const quotation = '「 芦苇: 请问查验平台晚上也能用吗？ 」\n- - - - - - - -\n';

describe('answers by other members', () => {
  it.each<[string, Row[], string | undefined]>([
    ['mentions the asker', [['20:05:30', '半夏', `@芦苇 ${answer}`]], `@芦苇 ${answer}`],
    ['quotes the question', [['20:05:30', '半夏', `${quotation}能用，就是慢`]], `${quotation}能用，就是慢`],
    [
      'answers in its words and is thanked',
      [
        ['20:05:30', '半夏', answer],
        ['20:05:50', '芦苇', '明白了，谢谢'],
      ],
      answer,
    ],
    ['says the like, and nobody reacts', [['20:05:30', '半夏', answer]], undefined],
    ['speaks of something else', [['20:06:00', '半夏', '今天下班路上堵车真厉害']], undefined],
    ['asks the same', [['20:05:20', '半夏', '我也想问这个']], undefined],
    ['signs in', [['20:05:20', '半夏', '签到']], undefined],
    ['thanks', [['20:05:20', '半夏', '感谢分享']], undefined],
    ['mentions somebody else', [['20:05:30', '半夏', '@空山 明天见']], undefined],
  ])('one who %s', (_case, rows, expected) => {
    const want = expected === undefined ? [] : [`${question[2]} → 半夏: ${expected}`];
    expect(pairsAfter([question, ['20:04:00', '空山', '签到'], ...rows])).toEqual(want);
  });

  it('stand beside the answer of the speaker', () => {
    const asked = `@${speaker} ${question[2]}`;
    expect(
      pairsAfter([
        ['20:05:00', '芦苇', asked],
        ['20:05:20', speaker, '能用，查验平台晚上也开'],
        ['20:05:40', '半夏', `@芦苇 ${answer}`],
      ]),
    ).toEqual([`${asked} → 讲者: 能用，查验平台晚上也开 → 半夏: @芦苇 ${answer}`]);
  });
});

describe('whom a name behind an @ means', () => {
  it.each([
    ['part of the nick', '空山白云-远山软件', '@白云-远山-研发 '],
    ['the beginning of the nick', '白云Wa-远山软件-产品', '@白云_群管理 '],
    ['the name at the end of the nick', '远山软件-产品-白云', '@白云-远山-产品 '],
  ])('%s', (_case, nick, mention) => {
    expect(
      pairsAfter([
        ['20:05:00', '芦苇', '请问校验码一共有多少位？'],
        ['20:05:20', nick, '请问重复报销怎么发现的？'],
        ['20:06:00', speaker, `${mention}系统会拦下来`],
      ]),
    ).toEqual([`请问重复报销怎么发现的？ → 讲者: ${mention}系统会拦下来`]);
  });
});

describe('pairs dropped for doubt', () => {
  it.each<[string, Row[]]>([
    [
      'a remark, and the speaker leaves',
      [
        ['20:05:00', '芦苇', '我们公司去年也上了这个系统'],
        ['20:06:30', speaker, '我先去吃个饭'],
      ],
    ],
    [
      'a remark, and a laugh',
      [
        ['20:05:00', '芦苇', '这个很有意思'],
        ['20:05:30', speaker, '哈哈'],
      ],
    ],
    [
      'an announcement much later',
      [
        ['20:05:00', '芦苇', '我们公司也是这样做的'],
        ['20:45:30', speaker, '明天我把文件发到群里'],
      ],
    ],
    [
      'an answer sooner than it could be typed',
      [
        ['20:05:00', '芦苇', '好复杂'],
        ['20:05:01', speaker, '下面这张图是我们去年整理的，大家有空的时候可以对照着看一看，里面有全部的流程'],
      ],
    ],
  ])('%s', (_case, rows) => {
    expect(pairsAfter(rows)).toEqual([]);
  });
});
