/** What a statement says of its subject: another thing, or words. */
export type Thing = { iri: string } | { text: string; language: string };

/** A statement, whatever it was read from. Things without an address have one that begins with `_:`. */
export interface Statement {
  subject: string;
  predicate: string;
  object: Thing;
}
