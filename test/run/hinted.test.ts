import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newClock } from '../../src/clock.js';
import { worded } from '../../src/note/words.js';
import { bundlerOf } from '../../src/output/bundle.js';
import { writeBundle } from '../../src/output.js';
import { hinted, rehinted } from '../../src/run/hinted.js';
import { twinHint } from '../../src/run/twins.js';
import type { Review } from '../../src/schema/note.js';
import type { Hint } from '../../src/transcript.js';
import { ledger, note } from '../note.js';

const doubtful: Review = { code: 'title-missing', reason: '没有题目' };
const hint = (group: string) => twinHint({ id: `${group}-2024-01-05-00000000`, path: `${group}/a.md` });
const one = note({ review: [doubtful] });

describe('hinted', () => {
  it.each<[string, Hint[], Hint[]]>([
    ['添上', [], [hint('techroom')]],
    ['换掉', [hint('riskroom')], [hint('techroom')]],
    ['去掉', [hint('riskroom'), hint('techroom')], []],
  ])('%s讲了两遍的提示，别的提示照旧', (_, before, now) => {
    const inWords = (hints: Hint[]) => hints.map((one) => worded(one, 'zh-Hans'));
    const had = { ...one, review: [doubtful, ...inWords(before)] };
    const { review } = hinted(had, { [one.id]: now, 别的笔记: [hint('hkpay')] });
    expect(review).toEqual([doubtful, ...inWords(now)]);
  });
});

describe('rehinted', () => {
  let out: string;
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'jianglu-'));
  });
  afterEach(() => rmSync(out, { recursive: true, force: true }));

  const formats = ['json', 'md'];
  const written = async () => {
    const bundle = await bundlerOf(formats);
    const { folder, ledger: book, notes } = bundle([hinted(one, { [one.id]: [hint('riskroom')] })], ledger());
    writeBundle(out, { folder, source: ledger().source.path, ledger: book, notes });
    const json = notes[0]!.files.find(({ name }) => name.endsWith('.json'))!.name;
    return { out, ledger: join(folder, book.name), notes: [join(folder, json)] };
  };

  it('gives the bytes that an extraction with these hints gives', async () => {
    const hints = { [one.id]: [hint('techroom')] };
    const bundle = await bundlerOf(formats);
    const anew = bundle([hinted(one, hints)], ledger());
    expect(await rehinted(await written(), hints, { formats, clock: newClock() })).toEqual(anew);
    expect(JSON.stringify(anew)).toContain('techroom-2024-01-05');
  });

  it.each([
    ['half a note', '{"id": '],
    ['a note that is none', '{}'],
  ])('takes no %s for what was written', async (_, text) => {
    const standing = await written();
    writeFileSync(join(out, standing.notes[0]!), text);
    await expect(rehinted(standing, {}, { formats, clock: newClock() })).rejects.toThrow();
  });
});
