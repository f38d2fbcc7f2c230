import { describe, expect, it } from 'vitest';
import { headingErrors } from '../../../src/eval/errors/headings.js';
import type { Heading } from '../../../src/schema/labels.js';
import type { Section } from '../../../src/schema/note.js';
import { speaker, typed } from '../../stages/chat.js';
import { found, heading, label, measured, section, told } from '../case.js';

const rows = typed('20:00', speaker, ['开场', '一、什么是仓单', '政策背景', '仓库', '二、流程', '结束']);
const errors = (headings: Heading[], sections: Section[], had = [0, 1, 2, 3], wanted = [0, 1, 2, 3]) =>
  headingErrors(
    found(rows, label({ headings, lecture: wanted }), measured({ sections, lecture: { messages: had } })),
  );

const one = heading(1, '什么是仓单', { marker: '一、' });
const two = heading(2, '政策背景');

describe('标题的分歧', () => {
  it.each<[string, Heading[], Section[], string[]]>([
    ['漏了有编号的', [one], [], ['headings.missed-numbered 1 0 1']],
    ['漏了没有编号的', [two], [], ['headings.missed-unnumbered 1 0 2']],
    ['不在笔记的讲座里', [heading(4, '流程')], [], ['headings.missed-outside 1 0 4']],
    ['多了有编号的', [], [section(1, '什么是仓单', { marker: '一、' })], ['headings.extra-numbered 0 1 1']],
    ['多了没有编号的', [], [section(2, '政策背景')], ['headings.extra-unnumbered 0 1 2']],
    ['不在标注的讲座里', [], [section(4, '流程', { marker: '二、' })], ['headings.extra-outside 0 1 4']],
    ['编号同，题目不同', [one], [section(1, '概念', { marker: '一、' })], ['headings.other-title 1 1 1']],
    ['没有编号，题目沾边', [two], [section(2, '背景音乐和灯光')], ['headings.other-title 1 1 2']],
    [
      '同一条消息里的另一个',
      [one],
      [section(1, '提货', { marker: '2）' })],
      ['headings.missed-numbered 1 0 1', 'headings.extra-numbered 0 1 1'],
    ],
    ['题目差一点', [two], [section(2, '政策的背景')], ['headings.title 0 0 2']],
    ['级别', [two], [section(2, '政策背景', { level: 2 })], ['headings.level 0 0 2']],
    ['编号', [one], [section(1, '什么是仓单', { marker: '1、' })], ['headings.marker 0 0 1']],
    [
      '题目、级别、编号都不同',
      [one],
      [section(1, '是仓单', { level: 3 })],
      ['headings.title 0 0 1', 'headings.level 0 0 1', 'headings.marker 0 0 1'],
    ],
    ['编号的标点不算', [one], [section(1, '什么是仓单', { marker: '一.' })], []],
    ['有争议的', [heading(2, '政策背景', { maybe: true })], [], []],
  ])('%s', (_, headings, sections, wanted) => expect(told(errors(headings, sections))).toEqual(wanted));

  it('写出两边和线索', () => {
    const [draft] = errors([one], [section(1, '概念', { marker: '一、', level: 2 })]);
    expect([draft!.wanted, draft!.found]).toEqual(['一、什么是仓单 (level 1)', '一、概念 (level 2)']);
    expect(draft!.reasons!().map(({ decision }) => decision)).toContain(
      '#1 looks like heading by heading.han',
    );
  });
});
