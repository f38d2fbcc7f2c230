import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { classes, classNames, figureNames, figureOf } from '../../src/eval/classes.js';

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const tests = readdirSync(fileURLToPath(new URL('./errors', import.meta.url)))
  .map((name) => read(`./errors/${name}`))
  .join('\n');
const page = read('../../docs/errors.md');

/** Tests of lecture messages put side and kind together. */
const inTests = (name: string) => {
  const [, side, kind] = /^lecture\.(missed|extra)-(\w+)$/u.exec(name) ?? [];
  return side ? tests.includes(`'${kind}'`) : tests.includes(`'${name}`) || tests.includes(`\`${name}`);
};

describe('分歧的类', () => {
  it.each(classNames)('%s 有测试，也写在文档里', (name) => {
    expect(inTests(name)).toBe(true);
    expect(page).toContain(`\`${name}\``);
  });

  it('文档里没有别的类', () => {
    const named = [
      ...page.matchAll(/`((?:talks|speaker|title|lecture|headings|qa|topics|glossary)\.[a-z-]+)`/gu),
    ];
    expect(named.map(([, name]) => name).filter((name) => !Object.hasOwn(classes, name!))).toEqual([]);
  });

  it('名字以指标开头', () => {
    expect(figureNames).toEqual([
      'talks',
      'speaker',
      'title',
      'lecture',
      'headings',
      'qa',
      'topics',
      'glossary',
    ]);
    expect(figureOf('qa.missed-plain')).toBe('qa');
  });
});
