import { describe, expect, it } from 'vitest';
import { type Collection, collect } from '../../../src/publish/engine/collection.js';
import { factsOf } from '../../../src/publish/engine/talks.js';
import { wikiPages, wikiRedirects } from '../../../src/publish/targets/mediawiki-pages.js';
import type { Note } from '../../../src/schema/note.js';
import { conceptFinder } from '../../../src/store/finder.js';
import { span } from '../../note.js';
import { talk } from '../talks.js';

const collected = (...notes: Note[]): Collection =>
  collect(
    notes.map((note) => ({ ...factsOf(note, '', conceptFinder([])), load: () => note })),
    [],
  );
const pagesOf = (...notes: Note[]) => wikiPages(collected(...notes), true, 'link');

describe('pages of a wiki', () => {
  const pages = pagesOf(talk(1), talk(2));
  const nameOf = (key: string) => pages.find((page) => page.key === key)?.name;
  const textOf = (key: string) => pages.find((page) => page.key === key)?.render(nameOf);

  it('have titles that tell them apart', () => {
    expect(pages.map(({ name }) => name)).toEqual([
      'Template:Jianglu（分享）',
      ...['Category:分享', 'Category:讲者', 'Category:主题', 'Category:术语'],
      '信用证第2讲（2024-05-02）',
      '信用证第1讲（2024-05-01）',
      '木棉-青禾银行（讲者）',
      '沙棘（讲者）',
      '信用证（主题）',
      '不符点',
      '目录（分享）',
    ]);
  });

  it('have titles that a wiki allows, whatever they are about', () => {
    const odd = talk(1, {
      title: `a#b/[c]|${'长'.repeat(100)}`,
      speakers: [{ name: ':{{甲}}', aliases: [] }],
    });
    const named = pagesOf(odd);
    const names = named.map(({ name }) => name);
    const nameOf = (kind: string) => named.find((page) => page.kind === kind)?.name;
    expect(nameOf('talk')).toMatch(/^A＃b／［c］｜长+（2024-05-01）$/u);
    expect(nameOf('speaker')).toBe('：｛｛甲｝｝（讲者）');
    expect(names.every((name) => Buffer.byteLength(name) <= 255)).toBe(true);
  });

  it('lead to each other', () => {
    expect(textOf('index:talks')).toContain(
      '* 2024-05-02 [[:信用证第2讲（2024-05-02）|信用证第2讲]] · [[:沙棘（讲者）|沙棘]]',
    );
    expect(textOf('speaker:沙棘')).toContain('[[:信用证第2讲（2024-05-02）|信用证第2讲]]');
    expect(textOf('topic:letter-of-credit')).toMatch(/第2讲\]\].*\n.*第1讲\]\]/u);
    expect(textOf('concept:term:不符点')).toContain('不符点是单据与信用证不一致之处。 — [[:信用证第2讲');
    expect(textOf('talk:club-2024-05-01-00000001')).toContain('* [[:不符点|不符点]]（风险）');
  });

  it('are in a category of their kind', () => {
    expect(textOf('talk:club-2024-05-01-00000001')).toMatch(/\n\[\[Category:分享\]\]$/u);
    expect(textOf('concept:term:不符点')).toMatch(/\n\[\[Category:术语\]\]$/u);
    expect(textOf('index:talks')).not.toContain('[[Category:');
  });
});

describe('pages that lead on', () => {
  const term = (name: string, ...aliases: string[]): Note['glossary'][number] => ({
    ...{ term: name, kind: 'risk', message: 5, start: 0, end: 3, broader: null },
    definition: [span(`${name}是什么`, 5)],
    aliases: aliases.map((alias) => span(alias, 5)),
  });

  it('are those of names that one term alone has', () => {
    const glossary = [term('不符点', '瑕疵', '差错'), term('软条款', '陷阱条款', '差错'), term('瑕疵')];
    const redirects = wikiRedirects(collected(talk(1, { glossary })));
    expect(redirects.map(({ name }) => name)).toEqual(['陷阱条款']);
    expect(redirects[0]?.render(() => '软条款')).toBe('#REDIRECT [[软条款]]');
  });
});
