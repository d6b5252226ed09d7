/** One statement of the triage tables, in words that SQLite and PostgreSQL both take; parameters are `$1`, `$2`, … */
export interface TriageStatement {
  readonly name: string;
  readonly text: string;
  /** It changes nothing, and may be asked again whatever became of the first time. */
  readonly reads: boolean;
}

export type TriageRow = Readonly<Record<string, unknown>>;
export type TriageValue = string | number | null;

interface Step {
  readonly statement: TriageStatement;
  readonly values: readonly TriageValue[];
}

/**
 * What is to be asked of the database, one statement after the other, each with the answers before it. SQLite walks
 * through them at once, PostgreSQL waits for each: the rules are written once, and the two stores cannot differ in them.
 */
export type Steps<T> = Generator<Step, T, readonly TriageRow[]>;

/** Walks through steps. */
export interface TriageRunner {
  /** Steps that need no transaction: they only read, or are one statement. */
  run<T>(steps: () => Steps<T>): Promise<T>;
  /**
   * All of the steps or none. They are made anew where they are tried again, so they keep nothing outside of themselves.
   *
   * @param about what they lock; others that lock the same have to wait anyway
   */
  atOnce<T>(about: string, steps: () => Steps<T>): Promise<T>;
}

/** A statement that may be asked again where the connection was lost under it. */
export function reading(name: string, text: string): TriageStatement {
  return { name: `triage.${name}`, text, reads: true };
}
/** A statement that may not: nobody knows whether it was done. */
export function writing(name: string, text: string): TriageStatement {
  return { name: `triage.${name}`, text, reads: false };
}

/** The rows that were found, or that RETURNING gives. */
export function* ask(statement: TriageStatement, ...values: readonly TriageValue[]): Steps<readonly TriageRow[]> {
  return yield { statement, values };
}

/** The first of these rows. */
export function* askOne(statement: TriageStatement, ...values: readonly TriageValue[]): Steps<TriageRow | undefined> {
  const [row] = yield* ask(statement, ...values);
  return row;
}
