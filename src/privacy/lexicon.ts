import { aliasesOf } from '../language/concepts.js';
import { foldedText } from '../language/fold.js';
import { loadLexicon } from '../lexicon.js';
import type { People } from '../schema/people.js';

/** What of the shipped lexicon pseudonyms depend on. No overlay changes it, so that a key is all that a proof needs. */
export interface Knowledge {
  people: People;
  /** Labels of the taxonomy's concepts, folded. */
  concepts: ReadonlySet<string>;
}

let known: Knowledge | undefined;

/** The shipped knowledge, read once a process. */
export function knowledge(): Knowledge {
  if (!known) {
    const { people, topics } = loadLexicon();
    const labels = topics.flatMap(({ concepts }) =>
      concepts.flatMap((concept) => [concept.prefLabel, ...aliasesOf(concept)]),
    );
    known = { people, concepts: new Set(labels.map(foldedText)) };
  }
  return known;
}
