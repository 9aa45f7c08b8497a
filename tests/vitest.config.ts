// How are tests found and run? Two processes, because the project's machines have two cores.
import { defineConfig } from 'vitest/config';

/** Tests of pure functions and of the engine's rows: none changes its process, so one process takes them all, and imports once. */
const SIDE_BY_SIDE = [
  'domain',
  'i18n',
  'ui',
  'engine/cases',
  'engine/recognise',
  'engine/reports',
  'engine/weekly',
].map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`);

const shared = {
  pool: 'forks' as const,
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // A page on a busy machine needs longer than the second that a poll waits for otherwise.
  expect: { poll: { timeout: 15_000 } },
  execArgv: ['--disable-warning=ExperimentalWarning'],
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default'],
    projects: [
      {
        test: {
          ...shared,
          name: 'own process',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/long/**', '**/node_modules/**', ...SIDE_BY_SIDE],
        },
      },
      { test: { ...shared, name: 'side by side', include: SIDE_BY_SIDE, isolate: false } },
    ],
  },
});
