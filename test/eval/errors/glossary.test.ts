import { describe, expect, it } from 'vitest';
import { glossaryErrors } from '../../../src/eval/errors/glossary.js';
import type { RankedTerm } from '../../../src/reasons/terms.js';
import type { Term } from '../../../src/schema/labels.js';
import type { Entry } from '../../../src/schema/note.js';
import { speaker, typed } from '../../stages/chat.js';
import { entry, found, heading, label, measured, term, told } from '../case.js';

const rows = typed('20:00', speaker, ['开场', '仓单是提货凭证', '质押', '监管仓']);
const ranked = (text: string, score: number, message = 1): RankedTerm => ({
  text,
  message,
  score,
  likely: score >= 0.25,
  chosen: false,
  shares: () => [{ feature: 'told', share: 0.5 }],
});
const ranking = [ranked('提货权', 0.1), ranked('监管仓', 0.6), ranked('货权', 0.9), ranked('入库单', 0.3)];
const errors = (glossary: Term[], had: Entry[]) =>
  glossaryErrors(
    found(
      rows,
      label({ glossary, headings: [heading(2, '入库 单')] }),
      measured({ glossary: had, lecture: { messages: [1, 2] } }),
      { terms: () => ranking },
    ),
  );

describe('术语的分歧', () => {
  it.each<[string, Term[], Entry[], string[]]>([
    ['字数不对', [term('仓单')], [entry('所有人都知道的仓单')], ['glossary.bounds 1 1 1']],
    ['不在笔记的讲座里', [term('仓单', 3)], [], ['glossary.missed-outside 1 0 3']],
    ['没有看见定义', [term('仓单')], [], ['glossary.missed-unseen 1 0 1']],
    ['看见了，把握不够', [term('提货权')], [], ['glossary.missed-below 1 0 1']],
    ['把握够了，被挤掉', [term('监管仓')], [], ['glossary.missed-crowded 1 0 1']],
    ['多了一个标题', [], [entry('入库单')], ['glossary.extra-heading 0 1 1']],
    ['多了有把握的', [], [entry('货权')], ['glossary.extra-likely 0 1 1']],
    ['多了没把握的', [], [entry('提货权')], ['glossary.extra-doubtful 0 1 1']],
    ['种类', [term('跌价', 1, 'risk')], [entry('跌价')], ['glossary.kind 0 0 1']],
    ['另一条消息', [term('仓单', 2)], [entry('仓单', 1)], ['glossary.message 0 0 1,2']],
    ['一致', [term('仓单')], [entry('仓单')], []],
  ])('%s', (_, wanted, had, result) => expect(told(errors(wanted, had))).toEqual(result));

  it('写出把握和特征', () =>
    expect(errors([term('提货权')], [])[0]!.reasons!()).toEqual([
      { decision: '提货权 is defined in #1', score: 0.1, shares: [{ feature: 'told', share: 0.5 }] },
    ]));
});
