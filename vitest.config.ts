import { defineConfig } from 'vitest/config';

/** Tests that start the service, the chat or another runtime as a process of its own. */
const PROCESSES = [
  'test/main.test.ts',
  'test/graceful-stop.test.ts',
  'test/local-chat/**/*.test.ts',
  'test/scripts/**/*.test.ts',
  'test/bot/processes/**/*.test.ts',
  'test/identity/msal/processes/**/*.test.ts',
  'test/storage/postgres/**/*.test.ts',
  'test/storage/several-processes.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', ...PROCESSES],
          // The engine's tables are loaded once a worker, not once a file; no test changes what another reads.
          isolate: false,
        },
      },
      {
        test: {
          name: 'processes',
          include: PROCESSES,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Real servers and a real browser: one at a time, with time to start.
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
