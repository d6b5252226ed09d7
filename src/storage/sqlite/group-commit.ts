import type { DatabaseSync } from 'node:sqlite';
import { inWriteTransaction } from './transaction.ts';

/** Runs small writes of turns that are under way at the same time. */
export interface GroupCommit {
  /** Resolves with what `work` gave once it is committed; rejects with its error, which undoes nobody else's work. */
  write<T>(work: () => T): Promise<T>;
  /** Commits what is waiting, at once. */
  flush(): void;
}

interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A commit costs a lock and a write of the log, whatever it holds: writes that come within one round of the event loop
 * share one. Nothing is told as done before it is committed.
 *
 * @param onCommitted is told how many writes a commit held
 */
export function groupCommit(database: DatabaseSync, onCommitted?: (count: number) => void): GroupCommit {
  let waiting: Waiting[] = [];

  function flush(): void {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    const done: (() => void)[] = [];
    const runAll = () => {
      for (const { work, resolve, reject } of group) {
        try {
          const value = work();
          done.push(() => resolve(value));
        } catch (error) {
          // Some errors (a full disk) end the whole transaction: then nobody's work is done.
          if (group.length > 1 && !database.isTransaction) throw error;
          done.push(() => reject(error));
        }
      }
    };
    try {
      if (group.length === 1) runAll();
      else inWriteTransaction(database, runAll);
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    for (const tell of done) tell();
    onCommitted?.(group.length);
  }

  return {
    write<T>(work: () => T): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      });
    },
    flush,
  };
}
