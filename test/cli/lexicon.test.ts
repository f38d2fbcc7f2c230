import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, jianglu } from './jianglu.js';

const vocabulary = `
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://terms.example/> .
:moonlight-clearing a skos:Concept ; skos:prefLabel "月下清分"@zh, "Mondclearing"@de .
:moonlight-netting a skos:Concept ; skos:prefLabel "月下轧差"@zh ; skos:broader :moonlight-clearing .
`;

describe('jianglu lexicon import', () => {
  it('writes topics that a configuration can name', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'terms.ttl'), vocabulary);
    const made = jianglu(['lexicon', 'import', 'terms.ttl', '--out', 'topics/ours.json'], { cwd });
    expect([made.code, made.out]).toEqual([0, 'topics/ours.json: 2 concepts\n']);
    expect(made.err).toContain('1 × labels in de');
    writeFileSync(join(cwd, 'jianglu.json'), JSON.stringify({ lexicon: { topics: ['topics/ours.json'] } }));
    const checked = jianglu(['lexicon', 'check', '--config', 'jianglu.json'], { cwd });
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('0 errors')]);
  });

  it('prints them without --out', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'Moon Terms.ttl'), vocabulary);
    const { code, out } = jianglu(['lexicon', 'import', 'Moon Terms.ttl'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      scheme: 'moon-terms',
      concepts: [{ id: 'moonlight-clearing' }, {}],
    });
  });

  it('says which concepts the shipped lexicon has already', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'terms.ttl'), vocabulary.replaceAll('moonlight-clearing', 'payment'));
    expect(jianglu(['lexicon', 'import', 'terms.ttl'], { cwd }).err).toContain('(payment)');
  });

  it('leaves the file alone where a vocabulary is faulty', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'ours.json'), 'as it was');
    writeFileSync(
      join(cwd, 'terms.ttl'),
      `${vocabulary} :moonlight-clearing skos:broader :moonlight-netting .`,
    );
    const { code, err } = jianglu(['lexicon', 'import', 'terms.ttl', '--out', 'ours.json'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('[skos-cycle]');
    expect(err).toContain('take one skos:broader');
    expect(readFileSync(join(cwd, 'ours.json'), 'utf8')).toBe('as it was');
  });
});
