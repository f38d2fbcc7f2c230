import type writeExcel from 'write-excel-file/node';
import { keyProperty } from '../office-key.js';
import { xmlText } from '../xml-text.js';

/** What the library takes: sheets and what is put into the file beside them. */
type Given = Parameters<typeof writeExcel>;
/** A sheet, as the library takes it. */
export type Sheet = Given[0][number];
type Feature = NonNullable<NonNullable<Given[1]>['features']>[number];

/** Characters that a cell holds, and rows that a sheet has, at most; Excel mends files that have more. */
const most = { characters: 32_767, rows: 1_048_576 };
/** What Excel would read as a character by its number. */
const escaped = /_(?=x[0-9A-Fa-f]{4}_)/gu;

/** A text as a cell may hold it; `mark` tells that its end was cut. */
export function cellText(text: string, mark: string): string {
  const clean = xmlText(text);
  if (clean.length <= most.characters) return clean.replace(escaped, '_x005F_');
  const end = clean.slice(0, most.characters - mark.length).replace(/[\ud800-\udbff]$/u, '');
  return end.replace(escaped, '_x005F_') + mark;
}

/** Rows in as many sheets as they need: the rows behind the first of each, which is the head. */
export function inSheets<T>(rows: readonly T[], size: number = most.rows - 1): T[][] {
  const count = Math.max(1, Math.ceil(rows.length / size));
  return Array.from({ length: count }, (_, at) => rows.slice(at * size, (at + 1) * size));
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const format = 'http://schemas.openxmlformats.org/officeDocument/2006';

/** A custom property of the workbook that bears the page's key, which must be plain ASCII. */
export const keyed = (key: string): Feature => ({
  files: {
    transform: {
      '[Content_Types].xml': {
        insert: () =>
          '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>',
      },
      '_rels/.rels': {
        insert: () =>
          `<Relationship Id="rIdKey" Type="${format}/relationships/custom-properties" Target="docProps/custom.xml"/>`,
      },
    },
    write: {
      files: () => ({
        'docProps/custom.xml': `${head}<Properties xmlns="${format}/custom-properties" xmlns:vt="${format}/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${keyProperty}"><vt:lpwstr>${key}</vt:lpwstr></property></Properties>`,
      }),
    },
  },
});
