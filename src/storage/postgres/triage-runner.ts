import type { Steps, TriageRunner, TriageStatement } from '../triage/steps.ts';
import { type Database, type Run, reading, type Statement, writing } from './database.ts';
import { inLine } from './in-line.ts';

const prepared = new Map<TriageStatement, Statement>();

/** Names of tables have a prefix here. */
function toStatement(statement: TriageStatement): Statement {
  const known = prepared.get(statement);
  if (known !== undefined) return known;
  const { name, text, reads } = statement;
  const made = (reads ? reading : writing)(name, text.replace(/\btriage_/g, 'why401_triage_'));
  prepared.set(statement, made);
  return made;
}

/** Walks through steps, waiting for each answer. */
async function walkSteps<T>(run: Run, steps: Steps<T>): Promise<T> {
  let next = steps.next();
  while (!next.done) {
    const { statement, values } = next.value;
    next = steps.next((await run(toStatement(statement), ...values)).rows);
  }
  return next.value;
}

/**
 * The first step of a change locks the row of the desk: another one there waits, and then sees what this one did. Those of
 * this instance wait in line for it: waiting for a lock, a hundred of them would keep all its connections.
 */
export function triageRunner({ run, inTransaction }: Database): TriageRunner {
  const line = inLine();
  return {
    run: (steps) => walkSteps(run, steps()),
    atOnce: (about, steps) => line(about, () => inTransaction((runIn) => walkSteps(runIn, steps()))),
  };
}
