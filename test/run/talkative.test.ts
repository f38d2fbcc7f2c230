import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hasTalkative } from '../../src/run/talkative.js';
import { logOf, type Row } from '../privacy/log.js';
import { prepared, speaker } from '../stages/chat.js';

/** A log in which some people write each of some texts. */
const log = (people: readonly string[], texts: readonly string[]) =>
  logOf(texts.flatMap((text) => people.map((nick): Row => [nick, text])));

const long = '跨境收款先要核对贸易背景，再看申报是否齐全，最后才谈结汇。'.repeat(4);

test.each<[string, string[], boolean]>([
  ['一个人讲了很多', [log([speaker], Array(9).fill(long))], true],
  [
    '很多人各说几句，加起来一样多',
    [
      log(
        Array.from({ length: 9 }, (_, at) => `路人${at}`),
        [long],
      ),
    ],
    false,
  ],
  ['几份里有一份', [log(['路人'], ['在吗']), log([speaker], Array(9).fill(long))], true],
  ['只有几句', [log([speaker], prepared.slice(0, 2))], false],
  ['读不懂的文件', ['\0\u0001不是聊天记录'], false],
])('%s', async (_, logs, expected) => {
  const folder = mkdtempSync(join(tmpdir(), 'jianglu-talkative-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = logs.map((text, at) => {
    const file = join(folder, `2024-05-0${at + 1}-chat.markdown`);
    writeFileSync(file, text);
    return file;
  });
  expect(await hasTalkative(files.map((file) => ({ files: [file], encoding: undefined })))).toBe(expected);
});

test('没有的文件：不算，由真正读它的人来说', async () => {
  expect(await hasTalkative([{ files: ['没有/这个.md'], encoding: undefined }])).toBe(false);
});
