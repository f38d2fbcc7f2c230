import { describe, expect, it } from 'vitest';
import { schemaFaults } from '../../src/validate.js';
import { imported, turtle } from './vocabulary.js';

const concepts = async (text: string) => {
  const { taxonomy } = await imported(turtle(text));
  expect(schemaFaults('taxonomy', taxonomy)).toEqual([]);
  return taxonomy.concepts;
};
const only = async (text: string) => (await concepts(`:a a skos:Concept ; ${text} .`))[0]!;

describe('names', () => {
  it.each([
    ['"票据"@zh-Hans, "bill"@en', '票据', { en: ['bill'] }],
    ['"票据"@zh-CN, "票據"@zh-TW', '票据', { 'zh-Hant': ['票據'] }],
    ['"票據"@zh-Hant-HK, "bill"@en-GB', '票據', { en: ['bill'] }],
    ['"bill"', 'bill', undefined],
    ['"bill"@en', 'bill', undefined],
    ['"票据"@zh, "Wechsel"@de', '票据', undefined],
    [
      '"票据"@zh ; skos:altLabel "汇票"@zh, "bill", "本票"',
      '票据',
      { 'zh-Hans': ['汇票', '本票'], en: ['bill'] },
    ],
    ['" 票\\n据 "@zh', '票 据', undefined],
    ['"票据"@zh ; skos:altLabel "票据"@zh, "票据"@zh-Hant', '票据', { 'zh-Hant': ['票据'] }],
  ])('%s', async (labels, prefLabel, altLabel) => {
    const concept = await only(`skos:prefLabel ${labels}`);
    expect([concept.prefLabel, concept.altLabel]).toEqual([prefLabel, altLabel]);
  });

  it('may be things of their own', async () => {
    expect(await only('skosxl:prefLabel [ skosxl:literalForm "票据"@zh ]')).toMatchObject({
      prefLabel: '票据',
    });
  });

  it.each([
    ['none', ':a a skos:Concept ; skos:altLabel "票据"@zh .'],
    ['only German ones', ':a a skos:Concept ; skos:prefLabel "Wechsel"@de .'],
    ['one that is too long', `:a a skos:Concept ; skos:prefLabel "${'票'.repeat(61)}"@zh .`],
  ])('where there are %s, the error names the concept', async (_, text) => {
    await expect(imported(turtle(text))).rejects.toMatchObject({
      code: 'skos-label-missing',
      message: expect.stringContaining('https://terms.example/a'),
    });
  });

  it('that two concepts have are declared by the second', async () => {
    const text =
      ':a a skos:Concept ; skos:prefLabel "轧差"@zh . :b a skos:Concept ; skos:prefLabel "軋差"@zh-Hant .';
    expect((await concepts(text)).map(({ shared }) => shared)).toEqual([undefined, ['軋差']]);
  });
});

describe('ids', () => {
  it.each([
    ['https://terms.example/clearing', 'clearing'],
    ['https://terms.example/v1#netClearing', 'net-clearing'],
    ['http://stw.example/descriptor/11245-6', '11245-6'],
    ['https://terms.example/c_1234/', 'c-1234'],
    ['urn:jianglu:concept/term%3A%E8%BD%A7%E5%B7%AE', 'term-d003115c'],
    ['https://terms.example/%', 'concept-93c146df'],
  ])('%s is %s', async (iri, id) => {
    const [concept] = await concepts(`<${iri}> a skos:Concept ; skos:prefLabel "轧差"@zh .`);
    expect(concept!.id).toBe(id);
  });

  it('are short, however long an address is', async () => {
    const [concept] = await concepts(
      `<urn:${'a'.repeat(1_000_000)}:${'b'.repeat(100)}> a skos:Concept ; skos:prefLabel "轧差"@zh .`,
    );
    expect(concept!.id).toMatch(/^b{80}-[0-9a-f]{8}$/u);
  });

  it('are other ones where two addresses end alike, in whatever order', async () => {
    const two = ['<https://a.example/x>', '<https://b.example/x>'].map(
      (iri) => `${iri} a skos:Concept ; skos:prefLabel "轧${iri.slice(9, 10)}"@zh .`,
    );
    const ids = async (text: string) =>
      Object.fromEntries((await concepts(text)).map((one) => [one.prefLabel, one.id]));
    const found = await ids(two.join('\n'));
    expect(found).toEqual({ 轧a: 'x', 轧b: expect.stringMatching(/^x-[0-9a-f]{8}$/u) });
    expect(await ids(two.reverse().join('\n'))).toEqual(found);
  });
});

