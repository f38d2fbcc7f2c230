import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Spooled } from '../../src/output/spool.js';
import { placeSpooled } from '../../src/output.js';
import { openHistory } from '../../src/read/history.js';
import { extractHistory } from '../../src/run/day-by-day.js';
import type { Ledger } from '../../src/schema/ledger.js';
import type { Note } from '../../src/schema/note.js';
import { verify } from '../../src/verify.js';
import { logs } from '../cli/jianglu.js';
import { lexicon } from '../stages/chat.js';

const work = mkdtempSync(join(tmpdir(), 'jianglu-verify-'));
afterAll(() => rmSync(work, { recursive: true }));

const log = join(work, 'logs/hkpay/all.md');
mkdirSync(join(work, 'logs/hkpay'), { recursive: true });
const days = readdirSync(join(logs, 'hkpay')).sort();
const text = days.map((name) => readFileSync(join(logs, 'hkpay', name), 'utf8')).join('');
writeFileSync(log, text);
const job = { config: {}, formats: ['json'], lexicon, spool: join(work, 'spool') };
const made = await extractHistory(openHistory(log), job);
placeSpooled(join(work, 'notes'), made.bundle as Spooled);

const folder = join(work, 'notes/hkpay');
const ledgerFile = join(folder, 'all.ledger.jsonl');
const lines = readFileSync(ledgerFile, 'utf8').trimEnd().split('\n');
const noteNames = readdirSync(folder).filter((name) => name.endsWith('.json'));
const notes = noteNames.map((name) => readFileSync(join(folder, name), 'utf8'));
/** The note of two days. */
const joint = notes.findIndex((one) => JSON.parse(one).sources.length > 1);

afterEach(() => {
  writeFileSync(log, text);
  writeFileSync(ledgerFile, `${lines.join('\n')}\n`);
  for (const [index, note] of notes.entries()) writeFileSync(join(folder, noteNames[index]!), note);
});

const found = (path = join(work, 'notes')) =>
  verify([path], { logs: [join(work, 'logs')] }).faults.map(({ code, pointer }) => `${code} ${pointer}`);
const withLedgers = (change: (ledgers: Ledger[]) => void) => {
  const ledgers = lines.map((line) => JSON.parse(line) as Ledger);
  change(ledgers);
  writeFileSync(ledgerFile, ledgers.map((ledger) => `${JSON.stringify(ledger)}\n`).join(''));
  return found();
};

describe('verify 核对一份长日志', () => {
  it('刚整理好的没有错，每天的账本都数到', () => {
    const { faults, ...counts } = verify([join(work, 'notes')], { logs: [join(work, 'logs')] });
    expect([faults, counts]).toEqual([[], { notes: noteNames.length, ledgers: 3 }]);
    expect(joint).toBeGreaterThanOrEqual(0);
  });

  it('只核对一篇笔记，也接到第二天', () => {
    expect(found(join(folder, noteNames[joint]!))).toEqual([]);
  });

  it.each<[string, (ledgers: Ledger[]) => void, string]>([
    ['少了一天', (all) => all.pop(), 'runs /2'],
    ['多了一天', (all) => all.push(structuredClone(all[2]!)), 'runs /3'],
    ['一天的消息数不对', (all) => (all[1]!.source.messages += 1), 'source /1/source/messages'],
    ['一天的位置不对', (all) => (all[1]!.source.history!.first += 1), 'source /1/source/history'],
    ['日期不对', (all) => (all[1]!.date = '2024-07-17'), 'source /1/date'],
    ['一段缺了', (all) => all[0]!.runs.splice(1, 1), 'runs /0/runs/1'],
    ['漏列一篇笔记', (all) => (all[0]!.notes = []), 'notes '],
    ['散列不对', (all) => (all[1]!.source.sha256 = '0'.repeat(64)), 'log-changed /1/source/sha256'],
    ['不合模式', (all) => Object.assign(all[2]!, { more: 1 }), 'schema /2/more'],
  ])('账本%s', (_, change, expected) => {
    expect(withLedgers(change)).toContain(expected);
  });

  it.each<[string, (ledgers: Ledger[]) => void, string[]]>([
    ['中间少了一天', (all) => all.splice(1, 1), ['runs /1', 'ledger-missing /id']],
    ['第一天没有了', (all) => all.shift(), ['runs /0', 'ledger-missing /id', 'notes ']],
    ['中间多了一天', (all) => all.splice(1, 0, structuredClone(all[0]!)), ['source /1/source/history']],
  ])('账本%s，别的天不跟着错', (_, change, expected) => {
    expect(withLedgers(change)).toEqual(expected);
  });

  it.each<[string, (note: Note) => void, string]>([
    ['引文改一个字', (note) => Object.assign(note.titleFrom[0]!, { text: '别的' }), 'span-text /titleFrom/0'],
    [
      '说是另一天的',
      (note) => Object.assign(note.sources[0]!.history!, { first: 7 }),
      'source /sources/0/history/first',
    ],
    [
      '接到另一天',
      (note) => Object.assign(note.sources[1]!.history!, { first: 0 }),
      'source /sources/1/history/first',
    ],
  ])('笔记%s', (_, change, expected) => {
    const note = JSON.parse(notes[joint]!);
    change(note);
    writeFileSync(join(folder, noteNames[joint]!), JSON.stringify(note));
    expect(found()).toContain(expected);
  });

  it('日志改一个字、没有日志、没有账本，都说得出', () => {
    writeFileSync(log, text.replace('签到', '到签'));
    expect(found()).toContain('log-changed /0/source/sha256');
    rmSync(log);
    expect(found()).toEqual(['log-missing /0/source']);
    writeFileSync(log, text);
    rmSync(ledgerFile);
    expect(found()).toContain('ledger-missing /id');
  });
});
