import type { Config } from './config.js';
import { fail } from './errors.js';
import { readJson } from './json.js';
import { type CueSet, type Lexicon, loadLexicon } from './lexicon.js';
import { cueProblems } from './lexicon-check/cues.js';
import type { LexiconFile, Problem } from './lexicon-check/problem.js';
import { taxonomyProblems } from './lexicon-check/taxonomy.js';
import type { Taxonomy } from './schema/taxonomy.js';
import { schemaFaults } from './validate.js';

interface Overlays {
  cues: LexiconFile<CueSet>[];
  topics: LexiconFile<Taxonomy>[];
}

function read<T>(files: readonly string[], schema: 'cues' | 'taxonomy'): LexiconFile<T>[] {
  return files.map((file) => {
    const value = readJson(file);
    const [fault] = schemaFaults(schema, value);
    if (fault) throw fail('lexicon-invalid', { file, ...fault });
    return { file, value: value as T };
  });
}

function overlaysOf({ lexicon = {} }: Config): Overlays {
  return { cues: read(lexicon.cues ?? [], 'cues'), topics: read(lexicon.topics ?? [], 'taxonomy') };
}

/** What is wrong with overlays, seen together with the shipped lexicon. Where they lie does not matter. */
function problemsOf({ cues, topics }: Overlays, shipped: Lexicon): Problem[] {
  const files = new Set([...cues, ...topics].map(({ file }) => file));
  const all = [
    ...cueProblems(
      [...shipped.cues.map((value) => ({ file: `cues/${value.kind}.json`, value })), ...cues],
      shipped.emoji,
    ),
    ...taxonomyProblems([
      ...shipped.topics.map((value) => ({ file: `topics/${value.scheme}.json`, value })),
      ...topics,
    ]),
  ];
  return all.filter(({ file, code }) => files.has(file) && code !== 'scheme-name');
}

function withCues(sets: readonly CueSet[], overlay: CueSet): CueSet[] {
  if (!sets.some(({ kind }) => kind === overlay.kind)) return [...sets, overlay];
  return sets.map((set) =>
    set.kind === overlay.kind ? { ...set, rules: [...set.rules, ...overlay.rules] } : set,
  );
}

/** Problems of a configuration's overlays, for `jianglu lexicon check`; a file that breaks its schema is thrown. */
export function overlayProblems(config: Config): Problem[] {
  return problemsOf(overlaysOf(config), loadLexicon());
}

/** The shipped lexicon with a configuration's overlays: cue rules after the shipped ones, concepts added. */
export function lexiconOf(config: Config): Lexicon {
  const lexicon = loadLexicon();
  if (!config.lexicon) return lexicon;
  const overlays = overlaysOf(config);
  const error = problemsOf(overlays, lexicon).find(({ severity }) => severity === 'error');
  if (error)
    throw fail('lexicon-invalid', { file: error.file, pointer: error.pointer, reason: error.message });
  lexicon.cues = overlays.cues.reduce((sets, { value }) => withCues(sets, value), lexicon.cues);
  lexicon.topics = [...lexicon.topics, ...overlays.topics.map(({ value }) => value)];
  return lexicon;
}
