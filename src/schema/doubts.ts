/** Generated from schemas/doubts.schema.json by `npm run types`: change the schema, not this file. */

/**
 * Chinese, then English
 *
 * @minItems 2
 * @maxItems 2
 */
export type Both = string[];

/**
 * What an editor is asked to look at, and why (lexicon/doubts.json). `{name}` in a phrase is a place that is filled; it stands in both languages alike.
 */
export interface Doubts {
  /**
   * what the code of a hint asks
   */
  what: {
    'lecture-doubtful': Both;
    'lecture-missing': Both;
    'heading-doubtful': Both;
    'heading-missing': Both;
    'pair-doubtful': Both;
    'pair-missing': Both;
    'term-doubtful': Both;
    'term-missing': Both;
    'title-inferred': Both;
    'speaker-inferred': Both;
    'no-title': Both;
    'date-unknown': Both;
    'no-sections': Both;
    'pictures-only': Both;
    sittings: Both;
    'next-day': Both;
    'late-answers': Both;
    'title-guessed': Both;
    'given-twice': Both;
  };
  /**
   * parts of an edit that no longer fits, and why it does not: `PART: WHY`
   */
  stale: {
    heading: Both;
    'title-source': Both;
    term: Both;
    definition: Both;
    question: Both;
    answers: Both;
    asked: Both;
    'removed-pair': Both;
    added: Both;
    dropped: Both;
    'no-message': Both;
    'no-text': Both;
    'not-in-lecture': Both;
    'no-marker': Both;
    'no-characters': Both;
    'no-heading': Both;
    moved: Both;
    taken: Both;
    'other-sender': Both;
    'no-answers': Both;
    'no-term': Both;
    'no-word': Both;
    'not-derived': Both;
    'nothing-left': Both;
  };
  /**
   * why something is in doubt
   */
  why: {
    lecture: Reasons;
    heading: Reasons;
    pair: Reasons;
    term: Reasons;
  };
}
/**
 * by the feature that speaks for the doubt; `-` before it, where its absence does
 */
export interface Reasons {
  [k: string]: Both;
}
