import { type SchemaName, schemaNames, schemaText } from '../schemas.js';
import { print } from './terminal.js';

/** `jianglu schema [NAME]`: a schema as shipped, or the names of all. */
export function schemaCommand(name?: SchemaName): void {
  if (name) process.stdout.write(schemaText(name));
  else for (const one of schemaNames) print(one);
}
