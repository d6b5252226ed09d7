import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Steps, TriageRunner, TriageStatement } from '../triage/steps.ts';
import type { GroupCommit } from './group-commit.ts';
import { inWriteTransaction } from './transaction.ts';

/** Walks through steps at once: each answer is there as soon as it is asked for. */
function stepsWalker(database: DatabaseSync): <T>(steps: Steps<T>) => T {
  const prepared = new Map<TriageStatement, StatementSync>();
  const prepare = (statement: TriageStatement): StatementSync => {
    const known = prepared.get(statement);
    if (known !== undefined) return known;
    // `$1` would be the name of a parameter, `?1` is its place.
    const made = database.prepare(statement.text.replaceAll('$', '?'));
    prepared.set(statement, made);
    return made;
  };
  return (steps) => {
    let next = steps.next();
    while (!next.done) {
      const { statement, values } = next.value;
      next = steps.next(prepare(statement).all(...values));
    }
    return next.value;
  };
}

/** The write lock of SQLite holds for all desks, so that several reports share a commit. */
export function triageRunner(database: DatabaseSync, commits: GroupCommit): TriageRunner {
  const walk = stepsWalker(database);
  return {
    run: async (steps) => walk(steps()),
    atOnce: (_about, steps) => commits.write(() => inWriteTransaction(database, () => walk(steps()))),
  };
}
