import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesBelow } from './patterns.js';

/**
 * The parts of `src/`, a folder together with the file of its name: each may import from the lines below its own, and from
 * nothing beside it. A new part gets a place here.
 */
const layers = `
  cli publishing
  index eval publish serve
  run verify
  join
  pages pipeline
  label overlay privacy search skos
  config edits store
  output
  ledger markdown
  note reasons
  readable stages
  derive lexicon-check note-files
  json language
  inputs lexicon names read validate
  links pairs schemas sections shipped transcript version
  by-code clock config-file errors memory models paths place schema secret slug`;

/** What no part imports, though it stands below: what a part is to know nothing of. */
const never: Readonly<Record<string, string>> = {
  // Nothing of the formats of logs.
  ...{ language: 'read', stages: 'read', note: 'read', readable: 'read', markdown: 'read' },
  // Nothing but notes and what is made of them.
  ...{ store: 'read stages edits', pages: 'read stages edits pipeline privacy' },
  ...{ search: 'stages edits output markdown', publish: 'read stages edits pipeline privacy join verify' },
  serve: 'stages edits pipeline privacy join markdown',
};

const words = (line: string) => line.split(' ').filter(Boolean);
const rows = layers.trim().split('\n').map(words);
const rowOf = new Map(rows.flatMap((row, at) => row.map((part) => [part, at] as const)));

interface Import {
  from: string;
  to: string;
  /** Gone once it is compiled. */
  isType: boolean;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const files = filesBelow('src', '.ts');

/** The module that a node imports or exports from, and whether for its types alone. */
function specifierIn(node: ts.Node): { module?: ts.Node; isType: boolean } {
  if (ts.isImportDeclaration(node))
    return { module: node.moduleSpecifier, isType: node.importClause?.isTypeOnly ?? false };
  if (ts.isExportDeclaration(node)) return { module: node.moduleSpecifier, isType: node.isTypeOnly };
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { module: node.argument.literal, isType: true };
  const isCall = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return { module: isCall ? node.arguments[0] : undefined, isType: false };
}

/** All imports of a file from `src/`, those of types and those made while it runs among them. */
function importsOf(from: string, text = readFileSync(join(root, from), 'utf8')): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const { module, isType } = specifierIn(node);
    if (module && ts.isStringLiteral(module) && module.text.startsWith('.'))
      found.push({
        from,
        to: posix.join(posix.dirname(from), module.text).replace(/\.js$/u, '.ts'),
        isType,
      });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(from, text, ts.ScriptTarget.Latest, true));
  return found;
}

const partOf = (file: string) => file.split('/')[1]!.replace(/(?:\.d)?\.ts$/u, '');

/** Imports from a part that stands above or beside, has no place, or is not to be known. */
function wrong(imports: readonly Import[]): string[] {
  const isWrong = (from: string, to: string) =>
    from !== to &&
    (!((rowOf.get(from) ?? Number.NaN) < (rowOf.get(to) ?? Number.NaN)) ||
      words(never[from] ?? '').includes(to));
  return imports
    .filter(({ from, to }) => isWrong(partOf(from), partOf(to)))
    .map(({ from, to }) => `${from} -> ${to}`);
}

/** A circle of files that load each other; empty where there is none. */
function circle(imports: readonly Import[]): string[] {
  const next = new Map<string, Import[]>();
  for (const one of imports.filter(({ isType }) => !isType))
    next.set(one.from, [...(next.get(one.from) ?? []), one]);
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const { to } of next.get(file) ?? []) {
      const found = walk(to, [...path, file]);
      if (found.length) return found;
    }
    done.add(file);
    return [];
  };
  return [...next.keys()].map((file) => walk(file, [])).find((found) => found.length) ?? [];
}

describe('imports', () => {
  const all = files.flatMap((file) => importsOf(file));

  it('lead from every part to those below it alone', () => {
    expect([...new Set(files.map(partOf))].filter((part) => !rowOf.has(part))).toEqual([]);
    expect(all.length).toBeGreaterThan(2000);
    expect(wrong(all)).toEqual([]);
  });

  it('make no circle of files that load each other', () => {
    expect(circle(all)).toEqual([]);
  });

  it.each([
    ['src/store/texts.ts', "import type { Target } from '../publish/target.js';"],
    ['src/stages/talks.ts', "import { readLog } from '../read/file.js';"],
    ['src/serve/app.ts', "const { targets } = await import('../publish/targets.js');"],
    ['src/publish/target.ts', "export { serveApp } from '../serve/app.js';"],
    ['src/lexicon.ts', "type Pick = import('./stages/outline/pick.js').Weighed;"],
    ['src/config.ts', "import { read } from './nowhere.js';"],
  ])('are refused: %s: %s', (from, line) => {
    expect(wrong(importsOf(from, line))).toHaveLength(1);
  });

  it('tell a circle by its files, and pass over one of types', () => {
    const back = (isType: boolean) => [
      { from: 'a', to: 'b', isType: false },
      { from: 'b', to: 'a', isType },
    ];
    expect(circle(back(true))).toEqual([]);
    expect(circle(back(false))).toEqual(['a', 'b', 'a']);
  });
});
