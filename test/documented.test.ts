import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { programOf } from '../src/cli/program.js';
import { errorCodes, fail } from '../src/errors.js';
import { pageKinds } from '../src/publish/target.js';
import { faultCodes } from '../src/verify/fault.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');
const readmes = ['README.md', 'README.zh-CN.md'];
const manual = [
  ...readmes,
  ...readdirSync(`${root}/docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** What stands below a heading, up to the next of its level. */
function below(file: string, heading: string): string {
  const part = read(file)
    .split(/^## /mu)
    .find((one) => one.startsWith(`${heading}\n`));
  if (part === undefined) throw new Error(`${file} has no heading ${heading}`);
  return part;
}

/** The codes that the rows of all tables of a text begin with. */
const rows = (text: string): string[] => [...text.matchAll(/^\| `([a-z-]+)`/gmu)].map(([, code]) => code!);

/** Long options in a text. */
const optionsIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/gu)].map(([name]) => name);

/** Of npm scripts and other programs, which the manual names, too. */
const ofOthers = new Set(
  ['target', 'count', 'notes', 'wiki', 'verbose', 'work', 'write', 'misses', 'system', 'half', 'beside'].map(
    (name) => `--${name}`,
  ),
).add('--sections');

const everyCommand = (command: Command): Command[] => [command, ...command.commands.flatMap(everyCommand)];
const program = programOf();
const commands = everyCommand(program);
const longs = ({ options }: Command): string[] => options.map(({ long }) => long!);
const defined = new Set([...commands.flatMap(longs), '--help']);

describe('the tables of codes', () => {
  it.each([
    ['README.md', 'Exit codes and errors'],
    ['README.zh-CN.md', '退出码和错误'],
  ])('%s has a row for every error, and no other', (file, heading) => {
    expect(rows(below(file, heading)).sort()).toEqual([...errorCodes].sort());
  });

  it('docs/error-codes.md has a row for every fault of verify, and no other', () => {
    const found = rows(below('docs/error-codes.md', 'Faults that `verify` finds'));
    expect(found.sort()).toEqual(Object.keys(faultCodes).sort());
  });

  it('every error is named by a test', () => {
    const tests = readdirSync(`${root}/test`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => read(`test/${name}`))
      .join('\n');
    const named = new Set(tests.match(/(?<=['"[])[a-z-]+(?=['"\]])/gu));
    expect(errorCodes.filter((code) => !named.has(code))).toEqual([]);
  });
});

describe('the options of commands', () => {
  it('are all named in the manual, and have a word of help', () => {
    const named = new Set(manual.flatMap((file) => optionsIn(read(file))));
    const own = [...defined].filter((name) => name !== '--help' && name !== '--version');
    expect(own.filter((name) => !named.has(name))).toEqual([]);
    for (const command of commands)
      for (const { long, description } of command.options)
        expect(description, `${command.name()} ${long}`).not.toBe('');
  });

  it.each(manual)('%s names none that there is not', (file) => {
    expect(optionsIn(read(file)).filter((name) => !defined.has(name) && !ofOthers.has(name))).toEqual([]);
  });

  it.each(readmes)('the tables of %s name only those of their command', (file) => {
    const tables = [...read(file).matchAll(/^\| (?:option of )?`(\w+)` ?(?:的选项)? .*\n((?:\|.*\n)+)/gmu)];
    expect(tables.map(([, name]) => name)).toEqual(['extract', 'label', 'eval']);
    for (const [, name, table] of tables) {
      const own = longs(commands.find((command) => command.name() === name)!);
      const cells = table!.split('\n').map((row) => row.split('|')[1] ?? '');
      expect(cells.flatMap(optionsIn).filter((option) => !own.includes(option))).toEqual([]);
    }
  });

  it('a command line of the manual has only those of its command', () => {
    const lines = manual.flatMap((file) => [
      ...read(file).matchAll(/(?<=^|`)jianglu ((?:index |lexicon )?[a-z]+)([^\n`|#]*)/gmu),
    ]);
    const wrong = lines.flatMap(([line, names, rest]) => {
      const [first, second] = names!.split(' ');
      const command = program.commands.find((one) => one.name() === first);
      const inner = command?.commands.find((one) => one.name() === second);
      const own = [command, inner].flatMap((one) => (one ? longs(one) : []));
      return optionsIn(rest!).some((option) => !own.includes(option) && option !== '--help') ? [line] : [];
    });
    expect(lines.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });

  it('the kinds of pages that --only takes are those of its error', () => {
    const { remedy } = fail('only-unknown');
    expect(pageKinds.filter((kind) => !remedy.includes(kind))).toEqual([]);
  });
});
