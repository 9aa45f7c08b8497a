// How are tests found and run? Two processes, because the project's machines have two cores.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/long/**', '**/node_modules/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A page on a busy machine needs longer than the second that a poll waits for otherwise.
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
});
