import { describe, expect, it } from 'vitest';
import { topicErrors } from '../../../src/eval/errors/topics.js';
import type { Lexicon } from '../../../src/lexicon.js';
import type { RankedTopic } from '../../../src/reasons/topics.js';
import type { Topic } from '../../../src/schema/note.js';
import { lexicon as shipped, speaker, typed } from '../../stages/chat.js';
import { found, label, measured, told, topic } from '../case.js';

const concept = (id: string, prefLabel: string, broader?: string) => ({
  id,
  prefLabel,
  kind: 'concept' as const,
  ...(broader !== undefined && { broader }),
});
const lexicon: Lexicon = {
  ...shipped,
  topics: [
    {
      scheme: 'demo',
      title: 'demo',
      concepts: [
        concept('storage', '仓储'),
        concept('receipt', '仓单', 'storage'),
        concept('pledge', '质押', 'storage'),
        concept('futures', '期货交割'),
        concept('margin', '保证金', 'futures'),
      ],
    },
  ] as Lexicon['topics'],
};
const rows = typed('20:00', speaker, ['开场', '货主把保证金交给银行', '仓库', '质押']);

const ranked = (name: string, rank: number, chosen: boolean, id?: string): RankedTopic => ({
  label: name,
  aliases: [],
  concept: id,
  rank,
  score: 1 / rank,
  chosen,
  shares: () => [{ feature: 'title', share: 1 }],
});
const ranking = [
  ranked('提货权', 1, true),
  ranked('电子提货权', 2, false),
  ranked('质押', 3, true, 'pledge'),
  ranked('仓单', 4, false, 'receipt'),
  ranked('监管仓', 5, false),
];
const one = (topics: string[], had: Topic[]) => ({
  ...found(rows, label({ topics }), measured({ topics: had, lecture: { messages: [0, 1] } }), {
    lexicon,
    topics: () => ranking,
  }),
});

describe('漏掉的主题', () => {
  it.each([
    ['分类表里有，讲座里没有', '期货交割', 'topics.missed-absent 1 0'],
    ['讲座里提到，却不是候选', '保证金', 'topics.missed-thin 1 0'],
    ['既不在分类表，也不是候选', '供应链金融', 'topics.missed-unknown 1 0'],
    ['概念，排在后面', '仓单', 'topics.missed-below 1 0'],
    ['文中的词，排在后面', '监管仓', 'topics.missed-below-term 1 0'],
    ['与更好的重复', '电子提货权', 'topics.missed-repeated 1 0'],
    ['选中了，却算给了别的', '提货权', 'topics.missed-taken 1 0'],
  ])('%s', (_, wanted, result) => expect(told(topicErrors(one([wanted], [])))).toEqual([result]));

  it('写出名次，和最后选中的比', () => {
    const [draft] = topicErrors(one(['监管仓'], []));
    expect(draft!.reasons!().map(({ decision, score }) => [decision, score])).toEqual([
      ['监管仓 ranks 5', 0.2],
      ['质押 ranks 3', 0.333],
    ]);
  });
});

describe('多出的主题', () => {
  it.each([
    ['标注主题的近亲', topic('质押', [], 'pledge'), 'topics.extra-kin 0 1 3'],
    ['标注主题的上位', topic('仓储', [], 'storage'), 'topics.extra-kin 0 1 3'],
    ['整个领域', topic('期货交割', [], 'futures'), 'topics.extra-general 0 1 3'],
    ['别的概念', topic('保证金', [], 'margin'), 'topics.extra-concept 0 1 3'],
    ['文中的词', topic('提货权'), 'topics.extra-term 0 1 3'],
  ])('%s', (_, had, result) =>
    expect(told(topicErrors(one(['仓单'], [topic('仓单', [], 'receipt'), had])))).toEqual([result]),
  );
});
