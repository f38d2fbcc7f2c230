import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JiangluError } from '../../src/errors.js';
import { readMessages, readTranscript } from '../../src/read/chatlog.js';
import type { Encoding } from '../../src/read/decode.js';
import { encode, entry, read, rows } from './log.js';

const runs = { numRuns: 300 };
const two = fc.integer({ min: 0, max: 23 }).map((number) => String(number).padStart(2, '0'));
const time = fc.tuple(two, two, two).map((parts) => parts.join(':'));
const nick = fc.oneof(
  fc.constantFrom('', '竹', '张 三', '😀', 'a|b:c>d', ' 梅 '),
  fc.string({ maxLength: 8 }),
);
const oneLine = nick.map((text) => text.replace(/[\r\n]/g, ''));
const piece = fc.constantFrom(
  '好',
  '\n',
  ' ',
  '大家',
  '> ',
  '> 12:00:00  丙',
  '```',
  '&gt;',
  '—',
  '。',
  '\r\n',
  '  ',
  '---',
);
const body = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const log = fc
  .array(fc.tuple(time, oneLine, body), { maxLength: 6 })
  .map((all) => all.map((one) => entry(...one)).join(''));
/** Texts that cannot be taken for headers: what goes in comes out. */
const plain = fc.array(fc.constantFrom('好', '大家', '我们的', '一', '。', '，', ' ', '\n'), {
  minLength: 1,
  maxLength: 30,
});
const plainLog = fc
  .array(fc.tuple(time, fc.constantFrom('竹', '梅 花', 'a|b', ''), plain), { minLength: 1, maxLength: 8 })
  .map((all) => all.map(([at, who, words]) => [at, who, words.join('').trim()] as const));

describe('any log', () => {
  it('gives texts that are slices of it, in order', () => {
    fc.assert(
      fc.property(log, (text) => {
        const lines = text.split('\n');
        let before = 0;
        for (const message of read(text).children) {
          const { start, end } = message.position;
          expect(start.offset!).toBeGreaterThanOrEqual(before);
          before = end.offset!;
          const lineStart = lines
            .slice(0, message.body.line - 1)
            .reduce((sum, line) => sum + line.length + 1, 0);
          const slice = text.slice(lineStart + message.body.column - 1, end.offset);
          expect(slice.replaceAll('\r\n', '\n')).toBe(message.text);
          expect(text.startsWith(`> ${message.time}`, start.offset)).toBe(true);
          expect(lines[start.line - 1]!.startsWith(`> ${message.time}`)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('puts every line that looks like a header into exactly one message', () => {
    fc.assert(
      fc.property(log, (text) => {
        const ranges = read(text).children.map(({ position: { start, end } }) => [
          start.offset!,
          end.offset!,
        ]);
        for (const { index } of text.matchAll(/^> \d\d:\d\d:\d\d/gm)) {
          expect(ranges.filter(([start, end]) => start! <= index && index < end!)).toHaveLength(1);
        }
      }),
      runs,
    );
  });

  it('is the same with CRLF, and in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(log, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const lf = text.replaceAll('\r\n', '\n');
        const crlf = lf.replaceAll('\n', '\r\n');
        expect(rows(read(crlf))).toEqual(rows(read(lf)));
        const pieces = crlf.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        const messages = [];
        if (crlf) for await (const message of readMessages(pieces)) messages.push(message);
        expect(messages).toEqual(read(crlf).children);
      }),
      runs,
    );
  });

  it.each<Encoding>(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'])(
    'comes back from %s',
    (encoding) => {
      fc.assert(
        fc.property(plainLog, (messages) => {
          const text = messages.map((one) => entry(...one)).join('');
          const bytes = encode(text.replaceAll('我们', encoding === 'big5' ? '我' : '我们'), encoding)!;
          const transcript = readTranscript(bytes, 'demo/a.md', { encoding });
          const wanted = messages.map(([at, who, words]) => [
            at,
            who,
            encoding === 'big5' ? words.replaceAll('我们', '我') : words,
          ]);
          expect(rows(transcript)).toEqual(wanted);
          expect(transcript.encoding).toBe(encoding);
        }),
        runs,
      );
    },
  );
});

describe('any bytes', () => {
  const harmless = (bytes: Uint8Array) => {
    try {
      readTranscript(bytes, 'demo/a.md');
    } catch (error) {
      expect(error).toBeInstanceOf(JiangluError);
    }
  };

  it('give a transcript or an error of ours', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), harmless), runs);
  });

  it('the same for a log with some bytes changed or cut', () => {
    const change = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 5 });
    fc.assert(
      fc.property(log, change, fc.nat(), (text, changes, end) => {
        const bytes = Buffer.from(`---\ntitle: 甲\n---\n${text}`);
        for (const [index, value] of changes) bytes[index % bytes.length] = value;
        harmless(bytes.subarray(0, end % (bytes.length + 1)));
      }),
      runs,
    );
  });
});
