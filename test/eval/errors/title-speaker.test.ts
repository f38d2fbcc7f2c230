import { describe, expect, it } from 'vitest';
import { speakerErrors } from '../../../src/eval/errors/speaker.js';
import { titleErrors } from '../../../src/eval/errors/title.js';
import { evening, speaker } from '../../stages/chat.js';
import { found, label, measured, told } from '../case.js';

const rows = evening('今晚请到@沈砚秋 给大家分享，主题是“仓单质押的几道关口”');

describe('题目的分歧', () => {
  it.each([
    ['没有题目', '', 'title.empty'],
    ['多了字', '欢迎大家来听仓单质押的几道关口，时间是二十点', 'title.too-long'],
    ['少了字', '仓单质押', 'title.too-short'],
    ['另一个题目', '期货交割入门', 'title.other'],
  ])('%s', (_, title, wanted) => {
    const one = found(rows, label({ title: '仓单质押的几道关口', announce: [0] }), measured({ title }));
    expect(told(titleErrors(one))).toEqual([`${wanted} 1 0 0`]);
    expect(titleErrors(one)[0]!.reasons!()[0]!.decision).toBe('#0 is announcement by roles.announcement');
  });

  it('对了、没有标注题目的没有', () => {
    const title = '仓单质押的几道关口';
    expect(titleErrors(found(rows, label({ title }), measured({ title })))).toEqual([]);
    expect(titleErrors(found(rows, label(), measured({ title })))).toEqual([]);
  });
});

describe('讲者的分歧', () => {
  it.each([
    ['另一个人', [{ name: '空山', aliases: [] }], 'speaker.other'],
    [
      '排在后面',
      [
        { name: '空山', aliases: [] },
        { name: speaker, aliases: [] },
      ],
      'speaker.order',
    ],
    ['只在别名里', [{ name: '空山', aliases: [speaker] }], 'speaker.order'],
  ])('%s', (_, speakers, wanted) => {
    const one = found(
      rows,
      label({ lecture: [4, 5] }),
      measured({ speakers, lecture: { messages: [3, 5] } }),
    );
    expect(told(speakerErrors(one))).toEqual([`${wanted} 1 0 4,3`]);
  });

  it('对了就没有', () => expect(speakerErrors(found(rows, label(), measured()))).toEqual([]));
});
