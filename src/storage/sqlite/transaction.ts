import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs `work` as one transaction that takes the write lock at its start: a transaction that reads first and asks for
 * the lock later fails at once with SQLITE_BUSY where another instance wrote meanwhile, and no waiting helps.
 *
 * Within a transaction it is a part of that one, which is kept or undone by itself.
 */
export function inWriteTransaction<T>(database: DatabaseSync, work: () => T): T {
  const part = database.isTransaction;
  database.exec(part ? 'SAVEPOINT part' : 'BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec(part ? 'RELEASE part' : 'COMMIT');
    return result;
  } catch (error) {
    // SQLite has rolled back by itself after some errors (a full disk), and a second ROLLBACK would hide the reason.
    if (database.isTransaction) database.exec(part ? 'ROLLBACK TO part; RELEASE part' : 'ROLLBACK');
    throw error;
  }
}
