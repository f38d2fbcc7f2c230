import { readFileSync } from 'node:fs';

/** Names of the schemas in `schemas/`. */
export const schemaNames = [
  'note',
  'ledger',
  'report',
  'edits',
  'config',
  'taxonomy',
  'cues',
  'people',
  'labels',
  'evaluation',
] as const;

/** Name of a schema in `schemas/`. */
export type SchemaName = (typeof schemaNames)[number];

/** The text of a schema, as shipped. */
export function schemaText(name: SchemaName): string {
  return readFileSync(new URL(`../schemas/${name}.schema.json`, import.meta.url), 'utf8');
}
