import type { Talk, Transcript } from '../../transcript.js';
import type { Candidate } from './candidate.js';
import { type Clause, clausesOf } from './clauses.js';
import { headings } from './headings.js';
import type { DefinitionPhrases } from './phrases.js';
import { shapes } from './shapes.js';

/** The sentences of a talk's lecture, in order. */
export function lectureClauses(tree: Transcript, talk: Talk): Clause[] {
  return talk.lecture.flatMap((id) => (tree.children[id] ? clausesOf(tree.children[id]) : []));
}

/** Every place where the lecture may define a term, by whatever shape, in order. */
export function candidatesOf(tree: Transcript, talk: Talk, phrases: DefinitionPhrases, clauses = lectureClauses(tree, talk)): Candidate[] {
  const found = clauses.flatMap((_, at) => shapes.flatMap((shape) => shape({ clauses, at, phrases })));
  found.push(...headings(talk.sections, { clauses, phrases }));
  return found.sort((a, b) => a.message - b.message || a.start - b.start || a.end - b.end);
}
