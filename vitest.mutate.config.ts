import { defineConfig } from 'vitest/config';

const tests = process.env['MUTATE_TESTS'];

/** The tests of one file's judgement: `bench/mutate.ts` names them. */
export default defineConfig({
  test: { include: tests === undefined ? ['test/**/*.test.ts'] : tests.split(','), testTimeout: 20_000 },
});
