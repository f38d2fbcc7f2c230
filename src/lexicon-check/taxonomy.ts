import { aliasesOf } from '../language/concepts.js';
import { fold } from '../language/fold.js';
import type { Concept, Taxonomy } from '../schema/taxonomy.js';
import type { LexiconFile, Problem } from './problem.js';

interface Entry {
  concept: Concept;
  file: string;
  pointer: string;
}

const problem = ({ file, pointer }: Entry, code: Problem['code'], message: string, below = ''): Problem => ({
  file,
  pointer: pointer + below,
  code,
  message,
  severity: code === 'definition-unreviewed' ? 'warning' : 'error',
});

function hierarchy(entries: Entry[]): Problem[] {
  const found: Problem[] = [];
  const byId = new Map<string, Entry>();
  for (const entry of entries) {
    const { id } = entry.concept;
    const other = byId.get(id);
    if (other)
      found.push(problem(entry, 'id-duplicate', `${id} is also at ${other.file}${other.pointer}`, '/id'));
    else byId.set(id, entry);
  }
  for (const entry of byId.values()) {
    const { broader, id } = entry.concept;
    if (broader !== undefined && !byId.has(broader)) {
      found.push(problem(entry, 'broader-unknown', `no concept has the id ${broader}`, '/broader'));
    }
    const above = new Set<string>();
    for (let at = broader; at !== undefined && !above.has(at); at = byId.get(at)?.concept.broader)
      above.add(at);
    if (above.has(id)) found.push(problem(entry, 'broader-cycle', `${id} stands above itself`, '/broader'));
  }
  return found;
}

/** A label that two concepts have: the matcher could not tell them apart. */
function labels(entries: Entry[]): Problem[] {
  const found: Problem[] = [];
  const owners = new Map<string, Entry>();
  for (const entry of entries) {
    const { prefLabel, shared = [] } = entry.concept;
    const declared = new Set(shared.map((label) => fold(label).text));
    for (const label of [prefLabel, ...aliasesOf(entry.concept)]) {
      const text = fold(label).text;
      const owner = owners.get(text);
      owners.set(text, owner ?? entry);
      if (owner && owner !== entry && !declared.has(text)) {
        found.push(problem(entry, 'label-shared', `${label} also names ${owner.concept.id} (${owner.file})`));
      }
    }
  }
  return found;
}

const definitions = (entries: Entry[]): Problem[] =>
  entries.flatMap((entry) => {
    const { definition } = entry.concept;
    if (!definition || definition.source !== undefined) return [];
    return [problem(entry, 'definition-unreviewed', 'no source named: it will not be shown', '/definition')];
  });

/**
 * What the schema cannot say of the taxonomy: ids are unique, `broader` leads upward to an end, a label names one
 * concept (all but the first of those that share it say so), and a definition has a source.
 */
export function taxonomyProblems(files: LexiconFile<Taxonomy>[]): Problem[] {
  const misnamed = files.flatMap(({ file, value }): Problem[] => {
    if (file.endsWith(`/${value.scheme}.json`)) return [];
    return [
      {
        file,
        pointer: '/scheme',
        code: 'scheme-name',
        message: 'differs from the file name',
        severity: 'error',
      },
    ];
  });
  const entries = files.flatMap(({ file, value }) =>
    value.concepts.map((concept, i) => ({ concept, file, pointer: `/concepts/${i}` })),
  );
  return [...misnamed, ...hierarchy(entries), ...labels(entries), ...definitions(entries)];
}
