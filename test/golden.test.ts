import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../src/json.js';
import { type Extraction, extract } from '../src/pipeline.js';

/*
 * Each log written for the tests beside the notes and the ledger it must give. `GOLDEN=write npx vitest run
 * test/golden.test.ts` rewrites them: read the diff before you keep it.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const golden = join(root, 'test/fixtures/notes');
const rewrite = process.env.GOLDEN === 'write';

const logs = ['examples/logs', 'test/fixtures/logs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.markdown'))
    .sort()
    .map((name) => join(folder, name)),
);

/** GROUP/DATE, as labels and golden files are named. */
const nameOf = (log: string) => join(basename(dirname(log)), basename(log).slice(0, 10));

const done = new Map<string, Extraction>();

function extracted(log: string): Extraction {
  const known = done.get(log);
  if (known) return known;
  const result = extract(readFileSync(join(root, log)), { path: join(root, log) });
  done.set(log, result);
  return result;
}

/** The files that a log must give: its ledger, `DATE.json` for its talk, `DATE-2.json` for a second one. */
function filesOf(log: string): Map<string, string> {
  const { notes, ledger } = extracted(log);
  const name = nameOf(log);
  const files = notes.map((note, index): [string, string] => [
    `${name}${index ? `-${index + 1}` : ''}.json`,
    jsonText(note),
  ]);
  return new Map([...files, [`${name}.ledger.json`, jsonText(ledger)]]);
}

/** The golden files of a log that exist. */
function keptOf(log: string): string[] {
  const folder = join(golden, dirname(nameOf(log)));
  const date = basename(nameOf(log));
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.startsWith(date)).map((name) => join(dirname(nameOf(log)), name));
}

describe('日志与笔记', () => {
  it.each(logs)('%s', (log) => {
    const files = filesOf(log);
    if (rewrite) {
      for (const name of keptOf(log)) rmSync(join(golden, name));
      for (const [name, text] of files) {
        mkdirSync(dirname(join(golden, name)), { recursive: true });
        writeFileSync(join(golden, name), text);
      }
    }
    expect(keptOf(log).sort()).toEqual([...files.keys()].sort());
    for (const [name, text] of files)
      expect(JSON.parse(text), name).toEqual(JSON.parse(readFileSync(join(golden, name), 'utf8')));
  });

  it('没有多余的笔记', () => {
    const names = existsSync(golden) ? readdirSync(golden, { recursive: true, encoding: 'utf8' }) : [];
    const expected = logs.flatMap((log) => [...filesOf(log).keys()]);
    expect(names.filter((name) => name.endsWith('.json')).sort()).toEqual(expected.sort());
  });
});

/** What a person labelled in a log; ids may stand as ranges `[first, last]`. */
interface Label {
  log: string;
  talks: { title: string; speakers: string[]; lecture: (number | [number, number])[] }[];
}

const labels = readdirSync(join(root, 'test/fixtures/labels'))
  .sort()
  .map((name): Label => JSON.parse(readFileSync(join(root, 'test/fixtures/labels', name), 'utf8')));

const expand = (ids: Label['talks'][number]['lecture']) =>
  ids.flatMap((id) =>
    typeof id === 'number' ? [id] : Array.from({ length: id[1] - id[0] + 1 }, (_, i) => id[0] + i),
  );

const notesOf = (label: Label) => extracted(logs.find((log) => nameOf(log) === label.log)!).notes;

function f1(found: number[], wanted: number[]): number {
  const set = new Set(wanted);
  return (2 * found.filter((id) => set.has(id)).length) / (found.length + wanted.length);
}

/** The note that a labelled talk is, by its lecture. */
function noteFor(label: Label, talk: Label['talks'][number]) {
  const wanted = expand(talk.lecture);
  const scored = notesOf(label).map((note) => ({ note, score: f1(note.lecture!.messages, wanted) }));
  return scored.sort((a, b) => b.score - a.score).find(({ score }) => score >= 0.5);
}

describe('笔记与人工标注', () => {
  it('每份日志都有标注', () => {
    expect(labels.map(({ log }) => log).sort()).toEqual(logs.map(nameOf).sort());
  });

  it.each(labels)('$log：有几场讲座就有几份笔记', (label) => {
    expect(notesOf(label)).toHaveLength(label.talks.length);
  });

  const talks = labels.flatMap((label) => label.talks.map((talk) => ({ label, talk })));

  it.each(talks)('$label.log：$talk.title：讲的人和讲座的范围', ({ label, talk }) => {
    const found = noteFor(label, talk);
    expect(talk.speakers).toContain(found?.note.speakers[0]?.name);
    expect(found?.score).toBeGreaterThanOrEqual(0.9);
  });

  it('题目', () => {
    const missed = talks
      .filter(({ label, talk }) => noteFor(label, talk)?.note.title !== talk.title)
      .map(({ talk }) => talk.title);
    expect(missed.length / talks.length, missed.join()).toBeLessThanOrEqual(0.1);
  });
});
