import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTranscript } from '../../src/read/chatlog.js';
import type { Encoding } from '../../src/read/decode.js';
import { openHistory, transcriptsOf } from '../../src/read/history.js';
import { encode, entry } from './log.js';

const folder = mkdtempSync(join(tmpdir(), 'jianglu-history-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'all.md');

/** More than a portion, so that characters are cut. */
const text = Array.from({ length: 4000 }, (_, n) => {
  const time = `${String(7 + (n % 16)).padStart(2, '0')}:00:00`;
  return entry(time, '阿坤', `第${n}条，今天讲跨境收款与结汇，请大家签到`);
}).join('');

const traditional = text.replace(/第.*$/gmu, '今天談跨境收款，大家好，謝謝');

const write = (bytes: Uint8Array) => writeFileSync(file, bytes);
const read = (options = {}) =>
  [...transcriptsOf(openHistory(file, options))].flatMap(({ children }) => children);
const caught = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('openHistory', () => {
  it.each<Encoding>(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'])(
    '认得出 %s，和整个读一样',
    (encoding) => {
      const bytes = encode(encoding === 'big5' ? traditional : text, encoding)!;
      write(bytes);
      const whole = readTranscript(bytes, file);
      expect(openHistory(file)).toMatchObject({
        encoding,
        sha256: whole.source.sha256,
        messages: whole.children.length,
      });
      expect(whole.encoding).toBe(encoding);
      expect(read().map((message) => message.text)).toEqual(whole.children.map((message) => message.text));
    },
  );

  it('BOM 去掉，和给定的编码不合就报错', () => {
    write(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]));
    expect(read()[0]).toMatchObject({ sender: '阿坤', position: { start: { column: 1, offset: 0 } } });
    expect(caught(() => openHistory(file, { encoding: 'big5' }))).toMatchObject({
      code: 'encoding-undecodable',
    });
  });

  it('很后面的一个坏字节也报错，指出那一行，不换成 U+FFFD', () => {
    const bytes = Buffer.from(text);
    const at = bytes.indexOf('第3000条');
    bytes[at] = 0xff;
    write(bytes);
    const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
    expect(caught(() => openHistory(file))).toMatchObject({ code: 'encoding-undecodable', file, line });
    expect(caught(() => openHistory(file, { encoding: 'utf-8' }))).toMatchObject({ line });
  });

  it.each([
    ['二进制', Buffer.alloc(200_000, 7), 'file-binary'],
    ['没有一条消息', Buffer.from('没有消息\n'.repeat(20_000)), 'format-unknown'],
    ['太长的行', Buffer.from(`${text}${'长'.repeat(5 * 1024 * 1024)}`), 'line-too-long'],
    ['没有收尾的头', Buffer.from(`---\ntitle: 群\n${text}`), 'front-matter-endless'],
  ])('%s：和短日志一样报错', (_, bytes, code) => {
    write(bytes);
    expect(caught(() => readTranscript(bytes, file))).toMatchObject({ code });
    expect(caught(() => openHistory(file))).toMatchObject({ code, file });
  });

  it('最后一个字缺字节，提醒一次', () => {
    write(Buffer.concat([Buffer.from(text), Buffer.from('好').subarray(0, 2)]));
    const codes = [...transcriptsOf(openHistory(file))].flatMap(({ warnings }) =>
      warnings.map(({ code }) => code),
    );
    expect(codes.filter((code) => code === 'character-cut')).toHaveLength(1);
  });

  it('读的时候变了的文件不算数', () => {
    write(Buffer.from(text));
    const opened = openHistory(file);
    appendFileSync(file, entry('23:00:00', '木棉', '后来的'));
    expect(caught(() => [...transcriptsOf(opened)])).toMatchObject({ code: 'file-unreadable', file });
  });

  it.each([
    ['数出来的在前', ['2024-01-01', '', '2024-01-02'], [undefined, 1, undefined]],
    ['写明的在前', ['2024-01-02', '2024-01-01', ''], [undefined, undefined, 1]],
    [
      '写明两次，数出来两次',
      ['2024-01-01', '', '2024-01-02', '2024-01-01', '', '2024-01-02'],
      [undefined, 2, undefined, 1, 3, 1],
    ],
    ['没有写明的', ['2024-01-01', ''], [undefined, undefined]],
  ])('写明的一天先数，同一天的消息键都不同：%s', (_, dates, again) => {
    const day = (date: string, time: string) =>
      `${date && `---\ndate: ${date}\n---\n`}${entry(time, '木棉', '早')}`;
    write(
      Buffer.from(
        dates.map((date, at) => day(date, dates[at + 1] === '' ? '23:50:00' : '00:10:00')).join(''),
      ),
    );
    const days = [...transcriptsOf(openHistory(file))];
    expect(days.map(({ source }) => source.history!.again)).toEqual(again);
    const keys = days.map(({ date, children }) => `${date} ${children[0]!.key}`);
    expect(new Set(keys).size).toBe(dates.length);
    const own = readTranscript(Buffer.from(day('2024-01-02', '00:10:00')), file);
    expect(keys.includes(`2024-01-02 ${own.children[0]!.key}`)).toBe(true);
  });

  it('每一天说得出自己在日志里的位置', () => {
    write(Buffer.from(text));
    const found = [...transcriptsOf(openHistory(file))];
    expect(found).toHaveLength(250);
    expect(found[3]!.source).toMatchObject({ messages: 16, history: { first: 48, messages: 4000 } });
  });
});
