import { defineConfig } from 'vitest/config';

/** Tests of pure code: no files of their own, no environment, no processes. */
const pure = [...['language', 'memory', 'models', 'note', 'read', 'reasons', 'stages', 'search']].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    pool: 'forks',
    // One core more than by default: on two, a run would take half as long again.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      // Loading code and dictionary anew for each of their files takes as long as the tests do.
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      { extends: true, test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: pure } },
    ],
  },
});
