import { describe, expect, it } from 'vitest';
import { lectureErrors } from '../../../src/eval/errors/lecture.js';
import { type Row, speaker } from '../../stages/chat.js';
import { found, label, measured, told } from '../case.js';

const long = '仓单是仓库收到货物以后开出的提货凭证，谁拿着它谁就能提货。';
const rows: Row[] = [
  ['20:00', speaker, '大家晚上好，我是做监管仓的'], // 0
  ['20:01', speaker, long], // 1
  ['20:02', '半夏', '补充一下，期货交割库的仓单才是标准仓单，和这里说的不一样'], // 2
  ['20:03', speaker, '![2024-05-06 20:03:00](http://static.example.org/a.png)'], // 3
  ['20:04', speaker, 'http://www.example.org/warehouse'], // 4
  ['20:05', speaker, '仓单质押.pdf'], // 5
  ['20:06', speaker, '利率是4.25'], // 6
  ['20:07', speaker, long.repeat(2)], // 7
  ['20:40', speaker, '接着讲，质押的流程分成入库、验货、开单三步，每一步都有人签字。'], // 8
  ['20:41', speaker, long], // 9
  ['20:42', speaker, '总结一下，货要看住，价要盯住，单要管住，这三件事缺一件都会出事。'], // 10
  ['20:43', speaker, '谢谢'], // 11
];

/** Both the label's and the note's lecture hold 1 and 9; one of them holds the rest. */
const errors = (side: 'missed' | 'extra', ids: number[]) => {
  const [few, many] = [
    [1, 9],
    [1, 9, ...ids],
  ];
  const [lecture, messages] = side === 'missed' ? [many, few] : [few, many];
  return told(lectureErrors(found(rows, label({ lecture }), measured({ lecture: { messages } }))));
};

describe('讲座消息的分歧', () => {
  it.each<[string, number[], string]>([
    ['别人的', [2], 'other'],
    ['图片', [3], 'picture'],
    ['链接', [4], 'link'],
    ['文件', [5], 'link'],
    ['停顿以后', [8], 'pause'],
    ['开头', [0], 'opening'],
    ['结尾', [10, 11], 'closing'],
    ['短的一句', [6], 'short'],
    ['长的一段', [7], 'text'],
  ])('%s', (_, ids, kind) => {
    expect(errors('missed', ids)).toEqual([`lecture.missed-${kind} ${ids.length} 0 ${ids}`]);
    expect(errors('extra', ids)).toEqual([`lecture.extra-${kind} 0 ${ids.length} ${ids}`]);
  });

  it('相邻而同类的算一处，其余各算各的', () =>
    expect(errors('missed', [4, 5, 6, 10])).toEqual([
      'lecture.missed-link 2 0 4,5',
      'lecture.missed-short 1 0 6',
      'lecture.missed-closing 1 0 10',
    ]));

  it('一致就没有', () => expect(errors('missed', [])).toEqual([]));

  it('说出每条消息的角色、规则和线索', () => {
    const [draft] = lectureErrors(
      found(rows, label({ lecture: [1, 2, 9] }), measured({ lecture: { messages: [1, 9] } })),
    );
    expect(draft!.reasons!()[0]!.decision).toMatch(/^#2 is \w+ by [\w.]+$/u);
  });
});
