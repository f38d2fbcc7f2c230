import { stringify } from 'csv-stringify/sync';
import type { PageKey } from '../../markdown/keys.js';
import type { Collection } from '../engine/collection.js';
import { inert } from '../tables/inert.js';
import { tableRows } from '../tables/rows.js';
import { cellsOf, columnsOf, type Row, type TableId, type TableWords } from '../tables/table.js';
import type { Content, Page, Target } from '../target.js';
import { opening } from '../upstream/folder.js';

/**
 * Programs read these files by name, and the language of a collection changes with its talks: names, heads and kinds are
 * English whatever the notes are in.
 */
const files: Record<TableId, string> = {
  glossary: 'glossary.csv',
  qa: 'qa.csv',
  outlines: 'outlines.csv',
};

const plainWords: TableWords = {
  kind: { risk: 'risk', concept: 'concept', organization: 'organization', regulation: 'regulation' },
  comma: ' | ',
};

/** RFC 4180 with a byte order mark, by which Excel knows UTF-8; numbers stay numbers. */
const csvOf = (id: TableId, rows: readonly Row[]): string =>
  stringify([[...columnsOf[id]], ...cellsOf(id, rows)], {
    bom: true,
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    quoted_match: /[;\t]/u,
    cast: { string: inert },
  });

const keyOfTable = (id: TableId): PageKey => `index:${id}`;

/** No other table has the same head. */
function keyOf(content: Content): PageKey | undefined {
  if (typeof content !== 'string') return undefined;
  const [head] = content
    .slice(0, 1000)
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u, 1);
  const id = (Object.keys(files) as TableId[]).find((one) => columnsOf[one].join(',') === head);
  return id && keyOfTable(id);
}

function csvPages(collection: Collection): Page[] {
  let made: Record<TableId, Row[]> | undefined;
  const rows = () => {
    made ??= tableRows(collection, plainWords);
    return made;
  };
  return (Object.keys(files) as TableId[]).map((id) => ({
    key: keyOfTable(id),
    kind: 'index',
    title: files[id],
    name: files[id],
    render: () => csvOf(id, rows()[id]),
  }));
}

/** Tables of all talks for spreadsheets and programs. */
export const csv: Target = {
  name: 'csv',
  takes: 'folder',
  keyOf,
  pages: csvPages,
  open: opening({ target: 'csv', keyOf, mayBePage: (name) => /\.csv$/iu.test(name) }),
};
