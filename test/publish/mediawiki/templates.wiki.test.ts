import { expect, it } from 'vitest';
import { mediawiki } from '../../../src/publish/targets/mediawiki.js';
import { section, talk } from '../talks.js';
import { byTemplates, ofEachKind } from '../templates.js';
import { counts } from '../world.js';
import { hostile } from './hostile.js';
import { wikiPlace } from './place.js';
import { elementsIn, shown, wordsIn } from './seen.js';
import { describeWiki } from './wiki.js';

const key = `talk:${talk(1).id}`;

/** Where templates put a value: the template, the elements that it gives, and what stands around the value. */
const places: [place: string, template: string, made: string][] = [
  ['在一行中间', '前{{ s.title }}后', 'p'],
  ['一行开头', '{{ s.title }}', 'p'],
  ['粗体里', "'''{{ s.title }}'''", 'p b'],
  ['列表', '* {{ s.title }}', 'ul li'],
  ['术语和解释', '; 词 : {{ s.title }}', 'dl dt dd'],
  ['小标题', '== {{ s.title }} ==', 'h2 span'],
  ['表格', '{% raw %}{|{% endraw %}\n| {{ s.title }} || 二\n|}', 'table tbody tr td'],
  ['有名的参数', '{% raw %}{{回声|文={% endraw %}{{ s.title }}{% raw %}}}{% endraw %}', 'p'],
  ['没有名的参数', '{% raw %}{{第一个|{% endraw %}{{ s.title }}{% raw %}}}{% endraw %}', 'p'],
  ['元素里', '<div class="x">{{ s.title }}</div>', 'div'],
  ['属性里', '<div title="{{ s.title | strip_newlines }}">字</div>', 'div'],
  ['链接的字', '{{ "speaker:木棉-青禾银行" | link: s.title }}', 'p a'],
];

describeWiki('templates of the user on a wiki', (own) => {
  it('make a page of each kind, with links; a second run writes nothing', async () => {
    const place = await wikiPlace(own.wiki);
    const { world, run } = byTemplates(mediawiki, ofEachKind, place);
    world.notes.put(talk(1));
    const { outcomes } = await run();
    const pages = await place.pages();
    const page = (key: string) => String(pages.get(outcomes.find((one) => one.key === key)!.name));
    expect(page(key)).toContain(
      '\n我的分享 信用证第1讲 [[:信用证（主题）|信用证]] 没有\n<!-- jianglu:end -->',
    );
    expect(page('speaker:木棉-青禾银行')).toContain('[[:信用证第1讲（2024-05-01）|信用证第1讲]]');
    expect(page('topic:letter-of-credit')).toContain('我的主题 信用证 [[:信用证第1讲（2024-05-01）|');
    expect(page('concept:term:不符点')).toMatch(
      /我的术语 不符点：.+ \[\[:信用证第1讲（2024-05-01）\|出处\]\]/u,
    );
    expect(page('index:talks')).toContain('我的目录 [[:信用证第1讲（2024-05-01）|');
    for (const one of [key, 'index:talks']) expect(mediawiki.keyOf(page(one))).toBe(one);
    expect(Object.keys(counts(await run()))).toEqual(['same']);
  });

  it.each(places)('%s: what members typed stays words', async (_, template, made) => {
    const place = await wikiPlace(own.wiki);
    await own.wiki.as('person', { action: 'edit', title: '模板:回声', text: '{{{文|}}}' });
    await own.wiki.as('person', { action: 'edit', title: '模板:第一个', text: '{{{1|没有值}}}' });
    const parts = `{% for s in note.sections %}<div class="part"></div>\n\n${template}\n\n{% endfor %}`;
    const { world, run, page } = byTemplates(mediawiki, { 'talk.liquid': parts }, place);
    const texts = hostile.map(([, text]) => text);
    world.notes.put(talk(1, { sections: texts.map((text) => section(text, '正文')) }));
    // Where others lead to is not looked at here: each page that is made takes its time.
    await run(template.includes('speaker:') ? ['talk', 'speaker'] : ['talk']);
    const { html, others } = await own.wiki.parse(await page(key));
    expect(others.filter((one) => !/^模板:(?:回声|第一个)$/u.test(one))).toEqual([]);
    const found = html
      .replace(/\s*<!--.*?-->/gsu, '')
      .split('<div class="part"></div>')
      .slice(1);
    expect(found).toHaveLength(texts.length);
    const allowed = new Set([...made.split(' '), 'br']);
    for (const [at, part] of found.entries()) {
      expect(
        elementsIn(part).filter((element) => !allowed.has(element)),
        texts[at]!,
      ).toEqual([]);
      const inside = /^\s*<div title="([^"]*)">/u.exec(part)?.[1];
      const seen = inside === undefined ? wordsIn(part) : wordsIn(inside);
      const bare = (text: string) => text.replace(/\s+/gu, '');
      expect(bare(seen), texts[at]!).toContain(bare(shown(texts[at]!)));
      const attributes = [...part.replace(/="[^"]*"/gu, '=').matchAll(/<[^>]*? ([\w-]+)=/gu)];
      const names = attributes.map(([, name]) => name!);
      expect(
        names.filter((name) => !/^(?:href|title|class|id)$/u.test(name)),
        texts[at]!,
      ).toEqual([]);
    }
  });
});
