import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Half a minute and more, the longest first. A clean clone knows no durations and would go by the size of the files:
 * one of these that begins last is waited for with the other processors idle.
 */
const LONGEST = [
  'test/scripts/exercise-dockerfile/exercise.test.ts',
  'test/pictures/create-picture-reader.test.ts',
  'test/main.test.ts',
  'test/bot/processes/replay-two-instances.test.ts',
  'test/storage/several-processes.test.ts',
  'test/storage/postgres/postgres-store.test.ts',
  'test/built.test.ts',
  'test/e2e/sign-in.test.ts',
  'test/e2e/events.test.ts',
  'test/e2e/sign-in-by-msal.test.ts',
  'test/identity/msal/processes/killed.test.ts',
  'test/sandbox/faults/fault-trials.test.ts',
  'test/sandbox/faults/seen-in-chat.test.ts',
  'test/bot/processes/event-killed.test.ts',
];

/** Of the files of one project the known long ones come first, the others as Vitest orders them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) => sorted.filter((file) => file.project === project).toSorted(byRank));
  }
}

function byRank(one: TestSpecification, other: TestSpecification): number {
  return rankOf(one) - rankOf(other);
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONGEST.findIndex((name) => moduleId.replaceAll('\\', '/').endsWith(`/${name}`));
  return rank === -1 ? LONGEST.length : rank;
}
