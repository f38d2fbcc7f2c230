import writeExcel, { type CellObject } from 'write-excel-file/node';
import type { Collection } from '../engine/collection.js';
import { officeKey } from '../office-key.js';
import { tableRows } from '../tables/rows.js';
import { type Cell, type ColumnId, cellsOf, columnsOf, type TableId } from '../tables/table.js';
import { type WorkbookWords, workbookWords } from '../tables/words.js';
import { cellText, inSheets, keyed, type Sheet } from '../tables/workbook.js';
import type { Page, Target } from '../target.js';
import { opening } from '../upstream/folder.js';
import { withoutTimes } from '../zip.js';

const key = 'index:workbook';

/** Widths in characters; what is not listed is narrow. */
const widths: Partial<Record<ColumnId, number>> = {
  term: 20,
  aliases: 24,
  definition: 60,
  concept: 24,
  broader: 20,
  question: 50,
  answer: 70,
  heading: 50,
  above: 40,
  talk: 34,
  title: 36,
  speaker: 20,
  log: 36,
};
const narrow = 12;

/** Texts are typed as such, so that none is a formula. */
const cell = (value: Cell, { cut }: WorkbookWords): CellObject =>
  typeof value === 'number'
    ? { type: Number, value, alignVertical: 'top' }
    : { type: String, value: cellText(value, cut), alignVertical: 'top', wrap: true };

const heads = (id: TableId, { columns }: WorkbookWords): CellObject[] =>
  columnsOf[id].map((column) => ({ type: String, value: columns[column], fontWeight: 'bold' }));

function sheetsOf(id: TableId, rows: readonly Cell[][], words: WorkbookWords): Sheet[] {
  return inSheets(rows).map((part, at) => ({
    sheet: at === 0 ? words.tables[id] : `${words.tables[id]} ${at + 1}`,
    stickyRowsCount: 1,
    columns: columnsOf[id].map((column) => ({ width: widths[column] ?? narrow })),
    data: [heads(id, words), ...part.map((row) => row.map((value) => cell(value, words)))],
  }));
}

async function workbookOf(collection: Collection): Promise<Buffer> {
  const words = workbookWords(collection.language);
  const rows = tableRows(collection, words);
  const sheets = (Object.keys(rows) as TableId[]).flatMap((id) => sheetsOf(id, cellsOf(id, rows[id]), words));
  return withoutTimes(await writeExcel(sheets, { features: [keyed(key)] }).toBuffer());
}

/** All tables as one workbook, whose heads speak the language of the collection. The same notes give the same bytes. */
export const xlsx: Target = {
  name: 'xlsx',
  takes: 'folder',
  keyOf: officeKey,
  pages: (collection): Page[] => [
    { key, kind: 'index', title: 'jianglu.xlsx', name: 'jianglu.xlsx', render: () => workbookOf(collection) },
  ],
  open: opening({
    target: 'xlsx',
    keyOf: officeKey,
    mayBePage: (name) => /\.xlsx$/iu.test(name),
  }),
};
