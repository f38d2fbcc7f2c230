import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { extractChain, extractDays } from '../../src/join/chain.js';
import { jsonText } from '../../src/json.js';
import { placeSpooled } from '../../src/output.js';
import type { Extraction } from '../../src/pipeline.js';
import { peopleOfDays } from '../../src/privacy/pseudonymize.js';
import { readTranscript } from '../../src/read/chatlog.js';
import { openHistory, transcriptsOf } from '../../src/read/history.js';
import { extractHistory } from '../../src/run/day-by-day.js';
import type { Edits } from '../../src/schema/edits.js';
import { verify } from '../../src/verify.js';
import { logs } from '../cli/jianglu.js';
import { key } from '../privacy/log.js';
import { lexicon } from '../stages/chat.js';

const work = mkdtempSync(join(tmpdir(), 'jianglu-history-'));
afterAll(() => rmSync(work, { recursive: true }));

const filesOf = (group: string) =>
  readdirSync(join(logs, group))
    .sort()
    .map((name) => join(logs, group, name));

/** The day logs of a group as one file, under the group's name. */
function historyOf(group: string): string {
  const folder = join(work, 'logs', group);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'all.md');
  writeFileSync(
    path,
    filesOf(group)
      .map((file) => readFileSync(file, 'utf8'))
      .join(''),
  );
  return path;
}

const daysOf = (group: string, options: object = {}) => [
  ...extractDays(transcriptsOf(openHistory(historyOf(group))), { lexicon, ...options }),
];
const chainOf = (group: string, options: object = {}) =>
  extractChain(
    filesOf(group).map((path) => ({ path, log: readFileSync(path) })),
    { lexicon, ...options },
  );

/** What a day gives whatever file it stands in. */
const bare = (all: readonly Extraction[]) =>
  all.map(({ notes, ledger: { runs, notes: ids, date, source } }) => ({
    notes: notes.map(({ sources, ...note }) => ({
      ...note,
      sources: sources.map(({ messages }) => messages),
    })),
    ledger: { runs, ids, date, messages: source.messages },
  }));

describe('extractDays', () => {
  it.each(['riskroom', 'hkpay', 'payclub'])(
    '%s 各天合成一份，和一天一份的笔记、账本相同，接过夜的也是',
    (group) => {
      const alone = chainOf(group);
      expect(bare(daysOf(group))).toEqual(bare(alone));
      if (group !== 'payclub')
        expect(alone.flatMap(({ notes }) => notes).some(({ sources }) => sources.length > 1)).toBe(true);
    },
  );

  it('来源写明是日志里的哪一天，首尾相接', () => {
    const all = daysOf('hkpay');
    let next = 0;
    for (const { ledger } of all) {
      expect(ledger.source.history).toEqual({
        first: next,
        messages: openHistory(historyOf('hkpay')).messages,
      });
      next += ledger.source.messages;
    }
    const joined = all.flatMap(({ notes }) => notes).find(({ sources }) => sources.length > 1)!;
    expect(joined.sources.map(({ history }) => history!.first)).toEqual(
      all.slice(1).map(({ ledger }) => ledger.source.history!.first),
    );
  });
});

/** Extracts a history into a folder and gives what `verify` finds. */
async function extracted(group: string, options: { out: string; [name: string]: unknown }) {
  return extractedFrom(historyOf(group), options);
}

async function extractedFrom(path: string, { out, ...options }: { out: string; [name: string]: unknown }) {
  const history = openHistory(path);
  const job = { config: {}, formats: ['json', 'md'], lexicon, spool: join(work, `${out}-spool`), ...options };
  const made = await extractHistory(history, job);
  placeSpooled(join(work, out), made.bundle as never);
  const { key: known } = (options.pseudonymize ?? {}) as { key?: string };
  return { made, faults: verify([join(work, out)], { logs: [join(work, 'logs')], key: known }).faults };
}

const written = (out: string) =>
  readdirSync(join(work, out), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/u.test(name))
    .map((name) => name + readFileSync(join(work, out, name), 'utf8'))
    .join('\n');

