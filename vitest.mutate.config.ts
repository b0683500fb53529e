import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutate` runs: those of sentence ends, glue and lead-ins. */
export default defineConfig({
  test: {
    include: ['test/text/*.test.ts', 'test/languages/*.test.ts', 'test/threads/{lead-ins,cases}.test.ts'],
    testTimeout: 20_000,
  },
});
