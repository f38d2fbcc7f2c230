import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLexicon } from '../src/lexicon-check.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lexicon-'));
  mkdirSync(join(folder, 'topics'));
  mkdirSync(join(folder, 'cues'));
  writeFileSync(join(folder, 'emoji.json'), '{"applause": ["鼓掌"]}');
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, value: unknown) =>
  writeFileSync(join(folder, file), typeof value === 'string' ? value : JSON.stringify(value));
const check = () =>
  checkLexicon(pathToFileURL(`${folder}/`)).map(
    ({ file, pointer, code, severity }) => `${file} ${pointer} ${code} ${severity}`,
  );
const scheme = (name: string, concepts: unknown[]) =>
  write(`topics/${name}.json`, { scheme: name, title: '税务', concepts });
const tax = { id: 'tax', prefLabel: '税务', kind: 'concept' };

describe('checkLexicon', () => {
  it('finds no error in the shipped lexicon', () => {
    const problems = checkLexicon(new URL('../lexicon/', import.meta.url));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('finds nothing in a sound one', () => {
    scheme('tax', [tax, { id: 'vat', prefLabel: '增值税', kind: 'concept', broader: 'tax' }]);
    expect(check()).toEqual([]);
  });

  it('names a fault of people.json', () => {
    write('people.json', { separators: { hard: '-', soft: '' } });
    expect(check()).toContain('people.json  schema error');
    expect(check()).toContain('people.json /separators/soft schema error');
  });

  describe.each([
    'definitions',
    'discussions',
    'doubts',
    'outline',
    'people',
    'restrictions',
    'search',
    'subjects',
    'talks',
  ])('%s.json', (name) => {
    const file = `${name}.json`;
    const shipped = JSON.parse(readFileSync(`lexicon/${file}`, 'utf8'));
    const keys = Object.keys(shipped);

    it.each(keys)('needs %s, spelt so', (key) => {
      const { [key]: value, ...rest } = shipped;
      write(file, rest);
      expect(check()).toEqual([`${file}  schema error`]);
      write(file, { ...rest, [`${key}s`]: value });
      expect(check().sort()).toEqual([`${file}  schema error`, `${file} /${key}s schema error`]);
    });

    it('says where to see what it may hold', () => {
      write(file, {});
      const [problem] = checkLexicon(pathToFileURL(`${folder}/`));
      expect(problem!.message).toMatch(new RegExp(`must have .+ \\(see: jianglu schema ${name}\\)$`, 'u'));
    });

    it('holds nothing twice and no empty word', () => {
      const lists = keys.filter((key) => Array.isArray(shipped[key]) && key !== 'spoken');
      for (const key of lists) {
        write(file, { ...shipped, [key]: [...shipped[key], shipped[key][0]] });
        expect(check()).toEqual([`${file} /${key} schema error`]);
        write(file, { ...shipped, [key]: [''] });
        expect(check()).toEqual([`${file} /${key}/0 schema error`]);
      }
    });
  });

  it('names a spoken transition that does not compile or repeats without bound', () => {
    const outline = JSON.parse(readFileSync('lexicon/outline.json', 'utf8'));
    write('outline.json', { ...outline, spoken: ['('], spokenSkip: '(?:a+)+' });
    expect(check()).toEqual([
      'outline.json /spoken/0 pattern-invalid error',
      'outline.json /spokenSkip pattern-nested error',
    ]);
  });

  it('names a hint that is to be filled otherwise in one language', () => {
    const doubts = JSON.parse(readFileSync('lexicon/doubts.json', 'utf8'));
    const what = { ...doubts.what, sittings: ['从 {time} 开始', 'begins at {clock}'] };
    write('doubts.json', { ...doubts, what });
    expect(check()).toEqual(['doubts.json /what/sittings places-differ error']);
  });

  it('names the place of a syntax error and goes on', () => {
    write('topics/a.json', '{');
    scheme('tax', [{ ...tax, kind: 'person' }]);
    expect(check()).toEqual([
      'topics/a.json  json-invalid error',
      'topics/tax.json /concepts/0/kind schema error',
    ]);
  });

  it.each([
    ['two concepts with one id', [tax, { ...tax, prefLabel: '税收' }], '/concepts/1/id id-duplicate error'],
    [
      'an unknown broader concept',
      [{ ...tax, broader: 'money' }],
      '/concepts/0/broader broader-unknown error',
    ],
    ['a concept above itself', [{ ...tax, broader: 'tax' }], '/concepts/0/broader broader-cycle error'],
    [
      'a label of two concepts, in another script',
      [tax, { id: 'b', prefLabel: '稅務', kind: 'concept' }],
      '/concepts/1 label-shared error',
    ],
    [
      'a definition without a source',
      [{ ...tax, definition: { text: '…' } }],
      '/concepts/0/definition definition-unreviewed warning',
    ],
  ])('reports %s', (_, concepts, expected) => {
    scheme('tax', concepts);
    expect(check()).toEqual([`topics/tax.json ${expected}`]);
  });

  it('reports each concept of a longer cycle', () => {
    scheme('tax', [
      { ...tax, broader: 'b' },
      { id: 'b', prefLabel: '增值税', kind: 'concept', broader: 'tax' },
    ]);
    expect(check()).toHaveLength(2);
  });

  it('lets a shared label pass that says so', () => {
    scheme('tax', [tax, { id: 'b', prefLabel: '稅務', kind: 'concept', shared: ['税务'] }]);
    expect(check()).toEqual([]);
  });

  it('wants the scheme to be named like the file', () => {
    write('topics/tax.json', { scheme: 'trade', title: '贸易', concepts: [] });
    expect(check()).toEqual(['topics/tax.json /scheme scheme-name error']);
  });

  it.each([
    ['(a+)+', 'pattern-nested'],
    ['(', 'pattern-invalid'],
  ])('reports the pattern %s', (pattern, code) => {
    write('cues/thanks.json', { kind: 'thanks', rules: [{ id: 'a', score: 1, pattern }] });
    expect(check()).toEqual([`cues/thanks.json /rules/0/pattern ${code} error`]);
  });

  it('reports rules of one id and unknown lists of emoji', () => {
    const rules = [
      { id: 'a', score: 1, emoji: 'applause' },
      { id: 'a', score: 1, emoji: 'tears' },
    ];
    write('cues/applause.json', { kind: 'applause', rules });
    expect(check()).toEqual([
      'cues/applause.json /rules/1/id rule-duplicate error',
      'cues/applause.json /rules/1/emoji emoji-unknown error',
    ]);
  });

  it('reports an idf that is no positive number', () => {
    cpSync(new URL('../lexicon/emoji.json', import.meta.url), join(folder, 'emoji.json'));
    write('idf.json', { unknown: 6, words: { 支付: 0 }, concepts: {} });
    expect(check()).toEqual(['idf.json /words/支付 idf-invalid error']);
  });
});
