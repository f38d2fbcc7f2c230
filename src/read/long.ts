import { statSync } from 'node:fs';
import { fail } from '../errors.js';

/** A log of more MiB is a history of many days: the longest day of the 477 real logs has a fifth of one. */
export const longLog = 4;

/** Whether a file is read day by day, as it is too long for one day's log; what cannot be looked at is not. */
export function isLong(path: string): boolean {
  try {
    const entry = statSync(path);
    return entry.isFile() && entry.size > longLog * 1024 * 1024;
  } catch {
    return false;
  }
}

/**
 * Refuses a history where one day's log is shown as a whole.
 *
 * @throws JiangluError `log-of-many-days`
 */
export function demandDay(path: string): void {
  if (path !== '-' && isLong(path)) throw fail('log-of-many-days', { file: path, limit: longLog });
}
