import { describe, expect, it } from 'vitest';
import { questionErrors } from '../../../src/eval/errors/questions.js';
import type { Decision, Weighed } from '../../../src/reasons/questions.js';
import type { Pair } from '../../../src/schema/labels.js';
import { type Row, speaker } from '../../stages/chat.js';
import { found, label, measured, qa, told } from '../case.js';

const rows: Row[] = [
  ['20:00', speaker, '仓单是提货凭证'], // 0
  ['20:01', '半夏', '标准仓单和普通仓单有什么区别？'], // 1
  ['20:02', speaker, '一个在交易所，一个在仓库'], // 2
  ['20:10', speaker, '以上就是我的分享'], // 3
  ['20:11', '芦花飞', '重复质押怎么防？'], // 4
  ['20:12', speaker, '登记在先，谁登记谁优先'], // 5
  ['20:13', '空山', '我们用的是中登网'], // 6
  ['20:14', '半夏', '跌价的时候，货值不够还款的那种'], // 7
  ['20:15', speaker, '跌破警戒线就补货或者还钱'], // 8
  ['20:16', '芦花飞', '那监管费谁出？'], // 9
  ['20:17', '空山', '一般是货主出'], // 10
  ['20:40', speaker, '对，货主出'], // 11
  ['20:41', '半夏', '利率大概多少？'], // 12
  ['20:42', speaker, '看银行，五到八个点'], // 13
];
const lecture = [0, 3];
const one = (wanted: Pair[], had: Pair[], decisions = new Map<number, Decision>()) =>
  found(rows, label({ lecture, qa: wanted }), measured({ lecture: { messages: lecture }, qa: had.map(qa) }), {
    decisions: () => decisions,
  });
const errors = (wanted: Pair[], had: Pair[]) => told(questionErrors(one(wanted, had)));

describe('问题找到了，消息不对', () => {
  it.each<[string, Pair[], Pair[], string]>([
    ['问的消息多了', [{ q: [4], a: [5] }], [{ q: [4, 6, 7], a: [5] }], 'qa.question-differs 1 1 4,5,6,7'],
    ['答少了', [{ q: [4], a: [5, 6, 8] }], [{ q: [4], a: [5] }], 'qa.answer-too-few 1 1 4,5,6,8'],
    ['答多了', [{ q: [4], a: [5] }], [{ q: [4], a: [5, 6, 8] }], 'qa.answer-too-many 1 1 4,5,6,8'],
    ['又多又少', [{ q: [4], a: [5, 6] }], [{ q: [4], a: [6, 8] }], 'qa.answer-mixed 1 1 4,5,6,8'],
    [
      '答的是另一个问题',
      [
        { q: [4], a: [5] },
        { q: [7], a: [8] },
      ],
      [{ q: [4], a: [8] }],
      'qa.answer-of-another 1 1 4,5,8',
    ],
    ['什么也没答', [{ q: [4], a: [5] }], [{ q: [4], a: [6] }], 'qa.answer-wrong 1 1 4,5,6'],
    [
      '缺的有一部分答了另一个问题',
      [
        { q: [7], a: [8] },
        { q: [4], a: [5, 8, 10] },
      ],
      [
        { q: [7], a: [8] },
        { q: [4], a: [5] },
      ],
      'qa.answer-too-few 1 1 4,5,8,10',
    ],
    [
      '缺的全答了另一个问题',
      [
        { q: [7], a: [8] },
        { q: [4], a: [8] },
      ],
      [
        { q: [7], a: [8] },
        { q: [4], a: [10] },
      ],
      'qa.answer-shared 1 1 4,8,10',
    ],
  ])('%s', (_, wanted, had, result) => {
    expect(errors(wanted, had)[0]).toBe(result);
  });
});

describe('漏掉的问题', () => {
  it.each<[string, Pair[], Pair[], string]>([
    [
      '并进了另一问',
      [
        { q: [4], a: [5] },
        { q: [7], a: [8] },
      ],
      [{ q: [4, 7], a: [5] }],
      'qa.missed-joined 1 0 7,8',
    ],
    [
      '当成了答',
      [
        { q: [4], a: [5] },
        { q: [7], a: [8] },
      ],
      [{ q: [4], a: [5, 7] }],
      'qa.missed-as-answer 1 0 7,8',
    ],
    [
      '答全是别的问题的',
      [
        { q: [7], a: [8] },
        { q: [4], a: [8] },
      ],
      [{ q: [7], a: [8] }],
      'qa.missed-shared 1 0 4,8',
    ],
    ['只有群友答', [{ q: [9], a: [10] }], [], 'qa.missed-members 1 0 9,10'],
    ['没有问号和疑问词', [{ q: [7], a: [8] }], [], 'qa.missed-unmarked 1 0 7,8'],
    ['讲座中间问的', [{ q: [1], a: [2] }], [], 'qa.missed-during 1 0 1,2'],
    ['过了很久才答', [{ q: [9], a: [11] }], [], 'qa.missed-late 1 0 9,11'],
    ['其余', [{ q: [12], a: [13] }], [], 'qa.missed-plain 1 0 12,13'],
  ])('%s', (_, wanted, had, result) => expect(errors(wanted, had)).toEqual([result]));
});

