import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { questions } from '../../src/stages/questions.js';
import { chat, lexicon, speaker } from './chat.js';
import { pairsAfter, pairsOf, talkThen } from './questions-dialogue.js';

const mention = (nick: string) => `@${nick} `;

describe('questions to the speaker', () => {
  it('pairs a question with its answer', () => {
    expect(
      pairsAfter([
        ['20:05:00', '芦苇', '请问校验码一共有多少位？'],
        ['20:05:40', speaker, '校验码一共二十位，我们系统只取后六位'],
      ]),
    ).toEqual(['请问校验码一共有多少位？ → 讲者: 校验码一共二十位，我们系统只取后六位']);
  });

  it('keeps the messages of an answer together', () => {
    expect(
      pairsAfter([
        ['20:05:00', '芦苇', '请问查验失败了怎么处理？'],
        ['20:05:40', speaker, '查验失败分两种情况'],
        ['20:06:00', speaker, '平台没有数据的，第二天再查验一次'],
        ['20:06:20', speaker, '数据不一致的，退回给供应商重开'],
      ]),
    ).toEqual([
      '请问查验失败了怎么处理？ → 讲者: 查验失败分两种情况 + 平台没有数据的，第二天再查验一次 + 数据不一致的，退回给供应商重开',
    ]);
  });

  it('takes a short yes for an answer', () => {
    expect(
      pairsAfter([
        ['20:05:00', '芦苇', '红字发票也要走查验流程吗？'],
        ['20:05:20', speaker, '嗯，是的'],
      ]),
    ).toEqual(['红字发票也要走查验流程吗？ → 讲者: 嗯，是的']);
  });

  it('joins what one person asks in several messages', () => {
    expect(
      pairsAfter([
        ['20:05:00', '芦苇', '我想请教一下入账标记的问题'],
        ['20:05:10', '芦苇', '入账标记是存在自己系统还是税务局的平台？'],
        ['20:06:00', speaker, '入账标记两边都要存，平台那边月底回传'],
      ]),
    ).toEqual([
      '我想请教一下入账标记的问题 + 入账标记是存在自己系统还是税务局的平台？ → 讲者: 入账标记两边都要存，平台那边月底回传',
    ]);
  });

  it('gives the next question of the same person a pair of its own', () => {
    expect(
      pairsAfter([
        ['20:05:00', '芦苇', '请问校验码一共有多少位？'],
        ['20:05:40', speaker, '校验码一共二十位，我们系统只取后六位'],
        ['20:07:00', '芦苇', '那入账以后还能冲红吗？'],
        ['20:07:40', speaker, '入账以后要先取消标记才能冲红'],
      ]),
    ).toHaveLength(2);
  });
});

describe('interleaved threads', () => {
  it('parts two questions that a mention tells apart', () => {
    expect(
      pairsAfter([
        ['20:05:00', '芦苇', '请问校验码一共有多少位？'],
        ['20:05:10', '半夏', '请问重复报销怎么发现的？'],
        ['20:06:00', speaker, `${mention('半夏')}靠入账标记，重复报销的时候系统会拦下来`],
        ['20:07:00', speaker, `${mention('芦苇')}一共二十位，我们系统只取后六位`],
      ]),
    ).toEqual([
      '请问校验码一共有多少位？ → 讲者: @芦苇 一共二十位，我们系统只取后六位',
      '请问重复报销怎么发现的？ → 讲者: @半夏 靠入账标记，重复报销的时候系统会拦下来',
    ]);
  });

  it('parts two questions that a quotation tells apart', () => {
    const quotation = '「 芦苇: 请问校验码一共有多少位？ 」\n- - - - - - - - - - - - - - -\n二十位';
    expect(
      pairsAfter([
        ['20:05:00', '芦苇', '请问校验码一共有多少位？'],
        ['20:06:00', '半夏', '请问重复报销怎么发现的？'],
        ['20:06:30', speaker, quotation],
      ]),
    ).toEqual([`请问校验码一共有多少位？ → 讲者: ${quotation}`]);
  });

  it('follows the wording where nobody is mentioned', () => {
    const pairs = pairsAfter([
      ['20:05:00', '芦苇', '请问校验码一共有多少位？'],
      ['20:05:20', '半夏', '请问重复报销怎么发现的？'],
      ['20:06:20', speaker, '校验码一共是二十位，印在发票右上角'],
      ['20:07:20', speaker, '重复报销是靠入账标记来发现的，标记过的会拦下来'],
    ]);
    expect(pairs).toEqual([
      '请问校验码一共有多少位？ → 讲者: 校验码一共是二十位，印在发票右上角',
      '请问重复报销怎么发现的？ → 讲者: 重复报销是靠入账标记来发现的，标记过的会拦下来',
    ]);
  });
});

