import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Ajv2020, CodeOptions, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { fail } from './errors.js';
import { kept } from './memory/remembered.js';
import { besideCode } from './place.js';
import type { Ledger } from './schema/ledger.js';
import type { Note } from './schema/note.js';
import { type SchemaName, schemaText } from './schemas.js';

/** One thing that a schema does not allow. */
export interface SchemaFault {
  /** JSON pointer to the value; `''` is the whole document. */
  pointer: string;
  reason: string;
}

const require = createRequire(import.meta.url);
const compiled = new Map<SchemaName, ValidateFunction>();

/** How all schemas are compiled; ajv is loaded when it is asked for. */
export function compilerOf(code: CodeOptions = {}): Ajv2020 {
  const { Ajv2020 }: typeof import('ajv/dist/2020.js') = require('ajv/dist/2020.js');
  return new Ajv2020({ strict: true, allowUnionTypes: true, ownProperties: true, allErrors: true, code });
}

/** The build compiles the schemas (`tools/validators.mjs`); where there was none, that is done at the first need. */
function validatorOf(name: SchemaName): ValidateFunction {
  const built = fileURLToPath(besideCode(`validators/${name}.cjs`));
  return existsSync(built) ? require(built) : compilerOf().compile(JSON.parse(schemaText(name)));
}

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

function faultOf({ instancePath, keyword, params, message }: ErrorObject): SchemaFault {
  if (keyword === 'additionalProperties') {
    return { pointer: `${instancePath}/${escaped(params.additionalProperty)}`, reason: 'unknown key' };
  }
  if (keyword === 'enum')
    return { pointer: instancePath, reason: `must be one of ${params.allowedValues.join(', ')}` };
  return { pointer: instancePath, reason: message ?? keyword };
}

/** All faults of a value against a schema; none when it is valid. */
export function schemaFaults(name: SchemaName, value: unknown): SchemaFault[] {
  const validate = kept(compiled, name, validatorOf);
  return validate(value) ? [] : (validate.errors ?? []).map(faultOf);
}

function demand(name: SchemaName, value: unknown, file: string): void {
  const [fault] = schemaFaults(name, value);
  if (!fault) return;
  throw fail('internal', {
    file,
    pointer: fault.pointer,
    reason: `the ${name} breaks its schema: ${fault.reason}`,
  });
}

/** Throws an internal error where notes or ledger break their schema: such output must not be written. */
export function assertValid(notes: readonly Note[], ledger: Ledger, file: string): void {
  for (const note of notes) demand('note', note, file);
  demand('ledger', ledger, file);
}
