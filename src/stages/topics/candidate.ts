import { aliasesOf } from '../../language/concepts.js';
import { foldedText } from '../../language/fold.js';
import type { Concept } from '../../schema/taxonomy.js';
import type { Span } from '../../transcript.js';
import type { Passage } from './passages.js';

/** A possible topic with all that speaks for it. */
export interface Candidate {
  /** Of a concept: its id; else `text:` and the folded term. */
  id: string;
  label: string;
  concept: Concept | undefined;
  /** Folded words (of the first occurrence). */
  words: string[];
  /** nodejieba's tags of these words; empty for a concept. */
  tags: string[];
  /** How it is written, with the number of times. */
  forms: Map<string, number>;
  count: Record<Passage['field'], number>;
  /** Ordinals of the passages that hold it. */
  passages: Set<number>;
  /** It is the subject of the title, or of this many headings, or stands for it. */
  subject: { title: boolean; headings: number };
  /** Places in the log, each once. */
  spans: Span[];
  /** The largest share of its occurrences that lie inside one and the same longer candidate. */
  nested: number;
  /** How often it begins a line or sentence (behind a number or mark). */
  leads: number;
  /** How often it is explained where it stands: X是指…, X：… */
  defined: number;
}

/** A candidate of which nothing is known yet. */
export const newCandidate = (
  about: Pick<Candidate, 'id' | 'label' | 'concept' | 'words' | 'tags'>,
): Candidate => ({
  ...about,
  forms: new Map(),
  count: { title: 0, heading: 0, lecture: 0, qa: 0 },
  passages: new Set(),
  subject: { title: false, headings: 0 },
  spans: [],
  nested: 0,
  leads: 0,
  defined: 0,
});

/** How often a candidate occurs, in whatever form and field. */
export const timesOf = ({ forms }: Candidate): number => [...forms.values()].reduce((all, n) => all + n, 0);

/** Other names of a candidate: as the text writes it, most often first, then the taxonomy's. */
export function namesOf({ label, forms, concept }: Candidate): string[] {
  const typed = [...forms].sort((a, b) => b[1] - a[1]).map(([form]) => form);
  const seen = new Set([foldedText(label)]);
  return [...typed, ...(concept ? aliasesOf(concept) : [])].filter((name) => {
    const folded = foldedText(name);
    return seen.has(folded) ? false : seen.add(folded);
  });
}
