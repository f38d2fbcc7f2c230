import { describe, expect, it } from 'vitest';
import { readStatements } from '../../src/skos/read.js';
import { fileOf, turtle } from './vocabulary.js';

const skos = 'http://www.w3.org/2004/02/skos/core#';
const label = { subject: 'https://terms.example/a', predicate: `${skos}prefLabel` };
const read = async (content: string) => readStatements(fileOf(content));

describe('readStatements', () => {
  it.each([
    ['Turtle', turtle(':a skos:prefLabel "票据"@zh-Hans .')],
    ['N-Triples', `<https://terms.example/a> <${skos}prefLabel> "\\u7968\\u636E"@zh-hans .`],
    [
      'JSON-LD',
      `{"@context": {"p": "${skos}prefLabel"}, "@id": "https://terms.example/a", "p": {"@value": "票据", "@language": "zh-Hans"}}`,
    ],
    ['Turtle with a byte order mark', `\ufeff${turtle(':a skos:prefLabel "票据"@zh-Hans .')}`],
  ])('reads %s', async (_, content) => {
    expect(await read(content)).toEqual([{ ...label, object: { text: '票据', language: 'zh-hans' } }]);
  });

  it.each([
    ['skos-invalid', ':a skos:prefLabel "票据" .'],
    ['skos-invalid', turtle(':a skos:prefLabel "票据')],
    ['json-invalid', '{"@context": '],
    ['skos-invalid', '{"@context": 5}'],
    ['skos-format', '<?xml version="1.0"?><rdf:RDF/>'],
    ['skos-remote', '{"@context": "https://a.example/context.jsonld", "@id": "x"}'],
    [
      'skos-remote',
      '[{"@context": {"@import": "https://a.example/context.jsonld", "@version": 1.1}, "a": 1}]',
    ],
    ['skos-remote', '{"@context": "file:///etc/passwd", "@id": "x"}'],
  ])('%s: %s', async (code, content) => {
    await expect(read(content)).rejects.toMatchObject({ code });
  });

  it('names the line of a fault', async () => {
    await expect(read(turtle(':a skos:prefLabel .'))).rejects.toMatchObject({
      code: 'skos-invalid',
      line: 7,
    });
  });

  it.each([
    ['brackets', '['.repeat(200_000)],
    ['objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['nameless things', turtle(`:a skos:broader ${'[ skos:broader '.repeat(50_000)}`)],
  ])('ends with an error at thousands of nested %s', async (_, content) => {
    await expect(read(content)).rejects.toMatchObject({ name: 'JiangluError' });
  });

  it('reads nothing that is too large', async () => {
    await expect(read(' '.repeat(64 * 1024 * 1024 + 1))).rejects.toMatchObject({ code: 'skos-too-large' });
  });
});
