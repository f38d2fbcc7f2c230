import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ValidateFunction } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { describe, expect, it } from 'vitest';
import { schemaNames, schemaText } from '../src/schemas.js';
import { compilerOf, schemaFaults } from '../src/validate.js';

/** A schema's validator as `tools/validators.mjs` writes it. */
function built(name: (typeof schemaNames)[number]): ValidateFunction {
  const compiler = compilerOf({ source: true });
  const code = standalone.default(compiler, compiler.compile(JSON.parse(schemaText(name))));
  const module = { exports: undefined };
  new Function('module', 'require', code)(module, createRequire(import.meta.url));
  return module.exports as unknown as ValidateFunction;
}

const ledger = JSON.parse(readFileSync('examples/notes/payclub/2024-03-15-chat.ledger.json', 'utf8'));
const broken = [
  ledger,
  {},
  null,
  { ...ledger, extra: 1 },
  { ...ledger, runs: [{}, 'x', { ...ledger.runs[0], role: 'nobody' }] },
  { ...ledger, notes: ['', ''] },
];

describe('a validator made by the build', () => {
  it.each([...schemaNames])('finds what a compiled one finds: %s', (name) => {
    const [one, other] = [built(name), compilerOf().compile(JSON.parse(schemaText(name)))];
    for (const value of broken) {
      expect(one(value)).toBe(other(value));
      expect(one.errors).toEqual(other.errors);
    }
  });
});

describe('schemaFaults', () => {
  it('finds none in a valid ledger', () => expect(schemaFaults('ledger', ledger)).toEqual([]));

  it('names an unknown key by its pointer', () =>
    expect(schemaFaults('ledger', { ...ledger, 'a/b': 1 })).toEqual([
      { pointer: '/a~1b', reason: 'unknown key' },
    ]));
});
