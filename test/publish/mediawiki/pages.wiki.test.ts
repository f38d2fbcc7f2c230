import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { expect, it } from 'vitest';
import { knownConcepts } from '../../../src/index.js';
import { loadLexicon } from '../../../src/lexicon.js';
import { collect } from '../../../src/publish/engine/collection.js';
import { factsOf } from '../../../src/publish/engine/talks.js';
import type { Head } from '../../../src/publish/mediawiki/heads.js';
import { find, wrap } from '../../../src/publish/mediawiki/markers.js';
import { talkPage } from '../../../src/publish/mediawiki/pages.js';
import { titlePart } from '../../../src/publish/mediawiki/titles.js';
import { redirect } from '../../../src/publish/mediawiki/wikitext.js';
import { wikiPages, wikiRedirects } from '../../../src/publish/targets/mediawiki-pages.js';
import { unannounced } from '../../../src/readable/announcing.js';
import type { Block, Note, Section } from '../../../src/schema/note.js';
import { conceptFinder } from '../../../src/store/finder.js';
import { note, span } from '../../note.js';
import { hostile } from './hostile.js';
import { elementsIn, wordsIn } from './seen.js';
import { describeWiki } from './wiki.js';

const folder = fileURLToPath(new URL('../../fixtures/notes', import.meta.url));
const notes = globSync('**/*.json', { cwd: folder, ignore: '**/*.ledger.json' })
  .sort()
  .map((name): [string, Note] => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))]);

const titleOf = (key: string) =>
  key.startsWith('picture:') ? undefined : titlePart(key.replace(/^[a-z]+:/u, ''));
const page = (note: Note, footnotes = true): string => {
  const concepts = note.glossary.map(({ term }) => `concept:${term}`);
  return talkPage(note, concepts, { footnotes, categories: ['分享'], pictures: 'link', titleOf });
};

const blocksIn = (sections: readonly Section[]): Block[] =>
  sections.flatMap((section) => [...unannounced(section), ...blocksIn(section.sections)]);
const titlesIn = (sections: readonly Section[]): string[] =>
  sections.flatMap(({ title, sections }) => [title, ...titlesIn(sections)]);
/** Letters and digits only: how a text is broken into lines and marked up does not matter. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
/** What readers must find of a note, but for what only announces a heading: words of paragraphs, lists and headings that hold no link, code or emoji code. */
const wordsOf = ({ lead, sections }: Note): string[] => [
  ...titlesIn(sections),
  ...[...lead, ...blocksIn(sections)]
    .filter(({ type }) => type === 'paragraph' || type === 'list')
    .flatMap(({ spans, items }) => (items ? items.map((item) => item.span) : spans))
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => !/[[\]&@]|https?:|^\s*>/u.test(line)),
];

