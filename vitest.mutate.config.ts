import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutate` runs: those of sentence ends, glue, lead-ins, and of what a summary may choose. */
export default defineConfig({
  test: {
    include: [
      'test/text/*.test.ts',
      'test/languages/*.test.ts',
      'test/threads/{lead-ins,cases}.test.ts',
      'test/summaries/{choosing,neighbours,phrases,points-elsewhere,question-answer,quoted-sentences,unfit-sentences}.test.ts',
    ],
    testTimeout: 20_000,
  },
});
