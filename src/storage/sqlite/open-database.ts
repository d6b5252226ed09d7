import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailableError } from '../store-unavailable-error.ts';
import { BUSY_TIMEOUT_MS } from './checkpoint-order.ts';
import { MIGRATIONS } from './migrations.ts';
import { inWriteTransaction } from './transaction.ts';

export const IN_MEMORY = ':memory:';

/** What turns look up again and again: the upper levels of the trees and the newest rows. */
const CACHE_KIB = 8_192;

/** Pages of the log at which SQLite itself carries it over into the file, where checkpoints.ts has not. */
const LOG_PAGES = 8_000;

/**
 * Opens the SQLite file, making it and its folder where they are missing, and brings its schema up to date.
 *
 * @param file a path, or `:memory:`
 * @throws StoreUnavailableError naming the file and what to do
 */
export function openDatabase(file: string): DatabaseSync {
  const place = file === IN_MEMORY ? 'in memory' : resolve(file);
  let database: DatabaseSync | undefined;
  try {
    if (file !== IN_MEMORY) makePrivateFile(file);
    database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    database.exec(`PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA cache_size = -${CACHE_KIB};`);
    // Before the journal mode: a file that is no database is told by its first real read.
    const version = schemaVersion(database);
    if (version > MIGRATIONS.length) {
      throw new StoreUnavailableError(
        `The database ${place} was written by a newer why401 (schema ${version}, this one knows ${MIGRATIONS.length}): ` +
          'run that version, or set WHY401_DATABASE_FILE to another file',
      );
    }
    useWriteAheadLog(database);
    database.exec(`PRAGMA wal_autocheckpoint = ${LOG_PAGES}`);
    migrate(database);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof StoreUnavailableError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreUnavailableError(
      `The database ${place} cannot be opened (${reason}): set WHY401_DATABASE_FILE to a file that this process may write`,
      { cause: error },
    );
  }
}

/** The conversations in it are nobody else's business; SQLite gives its side files the rights of the main one. */
function makePrivateFile(file: string): void {
  mkdirSync(dirname(resolve(file)), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
}

/**
 * Readers do not wait for the writer with a write-ahead log. It needs shared memory, which network file systems lack:
 * there SQLite answers with the mode it kept, and all still works, only slower.
 */
function useWriteAheadLog(database: DatabaseSync): void {
  try {
    database.exec('PRAGMA journal_mode = WAL');
  } catch {
    database.exec('PRAGMA journal_mode = TRUNCATE');
  }
}

function migrate(database: DatabaseSync): void {
  if (schemaVersion(database) === MIGRATIONS.length) return;
  inWriteTransaction(database, () => {
    // Read again under the lock: another instance may have been faster.
    const done = schemaVersion(database);
    for (const step of MIGRATIONS.slice(done)) database.exec(step);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}

function schemaVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version);
}
