import { defineConfig } from 'vitest/config';

/**
 * Tests that leave nothing to the next file in a process: neither environment nor mocks nor values kept in modules. Loading
 * code and dictionary anew for each of their files takes longer than they do.
 */
const together = [
  'edits',
  'eval',
  'language',
  'markdown',
  'memory',
  'models',
  'note',
  'output',
  'pages',
  'publish',
  'read',
  'reasons',
  'search',
  'skos',
  'stages',
  'store',
].map((folder) => `test/${folder}/**/!(*.wiki|browser|search-page|contract).test.ts`);

export default defineConfig({
  test: {
    pool: 'forks',
    // One core more than by default: on two, a run would take half as long again.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'together', include: together, isolate: false } },
      { extends: true, test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: together } },
    ],
  },
});
