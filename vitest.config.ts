import { defineConfig } from 'vitest/config';

/** Tests of pure rules and drawings: they share nothing that could change, so one worker loads the house once for all of them. */
const pure = ['test/domain/*.test.ts', 'test/cards/**/*.test.ts', 'test/documents/**/*.test.ts'];

// Vitest wants a default export here.
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'rules', include: pure, isolate: false } },
      { extends: true, test: { name: 'stories', include: ['test/**/*.test.ts'], exclude: pure, globalSetup: ['test/parts.ts'] } },
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
  },
});