describe('extractHistory', () => {
  it('写下的都核对得过，数得出每条消息', async () => {
    const { made, faults } = await extracted('hkpay', { out: 'plain' });
    expect(faults).toEqual([]);
    const counted = Object.values(made.roles).reduce((sum, count) => sum + count, 0);
    expect([counted, made.day]).toEqual([
      made.messages,
      { date: '2024-07-19', several: true, speakers: [], senders: [] },
    ]);
  });

  it('只是数出来的一天让着写明的同一天：写明的和自己的日志一样，两天都核对得过', async () => {
    const own = filesOf('riskroom').find((file) => file.includes('2024-05-28'))!;
    const log = readFileSync(own, 'utf8');
    const before = '---\ndate: 2024-05-27\n---\n> 23:50:00  木棉  \n   \n晚安  \n   \n';
    mkdirSync(join(work, 'logs', 'riskroom'), { recursive: true });
    const path = join(work, 'logs', 'riskroom', 'midnight.md');
    writeFileSync(path, before + log.replace(/^---\n.*?\n---\n/su, '') + log);
    const { made, faults } = await extractedFrom(path, { out: 'midnight' });
    expect(faults).toEqual([]);
    const alone = extractChain([{ path: own, log: readFileSync(own) }], { lexicon });
    const [id] = alone[0]!.notes.map((note) => note.id);
    const ids = (made.bundle.notes as { id: string }[]).map((note) => note.id);
    expect([ids.length, ids.indexOf(id!)]).toEqual([2, 1]);
    expect(ids[0]).not.toBe(id);
    rmSync(path);
  });

  it('编辑改过的，那一天照改，别的天不动', async () => {
    const [note] = daysOf('riskroom').flatMap(({ notes }) => notes);
    const edits: Edits = { kind: 'edits', version: 1, note: note!.id, title: { text: '编者的题目' } };
    mkdirSync(join(work, 'edited', 'riskroom'), { recursive: true });
    writeFileSync(join(work, 'edited', 'riskroom', `${note!.id}.edits.json`), jsonText(edits));
    const { made, faults } = await extracted('riskroom', { out: 'edited', edits: [join(work, 'edited')] });
    expect(faults).toEqual([]);
    expect(made.edits).toMatch(/^[0-9a-f]{16}$/u);
    const titles = (made.bundle.notes as { title: string }[]).map(({ title }) => title);
    expect(titles.filter((title) => title === '编者的题目')).toHaveLength(1);
    expect(titles.length).toBeGreaterThan(1);
  });

  it.each([false, true])('化名：谁的昵称都不留，留主讲人 %s，核对要钥匙', async (keepSpeaker) => {
    const out = `hidden-${keepSpeaker}`;
    const { faults } = await extracted('hkpay', { out, pseudonymize: { key, keepSpeaker } });
    expect(faults).toEqual([]);
    const text = written(out);
    const senders = filesOf('hkpay').flatMap((file) =>
      readTranscript(readFileSync(file), basename(file)).children.map(({ sender }) => sender),
    );
    const kept = new Set(
      [...text.matchAll(/"kept": ?\[([^\]]*)\]/gu)].flatMap(([, list]) =>
        [...list!.matchAll(/"([^"]+)"/gu)].map(([, nick]) => nick!),
      ),
    );
    expect(kept.size > 0).toBe(keepSpeaker);
    const left = new Set(
      senders.filter((nick) => [...nick].length > 2 && !kept.has(nick) && text.includes(nick)),
    );
    expect([...left]).toEqual([]);
    expect(verify([join(work, out)], { logs: [join(work, 'logs')] }).faults.map(({ code }) => code)).toEqual([
      'key-missing',
    ]);
  });

  it('化名：在别的日子写字的人，提到名字的那天也认得', () => {
    const folder = join(work, 'logs', '群');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'two.md');
    const day = (date: string, nick: string, text: string) =>
      `---\ntitle: "${date}"\ndate: ${date}\n---\n> 09:00:00  ${nick}\n\n${text}\n\n`;
    writeFileSync(
      path,
      day('2024-05-06', '沈砚秋-澜仓科技', '早') + day('2024-05-07', '木棉', '昨天沈砚秋说得好'),
    );
    const history = openHistory(path);
    const people = peopleOfDays(() => transcriptsOf(history));
    const [, second] = [...extractDays(transcriptsOf(history), { lexicon, pseudonymize: { key, people } })];
    expect(second!.transcript.children[0]!.text).toMatch(/^昨天群友[a-z]+说得好$/u);
  });
});
