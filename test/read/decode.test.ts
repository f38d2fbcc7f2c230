import { describe, expect, it } from 'vitest';
import { JiangluError } from '../../src/errors.js';
import { readTranscript } from '../../src/read/chatlog.js';
import { decode, type Encoding } from '../../src/read/decode.js';
import { encode, entry } from './log.js';

const simplified = entry('09:00:00', '海棠 测试', '大家晚上好，今天的分享马上开始，主题是出口退税。');
const traditional = entry('09:00:00', '海棠 測試', '大家晚上好，今天的分享馬上開始，主題是出口退稅。');
const marks: Record<Encoding, number[]> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
  big5: [],
};
const bytesOf = (text: string, encoding: Encoding) => Buffer.from(encode(text, encoding)!);
const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof JiangluError) return [error.code, error.line];
    throw error;
  }
  return 'nothing was thrown';
};

describe('finds the encoding', () => {
  it.each<[Encoding, string]>([
    ['utf-8', simplified],
    ['utf-16le', simplified],
    ['utf-16be', simplified],
    ['gb18030', simplified],
    ['big5', traditional],
    ['gb18030', traditional],
    ['utf-16le', entry('09:00:00', 'ann', 'hello')],
    ['utf-16be', entry('09:00:00', '', '一一一一一一')],
    ['gb18030', simplified.replace('海棠', '😀')],
  ])('%s', (encoding, text) => {
    for (const size of [1, 20]) {
      const long = text.repeat(size);
      expect(decode(bytesOf(long, encoding))).toEqual({ text: long, encoding, warnings: [] });
      const marked = Buffer.from([...marks[encoding], ...bytesOf(long, encoding)]);
      expect(decode(marked)).toEqual({ text: long, encoding, warnings: [] });
      expect(decode(marked, { encoding })).toEqual({ text: long, encoding, warnings: [] });
    }
  });

  it.each([
    ['大家好，我先说两句，等下再上课'],
    ['这个问题谢谢老师，明白了'],
    ['请问一下，支付机构的备付金要交存多少？'],
    ['我们公司做的是进出口的代理，有需要的朋友可以联系我'],
    ['好的'],
  ])('of a short text: %s', (text) => {
    const log = entry('21:07:33', '竹', text);
    expect(decode(bytesOf(log, 'gb18030'))).toMatchObject({ text: log, encoding: 'gb18030' });
  });

  it.each([
    ['大家好，我先說兩句，等下再上課'],
    ['這個問題謝謝老師，明白了'],
    ['請問一下，支付機構的備付金要交存多少？'],
    ['我們公司做的是進出口的代理，有需要的朋友可以聯繫我'],
    ['收到'],
  ])('of a short text in traditional script: %s', (text) => {
    const log = entry('21:07:33', '竹', text);
    expect(decode(bytesOf(log, 'big5'))).toMatchObject({ text: log, encoding: 'big5' });
  });

  it('keeps a second BOM, and a U+FFFD of the text', () => {
    expect(decode(Buffer.from('\uFEFF\uFEFF好\uFFFD')).text).toBe('\uFEFF好\uFFFD');
  });
});

describe('a given encoding', () => {
  it.each([
    ['GBK', 'gb18030'],
    ['gb2312', 'gb18030'],
    ['UTF8', 'utf-8'],
    ['Big5', 'big5'],
  ])('may be called %s', (name, encoding) => {
    expect(decode(Buffer.from('abc'), { encoding: name }).encoding).toBe(encoding);
  });

  it.each(['latin1', '', 'constructor', '__proto__'])('must be known: %j', (name) => {
    expect(codeOf(() => decode(Buffer.from('abc'), { encoding: name }))).toEqual([
      'encoding-unknown',
      undefined,
    ]);
  });

  it.each<[string, Encoding, number[]]>([
    ['utf-8', 'utf-8', [0x0a, 0x41, 0xff, 0x41]],
    ['gb18030', 'gb18030', [0x0a, 0x41, 0xff, 0x41]],
    ['big5', 'big5', [0x0a, 0x41, 0xff, 0x41]],
    ['big5 with byte 80', 'big5', [0x0a, 0x80, 0x41]],
  ])('names the line that is not %s', (_, encoding, bytes) => {
    const all = Uint8Array.from([...bytes, ...bytes]);
    expect(codeOf(() => decode(all, { encoding }))).toEqual(['encoding-undecodable', 2]);
  });

  it('must not be spoken against by a BOM', () => {
    const marked = Buffer.from(`\uFEFF${simplified}`);
    expect(codeOf(() => decode(marked, { encoding: 'gbk' }))).toEqual(['encoding-undecodable', 1]);
  });

  it('refuses half a surrogate pair', () => {
    const bytes = Uint8Array.from([0x00, 0xd8, 0x41, 0x00]);
    expect(codeOf(() => decode(bytes, { encoding: 'utf-16le' }))).toEqual([
      'encoding-undecodable',
      undefined,
    ]);
  });
});

describe('a last character that was cut', () => {
  it.each<[Encoding, string]>([
    ['utf-8', simplified],
    ['utf-16le', simplified],
    ['utf-16be', simplified],
    ['gb18030', simplified],
    ['big5', traditional],
  ])('is left out with a warning: %s', (encoding, text) => {
    const whole = text.trimEnd();
    const bytes = bytesOf(whole, encoding);
    const { text: read, warnings } = decode(bytes.subarray(0, -1));
    expect(read).toBe(whole.slice(0, -1));
    expect(warnings).toEqual([expect.objectContaining({ code: 'character-cut' })]);
  });
});

describe('what is no text', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');

  it.each<[string, Uint8Array, string]>([
    ['NULs', Buffer.alloc(1000), 'file-binary'],
    ['control characters', Buffer.from('\u0001\u0002\u0003\u0004'.repeat(30)), 'file-binary'],
    ['a picture', png, 'file-binary'],
    [
      'a broken byte in UTF-8',
      Buffer.concat([Buffer.from(simplified), Buffer.from([0xff]), Buffer.from(simplified)]),
      'encoding-undecodable',
    ],
    ['Latin-1', Buffer.from('> 09:00:00  José  \n\nça va\n', 'latin1'), 'encoding-undecodable'],
    ['Korean', Buffer.from('bec8b3e7c7cfbcbcbfe420b9ddb0a9bdc0b4cfb4d9', 'hex'), 'encoding-undecodable'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(() => decode(bytes))).toContain(code);
  });

  it('keeps a NUL in a log, with a warning that names its line', () => {
    const log = readTranscript(Buffer.from(entry('09:00:00', '竹', '甲\0乙')), 'demo/a.md');
    expect(log.children[0]!.text).toBe('甲\0乙');
    expect(log.warnings).toEqual([expect.objectContaining({ code: 'nul-characters', line: 3 })]);
  });
});