describe('多出的问答', () => {
  it.each<[string, Pair[], Pair[], string]>([
    [
      '拆成两问',
      [{ q: [4, 9], a: [5] }],
      [
        { q: [4], a: [5] },
        { q: [9], a: [11] },
      ],
      'qa.extra-split 0 1 9,11',
    ],
    [
      '答当成了问',
      [{ q: [4], a: [5, 6] }],
      [
        { q: [4], a: [5] },
        { q: [6], a: [8] },
      ],
      'qa.extra-answer 0 1 6,8',
    ],
    ['群友闲谈', [], [{ q: [9], a: [10] }], 'qa.extra-members 0 1 9,10'],
    ['没有问号和疑问词', [], [{ q: [7], a: [8] }], 'qa.extra-unmarked 0 1 7,8'],
    ['讲座中间的', [], [{ q: [1], a: [2] }], 'qa.extra-during 0 1 1,2'],
    ['其余', [], [{ q: [12], a: [13] }], 'qa.extra-marked 0 1 12,13'],
  ])('%s', (_, wanted, had, result) => expect(errors(wanted, had)).toEqual([result]));
});

describe('为什么', () => {
  const weighed = (question: number[], score: number): Weighed => ({
    question,
    score,
    shares: () => [{ feature: 'like', share: score }],
  });
  const right = weighed([4], -0.5);
  const wrong = weighed([7], 1.25);
  const decided = (taken?: Weighed, all = [right, wrong], joins?: Weighed): Decision => ({
    weighed: all,
    taken,
    joins,
  });
  const reasons = (decisions: [number, Decision][], wanted: Pair, had?: Pair) => {
    const [draft] = questionErrors(one([wanted], had ? [had] : [], new Map(decisions)));
    return draft!.reasons!().map(({ decision, score, shares }) => [
      decision,
      score,
      shares.map(({ share }) => share),
    ]);
  };

  it.each<[string, [number, Decision][], unknown[]]>([
    [
      '答了别的问题',
      [[5, decided(wrong)]],
      [
        ['#5 answers #7', 1.25, [1.25]],
        ['#5 might answer #4', -0.5, [-0.5]],
      ],
    ],
    [
      '什么也不答',
      [[5, decided()]],
      [
        ['#5 answers nothing', null, []],
        ['#5 might answer #4', -0.5, [-0.5]],
      ],
    ],
    [
      '没有比较过',
      [[5, decided(undefined, [wrong])]],
      [
        ['#5 answers nothing', null, []],
        ['#5 was not weighed against the question', null, []],
      ],
    ],
  ])('%s', (_, decisions, wanted) => {
    const all: [number, Decision][] = [[4, decided(undefined, [], weighed([1], 0.75))], ...decisions];
    expect(reasons(all, { q: [4], a: [5] })).toEqual([['#4 goes on asking #1', 0.75, [0.75]], ...wanted]);
  });

  it('问的消息：另起一问、是讲座、没有看', () => {
    expect(reasons([[4, decided(undefined, [], weighed([1], -2))]], { q: [0, 4, 6], a: [2] })).toEqual([
      ['#0 is lecture', null, []],
      ['#4 asks anew after #1', -2, [-2]],
      ['#6 is not looked at: chatter, a copy, or too far from the lecture', null, []],
      ['#2 is not looked at: chatter, a copy, or too far from the lecture', null, []],
    ]);
  });

  it('只说两边不同的消息', () =>
    expect(
      reasons([[8, decided(wrong)]], { q: [4], a: [5] }, { q: [4], a: [5, 8, 6] }).map(([what]) => what),
    ).toEqual([
      '#6 is not looked at: chatter, a copy, or too far from the lecture',
      '#8 answers #7',
      '#8 might answer #4',
    ]));
});
