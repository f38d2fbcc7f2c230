import { describe, expect, it } from 'vitest';
import { noteOf } from '../../src/note.js';
import { annotate } from '../../src/pipeline.js';
import { eachSection } from '../../src/sections.js';
import { corrected, idOf, keyOf, quote, rows, transcript } from '../edits/lecture.js';
import { chat, lexicon, prepared, type Row, speaker, typed } from '../stages/chat.js';

const made = (log: Row[]) => {
  const tree = annotate(chat(log), lexicon);
  return noteOf(tree, tree.talks[0]!);
};
const inferred = (log: Row[]) => made(log).inferred ?? [];

/** The same evening with one message changed. */
const changed = (from: string, to: string): Row[] =>
  rows.map(([time, nick, text]) => [time, nick, text.replace(from, to)]);

describe('打出来的是确定的，推断的有记号', () => {
  const plain = inferred(rows);

  it('预告写明的题目和讲者是确定的', () => {
    expect(plain).not.toContain('/title');
    expect(plain).not.toContain('/speakers/0');
  });

  it('没有预告，题目和讲者是推断的', () => {
    const unannounced = inferred([
      ...typed('20:00', speaker, [...prepared, '以上就是我今天的分享，谢谢大家，有问题可以提']),
      ['20:20', '半夏', '[鼓掌][鼓掌]'],
      ['20:21', '空山', '谢谢分享'],
      ['20:22', '芦花飞', '感谢分享'],
    ]);
    expect(unannounced).toContain('/title');
    expect(unannounced).toContain('/speakers/0');
  });

  it('带序号的小标题是确定的，没有序号的是推断的', () => {
    const { sections } = made(rows);
    expect(sections[0]!.marker).toBe('一、');
    expect(plain).not.toContain('/sections/0');
    const bare = made(changed('二、质押的流程', '质押的流程'));
    const found = eachSection(bare.sections).find(([, { title }]) => title === '质押的流程');
    expect(found![1].marker).toBe('');
    expect(bare.inferred).toContain(found![0]);
  });

  it('@了提问人的回答是确定的，没有点名的是推断的', () => {
    expect(plain).not.toContain('/qa/0');
    const unnamed = made(changed('@芦花飞 挂失', '仓单丢了要挂失'));
    expect(unnamed.qa).toHaveLength(1);
    expect(unnamed.inferred).toContain('/qa/0');
  });

  it('每条讲座消息、每个小标题、每组问答都有概率', () => {
    const { lecture, sections, qa } = made(rows);
    expect(lecture!.probabilities).toHaveLength(lecture!.messages.length);
    for (const probability of [
      ...lecture!.probabilities!,
      ...sections.map((section) => section.probability!),
      ...qa.map((pair) => pair.probability!),
    ]) {
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThan(1);
    }
  });
});

describe('编辑改过的是确定的', () => {
  it('加进来的消息概率是一，也不再存疑', () => {
    const { note, faults } = corrected({ lecture: { add: [keyOf('仓单和提单不是一回事')] } });
    const at = note.lecture!.messages.indexOf(idOf('仓单和提单不是一回事'));
    expect(note.lecture!.probabilities![at]).toBe(1);
    expect(note.inferred ?? []).not.toContain(`/lecture/messages/${at}`);
    expect(faults).toEqual([]);
  });

  it('拿出去的消息不再建议收进来', () => {
    const dropped = idOf('去年有家仓库一货多单');
    const { note } = corrected({ lecture: { drop: [keyOf('去年有家仓库一货多单')] } });
    const hints = note.review.filter(({ code }) => code === 'lecture-missing');
    expect(hints.flatMap(({ message, messages = [] }) => [message, ...messages])).not.toContain(dropped);
  });

  it('改过的小标题没有概率，删掉的不再建议', () => {
    const { note, faults } = corrected({
      headings: { set: [{ at: quote('案例'), level: 1 }], remove: [{ at: quote('常见的风险') }] },
    });
    const at = note.edited!.find((pointer) => /^\/sections\/\d/u.test(pointer))!;
    expect(note.sections.find(({ title }) => title === '案例')).not.toHaveProperty('probability');
    expect(note.inferred ?? []).not.toContain(at);
    expect(note.review.some(({ reason }) => reason.includes('常见的风险'))).toBe(false);
    expect(faults).toEqual([]);
  });

  it('改过的题目不再存疑', () => {
    const { note } = corrected({ title: { text: '仓单入门' } });
    expect(note.inferred ?? []).not.toContain('/title');
  });
});

describe('先看什么', () => {
  const { review } = made(changed('@芦花飞 挂失', '仓单丢了要挂失'));

  it('每条写明在哪里、为什么、有多可疑', () => {
    const doubts = review.filter(({ doubt }) => doubt !== undefined);
    expect(doubts.length).toBeGreaterThan(0);
    for (const { message, reason, doubt } of doubts) {
      expect(transcript().children[message!]).toBeDefined();
      expect(reason).not.toBe('');
      expect(doubt).toBeGreaterThanOrEqual(0.2);
    }
  });

  it('同一种里越可疑的越先', () => {
    for (const code of new Set(review.map((one) => one.code))) {
      const doubts = review.flatMap((one) => (one.code === code ? (one.doubt ?? []) : []));
      if (!code.startsWith('lecture')) expect(doubts).toEqual(doubts.toSorted((a, b) => b - a));
    }
  });
});
