/** Generated from schemas/report.schema.json by `npm run types`: change the schema, not this file. */

export type Count = number;

/**
 * What a run of `jianglu extract` did: report.json of the output folder, and what --json prints.
 */
export interface Report {
  kind: 'report';
  version: 1;
  /**
   * version of jianglu
   */
  program: string;
  /**
   * time in UTC, ISO 8601
   */
  started: string;
  seconds: number;
  /**
   * how the run ended; only after `done` everything was looked at, and a dry run wrote nothing
   */
  end: 'done' | 'failed-fast' | 'interrupted' | 'dry-run';
  counts: {
    /**
     * files found
     */
    inputs: number;
    /**
     * logs extracted for the first time
     */
    new: number;
    /**
     * logs extracted again: other bytes, edits, settings or missing notes
     */
    changed: number;
    /**
     * logs whose notes stand as they are
     */
    same: number;
    /**
     * logs that --since passed over
     */
    older: number;
    /**
     * files of folders that are no logs
     */
    skipped: number;
    failed: Count;
    /**
     * logs that earlier runs knew and that are no more
     */
    gone: number;
    /**
     * notes of talks, of all logs of the run
     */
    talks: number;
    /**
     * notes of discussions
     */
    discussions: number;
    messages: Count;
    warnings: Count;
  };
  /**
   * messages by role, as the ledgers count them
   */
  roles: {
    [k: string]: number;
  };
  /**
   * milliseconds of work by stage, all workers together; `write` also waits for the disk
   */
  times: {
    [k: string]: number;
  };
  logs: Log[];
  skipped: string[];
  older: string[];
  gone: {
    /**
     * where it was, from the output folder
     */
    log: string;
    /**
     * ids of its notes
     */
    notes: string[];
  }[];
  /**
   * files removed by --prune
   */
  pruned: string[];
  errors: {
    code: string;
    message: string;
    /**
     * the way out
     */
    remedy: string;
    file?: string;
    line?: number;
    column?: number;
    pointer?: string;
  }[];
}
export interface Log {
  /**
   * as the user would name it
   */
  file: string;
  /**
   * `changed` also where only other logs of the run changed what its notes say
   */
  state: 'new' | 'changed' | 'same';
  messages: Count;
  ledger: string;
  notes: {
    id: string;
    kind: 'talk' | 'discussion';
    title: string;
    speaker: string;
    files: string[];
  }[];
  /**
   * files of notes that an earlier run made of the log and this one did not
   */
  removed: string[];
  warnings: {
    code: string;
    reason: string;
    line?: number;
  }[];
}
