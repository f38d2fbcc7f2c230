/** Generated from schemas/config.schema.json by `npm run types`: change the schema, not this file. */

/**
 * jianglu.config.json: data only. Paths are relative to the file that names them.
 */
export interface Config {
  /**
   * for editors
   */
  $schema?: string;
  /**
   * folder for notes and ledgers; output without
   */
  out?: string;
  /**
   * formats written for each talk, as for --format; all without
   *
   * @minItems 1
   */
  format?: string[];
  /**
   * of all logs; found by itself without
   */
  encoding?: string;
  /**
   * whether days without a talk give notes of their discussions, as for --discussions; false without
   */
  discussions?: boolean;
  /**
   * whether nicks, phone numbers and the like are replaced, as for --pseudonymize; false without. The key never stands here
   */
  pseudonymize?: boolean;
  /**
   * whether speakers keep their nicks where others are replaced, as for --keep-speaker; false without
   */
  keepSpeaker?: boolean;
  /**
   * files added to the shipped lexicon
   */
  lexicon?: {
    /**
     * files in the shape of lexicon/cues/*.json: their rules come after the shipped ones
     */
    cues?: string[];
    /**
     * files in the shape of lexicon/topics/*.json: their concepts are added
     */
    topics?: string[];
  };
  thresholds?: {
    /**
     * topics with a lower score are left out; 0 without
     */
    topicScore?: number;
    /**
     * topics a note holds at most; no bound without
     */
    topics?: number;
  };
}
