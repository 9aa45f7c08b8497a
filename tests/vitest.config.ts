// How are tests found and run? Three processes on the project's two cores: half of a test's time is waiting for a page, a disk or a watcher.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Short files of long tests, longest first: started last, as a fresh clone would by their size, they would run alone. */
const LONG = [
  'app/story.test.ts',
  'app/story-english.test.ts',
  'integrity/network.test.ts',
  'app/desk-story.test.ts',
  'integrity/full-disk.test.ts',
  'app/correct.test.ts',
  'app/bad-input.test.ts',
  'engine/video/ffmpeg-frames.test.ts',
];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

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
    maxWorkers: 3,
    reporters: ['default'],
    sequence: { sequencer: LongFirst },
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
