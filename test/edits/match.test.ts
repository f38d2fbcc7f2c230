import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/edits.js';
import { noteOf } from '../../src/note.js';
import { annotate } from '../../src/pipeline.js';
import type { Edits } from '../../src/schema/edits.js';
import { chat, evening, typed } from '../stages/chat.js';
import { edits, keyOf, lexicon, noteId, transcript } from './lecture.js';

const notes = (tree: ReturnType<typeof transcript>) => tree.talks.map((talk) => noteOf(tree, talk));

const second = '顾南汀-渡口科技-风控-宁波';

/** Two talks in one evening. */
const twice = () =>
  annotate(
    chat([
      ...evening(
        '今晚请到@沈砚秋-澜仓科技-产品-苏州 给大家做分享，主题是“仓单质押的几道关口”，开始时间【20:00】',
      ),
      [
        '21:00',
        '陆晓帆-稻谷支付-运营-上海',
        `接下来请@${second} 给大家做分享，主题是“商户准入怎么查”，开始时间【21:05】`,
      ],
      ...typed('21:05', second, [
        '大家好，今天我分享的主题是商户准入怎么查，先讲资料，再讲现场，最后讲复查。',
        '一、资料怎么看',
        '营业执照要和工商系统里的登记对上，法人身份证要联网核查，对公账户要打一分钱验证，缺一样都不能进件。',
        '二、现场怎么看',
        '门头、收银台、库存三张照片一张不能少，照片里要有定位和时间，和进件地址差得远的退回重拍。',
        '以上就是我今天的分享，谢谢大家',
      ]),
    ]),
    lexicon,
  );

describe('which talk edits belong to', () => {
  it('passes over edits of other logs', () => {
    const other: Edits = { ...edits({ title: { text: '别的' } }), note: noteId.replace('2024', '2023') };
    const tree = applyEdits(transcript(), [other], lexicon);
    expect(notes(tree)[0]).not.toHaveProperty('edited');
    expect(tree.warnings).toEqual([]);
  });

  it('finds the talk though its first message is another now, and keeps the id', () => {
    const tree = transcript();
    tree.talks[0]!.lecture.shift();
    applyEdits(tree, [edits({ title: { text: '仓单' } })], lexicon);
    expect(notes(tree)[0]).toMatchObject({ id: noteId, title: '仓单' });
  });

  it('finds the only talk of the log though no message is known', () => {
    const gone: Edits = { ...edits({ title: { text: '仓单' } }), note: noteId.replace(/.{8}$/u, '00000000') };
    expect(notes(applyEdits(transcript(), [gone], lexicon))[0]).toMatchObject({
      id: gone.note,
      title: '仓单',
    });
  });

  it('warns where no talk is left', () => {
    const tree = transcript();
    tree.talks = [];
    applyEdits(tree, [edits({ title: { text: '仓单' } })], lexicon);
    expect(tree.warnings).toEqual([{ code: 'edit-stale', reason: expect.stringContaining(noteId) }]);
  });

  it('moves a message from one lecture to the other, and a whole lecture', () => {
    const tree = twice();
    expect(tree.talks).toHaveLength(2);
    const [first, later] = notes(tree);
    const moved = later!.lecture!.messages[0]!;
    const key = (id: number) => tree.children[id]!.key;
    const own = { ...edits({ lecture: { add: [key(moved)] } }), note: first!.id };
    const after = notes(applyEdits(tree, [own], lexicon));
    expect(after[0]!.lecture!.messages).toContain(moved);
    expect(after[1]!.lecture!.messages).not.toContain(moved);
    const all = { ...own, lecture: { add: later!.lecture!.messages.map(key) } };
    const joined = notes(applyEdits(twice(), [all], lexicon));
    expect(joined.map(({ lecture }) => lecture!.messages)).toEqual([
      [...first!.lecture!.messages, ...later!.lecture!.messages],
    ]);
  });

  it('takes the original for a second copy', () => {
    const tree = transcript();
    const copy = tree.children.find((message) => message.key === keyOf('仓单和提单'))!;
    copy.duplicateOf = tree.talks[0]!.lecture[0]!;
    const before = [...tree.talks[0]!.lecture];
    applyEdits(tree, [edits({ lecture: { add: [copy.key] } })], lexicon);
    expect(tree.talks[0]!.lecture).toEqual(before);
  });
});
