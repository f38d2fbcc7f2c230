import { loadLexicon } from '../lexicon.js';
import type { Note } from '../schema/note.js';
import type { Report } from './fault.js';

let labels: Map<string, string> | undefined;

function shippedLabels(): Map<string, string> {
  const concepts = loadLexicon().topics.flatMap((scheme) => scheme.concepts);
  return new Map(concepts.map(({ id, prefLabel }) => [id, prefLabel]));
}

/**
 * Checks the labels that a note takes from the lexicon against the shipped taxonomy. Ids that it does not know come from
 * an overlay and are passed over.
 */
export function checkConcepts(note: Note, report: Report): void {
  labels ??= shippedLabels();
  const known = labels;
  const check = (id: string, label: string, pointer: string) => {
    const expected = known.get(id);
    if (expected !== undefined && expected !== label) report('lexicon', pointer, `${id} is ${expected}`);
  };
  note.topics.forEach(({ id, label }, index) => {
    check(id, label, `/topics/${index}/label`);
  });
  note.glossary.forEach(({ broader }, index) => {
    if (broader) check(broader.id, broader.label, `/glossary/${index}/broader/label`);
  });
}