describe('what is no part of a pair', () => {
  it('gives no pair for an unanswered question', () => {
    expect(pairsAfter([['20:05:00', '芦苇', '请问校验码一共有多少位？']])).toEqual([]);
  });

  it('takes no thanks for an answer', () => {
    expect(
      pairsAfter([
        ['20:05:00', '芦苇', '请问校验码一共有多少位？'],
        ['20:09:00', '空山', '感谢分享'],
        ['20:09:10', speaker, '[抱拳][抱拳]'],
      ]),
    ).toEqual([]);
  });

  it('lets applause and sign-ins pass in between', () => {
    expect(
      pairsAfter([
        ['20:05:00', '芦苇', '请问查验失败了怎么处理？'],
        ['20:05:05', '空山', '[鼓掌][鼓掌]'],
        ['20:05:10', '半夏', '签到'],
        ['20:05:40', speaker, '查验失败的第二天再查验一次'],
      ]),
    ).toEqual(['请问查验失败了怎么处理？ → 讲者: 查验失败的第二天再查验一次']);
  });

  it('never takes a message of the lecture', () => {
    const tree = talkThen([['20:05:00', '芦苇', '请问校验码一共有多少位？']]);
    tree.talks[0]!.lecture = tree.children.map(({ id }) => id);
    unified().use(questions, lexicon).runSync(tree);
    expect(pairsOf(tree)).toEqual([]);
  });
});

describe('answers by others', () => {
  it('takes the answer of a member who names the asker', () => {
    expect(
      pairsAfter([
        ['20:05:00', '芦苇', `${mention(speaker)}请问查验平台晚上也能用吗？`],
        ['20:05:20', speaker, '能用，查验平台晚上也开'],
        ['20:05:40', '半夏', `${mention('芦苇')}查验平台晚上能用，就是慢一点`],
      ]),
    ).toEqual([
      `${mention(speaker)}请问查验平台晚上也能用吗？ → 讲者: 能用，查验平台晚上也开 → 半夏: @芦苇 查验平台晚上能用，就是慢一点`,
    ]);
  });
});

describe('answers where the speaker is silent', () => {
  it('takes the answer of the member who mentions the asker', () => {
    expect(
      pairsAfter([
        ['20:05:00', '芦苇', '请问查验平台晚上也能用吗？'],
        ['20:05:30', '半夏', `${mention('芦苇')}查验平台晚上能用，就是慢一点`],
        ['20:05:50', '芦苇', '明白了，谢谢'],
      ]),
    ).toEqual(['请问查验平台晚上也能用吗？ → 半夏: @芦苇 查验平台晚上能用，就是慢一点']);
  });
});

describe('odd logs', () => {
  it('leaves a log without a talk alone', () => {
    const tree = chat([['20:00', '芦苇', '请问校验码一共有多少位？']]);
    unified().use(questions, lexicon).runSync(tree);
    expect(tree.talks).toEqual([]);
  });

  it('counts a second copy of a question once', () => {
    const question = '请问校验码一共有多少位，是不是每张发票都有？';
    expect(
      pairsAfter([
        ['20:05:00', '芦苇', question],
        ['20:05:00', '芦苇-半坡财税', question],
        ['20:05:40', speaker, '校验码一共二十位，每张发票都有'],
      ]),
    ).toEqual([`${question} → 讲者: 校验码一共二十位，每张发票都有`]);
  });
});
