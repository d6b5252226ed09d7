import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that start the service, the chat, a database or another runtime as a process of its own. */
const PROCESSES = [
  'test/main.test.ts',
  'test/built.test.ts',
  'test/graceful-stop.test.ts',
  'test/local-chat/**/*.test.ts',
  'test/scripts/**/*.test.ts',
  'test/bot/processes/**/*.test.ts',
  'test/pictures/create-picture-reader.test.ts',
  'test/identity/msal/processes/**/*.test.ts',
  'test/storage/postgres/**/*.test.ts',
  'test/storage/several-processes.test.ts',
];

/** Tests that walk through so many real sign-ins, or so many faults, that each file takes seconds. */
const MANY_SIGN_INS = [
  'test/sandbox/faults/**/*.test.ts',
  'test/sandbox/console/**/*.test.ts',
  'test/sandbox/token-service/**/*.test.ts',
  'test/bot/sign-in/{two-instances,teams-sso,msal-teams-sso,sign-in-in-chat,private-chat,check-again,msal-way}.test.ts',
  'test/bot/events/**/*.test.ts',
  'test/identity/health/against-sandbox.test.ts',
  'test/identity/msal/{msal-contract,msal-session,silent-token,sign-in-flow}.test.ts',
  'test/identity/token-service/token-service-contract.test.ts',
];

/** Tests that wait on a clock or a thread, run whole services, or go through thousands of texts: seconds a file. */
const LONG = [
  'test/bot/attachments/file-reading/thread-file-reader.test.ts',
  'test/bot/reading/{message-reader,picture}.test.ts',
  'test/bot/turn/once.test.ts',
  'test/cli/doctor/doctor-in-sandbox.test.ts',
  'test/diagnosis/fix/patches/{node,curl}-patches.test.ts',
  'test/fuzz/**/*.test.ts',
  'test/har/hostile.test.ts',
  'test/storage/sqlite/sqlite-store.test.ts',
  'test/telemetry/{otlp-telemetry,whole-service-traces}.test.ts',
  'test/triage/deliver-outbox.test.ts',
  'test/wiring/**/*.test.ts',
];

const NOT_UNIT = [...PROCESSES, ...MANY_SIGN_INS, ...LONG];
const processors = availableParallelism();
/** What is waited for comes within milliseconds, or on a busy machine within seconds. */
const expect = { poll: { timeout: 10_000 } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          expect,
          setupFiles: 'test/property-seed.ts',
          // For a machine that is busy with something else; hardly a test takes a second on a free one.
          testTimeout: 20_000,
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', ...NOT_UNIT],
          // The engine's tables are loaded once a worker, not once a file; no test changes what another reads.
          isolate: false,
          maxWorkers: processors,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'processes',
          expect,
          include: NOT_UNIT,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Half of the time they wait for a process or a delay.
          maxWorkers: processors + 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Real servers and a real browser: one at a time, with time to start. Two at a time leave a message unanswered
        // now and then on two processors.
        test: {
          name: 'browser',
          expect,
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
