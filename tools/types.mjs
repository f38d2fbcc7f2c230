// Generates src/schema/*.ts from schemas/*.schema.json; with --check it only compares and exits 1 on a difference.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileFromFile } from 'json-schema-to-typescript';

const schemas = fileURLToPath(new URL('../schemas/', import.meta.url));
const target = fileURLToPath(new URL('../src/schema/', import.meta.url));
const check = process.argv.includes('--check');
let stale = 0;

for (const file of readdirSync(schemas)
  .filter((name) => name.endsWith('.schema.json'))
  .sort()) {
  const name = file.replace('.schema.json', '');
  const text = await compileFromFile(schemas + file, {
    cwd: schemas,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    bannerComment: `/** Generated from schemas/${file} by \`npm run types\`: change the schema, not this file. */`,
    style: { singleQuote: true, printWidth: 110 },
  });
  const path = `${target}${name}.ts`;
  if (!check) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`src/schema/${name}.ts is stale: run npm run types`);
    stale++;
  }
}
process.exit(stale ? 1 : 0);
