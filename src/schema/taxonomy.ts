/** Generated from schemas/taxonomy.schema.json by `npm run types`: change the schema, not this file. */

export type Label = string;
/**
 * the most usual first
 */
export type Labels = Label[];
/**
 * the most usual first
 */
export type Labels1 = Label[];
/**
 * the most usual first
 */
export type Labels2 = Label[];

/**
 * One domain of the topic taxonomy (lexicon/topics/*.json), SKOS-like. Ids are unique over all files; `broader` may name a concept of any file.
 */
export interface Taxonomy {
  /**
   * same as the file's name
   */
  scheme: string;
  /**
   * the domain's name, zh-Hans
   */
  title: string;
  concepts: Concept[];
}
export interface Concept {
  /**
   * stable: notes refer to it
   */
  id: string;
  /**
   * zh-Hans; may be Latin where Chinese speakers say it so
   */
  prefLabel: string;
  altLabel?: {
    'zh-Hans'?: Labels;
    'zh-Hant'?: Labels1;
    en?: Labels2;
  };
  /**
   * id of the concept above
   */
  broader?: string;
  kind: 'risk' | 'concept' | 'organization' | 'regulation';
  /**
   * labels that another concept has too, on purpose: the text alone does not tell which is meant
   */
  shared?: Label[];
  definition?: {
    text: string;
    /**
     * law, standard or document that the text is from; without one the definition is never shown as fact
     */
    source?: string;
    /**
     * nobody has checked the text against a source yet
     */
    reviewed?: false;
  };
}
