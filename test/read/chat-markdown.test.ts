import { describe, expect, it } from 'vitest';
import { codes, entry, read, rows } from './log.js';

const front = '---\nlayout:     source \ntitle:      "2031-05-06-WeChat"\nlines:      99 \n---\n';

describe('messages', () => {
  const log = front + entry('09:00:00', '海棠-测试', '大家好') + entry('09:00:05', '竹', '第一行  \n第二行');

  it('gives time, nick and text', () => {
    expect(rows(read(log))).toEqual([
      ['09:00:00', '海棠-测试', '大家好'],
      ['09:00:05', '竹', '第一行  \n第二行'],
    ]);
  });

  it('gives line, column and offset from the header to the last character', () => {
    const message = read(log).children[1]!;
    expect(message.position.start).toEqual({ line: 10, column: 1, offset: log.indexOf('> 09:00:05') });
    expect(message.position.end).toEqual({ line: 13, column: 4, offset: log.indexOf('第二行') + 3 });
    expect(message.body).toEqual({ line: 12, column: 1 });
  });

  it('begins the text after the spaces of its line', () => {
    const [message] = read(entry('09:00:00', '竹', '\n  　好')).children;
    expect([message!.text, message!.body]).toEqual(['好', { line: 4, column: 4 }]);
  });

  it('gives an empty text the end of its header', () => {
    const [message] = read('> 09:00:00  竹  \n   \n').children;
    expect(message).toMatchObject({
      text: '',
      body: { line: 1, column: 16 },
      position: { end: { line: 1, offset: 15 } },
    });
  });

  it('does not believe the key lines', () => {
    expect(read(log).source.messages).toBe(2);
  });

  it.each([
    ['HTML escapes', '1&amp;gt; 甲&#160;乙'],
    ['a BOM', '\uFEFF好\uFEFF'],
    ['an own U+FFFD', '好\uFFFD'],
    ['Markdown', '![图](http://x/y.png)\n# 标题\n> 引用\n* 项\n1. 一'],
    ['a lone CR', '甲\r乙'],
    ['a line separator', '甲\u2028乙'],
  ])('leaves %s as it is', (_, text) => {
    expect(read(entry('09:00:00', '竹', text)).children[0]!.text).toBe(text);
  });
});

describe('nicks', () => {
  it.each([
    ['', ''],
    ['   ', ''],
    ['张 三  某公司', '张 三  某公司'],
    ['  前后有空格 ', '前后有空格'],
    ['😀🎉', '😀🎉'],
    ['a|b:c>d', 'a|b:c>d'],
    ['> 10:00:00  套娃', '> 10:00:00  套娃'],
    ['---', '---'],
    ['__proto__', '__proto__'],
  ])('%j', (nick, sender) => {
    expect(rows(read(entry('09:00:00', nick, '好')))).toEqual([['09:00:00', sender, '好']]);
  });

  it('may be missing with its spaces', () => {
    expect(rows(read('> 09:00:00\n\n好'))).toEqual([['09:00:00', '', '好']]);
  });
});

describe('lines that look like headers', () => {
  const counts = (text: string) => read(text).children.map((message) => message.text);
  const around = (body: string) => entry('12:00:00', '甲', body) + entry('12:00:09', '乙', '嗯');

  it.each([
    ['a quotation with its text right below', '他说\n> 12:00:00  丙  \n早'],
    ['a quotation of an earlier message below a line of text', '见上文\n> 11:00:00  丙  \n   \n早'],
    ['an earlier message in a code block', '```\n\n> 11:00:00  丙  \n   \n早\n```'],
    ['the same with tildes', '~~~\n\n> 11:00:00  丙  \n   \n早\n~~~'],
    ['an hour that no day has', '好\n\n> 24:00:00  丙  \n   \n早'],
    ['a minute that no hour has', '好\n\n> 12:60:00  丙  \n   \n早'],
    ['one space before the nick', '好\n\n> 12:00:01 丙  \n   \n早'],
    ['a deeper quotation', '好\n\n>> 12:00:01  丙  \n   \n早'],
    ['an indented line', '好\n\n > 12:00:01  丙  \n   \n早'],
    ['no seconds', '好\n\n> 12:00  丙  \n   \n早'],
    ['full-width colons', '好\n\n> 12：00：01  丙  \n   \n早'],
  ])('%s is body', (_, body) => {
    expect(counts(around(body))).toEqual([body, '嗯']);
  });

  it.each([
    ['a header of an earlier time below a blank line', entry('11:00:00', '丙', '早')],
    ['a header with no blank line above', '好\n> 12:00:01  丙  \n   \n早\n\n'],
    [
      'a later header below an unclosed code block',
      entry('12:00:01', '丙', '```\n代码') + entry('12:00:02', '丁', '早'),
    ],
    ['a header after midnight', entry('00:00:01', '丙', '早')],
    ['a BOM before a header, where files were joined', `\uFEFF${entry('12:00:01', '丙', '早')}`],
  ])('%s is a header', (_, more) => {
    expect(counts(entry('12:00:00', '甲', '好') + more).at(-1)).toBe('早');
  });

  it('are headers without a blank line below, if the first one has none', () => {
    expect(counts('> 12:00:00  甲\n好\n> 12:00:01  乙\n嗯\n')).toEqual(['好', '嗯']);
  });
});

