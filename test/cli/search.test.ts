import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyStore } from '../../src/store/sqlite.js';
import { folder, jianglu } from './jianglu.js';

const notes = fileURLToPath(new URL('../fixtures/notes', import.meta.url));

let store = '';
beforeAll(() => {
  store = join(mkdtempSync(join(tmpdir(), 'jianglu-search-')), 'notes.sqlite');
  expect(jianglu(['index', notes, '--store', store]).code).toBe(0);
});

const ask = (command: 'search' | 'glossary', ...args: string[]) =>
  jianglu([command, '--store', store, ...args]);

interface Found {
  hits: {
    kind: string;
    heading: { text: string };
    talk?: { id: string; title: string };
    concept?: string;
    heard?: unknown;
  }[];
  notices: { code: string }[];
  more: boolean;
}
const found = (...args: string[]): Found => JSON.parse(ask('search', '--json', ...args).out);

describe('jianglu search', () => {
  it('names talk, speaker, day and message of what it finds', () => {
    const { code, out, err } = ask('search', '汇率风险');
    expect(code).toBe(0);
    expect(err).not.toContain('error');
    expect(out).toMatch(/^1\. .*汇率风险/u);
    expect(out).toMatch(/跨境电商收款与结汇 · 林知远\S* · 2024-03-15 · payclub · #\d+/u);
  });

  it.each<[query: string, concept: string]>([
    ['匯率風險', 'exchange-rate-risk'],
    ['huilv fengxian', 'exchange-rate-risk'],
    ['hlfx', 'exchange-rate-risk'],
    ['ｅｘｃｈａｎｇｅ ｒａｔｅ ｒｉｓｋ', 'exchange-rate-risk'],
    ['exchnage rate risk', 'exchange-rate-risk'],
    ['汇率fengxian', 'exchange-rate-risk'],
    ['信用証', 'letter-of-credit'],
    ['LC', 'letter-of-credit'],
  ])('finds by %s the concept %s', (query, concept) => {
    expect(
      found(query)
        .hits.slice(0, 3)
        .map((hit) => hit.concept),
    ).toContain(concept);
  });

  it('finds a word inside a longer one, and one character', () => {
    for (const query of ['率风', '汇'])
      expect(found(query).hits.some(({ talk }) => talk?.title === '跨境电商收款与结汇')).toBe(true);
  });

  it('leaves out, chooses, and keeps to a field', () => {
    const titles = (...args: string[]) => found(...args).hits.map(({ heading }) => heading.text);
    expect(titles('结汇', '-n', '50').some((title) => title.includes('收款'))).toBe(true);
    expect(titles('结汇 -收款', '-n', '50').every((title) => !title.includes('收款'))).toBe(true);
    expect(titles('title:结汇', '-n', '50').every((title) => title.includes('结汇'))).toBe(true);
    expect(found('kind:risk 风险', '-n', '50').hits.every(({ kind }) => kind === 'concept')).toBe(true);
    expect(
      found('结汇', '--since', '2024-03-15', '--until', '2024-03-15').hits.every(
        ({ talk }) => !talk || talk.id.includes('2024-03-15'),
      ),
    ).toBe(true);
  });

  it('says why a hit stands where it does', () => {
    const { out } = ask('search', '汇率风险', '--explain', '-n', '1');
    expect(out).toMatch(/score [\d.]+, coverage 1\n/u);
    expect(out).toMatch(/label 汇率风险, adds [\d.]+\n/u);
    expect(out).toMatch(/text 汇率风险: .*idf [\d.]+, adds [\d.]+/u);
  });

  it.each([
    '"',
    '*',
    "'; DROP TABLE talks; --",
    'a AND',
    'NEAR(a b)',
    '^',
    '{body}: x',
    '\u0000\ud800',
    '('.repeat(5000),
    'OR OR OR',
  ])('takes any query: %j', (query) => {
    const { code, err } = ask('search', '--', query.replaceAll('\u0000', ' '));
    expect(code).toBe(0);
    expect(err).not.toContain('internal');
  });

  it('takes a word behind one dash as left out, wherever it stands, and two dashes as an option', () => {
    const titles = (...args: string[]) => found(...args).hits.map(({ heading }) => heading.text);
    const without = titles('结汇 -收款', '-n', '50');
    expect(titles('结汇', '-收款', '-n', '50')).toEqual(without);
    expect(titles('-n', '50', '-收款', '结汇')).toEqual(without);
    expect(titles('-n', '50', '--', '结汇', '-收款')).toEqual(without);
    expect(titles('结汇', '-Visa', '-n', '50')).toEqual(titles('结汇', '-n', '50'));
    expect(ask('search', '结汇', '--limt', '3')).toMatchObject({
      code: 2,
      err: expect.stringContaining("unknown option '--limt'"),
    });
    expect(ask('search', '--', '结汇', '--limt').code).toBe(0);
    expect(ask('glossary', '风险', '-汇率', '--json').code).toBe(0);
  });

  it('says what of a query it did not heed', () => {
    expect(ask('search', '--', '-结汇').err).toContain('needs a word');
    expect(ask('search', 'broader:无此概念 风险').err).toContain('no concept is called 无此概念');
  });

  it('says where an index is missing, and leaves a file that is none alone', () => {
    const path = join(folder(), 'other.sqlite');
    expect(jianglu(['search', '风险', '--store', path])).toMatchObject({
      code: 1,
      err: expect.stringContaining('[index-missing]'),
    });
    writeFileSync(path, 'no index at all');
    expect(jianglu(['search', '风险', '--store', path])).toMatchObject({
      code: 1,
      err: expect.stringContaining('[index-invalid]'),
    });
  });
});

describe('jianglu glossary', () => {
  it('lists what talks define', () => {
    const { out } = ask('glossary', '--kind', 'risk');
    expect(out).toMatch(/^汇率风险 risk .*1 talk, 2024-03-15$/mu);
    expect(out).not.toContain('主权风险');
    expect(ask('glossary', '--kind', 'risk', '--all', '-n', '900').out).toContain('主权风险');
  });

  it('shows every definition with its talk, and what is above it', () => {
    const { out } = ask('glossary', '汇率风险');
    expect(out).toMatch(/^汇率风险 \(risk\)/u);
    expect(out).toContain('broader: 市场风险');
    expect(out).toMatch(/林知远\S* · 2024-03-15/u);
  });

  it('keeps below a concept', () => {
    const { concepts } = JSON.parse(ask('glossary', '--broader', '市场风险', '--json').out);
    expect(concepts.map(({ label }: { label: string }) => label)).toContain('汇率风险');
    expect(concepts.map(({ label }: { label: string }) => label)).not.toContain('虚假交易的风险');
  });

  it('says of a list, too, what options nobody meets', () => {
    const { out, err } = ask('glossary', '--speaker', '无此人', '--json');
    expect(JSON.parse(out)).toMatchObject({ concepts: [], notices: [{ code: 'speaker', about: '无此人' }] });
    expect(err).toBe('');
    expect(ask('glossary', '--speaker', '无此人').err).toContain('no speaker is called 无此人');
  });

  it('says that only the taxonomy knows a concept', () => {
    expect(ask('glossary', '主权风险').err).toContain('--all');
    expect(ask('glossary', '主权风险', '--all').out).toContain('[lexicon');
  });
});

describe('an index whose making was broken off', () => {
  it.each([
    ['search', '汇率风险'],
    ['glossary', '汇率风险'],
    ['index', 'check'],
  ])('is told by %s, which answers from what is there', (...args) => {
    const file = join(folder(), 'half.sqlite');
    emptyStore(file);
    const { code, err } = jianglu([...args, '--store', file]);
    expect(code).toBe(0);
    expect(err).toMatch(
      /^warning: .*half\.sqlite: the index is being made, .* \[index-unfinished\]\n {2}wait for/u,
    );
    expect(jianglu([...args, '--store', store]).err).not.toContain('[index-unfinished]');
  });
});
