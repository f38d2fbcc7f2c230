import type { Talk, Transcript } from '../../transcript.js';
import type { Candidate } from './candidate.js';
import { type Clause, clausesOf } from './clauses.js';
import { headings } from './headings.js';
import type { DefinitionPhrases } from './phrases.js';
import { shapes } from './shapes.js';

/** Sentences of a lecture that are read, and places that are weighed: the corpus has 271 and 199 at most. */
const SENTENCES = 6000;
const PLACES = 4000;

/** The sentences of a talk's lecture, in order. */
export function lectureClauses(tree: Transcript, talk: Talk): Clause[] {
  return talk.lecture
    .flatMap((id) => (tree.children[id] ? clausesOf(tree.children[id]) : []))
    .slice(0, SENTENCES);
}

/** Every place where the lecture may define a term, by whatever shape, in order. */
export function candidatesOf(
  tree: Transcript,
  talk: Talk,
  phrases: DefinitionPhrases,
  clauses = lectureClauses(tree, talk),
): Candidate[] {
  const found = headings(talk.sections, { clauses, phrases });
  for (let at = 0; at < clauses.length && found.length < PLACES; at++) {
    for (const shape of shapes) found.push(...shape({ clauses, at, phrases }));
  }
  return found.slice(0, PLACES).sort((a, b) => a.message - b.message || a.start - b.start || a.end - b.end);
}
