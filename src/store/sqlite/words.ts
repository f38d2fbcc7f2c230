import { isSlip, slipsOf } from '../../language/slips.js';
import type { Changes } from './changes.js';
import type { Sql } from './statements.js';

/** Writes down which Latin words the entries have now. */
export function settleWords(sql: Sql, { words }: Changes): void {
  const known = sql.of('SELECT entries FROM words WHERE word = ?').pluck();
  for (const [word, by] of words) {
    if (by === 0) continue;
    const before = (known.get(word) as number | undefined) ?? 0;
    const after = before + by;
    if (after > 0) sql.of('INSERT OR REPLACE INTO words VALUES (?, ?)').run(word, after);
    else sql.of('DELETE FROM words WHERE word = ?').run(word);
    if (before > 0 === after > 0) continue;
    const change = sql.of(
      after > 0
        ? 'INSERT OR IGNORE INTO slips VALUES (?, ?)'
        : 'DELETE FROM slips WHERE slip = ? AND word = ?',
    );
    for (const slip of slipsOf(word)) change.run(slip, word);
  }
}

/** So many words are offered for one at most. */
const most = 8;

/** Words of the entries that a word may be meant for, the most frequent first, then by letters. */
export function alike(sql: Sql, word: string): string[] {
  const slips = slipsOf(word.slice(0, 64));
  const marks = slips.map(() => '?').join(', ');
  const found = sql
    .of(
      `SELECT DISTINCT word FROM slips JOIN words USING (word) WHERE slip IN (${marks}) ORDER BY entries DESC, word`,
    )
    .pluck()
    .all(...slips) as string[];
  return found.filter((one) => one !== word && isSlip(one, word)).slice(0, most);
}
