import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

/** Tests that start the service, the chat, a database or another runtime as a process of its own. */
const PROCESSES = [
  'test/main.test.ts',
  'test/built.test.ts',
  'test/graceful-stop.test.ts',
  'test/local-chat/**/*.test.ts',
  'test/scripts/**/*.test.ts',
  'test/bot/processes/**/*postgres.test.ts',
  'test/bot/processes/replay-*.test.ts',
  'test/pictures/create-picture-reader.test.ts',
  'test/storage/postgres/**/*.test.ts',
  'test/storage/{several-processes,sqlite/two-processes}.test.ts',
];

/** Tests that walk through so many real sign-ins, or so many faults, that each file takes seconds. */
const MANY_SIGN_INS = [
  'test/sandbox/faults/**/*.test.ts',
  'test/sandbox/console/{console,chat/other-channels}.test.ts',
  'test/sandbox/token-service/**/*.test.ts',
  'test/bot/sign-in/{two-instances,teams-sso,msal-teams-sso,sign-in-in-chat,private-chat,check-again,msal-way}.test.ts',
  'test/bot/events/**/*.test.ts',
  'test/bot/processes/{event-killed,token-service-*}.test.ts',
  'test/identity/health/against-sandbox.test.ts',
  'test/identity/msal/{msal-contract,msal-session,silent-token,sign-in-flow}.test.ts',
  'test/identity/msal/processes/**/*.test.ts',
  'test/identity/token-service/token-service-contract.test.ts',
];

/** Tests of the bot and of its parts that wait on a clock or a thread: seconds a file. */
const WAITING = [
  'test/bot/attachments/file-reading/thread-file-reader.test.ts',
  'test/bot/reading/{message-reader,picture}.test.ts',
  'test/bot/turn/once.test.ts',
  'test/cli/diagnose/diagnose-picture.test.ts',
  'test/cli/doctor/doctor-in-sandbox.test.ts',
  'test/storage/sqlite/sqlite-store.test.ts',
  'test/triage/webhook/deliver-outbox.test.ts',
  'test/bot/triage/burst-not-taken.test.ts',
];

/** Tests that run whole services, set up what holds for a whole process, or go through thousands of texts. */
const LONG = [
  'test/diagnosis/every-paste/**/*.test.ts',
  'test/diagnosis/fix/patches/{node,curl,python}-patches.test.ts',
  'test/fuzz/**/*.test.ts',
  'test/har/hostile.test.ts',
  'test/telemetry/{otlp-telemetry,whole-service-traces}.test.ts',
  'test/wiring/**/*.test.ts',
];

const APART = [...PROCESSES, ...LONG];
const TOGETHER = [...MANY_SIGN_INS, ...WAITING];
// What tests start as a process of its own compiles once what it loads, and not in each of dozens of processes.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url));
const processors = availableParallelism();
/**
 * Modules are loaded by Node.js itself, as in the service: nothing is compiled by Vite first, and what is imported is no
 * property that is looked up at each use. No test replaces a module (`vi.mock`), so none is read for that.
 */
const experimental = { viteModuleRunner: false, nodeLoader: false };
/** What is waited for comes within milliseconds, or on a busy machine within seconds. */
const expect = { poll: { timeout: 10_000 } };

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          expect,
          experimental,
          setupFiles: 'test/property-seed.ts',
          // For a machine that is busy with something else; hardly a test takes a second on a free one.
          testTimeout: 20_000,
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', ...APART, ...TOGETHER],
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
          experimental,
          include: APART,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Half of the time they wait for a process or a delay.
          maxWorkers: processors + 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'sign-ins',
          expect,
          experimental,
          include: TOGETHER,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Loading the bot, the sandbox and their packages takes as long as most of these files; no test changes what
          // another reads.
          isolate: false,
          maxWorkers: processors + 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Real servers and a real browser: one at a time, with time to start. Beside a second browser the Playground now and
        // then does not show an answer that it was sent; a test to which that happens asks once more.
        test: {
          name: 'browser',
          expect,
          experimental,
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          // One browser, and one tab that keeps the Playground's code, for all files (test/e2e/playground-tab.ts).
          isolate: false,
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
