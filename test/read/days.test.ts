import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../src/read/chatlog.js';
import { type DayOfLog, daysIn } from '../../src/read/days.js';
import { entry } from './log.js';

const matter = (date: string) =>
  `---\nlayout:     source \ntitle:      "${date}-WeChat"\ndate:       ${date} 12:00:00\n---\n`;
const days = (text: string, named: string | null = null) => [
  ...daysIn([text], { file: 'demo/all.md', named }),
];
const table = (found: readonly DayOfLog[]) =>
  found.map(({ date, children }) => [date, ...children.map(({ text }) => text)]);
const codes = (found: readonly DayOfLog[]) => found.map(({ warnings }) => warnings.map(({ code }) => code));

describe('daysIn 按天切开一份长日志', () => {
  it('每天的头是新的一天，编号每天从 0 数起', () => {
    const found = days(
      `${matter('2024-03-15')}${entry('09:00:00', '阿坤', '早')}${entry('21:00:00', '木棉', '晚')}` +
        `${matter('2024-03-18')}${entry('08:00:00', '阿坤', '早')}`,
    );
    expect(table(found)).toEqual([
      ['2024-03-15', '早', '晚'],
      ['2024-03-18', '早'],
    ]);
    expect(found.map(({ first, children }) => [first, children.map(({ id }) => id)])).toEqual([
      [0, [0, 1]],
      [2, [0]],
    ]);
    expect(codes(found)).toEqual([[], []]);
  });

  it('没有头的地方，时间退回去就是第二天，日期是数出来的，只提醒一次', () => {
    const found = days(
      `${matter('2024-02-28')}${entry('23:50:00', '阿坤', '一')}${entry('00:10:00', '阿坤', '二')}` +
        `${entry('20:00:00', '阿坤', '三')}${entry('17:00:00', '阿坤', '四')}`,
    );
    expect(table(found)).toEqual([
      ['2024-02-28', '一'],
      ['2024-02-29', '二', '三'],
      ['2024-03-01', '四'],
    ]);
    expect(codes(found)).toEqual([[], ['date-counted'], []]);
  });

  it('写得出的最后一天之后，没有日期', () => {
    const found = days(
      `${matter('9999-12-31')}${entry('23:50:00', '阿坤', '一')}${entry('00:10:00', '阿坤', '二')}${entry('20:00:00', '阿坤', '三')}${entry('00:10:00', '阿坤', '四')}`,
    );
    expect(found.map(({ date }) => date)).toEqual(['9999-12-31', null, null]);
  });

  it.each([
    ['晚到的一条不是新的一天', ['23:59:00', '00:00:05', '23:59:58', '00:00:09'], [1, 3]],
    ['乱一点的顺序不是新的一天', ['10:00:00', '09:30:00', '10:01:00'], [3]],
  ])('%s', (_, times, expected) => {
    const found = days(
      times.map((time, index) => entry(time, '阿坤', `第${index}条`)).join(''),
      '2024-03-15',
    );
    expect(found.map(({ children }) => children.length)).toEqual(expected);
  });

  it.each([
    ['没有日期', '---\ntitle: 纪要\n---\n> 10:00:00  木棉\n\n好\n'],
    ['后面不是消息', `${matter('2024-03-16')}这是我博客的开头\n`],
    ['没有收尾', '---\ndate: 2024-03-16\n这是正文\n'],
    ['一条横线', '---\n'],
    ['一行太长，像键和值', `---\n说: ${'长'.repeat(70_000)}\n---\n`],
    ['空白太长', `${matter('2024-03-16')}${' '.repeat(70_000)}\n${'> 10:00:00  木棉'}\n好\n`],
  ])('消息里像头的文字不是新的一天：%s', (_, quoted) => {
    const found = days(`${matter('2024-03-15')}> 09:00:00  阿坤  \n\n看这个\n${quoted}`);
    expect(found).toHaveLength(1);
    expect(found[0]!.children[0]!.text.startsWith('看这个\n---')).toBe(true);
  });

  it.each([
    ['没有收尾的代码框里', '```\n抄\n   \n'],
    ['紧接着文字', '抄\n'],
  ])('退回几个小时是第二天，不算引文：%s', (_, body) => {
    const found = days(
      `> 18:00:00  阿坤  \n   \n${body}${['08:00:00', '12:00:00', '17:00:00'].map((time) => entry(time, '木棉', '早')).join('')}`,
    );
    expect(found.map(({ children }) => children.map(({ time }) => time))).toEqual([
      ['18:00:00'],
      ['08:00:00', '12:00:00', '17:00:00'],
    ]);
  });

  it('退回不到两个小时的仍是引文', () => {
    const found = days(`> 18:00:00  阿坤  \n   \n\`\`\`\n${entry('16:30:00', '木棉', '早')}\`\`\`\n`);
    expect(table(found)).toEqual([[null, expect.stringContaining('> 16:30:00  木棉')]]);
  });

  it('横线下面再来真正的头，也是新的一天', () => {
    const found = days(
      `${entry('09:00:00', '阿坤', '看\n---')}---\n${matter('2024-03-16')}${entry('09:00:00', '阿坤', '早')}`,
    );
    expect(found.map(({ date }) => date)).toEqual([null, '2024-03-16']);
  });

  it('一天停在消息头上，也和单独一份一样', () => {
    const first = `${matter('2024-03-15')}> 09:00:00  阿坤\n`;
    const [found] = days(`${first}${matter('2024-03-16')}${entry('09:00:00', '木棉', '早')}`);
    const alone = readTranscript(Buffer.from(first), 'demo/chat.md');
    expect([found!.children.length, found!.warnings]).toEqual([1, alone.warnings]);
  });

  it('同一天又来一次，消息的键不同', () => {
    const day = `${matter('2024-03-15')}${entry('09:00:00', '阿坤', '早')}`;
    const [first, again] = days(day + day);
    expect(again).toMatchObject({ date: '2024-03-15', again: 1 });
    expect(again!.children[0]!.key).not.toBe(first!.children[0]!.key);
  });

  it('行号从日志开头数，NUL 和头里的错也记在那一天', () => {
    const found = days(
      `${matter('2024-03-15')}${entry('09:00:00', '阿坤', '早')}${matter('2024-03-16')}话\n${entry('09:00:00', '木棉', '早\0')}`,
    );
    expect(found[0]!.children[0]!.position.start.line).toBe(6);
    expect(found[0]!.children[0]!.text).toContain('话');
    const later = days(
      `${matter('2024-03-15')}${entry('09:00:00', '阿坤', '早')}${matter('2024-03-16')}${entry('09:00:00', '木棉', '早\0')}`,
    );
    expect(later[1]!.warnings).toMatchObject([{ code: 'nul-characters', line: 17 }]);
  });

  const times = fc
    .array(fc.nat({ max: 86_399 }), { minLength: 1, maxLength: 6 })
    .map((list) => list.sort((a, b) => a - b).map((n) => new Date(n * 1000).toISOString().slice(11, 19)));
  const body = fc.constantFrom(
    '签到',
    '早上好',
    '一、背景',
    '```\n> 10:00:00  抄\n```',
    '---',
    '',
    '@木棉 谢谢',
  );
  const day = times.chain((all) =>
    fc.tuple(...all.map((time) => fc.tuple(fc.constant(time), fc.constantFrom('阿坤', '木棉'), body))),
  );

  it('每一天和单独一份日志读出来的一样，怎么切开读都一样', () => {
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        (list, size) => {
          const logs = list.map((messages, index) => {
            const date = `2024-03-${15 + index}`;
            return `${matter(date)}${messages.map((one) => entry(...(one as [string, string, string]))).join('')}`;
          });
          const text = logs.join('');
          const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'gu'))!;
          const found = [...daysIn(pieces, { file: 'demo/all.md', named: null })];
          const bare = (children: DayOfLog['children']) =>
            children.map(({ id, key, time, clock, sender, text: own }) => ({
              id,
              key,
              time,
              clock,
              sender,
              own,
            }));
          expect(found.map(({ date, children, warnings }) => [date, bare(children), warnings])).toEqual(
            logs.map((log) => {
              const alone = readTranscript(Buffer.from(log), 'demo/chat.md');
              return [alone.date, bare(alone.children), alone.warnings];
            }),
          );
        },
      ),
    );
  });
});
