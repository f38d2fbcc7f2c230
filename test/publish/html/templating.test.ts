import { describe, expect, it } from 'vitest';
import { htmlTemplating } from '../../../src/publish/html/templating.js';
import { html } from '../../../src/publish/targets/html.js';
import { section, talk } from '../talks.js';
import { byTemplates, ofEachKind } from '../templates.js';
import { counts } from '../world.js';
import { named, parsedXml } from '../xml.js';

const key = `talk:${talk(1).id}`;

describe('自己的模板做网页', () => {
  it('分享和目录用模板，链接跟着页走，认得出是哪一页；第二次不写', async () => {
    const { world, run, page } = byTemplates(html, ofEachKind);
    world.notes.put(talk(1));
    await run();
    expect(await page(key)).toMatch(/我的分享 信用证第1讲 信用证 没有$/u);
    expect(await page('index:talks')).toContain(
      '<a href="talks/2024-05-01-%E4%BF%A1%E7%94%A8%E8%AF%81%E7%AC%AC1%E8%AE%B2.html">信用证第1讲</a>',
    );
    for (const one of [key, 'index:talks']) expect(html.keyOf(await page(one))).toBe(one);
    expect(Object.keys(counts(await run()))).toEqual(['same']);
  });

  it.each([
    '<script>x</script>',
    '"><img src=x onerror=y>',
    "' onclick='x",
    '&lt;b&gt; &amp;',
    ']]>',
    '{{ 1 }}',
  ])('群友打的 %s 在文字里、属性里都只是字', async (text) => {
    const template =
      '<p>{% for s in note.sections %}<b title="{{ s.title }}">{{ s.title }}</b>{% endfor %}</p>';
    const { world, run, page } = byTemplates(html, { 'talk.liquid': template });
    world.notes.put(talk(1, { sections: [section(text, '正文')] }));
    await run();
    const document = parsedXml(`<html>${await page(key)}</html>`);
    expect(named(document, 'script').concat(named(document, 'img'))).toEqual([]);
    const [bold] = named(document, 'b');
    expect(Object.keys(bold!.attributes)).toEqual(['title']);
    expect([bold!.text, bold!.attributes.title].map((one) => one!.replace(/&amp;/gu, '&'))).toEqual(
      [text, text].map((one) => one.replace(/&amp;/gu, '&')),
    );
  });

  it.each([
    [
      '没有头',
      '<p>字</p>',
      /^\n<meta name="jianglu" content="talk:1" \/>\n<meta http-equiv.*\/><p>字<\/p>$/u,
    ],
    [
      '有头',
      '<!DOCTYPE html>\n<html lang="zh">\n<HEAD>\n<title>题</title>',
      /<HEAD>\n<meta name="jianglu" [^>]+>\n<meta http-equiv[^>]+>\n<title>/u,
    ],
    [
      '自己写了',
      '<meta name="jianglu" content="talk:1" /><p>字</p>',
      /^\n<meta http-equiv[^>]+><meta name="jianglu" content="talk:1" \/><p>字<\/p>$/u,
    ],
    [
      '自己有规矩',
      '<head><meta http-equiv="Content-Security-Policy" content="x">',
      /^<head>\n<meta name="jianglu" [^>]+><meta http-equiv="Content-Security-Policy" content="x">$/u,
    ],
    [
      '自己有规矩，写在后面',
      `<head><META content="script-src 'self'" http-equiv='content-security-policy'>`,
      /^<head>\n<meta name="jianglu" [^>]+><META [^>]+>$/u,
    ],
    [
      '群友打的字像规矩',
      '<head><meta name="description" content="http-equiv=content-security-policy">',
      /^<head>\n<meta name="jianglu" [^>]+>\n<meta http-equiv[^>]+><meta name="description" [^>]+>$/u,
    ],
  ])('记号放在头里：%s', (_, template, expected) => {
    const page = htmlTemplating.mark('talk:1', template);
    expect(page).toMatch(expected);
    expect(html.keyOf(page)).toBe('talk:1');
    expect(htmlTemplating.mark('talk:1', page)).toBe(page);
  });
});
