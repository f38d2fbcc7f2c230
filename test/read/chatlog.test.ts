import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JiangluError } from '../../src/errors.js';
import { readMessages, readTranscript } from '../../src/read/chatlog.js';
import { longestLine } from '../../src/read/lines.js';
import { codes, entry, read, rows } from './log.js';

const caught = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(JiangluError);
    const { code, line, file } = error as JiangluError;
    return { code, line, file };
  }
  throw new Error('nothing was thrown');
};

describe('front matter', () => {
  const body = entry('09:00:00', '竹', '好');

  it('is flat, trimmed and unquoted', () => {
    const text = '\n---\ntitle:  "甲: 乙"\nauthor: \'竹\' \ntag:\t[chat]\n# 注\nempty:\n标题: 丙\n---\n';
    expect(read(text + body).frontMatter).toEqual({
      title: '甲: 乙',
      author: '竹',
      tag: '[chat]',
      empty: '',
      标题: '丙',
    });
  });

  it.each([
    ['nested keys', 'a: 1\nb:\n  c: 2\n'],
    ['a list', 'a: 1\nb:\n- c\n'],
    ['a block text', 'a: 1\nb: |\n  长文\n'],
    ['an anchor bomb', 'a: 1\nb: &x [1]\nc: *x\n'],
    ['a tag', 'a: 1\nb: !!js/function f\n'],
    ['a prototype', 'a: 1\n__proto__: 2\n'],
  ])('ignores %s with one warning', (_, lines) => {
    const log = read(`---\n${lines}---\n${body}`);
    expect([log.frontMatter.a, log.children.length, codes(log)]).toEqual(['1', 1, ['front-matter-ignored']]);
    expect(Object.keys(log.frontMatter).filter((key) => log.frontMatter[key] !== '')).toEqual(['a']);
  });

  it.each([
    ['the file ends', '---\ntitle: 甲\n'],
    ['a message comes', `---\ntitle: 甲\n${body}---\n`],
    ['it has 201 lines', `---\n${'a: 1\n'.repeat(201)}---\n${body}`],
    ['it has 64 KiB', `---\na: ${'长'.repeat(65_537)}\n---\n${body}`],
  ])('never ends: %s', (_, text) => {
    expect(caught(() => read(`\n${text}`))).toMatchObject({ code: 'front-matter-endless', line: 2 });
  });
});

describe('logs without messages', () => {
  it.each([
    ['no byte', '', ['log-empty']],
    ['blank lines', '\n  \n', ['log-empty']],
    ['front matter only', '---\ntitle: 甲\n---\n', ['log-without-messages']],
  ])('%s', (_, text, warnings) => {
    const log = read(text);
    expect([log.children, codes(log)]).toEqual([[], warnings]);
  });

  it.each([
    ['prose', '今天天气很好\n', 1],
    ['an article with front matter', '---\ntitle: 甲\n---\n\n正文\n', 5],
    ['code', 'export const x = 1;\n', 1],
  ])('%s is no log', (_, text, line) => {
    expect(caught(() => read(text))).toEqual({ code: 'format-unknown', line, file: 'demo/chat.markdown' });
  });
});

describe('place and date', () => {
  it.each([
    ['data/gruppe/2031-05-06-chat.markdown', 'gruppe/2031-05-06-chat.markdown', 'gruppe'],
    ['/x/gruppe/_posts/2031-05-06-chat.markdown', 'gruppe/_posts/2031-05-06-chat.markdown', 'gruppe'],
    ['./gruppe/../梅花/a.md', '梅花/a.md', '梅花'],
    ['a.md', `${basename(process.cwd())}/a.md`, basename(process.cwd())],
    ['/a.md', 'a.md', ''],
    ['-', '-', ''],
  ])('%s', (path, place, group) => {
    expect(read('', path).source).toMatchObject({ path: place, group, format: 'chat-markdown' });
  });

  it.each([
    ['g/2031-05-06-chat.markdown', '', '2031-05-06', []],
    ['g/a.md', 'date: 2031-05-06 12:00:00\n', '2031-05-06', []],
    ['g/a.md', 'title: "2031-05-06-WeChat"\n', '2031-05-06', []],
    ['g/2031-05-06.md', 'date: 2031-05-07\n', '2031-05-06', ['date-differs']],
    ['g/a.md', 'date: 2031-02-30\n', null, ['date-invalid']],
    ['g/2031-13-01.md', 'date: 今天\n', null, ['date-invalid']],
    ['g/12031-05-061.md', '', null, []],
  ])('%s with %j', (path, matter, date, warnings) => {
    const log = read(`---\n${matter}---\n${entry('09:00:00', '竹', '好')}`, path);
    expect([log.date, codes(log)]).toEqual([date, warnings]);
  });
});

describe('bounds', () => {
  it('refuses a line of 50 MB and names it', () => {
    const bytes = Buffer.from(`${entry('09:00:00', '竹', '好')}${'长'.repeat(17_000_000)}\n`);
    expect(caught(() => readTranscript(bytes, 'demo/a.md'))).toMatchObject({
      code: 'line-too-long',
      line: 5,
    });
  });

  it('refuses more lines than fit into memory', () => {
    const bytes = Buffer.alloc(4_000_001, '\n');
    expect(caught(() => readTranscript(bytes, 'demo/a.md'))).toMatchObject({ code: 'too-many-lines' });
  });

  it('reads the longest line', () => {
    expect(read(entry('09:00:00', '竹', 'x'.repeat(longestLine - 2))).children[0]!.text.length).toBe(
      longestLine - 2,
    );
  });

  it('takes no quadratic time on white space', () => {
    expect(rows(read(`> 09:00:00  ${' '.repeat(2_000_000)}竹\n\n${' '.repeat(2_000_000)}好`))[0]![2]).toBe(
      '好',
    );
  });
});

describe('readMessages', () => {
  const text = `---\ntitle: 甲\n---\n${entry('09:00:00', '竹', '一\n二') + entry('09:00:01', '梅', '三')}`;
  const gather = async (pieces: Iterable<string>) => {
    const messages = [];
    for await (const message of readMessages(pieces)) messages.push(message);
    return messages;
  };

  it.each(['\n', '\r\n', '\r'])('gives the same from pieces, lines ending with %j', async (end) => {
    const log = text.replaceAll('\n', end);
    expect(await gather(log)).toEqual(read(log).children);
    expect(await gather([log])).toEqual(read(log).children);
  });

  it('gives messages before the text is over', async () => {
    function* endless() {
      for (let round = 0; ; round++) yield entry('09:00:00', '竹', `第 ${round} 条`).repeat(100);
    }
    const { value } = await readMessages(endless()).next();
    expect(value).toMatchObject({ id: 0, text: '第 0 条' });
  });
});
