/** What is wrong with an entry of the lexicon. */
export interface Problem {
  /** Path within the lexicon's folder, with forward slashes. */
  file: string;
  /** JSON pointer to the entry; `''` is the whole file. */
  pointer: string;
  code: ProblemCode;
  message: string;
  /** Only errors make the lexicon invalid. */
  severity: 'error' | 'warning';
}

/** Stable; docs/error-codes.md says what each means, and which make `extract` refuse an overlay. */
export type ProblemCode =
  | 'json-invalid'
  | 'schema'
  | 'scheme-name'
  | 'id-duplicate'
  | 'broader-unknown'
  | 'broader-cycle'
  | 'label-shared'
  | 'definition-unreviewed'
  | 'rule-duplicate'
  | 'pattern-invalid'
  | 'pattern-nested'
  | 'emoji-unknown'
  | 'places-differ'
  | 'idf-invalid';

/** A file of the lexicon, read and parsed. */
export interface LexiconFile<T> {
  file: string;
  value: T;
}
