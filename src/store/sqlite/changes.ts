import type { Sql } from './statements.js';

/** What a transaction has changed so far and settles at its end. */
export interface Changes {
  /** Keys of concepts whose definitions came or went. */
  concepts: Set<string>;
  /** Nicks of talks that came or went. */
  speakers: Set<string>;
  /** By how much counts change: of Latin words, and of what the store holds. */
  words: Map<string, number>;
  totals: Map<string, number>;
}

/** Nothing has changed yet. */
export const newChanges = (): Changes => ({
  concepts: new Set(),
  speakers: new Set(),
  words: new Map(),
  totals: new Map(),
});

/** Adds to a count. */
export function add(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

/** Writes down how much the store holds now. */
export function settleTotals(sql: Sql, { totals }: Changes): void {
  const change = sql.of(
    'INSERT INTO totals VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value',
  );
  for (const [name, by] of totals) if (by) change.run(name, by);
}