const named = (name: string) => `:${name} a skos:Concept ; skos:prefLabel "${name}"@zh .`;

describe('what is above', () => {
  it.each([
    ['as the lower says it', ':b skos:broader :a .', 'a'],
    ['as the upper says it', ':a skos:narrower :b .', 'a'],
    ['as both do', ':b skos:broader :a . :a skos:narrower :b .', 'a'],
    ['elsewhere', ':b skos:broader <https://other.example/x> .', undefined],
  ])('%s', async (_, text, broader) => {
    const found = await concepts(`${named('a')} ${named('b')} ${text}`);
    expect(found.find(({ id }) => id === 'b')!.broader).toBe(broader);
  });

  it.each([
    [':a skos:broader :a .', 'https://terms.example/a → https://terms.example/a'],
    [':a skos:broader :b . :a skos:narrower :b .', 'https://terms.example/b'],
    [':a skos:broader :b . :b skos:broader :c . :c skos:broader :a .', 'https://terms.example/c'],
  ])('must not be below too: %s', async (text, said) => {
    const all = `${named('a')} ${named('b')} ${named('c')} ${text}`;
    await expect(imported(turtle(all))).rejects.toMatchObject({
      code: 'skos-cycle',
      message: expect.stringContaining(said),
    });
  });

  it('may be as high as somebody wants', async () => {
    const chain = Array.from(
      { length: 20_000 },
      (_, at) => `${named(`a${at}`)} :a${at} skos:broader :a${at + 1} .`,
    );
    expect(await concepts(`${chain.join('\n')} ${named('a20000')}`)).toHaveLength(20_001);
  });
});

describe('kinds and definitions', () => {
  it('are concepts, unless a collection with one of our notations tells otherwise', async () => {
    const text = `${named('a')} ${named('b')} :r a skos:Collection ; skos:notation "risk" ; skos:member :b .`;
    expect((await concepts(text)).map(({ kind }) => kind)).toEqual(['concept', 'risk']);
  });

  it.each([
    ['skos:definition "释义"@zh', { text: '释义', reviewed: false }],
    [
      'skos:definition "释义"@zh ; dct:source "《票据法》"',
      { text: '释义', source: '《票据法》', reviewed: false },
    ],
    [
      'skos:definition "meaning"@en, [ rdf:value "释义"@zh ; dct:source <https://law.example/2> ]',
      { text: '释义', source: 'https://law.example/2', reviewed: false },
    ],
    ['skos:definition <https://elsewhere.example/>', undefined],
  ])('%s', async (text, definition) => {
    expect((await only(`skos:prefLabel "票据"@zh ; ${text}`)).definition).toEqual(definition);
  });
});

it('tells what has no place', async () => {
  const { left, taxonomy } = await imported(
    turtle(`:s a skos:ConceptScheme ; dct:title "票据词表"@zh .
      :a a skos:Concept ; skos:prefLabel "票据"@zh, "Wechsel"@de ; skos:related :b ; skos:hiddenLabel "票剧"@zh .
      :b a skos:Concept ; skos:prefLabel "支票"@zh ; skos:related :a ; skos:broader :x .
      [] a skos:Concept ; skos:prefLabel "无名"@zh .`),
  );
  expect(left).toEqual([
    '2 × skos:related',
    '1 × concepts without an address',
    '1 × labels in de',
    '1 × skos:broader to what is not in the file',
    '1 × skos:hiddenLabel',
  ]);
  expect(taxonomy).toMatchObject({ scheme: 'terms', title: '票据词表' });
});

it('is no vocabulary without a concept', async () => {
  await expect(imported(turtle(':a dct:title "票据" .'))).rejects.toMatchObject({ code: 'skos-invalid' });
});
