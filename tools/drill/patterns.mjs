// Tries every regular expression of the sources and the lexicon, and keeps which passed in test/patterns.json, so that the
// tests try only those that are new, and a few of the others:
//
//   npm run drill:patterns
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const { status } = spawnSync('npx', ['vitest', 'run', 'test/patterns.test.ts'], {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  env: { ...process.env, JIANGLU_PATTERNS: 'all' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
