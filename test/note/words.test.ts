import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/edits.js';
import { worded } from '../../src/note/words.js';
import { noteOf } from '../../src/note.js';
import { annotate } from '../../src/pipeline.js';
import { twinHint } from '../../src/run/twins.js';
import type { Note } from '../../src/schema/note.js';
import type { Hint } from '../../src/transcript.js';
import { checkNote } from '../../src/verify/note.js';
import { chat, evening, lexicon, prepared, type Row, speaker, typed } from '../stages/chat.js';

const announcement = `今天请到@${speaker} 给大家分享，主题为“仓单质押的几道关口”，欢迎签到`;
const key = 'f'.repeat(16);
const edits = {
  title: { text: 'Receipts', from: [{ key, text: 'Receipts' }] },
  lecture: { add: [key], drop: [key] },
  headings: { set: [{ at: { key, text: 'Receipts' } }] },
  pairs: { remove: [{ question: [key] }] },
  terms: { remove: [{ at: { key, text: 'Receipts' } }] },
};

/** A talk in two sittings with edits of which nothing fits, and the faults that `verify` finds in its note. */
function noted(first: string[], second: string[]): { note: Note; faults: string[] } {
  const rows: Row[] = [...evening(announcement, speaker, first), ...typed('22:10', speaker, second)];
  const tree = annotate(chat(rows), lexicon);
  const own = { kind: 'edits', version: 1, note: noteOf(tree, tree.talks[0]!).id, ...edits } as const;
  applyEdits(tree, [own], lexicon);
  const note = noteOf(tree, tree.talks[0]!);
  const faults: string[] = [];
  checkNote(note, tree, own, (code, pointer) => faults.push(`${code} ${pointer}`));
  return { note, faults };
}

const sentence =
  'A warehouse receipt says where the goods are and to whom they belong, and a bank lends money on it once the warehouse has checked the goods.';
const later =
  'The fee of a warehouse is fixed or by the ton, and the contract says from which day to which day, so read it twice before you sign it.';
const english = [
  'Good evening, I speak about warehouse receipts today, 今天我分享的主题是 warehouse receipts.',
  ...['1. Receipts', sentence, sentence, '2. Pledges', sentence, sentence],
  'That is all for now, 今天先讲到这里，晚上继续讲后面两块，谢谢大家',
];
const traditional = [
  '大家晚上好，今天我分享的主題是倉單質押的幾道關口，先講概念，再講流程，最後講風險。',
  '一、什麼是倉單',
  '倉單是倉庫收到貨物以後開出的提貨憑證，誰拿著它誰就能提貨，所以它既證明貨在哪裡，也證明貨歸誰。',
  '二、質押的流程',
  '貨主把貨送進監管倉，倉庫驗貨、入庫、開單，銀行核對單據以後按貨值打折放款，貨款還清才放貨。',
  '今天先讲到这里，晚上继续讲后面两块，謝謝大家',
];
/** Two sections of a second sitting. */
const going = (first: string, second: string, text: string) => [first, text, text, second, text, text];

const han = /\p{Script=Han}/u;
const reasons = ({ review }: Note, code: string) =>
  review.filter((entry) => entry.code === code).map(({ reason }) => reason);

describe('提示用笔记的语言', () => {
  it('英文讲座的提示除了引的话没有汉字，核对也不报错', () => {
    const { note, faults } = noted(english, [
      'Good evening again, 接着讲',
      ...going('3. Fees', '4. Terms', later),
    ]);
    expect(note.language).toBe('en');
    expect(faults).toEqual([]);
    expect(reasons(note, 'sittings')).toEqual(['given in several sittings; this one begins at 22:10:00']);
    expect(reasons(note, 'edit-stale')).toEqual([
      `source of the title “Receipts”: the log has no message ${key}`,
      `added to the lecture: the log has no message ${key}`,
      `dropped from the lecture: the log has no message ${key}`,
      `heading “Receipts”: the log has no message ${key}`,
      `removed pair: the log has no message ${key}`,
      `term “Receipts”: the log has no message ${key}`,
    ]);
    const own = note.review.map(({ reason }) => reason.replace(/“[^”]*”/gu, ''));
    expect(own.filter((reason) => han.test(reason))).toEqual([]);
  });

  it.each([
    [
      '繁体',
      traditional,
      'zh-Hant',
      '監管倉的收費分固定和按噸兩種，固定的適合週轉快的貨，合同裡要寫清楚起訖日。',
    ],
    ['简体', [...prepared.slice(0, -1), '今天先讲到这里，晚上继续'], 'zh-Hans', prepared[4]!],
  ])('%s讲座的提示是中文，和原来一样', (_, first, language, more) => {
    const { note, faults } = noted(first, [
      '各位好，我们接着讲',
      ...going('四、监管仓怎么选', '五、仓单怎么转让', more),
    ]);
    expect(note.language).toBe(language);
    expect(faults).toEqual([]);
    expect(reasons(note, 'sittings')).toEqual(['分几次讲，这一次从 22:10:00 开始']);
    expect(reasons(note, 'edit-stale')).toEqual([
      `题目「Receipts」的出处：日志里没有消息 ${key}`,
      `加入讲座：日志里没有消息 ${key}`,
      `移出讲座：日志里没有消息 ${key}`,
      `小标题「Receipts」：日志里没有消息 ${key}`,
      `删除问答：日志里没有消息 ${key}`,
      `术语「Receipts」：日志里没有消息 ${key}`,
    ]);
  });
});

describe('一条提示的两种语言', () => {
  it.each<[Hint, string, string]>([
    [{ code: 'no-title' }, '没有人说出主题，请编辑补上标题', 'nobody states the subject: please add a title'],
    [{ code: 'late-answers' }, '有的问题第二天才回答', 'some questions are answered the next day only'],
    [
      { code: 'title-guessed', message: 3 },
      '讨论没有题目，标题取自其中的发言',
      'the discussion has no title; this one is taken from what was said in it',
    ],
    [
      { code: 'sittings', phrases: [{ says: 'next-day', values: { time: '09:00:00' } }], message: 7 },
      '次日接着讲，从 09:00:00 开始',
      'goes on the next day, from 09:00:00',
    ],
    [
      twinHint({ id: 'club-2024-03-15-0123abcd', path: 'club/{id}.md' }),
      '同一场分享另有一份笔记：club-2024-03-15-0123abcd（club/{id}.md）',
      'the same talk has another note: club-2024-03-15-0123abcd (club/{id}.md)',
    ],
  ])('%j', (hint, chinese, foreign) => {
    expect(worded(hint, 'zh-Hans').reason).toBe(chinese);
    expect(worded(hint, 'zh-Hant').reason).toBe(chinese);
    expect(worded(hint, 'en')).toEqual({
      code: hint.code,
      reason: foreign,
      ...(hint.message !== undefined && { message: hint.message }),
    });
  });

  it('两边的空位相同，英文没有汉字，名字不重复', () => {
    const { what, stale } = JSON.parse(readFileSync('lexicon/doubts.json', 'utf8'));
    const places = (text: string) => (text.match(/\{[a-z]+\}/gu) ?? []).sort();
    for (const [chinese, foreign] of Object.values<[string, string]>({ ...what, ...stale })) {
      expect(places(foreign)).toEqual(places(chinese));
      expect(foreign).not.toMatch(han);
    }
    expect(Object.keys(stale).filter((name) => name in what)).toEqual([]);
  });
});
