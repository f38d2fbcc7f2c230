import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readStatements } from '../../src/skos/read.js';
import { type Imported, topicsOf } from '../../src/skos/topics.js';

/** A file with some content that goes when the test is done. */
export function fileOf(content: string, name = 'terms.ttl'): string {
  const folder = mkdtempSync(join(tmpdir(), 'skos-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** What `lexicon import` makes of a content. */
export async function imported(content: string): Promise<Imported> {
  const file = fileOf(content);
  return topicsOf(await readStatements(file), { scheme: 'terms', file });
}

/** Turtle with the prefixes that vocabularies have. */
export const turtle = (text: string): string => `
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix : <https://terms.example/> .
${text}`;