describeWiki('pages, as MediaWiki shows them', (own) => {
  it.each(notes)('%s: all words are there, and nothing is wrong', async (_, note) => {
    for (const footnotes of [true, false]) {
      const { html, others } = await own.wiki.parse(page(note, footnotes));
      const seen = bare(wordsIn(html));
      expect(wordsOf(note).filter((line) => !seen.includes(bare(line)))).toEqual([]);
      expect(html).not.toMatch(/class="[^"]*error|Cite error|引用错误|mw-ext-cite-error|Template loop/u);
      expect(others.filter((title) => !/^https?:/u.test(title))).toEqual(['分享']);
    }
  });

  it('the notes have words enough to look for', () => {
    expect(notes.flatMap(([, note]) => wordsOf(note)).length).toBeGreaterThan(200);
  });

  it('a note full of hostile texts makes nothing but its own page', async () => {
    const texts = hostile.map(([, text]) => text);
    const hostileNote = note({
      title: texts.join(' '),
      host: texts[0]!,
      speakers: [{ name: texts[1]!, aliases: [], organization: texts[2]!, role: texts[3]!, city: texts[4]! }],
      lead: texts.flatMap((text): Block[] => [
        { type: 'paragraph', spans: [span(text)] },
        { type: 'quote', spans: [span(text)] },
        { type: 'code', spans: [span(text)] },
        { type: 'list', spans: [span(text)], items: [{ marker: text, span: span(text) }] },
        { type: 'link', spans: [span(text)], url: text, caption: text },
        { type: 'image', spans: [span(text)], url: `https://a.example/${text}`, caption: text },
      ]),
      qa: texts.map((text) => ({
        question: { by: text, messages: [1], spans: [span(text)] },
        answers: [{ by: text, messages: [2], spans: [span(text, 2)] }],
      })),
      topics: texts.map((text) => ({
        ...{
          id: text,
          label: text,
          aliases: [text],
          score: 1,
          origin: 'text' as const,
          evidence: [span(text)],
        },
      })),
    });
    const { html, others } = await own.wiki.parse(page(hostileNote));
    expect(others.filter((title) => !/^https?:/u.test(title))).toEqual(['分享']);
    const usual = 'div p br a h2 h3 span ul ol li sup table tbody tr th td pre blockquote';
    expect(elementsIn(html).filter((element) => !usual.split(' ').includes(element))).toEqual([]);
    expect(html).not.toMatch(/Cite error|引用错误/u);
    const addresses = [...html.matchAll(/<[^>]*? (?:href|src)="([^"]*)"[^>]*>/gu)].map(
      ([, address]) => address!,
    );
    expect(addresses.filter((address) => !/^(?:https?:|\/index\.php|#)/u.test(address))).toEqual([]);
  });

  it('all pages of a collection lead to each other, and other names lead to the pages of terms', async () => {
    const taxonomy = knownConcepts(loadLexicon());
    const findConcept = conceptFinder(taxonomy);
    const open = notes.filter(([, { restrictions }]) => restrictions.length === 0).slice(0, 1);
    const collection = collect(
      open.map(([, note]) => ({ ...factsOf(note, '', findConcept), load: () => note })),
      taxonomy,
    );
    const pages = [...wikiPages(collection, true, 'link'), ...wikiRedirects(collection)];
    const names = new Map(pages.map(({ key, name }) => [key, name]));
    const twice = [...names].filter(([key, name]) => [...names].some(([k, n]) => n === name && k !== key));
    expect(twice).toEqual([]);
    for (const { key, name, render } of pages) {
      const text = wrap(key, render((other) => names.get(other)) as string);
      const edited = await own.client.edit({ title: name, text, summary: '讲录', base: 'new', bot: true });
      expect({ name, kind: edited.kind }).toEqual({ name, kind: 'saved' });
    }
    const heads = await own.client.read([...names.values()]);
    for (const { key, name } of pages) {
      const head = heads.get(name) as Head;
      expect(head.title.replace(/^模板:/u, 'Template:').replace(/^分类:/u, 'Category:')).toBe(name);
      expect(find(head.text!)).toMatchObject({ key, intact: true });
      if (key.startsWith('redirect:')) expect(head.redirect).toBeDefined();
      const { html } = await own.wiki.parse(head.text!);
      expect(html).not.toMatch(/redlink=1" class="new"|class="[^"]*error|Cite error|引用错误/u);
    }
    own.wiki.reset();
  });

  it('stands as it was written once it is saved, and saved again is no change', async () => {
    const [, first] = notes.find(([, { sections, glossary }]) => sections.length && glossary.length)!;
    const text = wrap(`talk:${first.id}`, page(first));
    const title = titlePart(first.title);
    const edited = await own.client.edit({ title, text, summary: '讲录', base: 'new', bot: true });
    expect(edited).toMatchObject({ kind: 'saved' });
    const head = (await own.client.read([title])).get(title) as Head;
    expect(find(head.text!)).toMatchObject({ key: `talk:${first.id}`, intact: true });
    expect(head.text).toBe(text);
    expect(await own.client.edit({ title, text, summary: '讲录', base: head.revision })).toEqual({
      kind: 'nochange',
    });
    await own.client.edit({ title: '别名', text: redirect(title), summary: '讲录', base: 'new' });
    expect((await own.client.heads(['别名'])).get('别名')).toMatchObject({ redirect: title });
  });
});
