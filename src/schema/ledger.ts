/** Generated from schemas/ledger.schema.json by `npm run types`: change the schema, not this file. */

/**
 * Accounts for every message of one log: the runs follow each other without gap or overlap from 0 to the last message.
 */
export interface Ledger {
  kind: 'ledger';
  version: 1;
  source: {
    path: string;
    format: string;
    group: string;
    sha256: string;
    messages: number;
    encoding: string;
    /**
     * only where the log is a history, which is read day by day: the source is one of its days, in which messages are counted
     */
    history?: {
      /**
       * ordinal of the day's first message in the whole log
       */
      first: number;
      /**
       * of the whole log
       */
      messages: number;
      /**
       * tells days of one date in a log apart: those that a front matter states are numbered first, then those only counted
       */
      again?: number;
    };
    /**
     * nicks that were not replaced
     *
     * @minItems 1
     */
    kept?: string[];
  };
  /**
   * only where nicks, phone numbers and the like were replaced: names the key that pseudonyms were made by
   */
  pseudonymized?: string;
  date: string | null;
  /**
   * ids of the notes made from this log
   */
  notes: string[];
  runs: {
    role:
      | 'announcement'
      | 'opening'
      | 'lecture'
      | 'closing'
      | 'question'
      | 'answer'
      | 'discussion'
      | 'signIn'
      | 'applause'
      | 'redPacket'
      | 'greeting'
      | 'logistics'
      | 'system'
      | 'advert'
      | 'duplicate'
      | 'media'
      | 'restriction'
      | 'smallTalk';
    first: number;
    last: number;
    /**
     * id of the note that the run belongs to
     */
    note?: string;
  }[];
  warnings: {
    code: string;
    reason: string;
    line?: number;
  }[];
}
