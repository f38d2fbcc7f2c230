import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error: a tool in plain JavaScript
import { random } from '../tools/random.mjs';
import {
  distinct,
  filesBelow,
  hostileTexts,
  literalsIn,
  type Pattern,
  patternsIn,
  recorder,
  timeOf,
} from './patterns.js';

/** The checker that ships as JavaScript: no program for one machine, the same answers everywhere. */
process.env.RECHECK_SYNC_BACKEND = 'pure';

/** Milliseconds that the checker may take for a pattern; what it leaves undecided the clock decides. */
const patience = 1500;
/** A pattern that looks a thousand characters ahead from each place of a text: no other may take half as long again. */
const yardstick: Pattern = { source: 'a[^b]{0,1000}b', flags: 'gu', at: '' };
/** Milliseconds of processor time that all matches in 20,000 characters may take: some 70 to 160, by the machine. */
let bound: number;

let patterns: Pattern[];
/** Those of them that are tried: all in the drill, else the ones that no drill has passed, and a few of the others. */
let tried: Pattern[];

/** Hashes of the patterns that passed when `npm run drill:patterns` tried them all. */
const record = new URL('patterns.json', import.meta.url);
const isDrill = process.env.JIANGLU_PATTERNS === 'all';
/** Patterns that passed before and are tried again in every run, chosen by a fixed seed. */
const again = 40;

const hashOf = ({ source, flags }: Pattern) =>
  hash('sha256', `${source}/${flags.replace(/[gyd]/gu, '')}`, 'hex').slice(0, 16);

function chosen(all: readonly Pattern[]): Pattern[] {
  const passed = new Set<string>(isDrill ? [] : JSON.parse(readFileSync(record, 'utf8')));
  const chance = random(all.length);
  const known = all.filter((pattern) => passed.has(hashOf(pattern)));
  const some = new Set(Array.from({ length: again }, () => known[Math.floor(chance() * known.length)]));
  return all.filter((pattern) => !passed.has(hashOf(pattern)) || some.has(pattern));
}

const failed = new Set<Pattern>();

afterAll(() => {
  if (!isDrill) return;
  const hashes = patterns.filter((pattern) => !failed.has(pattern)).map(hashOf);
  writeFileSync(record, `${JSON.stringify(hashes.sort(), null, 2)}\n`);
});

beforeAll(async () => {
  bound = 1.5 * timeOf(yardstick, 'a'.repeat(20_000));
  const { made, stop } = recorder();
  const { extract } = await import('../src/index.js');
  for (const path of filesBelow('test/fixtures/logs', '.markdown').slice(0, 8))
    extract(readFileSync(new URL(`../${path}`, import.meta.url)), { path, config: { discussions: true } });
  stop();
  patterns = distinct([
    ...filesBelow('src', '.ts').flatMap(literalsIn),
    ...filesBelow('lexicon', '.json').flatMap(patternsIn),
    ...made.filter(({ source }) => source !== '(?:)'),
  ]);
  tried = chosen(patterns);
});

/** The patterns of which something bad is true. */
function badOf(isBad: (pattern: Pattern) => boolean): string[] {
  const bad = tried.filter(isBad);
  for (const pattern of bad) failed.add(pattern);
  return bad.map(named);
}

const checked = ({ source, flags }: Pattern) =>
  checkSync(source, flags.replace(/[dy]/gu, ''), { timeout: patience });

const slowIn = (pattern: Pattern) =>
  hostileTexts(pattern).find((text) => timeOf(pattern, text) > bound) !== undefined;

const named = ({ source, flags, at }: Pattern) => `${at} /${source}/${flags}`;

describe('正则表达式', () => {
  it('源码里的、词库里的、运行时拼出来的，都找得到', () => {
    expect(patterns.length).toBeGreaterThan(300);
    for (const at of ['src/', 'lexicon/cues/', 'new RegExp'])
      expect(
        patterns.some((pattern) => pattern.at.startsWith(at)),
        at,
      ).toBe(true);
  });

  it('检查器认得出指数级的回溯，时钟量得出平方级的', () => {
    expect(checked({ source: '(a+)+$', flags: '', at: '' })).toMatchObject({
      status: 'vulnerable',
      complexity: { type: 'exponential' },
    });
    expect(slowIn({ source: '[.\\s]+$', flags: 'u', at: '' })).toBe(true);
  });

  it('没有一个会指数级回溯', { timeout: 600_000 }, () => {
    const bad = badOf((pattern) => {
      const found = checked(pattern);
      return found.status === 'vulnerable' && found.complexity.type === 'exponential';
    });
    expect(bad).toEqual([]);
  });

  it('两万字的刁难，没有一个比处处往前看一千字慢多少', { timeout: 600_000 }, () => {
    expect(badOf(slowIn)).toEqual([]);
  });
});
