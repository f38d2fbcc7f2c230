// A step of the build: compiles schemas/*.schema.json into dist/validators/*.cjs, so that no run pays for compiling them.
import { mkdirSync, writeFileSync } from 'node:fs';
import standalone from 'ajv/dist/standalone/index.js';
import { schemaNames, schemaText } from '../dist/schemas.js';
import { compilerOf } from '../dist/validate.js';

const target = new URL('../dist/validators/', import.meta.url);
mkdirSync(target, { recursive: true });
for (const name of schemaNames) {
  const compiler = compilerOf({ source: true });
  const code = standalone.default(compiler, compiler.compile(JSON.parse(schemaText(name))));
  writeFileSync(new URL(`${name}.cjs`, target), code);
}
