import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { fail } from './errors.js';
import type { Ledger } from './schema/ledger.js';
import type { Note } from './schema/note.js';
import { type SchemaName, schemaText } from './schemas.js';

/** One thing that a schema does not allow. */
export interface SchemaFault {
  /** JSON pointer to the value; `''` is the whole document. */
  pointer: string;
  reason: string;
}

const compiled = new Map<SchemaName, ValidateFunction>();

function validatorOf(name: SchemaName): ValidateFunction {
  let validate = compiled.get(name);
  if (!validate) {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, ownProperties: true, allErrors: true });
    validate = ajv.compile(JSON.parse(schemaText(name)));
    compiled.set(name, validate);
  }
  return validate;
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
  const validate = validatorOf(name);
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
