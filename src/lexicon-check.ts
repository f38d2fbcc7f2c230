import { readdirSync, readFileSync } from 'node:fs';
import type { CueSet, Lexicon } from './lexicon.js';
import { cueProblems, patternProblem } from './lexicon-check/cues.js';
import type { LexiconFile, Problem, ProblemCode } from './lexicon-check/problem.js';
import { taxonomyProblems } from './lexicon-check/taxonomy.js';
import type { Doubts } from './schema/doubts.js';
import type { Outline } from './schema/outline.js';
import type { Taxonomy } from './schema/taxonomy.js';
import { schemaFaults } from './validate.js';

export type { Problem, ProblemCode };

const error = (file: string, pointer: string, code: ProblemCode, message: string): Problem => ({
  file,
  pointer,
  code,
  message,
  severity: 'error',
});

function namesIn(folder: URL, path: string): string[] {
  const names = readdirSync(new URL(path, folder)).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => path + name);
}

function parsed<T>(folder: URL, files: string[], problems: Problem[]): LexiconFile<T>[] {
  return files.flatMap((file) => {
    try {
      return [{ file, value: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) }];
    } catch (cause) {
      problems.push(error(file, '', 'json-invalid', (cause as Error).message));
      return [];
    }
  });
}

/** Files with a schema of their name. */
const contracts = [
  'definitions',
  'discussions',
  'doubts',
  'outline',
  'people',
  'restrictions',
  'search',
  'subjects',
  'talks',
] as const;

/** The files that their schema allows; faults of the others are reported, with where to see what it allows. */
function valid<T>(
  schema: 'taxonomy' | 'cues' | (typeof contracts)[number],
  files: LexiconFile<T>[],
  problems: Problem[],
): LexiconFile<T>[] {
  return files.filter(({ file, value }) => {
    const faults = schemaFaults(schema, value);
    for (const { pointer, reason } of faults)
      problems.push(error(file, pointer, 'schema', `${reason} (see: jianglu schema ${schema})`));
    return faults.length === 0;
  });
}

/** Regular expressions of the outline that do not compile or may take too long. */
function spokenProblems({ file, value: { spoken, spokenSkip } }: LexiconFile<Outline>): Problem[] {
  const patterns: [pointer: string, pattern: string][] = [
    ...spoken.map((pattern, i): [string, string] => [`/spoken/${i}`, pattern]),
    ['/spokenSkip', spokenSkip],
  ];
  return patterns.flatMap(([pointer, pattern]) => {
    const fault = patternProblem(pattern);
    return fault ? [error(file, pointer, fault.code, fault.message)] : [];
  });
}

const placesIn = (text: string) => [...text.matchAll(/\{[a-z]{1,20}\}/gu)].map(String).sort().join(' ');

/** Hints whose places to fill are not the same in both languages. */
function doubtProblems({ file, value: { what, stale } }: LexiconFile<Doubts>): Problem[] {
  return Object.entries({ what, stale }).flatMap(([part, phrases]) =>
    Object.entries(phrases).flatMap(([code, [chinese, english]]) =>
      placesIn(chinese!) === placesIn(english!)
        ? []
        : [error(file, `/${part}/${code}`, 'places-differ', 'both languages need the same places in braces')],
    ),
  );
}

function idfProblems({ unknown, words }: Partial<Lexicon['idf']>): Problem[] {
  if (typeof unknown !== 'number' || typeof words !== 'object')
    return [error('idf.json', '', 'idf-invalid', 'needs unknown and words')];
  return Object.entries(words)
    .filter(([, value]) => !(value > 0))
    .map(([word]) => error('idf.json', `/words/${word}`, 'idf-invalid', 'must be a number above 0'));
}

/**
 * Checks a folder in the shape of `lexicon/` (its URL ends with a slash): every file against its schema, then what
 * schemas cannot say. Problems come by file; the lexicon is fit for use when none is an error.
 */
export function checkLexicon(folder: URL): Problem[] {
  const problems: Problem[] = [];
  const read = <T>(files: string[]) => parsed<T>(folder, files, problems);
  const topics = valid<Taxonomy>('taxonomy', read(namesIn(folder, 'topics/')), problems);
  const cues = valid<CueSet>('cues', read(namesIn(folder, 'cues/')), problems);
  const others = new Map(read<unknown>(namesIn(folder, '')).map(({ file, value }) => [file, value]));
  problems.push(...taxonomyProblems(topics));
  problems.push(...cueProblems(cues, (others.get('emoji.json') ?? {}) as Lexicon['emoji']));
  for (const name of contracts) {
    const file = `${name}.json`;
    const sound = others.has(file) ? valid(name, [{ file, value: others.get(file) }], problems) : [];
    if (name === 'outline') problems.push(...(sound as LexiconFile<Outline>[]).flatMap(spokenProblems));
    if (name === 'doubts') problems.push(...(sound as LexiconFile<Doubts>[]).flatMap(doubtProblems));
  }
  if (others.has('idf.json'))
    problems.push(...idfProblems(others.get('idf.json') as Partial<Lexicon['idf']>));
  return problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
