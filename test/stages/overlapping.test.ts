import { describe, expect, it } from 'vitest';
import { extract } from '../../src/index.js';
import { namedAmong } from '../../src/stages/talks/talk.js';
import { verifyExtraction } from '../../src/verify/extraction.js';
import { entry } from '../read/log.js';
import { host, lexicon, prepared, type Row, speaker, typed } from './chat.js';

const other = '江照晚@鹿鸣收单';

function read(rows: Row[], path = 'demo/2024-05-06-chat.markdown') {
  const log = Buffer.from(
    rows.map(([time, nick, text]) => entry(time.length === 5 ? `${time}:00` : time, nick, text)).join(''),
  );
  const extraction = extract(log, { path });
  return { ...extraction, faults: verifyExtraction(extraction, log, path) };
}

const announced = (time: string, nick: string, subject: string): Row => [
  time,
  host,
  `今晚请到 @${nick} 给大家做分享，主题是“${subject}”，开始时间【20:00】`,
];

describe('两场讲座缠在一起', () => {
  it('一条消息只讲一场，记录和笔记对得上', () => {
    const one = typed('20:00', speaker, [...prepared, '以上就是今天的分享，谢谢大家']);
    const two = typed('20:01', other, [
      ...prepared.map((text) => text.replaceAll('仓单', '保理')),
      '我就讲到这里',
    ]);
    const rows = [announced('19:00', speaker, '仓单质押'), ...one, announced('20:10', other, '保理'), ...two];
    rows.sort(([a], [b]) => (a.padEnd(8, ':00') < b.padEnd(8, ':00') ? -1 : 1));
    const { notes, faults } = read(rows);
    const taught = notes.flatMap((note) => note.lecture?.messages ?? []);
    expect(new Set(taught).size).toBe(taught.length);
    expect(faults).toEqual([]);
  });

  it('同一场预告了两次，讲的人只有一份笔记', () => {
    const rows = [
      announced('19:00', speaker, '仓单质押'),
      announced('19:30', speaker, '另一个题目'),
      ...typed('20:00', speaker, [...prepared, '以上就是今天的分享，谢谢大家']),
    ];
    const { notes, faults } = read(rows);
    expect(notes).toHaveLength(1);
    expect(faults).toEqual([]);
  });
});

describe('群名里有换行', () => {
  it('笔记照样合乎约定', () => {
    const rows = [
      announced('19:00', speaker, '仓单质押'),
      ...typed('20:00', speaker, [...prepared, '以上就是今天的分享，谢谢大家']),
    ];
    const { notes, faults } = read(rows, '支付\n群/2024-05-06-chat.markdown');
    expect(notes).toHaveLength(1);
    expect(faults).toEqual([]);
  });
});

describe('讲的人换过昵称', () => {
  it('笔记用讲课的那个昵称，别的算又名', () => {
    const one = { name: '沈老师', aliases: ['小沈', speaker] };
    expect(namedAmong(one, new Set([speaker]), lexicon)).toMatchObject({
      name: speaker,
      aliases: ['沈老师', '小沈'],
      organization: '澜仓科技',
    });
    expect(namedAmong(one, new Set(['沈老师', speaker]), lexicon)).toBe(one);
    expect(namedAmong(one, new Set(), lexicon)).toBe(one);
  });
});
