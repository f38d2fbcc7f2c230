import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A regular expression, and where it was found. */
export interface Pattern {
  source: string;
  flags: string;
  at: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** The files below a folder of the repository whose names end so. */
export function filesBelow(folder: string, end: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(end))
    .sort()
    .map((name) => join(folder, name));
}

/** All regular expression literals of a source file. */
export function literalsIn(file: string): Pattern[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
        at: `${file}:${line + 1}`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Values at keys that are named for patterns, wherever they stand in a JSON document. */
function patternsAt(value: unknown, at: string): Pattern[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'pattern' && typeof inner === 'string'
      ? [{ source: inner, flags: 'u', at: `${at}/${key}` }]
      : patternsAt(inner, `${at}/${key}`),
  );
}

/** All patterns of a JSON file. */
export const patternsIn = (file: string): Pattern[] =>
  patternsAt(JSON.parse(readFileSync(join(root, file), 'utf8')), file);

/** Patterns that are put together while a function runs: from here on all that `new RegExp` is given. */
export function recorder(): { made: Pattern[]; stop(): void } {
  const made: Pattern[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [source, flags], newTarget) {
      const pattern = Reflect.construct(target, [source, flags], newTarget) as RegExp;
      made.push({ source: pattern.source, flags: pattern.flags, at: 'new RegExp' });
      return pattern;
    },
  });
  return {
    made,
    stop() {
      globalThis.RegExp = Original;
    },
  };
}

/** Each pattern once, whatever its flags that do not change what it matches. */
export function distinct(patterns: readonly Pattern[]): Pattern[] {
  const known = new Map(patterns.map((one) => [`${one.source}/${one.flags.replace(/[gyd]/gu, '')}`, one]));
  return [...known.values()];
}

/** Characters of a hostile text. */
export const hostileLength = 20_000;
/** What is repeated whatever a pattern holds. */
const common = [
  'a',
  '0',
  ' ',
  '\n',
  ' \n',
  '甲',
  '.',
  '?',
  '-',
  '[',
  '@',
  '#',
  '*',
  '_',
  '(',
  '![',
  '[a](',
  'https://a',
  'a@a.',
];
/** What stands behind a repetition, so that what began well fails at its end. */
const ends = ['', '\u0001', '甲x'];

/** Words and single characters that a pattern spells out. */
function lettersOf(source: string): string[] {
  const plain = source
    .replace(/\\[pPu]\{[^}]{0,40}\}|\\[bBdDsSwW]|\(\?(?:[:=!]|<[=!])/gu, ' ')
    .replace(/\\(.)/gu, '$1');
  const words = plain.split(/[\s()[\]{}|^$+*?]+/u).filter((word) => word !== '');
  return [
    ...new Set([...words.map((word) => word.slice(0, 20)), ...plain.replace(/\s/gu, '').slice(0, 400)]),
  ];
}

/** Texts of 20,000 characters that are hard on a pattern: repetitions of what it spells, of two such, of what is common. */
export function hostileTexts({ source }: Pattern): string[] {
  const own = lettersOf(source).slice(0, 24);
  const pairs = own.slice(1, 8).map((one, index) => own[index]! + one);
  const units = [...new Set([...own, ...pairs, ...common])];
  return units.flatMap((unit) => {
    const text = unit.repeat(Math.ceil(hostileLength / unit.length)).slice(0, hostileLength);
    const mixed = own[0] === undefined ? text : own[0] + text;
    return [...ends.map((end) => text + end), mixed + ends.at(-1)!];
  });
}

/** Milliseconds that all matches of a pattern in a text take; the least of four runs, of one where it is short. */
export function timeOf({ source, flags }: Pattern, text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 4 && least > 5; run++) {
    const pattern = new RegExp(source, flags);
    const begun = process.cpuUsage();
    if (pattern.global) for (const _ of text.matchAll(pattern));
    else pattern.exec(text);
    least = Math.min(least, process.cpuUsage(begun).user / 1000);
  }
  return least;
}