describe('line ends', () => {
  const log = front + entry('09:00:00', '竹', '一\n二') + entry('09:01:00', '', '三');

  it.each(['\r\n', '\r'])('%j gives the same messages', (end) => {
    expect(rows(read(log.replaceAll('\n', end)))).toEqual(rows(read(log)));
  });
});

describe('clocks and keys', () => {
  const clocks = (...times: string[]) =>
    read(times.map((time) => entry(time, '竹', '好')).join('')).children.map((message) => message.clock);

  it('goes on past midnight', () => {
    expect(clocks('23:59:59', '00:00:01', '09:00:00')).toEqual([86_399, 86_401, 118_800]);
  });

  it('takes a late message at midnight for one of the day before', () => {
    expect(clocks('23:59:58', '00:00:01', '23:59:59', '00:00:02')).toEqual([86_398, 86_401, 86_399, 86_402]);
  });

  it('leaves disorder as it is', () => {
    expect(clocks('10:00:05', '10:00:03')).toEqual([36_005, 36_003]);
  });

  it('tells the same message under two names, and the same one twice, apart', () => {
    const one = entry('09:00:00', '竹', '好');
    const keys = read(one + entry('09:00:00', '竹子', '好') + one).children.map((message) => message.key);
    expect(new Set(keys).size).toBe(3);
    expect(keys[0]).toMatch(/^[0-9a-f]{16}$/);
  });

  it('keeps keys when messages are put before', () => {
    const one = entry('09:00:00', '竹', '好');
    expect(read(entry('08:00:00', '梅', '早') + one).children[1]!.key).toBe(read(one).children[0]!.key);
  });
});

describe('logs that were cut', () => {
  const log = front + entry('09:00:00', '竹', '你好') + entry('09:01:00', '梅', '再见');

  it('in mid-message: the rest stays', () => {
    expect(rows(read(log.slice(0, log.indexOf('见')))).at(-1)).toEqual(['09:01:00', '梅', '再']);
  });

  it.each(['>', '> 0', '> 09:', '> 09:01', '> 09:01:0', '> 09:01:00 '])(
    'in mid-header %j: it is left out',
    (rest) => {
      const cut = read(log.slice(0, log.indexOf('> 09:01')) + rest);
      expect([rows(cut), codes(cut)]).toEqual([[['09:00:00', '竹', '你好']], ['header-cut']]);
    },
  );

  it('after a header: an empty message', () => {
    const cut = read(log.slice(0, log.indexOf('> 09:01') + 13));
    expect([rows(cut).at(-1), codes(cut)]).toEqual([['09:01:00', '梅', ''], ['message-cut']]);
  });

  it('at the beginning: the text before the first header is reported', () => {
    const cut = read(log.slice(log.indexOf('好')));
    expect([rows(cut), cut.warnings[0]]).toEqual([
      [['09:01:00', '梅', '再见']],
      expect.objectContaining({ code: 'text-before-messages', line: 1 }),
    ]);
  });

  it('a short quotation as last message is kept', () => {
    expect(rows(read('> 09:00:00  竹  \n   \n> 5'))).toEqual([['09:00:00', '竹', '> 5']]);
  });
});
