import jsonld from 'jsonld';
import { Parser, type Quad } from 'n3';
import { describe, expect, it } from 'vitest';
import { skos } from '../../../src/publish/targets/skos.js';
import type { Entry, Note } from '../../../src/schema/note.js';
import { iriOf, type Term } from '../../../src/skos/terms.js';
import type { KnownConcept } from '../../../src/store/record.js';
import { note, span } from '../../note.js';
import { collected, rendered } from '../collection.js';

const taxonomy: KnownConcept[] = [
  { id: 'payment', prefLabel: '支付', altLabel: { en: ['payment'] }, kind: 'concept', scheme: 'payments' },
  {
    id: 'clearing',
    prefLabel: '清算',
    altLabel: { 'zh-Hans': ['资金清算'], 'zh-Hant': ['清算', '結算'], en: ['clearing'] },
    broader: 'payment',
    kind: 'concept',
    definition: { text: '交换指令、计算净额。', source: '《清算办法》第二条', reviewed: false },
    scheme: 'payments',
  },
];

const entry = (term: string, text: string, fields: Partial<Entry> = {}): Entry => ({
  ...{ term, kind: 'concept', message: 3, start: 0, end: term.length },
  ...{ definition: [span(text, 3)], aliases: [], broader: null, ...fields },
});
const glossary = [
  entry('清算', '清算就是"算账"\\n', { aliases: [span('算账', 3)] }),
  entry('断直连 / <x>', '断直连是风险', { kind: 'risk', aliases: [span('DZL', 3)] }),
];

const files = async (fields: Partial<Note> = { glossary }, base?: string) => {
  const pages = await rendered(skos, collected([note(fields)], taxonomy), base === undefined ? {} : { base });
  return [...pages.values()].map(({ content }) => content as string) as [string, string];
};

const shown = ({ subject, predicate, object }: Pick<Quad, 'subject' | 'predicate' | 'object'>) => {
  const literal =
    object.termType === 'Literal' ? ` ${object.language.toLowerCase()} ${object.datatype.value}` : '';
  return `${subject.value} ${predicate.value} ${object.termType} ${JSON.stringify(object.value)}${literal}`;
};
/** Statements as a parser of Turtle finds them. */
const inTurtle = (file: string) => new Parser().parse(file);
/** Statements as a processor of JSON-LD finds them, which may ask nobody. */
const inJsonLd = async (file: string) => {
  const documentLoader = async (url: string) => expect.fail(`asked for ${url}`);
  const nquads = await jsonld.toRDF(JSON.parse(file), { format: 'application/n-quads', documentLoader });
  return new Parser({ format: 'N-Quads' }).parse(nquads as unknown as string);
};
const objects = (quads: readonly Quad[], subject: string, term: Term) =>
  quads
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === iriOf(term))
    .map(({ object }) =>
      object.termType === 'Literal' && object.language ? `${object.value}@${object.language}` : object.value,
    );

const clearing = 'urn:jianglu:concept/clearing';
const direct = `urn:jianglu:concept/${encodeURIComponent('term:断直连 / <x>')}`;
const talk = 'urn:jianglu:talk/club-2024-03-15-0123abcd';

describe('the glossary as SKOS', () => {
  it('says the same in Turtle and in JSON-LD', async () => {
    const [turtle, json] = await files();
    const said = inTurtle(turtle).map(shown).sort();
    expect(said.length).toBeGreaterThan(40);
    expect((await inJsonLd(json)).map(shown).sort()).toEqual(said);
    expect(new Set(said).size).toBe(said.length);
  });

  it('has names by language, those of the taxonomy first', async () => {
    const quads = inTurtle((await files())[0]);
    expect(objects(quads, clearing, 'skos:prefLabel')).toEqual(['清算@zh-hans']);
    expect(objects(quads, clearing, 'skos:altLabel')).toEqual([
      ...['资金清算@zh-hans', '清算@zh-hant', '結算@zh-hant', 'clearing@en', '算账@zh-hans'],
    ]);
    expect(objects(quads, direct, 'skos:prefLabel')).toEqual(['断直连 / <x>@zh-hans']);
    expect(objects(quads, direct, 'skos:altLabel')).toEqual(['DZL@en']);
  });

  it('has definitions, each with what it is from', async () => {
    const quads = inTurtle((await files())[0]);
    const [known, told] = objects(quads, clearing, 'skos:definition');
    expect(objects(quads, known!, 'rdf:value')).toEqual(['交换指令、计算净额。@zh-hans']);
    expect(objects(quads, known!, 'dct:source')).toEqual(['《清算办法》第二条@zh-hans']);
    expect(objects(quads, known!, 'jl:reviewed')).toEqual(['false']);
    expect(objects(quads, told!, 'dct:source')).toEqual([`${talk}#m3`, talk]);
    expect(objects(quads, `${talk}#m3`, 'dct:isPartOf')).toEqual([talk]);
    expect(objects(quads, talk, 'dct:title')).toEqual(['票据@zh-hans']);
  });

  it('tells kinds by collections', async () => {
    const quads = inTurtle((await files())[0]);
    expect(objects(quads, 'urn:jianglu:kind/risk', 'skos:member')).toEqual([direct]);
    expect(objects(quads, 'urn:jianglu:kind/risk', 'skos:notation')).toEqual(['risk']);
  });

  it('keeps what SKOS asks for', async () => {
    const quads = inTurtle((await files())[0]);
    const above = new Map(
      quads
        .filter(({ predicate }) => predicate.value === iriOf('skos:broader'))
        .map((q) => [q.subject.value, q.object.value]),
    );
    expect([...above]).toEqual([[clearing, 'urn:jianglu:concept/payment']]);
    for (const [below, concept] of above) {
      expect(objects(quads, concept, 'skos:narrower')).toContain(below);
      expect(objects(quads, below, 'skos:narrower')).toEqual([]);
    }
    for (const subject of new Set(quads.map((quad) => quad.subject.value))) {
      const names = objects(quads, subject, 'skos:prefLabel');
      expect(new Set(names.map((name) => name.split('@').at(-1))).size).toBe(names.length);
      expect(objects(quads, subject, 'skos:altLabel').filter((name) => names.includes(name))).toEqual([]);
    }
    expect(objects(quads, 'urn:jianglu:glossary', 'skos:hasTopConcept').sort()).toEqual(
      [direct, 'urn:jianglu:concept/payment'].sort(),
    );
  });

  it('begins addresses where it is told to', async () => {
    const [turtle] = await files({ glossary }, 'https://terms.example/');
    expect(inTurtle(turtle).map(({ subject }) => subject.value)).toContain(
      'https://terms.example/concept/clearing',
    );
  });

  it('tells which pages they are', async () => {
    const [turtle, json] = await files();
    expect([skos.keyOf(turtle), skos.keyOf(json)]).toEqual(['index:glossary.ttl', 'index:glossary.jsonld']);
    expect(skos.keyOf('@prefix skos: <x>.')).toBeUndefined();
  });

  it('is a scheme without concepts where no talk defines anything', async () => {
    const [turtle, json] = await files({});
    expect(inTurtle(turtle)).toHaveLength(3);
    expect(await inJsonLd(json)).toHaveLength(3);
  });
});
