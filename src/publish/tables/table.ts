import type { TermKind } from '../../store/record.js';

/** What a table is about. */
export type TableId = 'glossary' | 'qa' | 'outlines';

/** Where a row comes from: every one of every table ends with these. */
const traceColumns = ['talk', 'title', 'date', 'speaker', 'message', 'log'] as const;

/** The columns of each table: names that stay, for programs that read them. */
export const columnsOf = {
  glossary: ['term', 'aliases', 'kind', 'definition', 'concept', 'broader', ...traceColumns],
  qa: ['question', 'asker', 'asked_message', 'asked_log', 'answer', 'answerer', ...traceColumns],
  outlines: ['heading', 'level', 'above', 'origin', ...traceColumns],
} as const;

/** The name of a column. */
export type ColumnId = (typeof columnsOf)[TableId][number];

/** A number, or words as people read them; lines are parted by line feeds. */
export type Cell = string | number;

/** Cells by columns; those that are missing are empty. */
export type Row = Partial<Record<ColumnId, Cell>>;

/** How rows speak. */
export interface TableWords {
  kind: Record<TermKind, string>;
  /** Between names in one cell. */
  comma: string;
}

/** Rows as lists, in the order of a table's columns. */
export const cellsOf = (id: TableId, rows: readonly Row[]): Cell[][] =>
  rows.map((row) => columnsOf[id].map((column) => row[column] ?? ''));
