import { readFileSync } from 'node:fs';
import { shippedAt } from './place.js';

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
  'talks',
  'outline',
  'discussions',
  'restrictions',
  'subjects',
  'definitions',
  'doubts',
  'search',
  'labels',
  'evaluation',
] as const;

/** Name of a schema in `schemas/`. */
export type SchemaName = (typeof schemaNames)[number];

/** The text of a schema, as shipped. */
export function schemaText(name: SchemaName): string {
  return readFileSync(shippedAt(`schemas/${name}.schema.json`), 'utf8');
}
