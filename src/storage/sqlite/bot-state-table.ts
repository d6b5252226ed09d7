import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type Change, parseChanges } from '../bot-state-change.ts';
import { type BotState, StoreConflictError, type StoredDocument } from '../store.ts';
import type { GroupCommit } from './group-commit.ts';
import { inWriteTransaction } from './transaction.ts';

/**
 * Bot state as JSON documents. Several changes of one write are kept together or not at all.
 *
 * @param now for the instant of the last write; what is not written for long goes
 */
export function botStateTable(database: DatabaseSync, commits: GroupCommit, now: () => number): BotState {
  const select = database.prepare('SELECT e_tag, document FROM bot_state WHERE key = ?');
  const remove = database.prepare('DELETE FROM bot_state WHERE key = ?');
  const upsert = database.prepare(
    `INSERT INTO bot_state (key, e_tag, document, touched) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT (key) DO UPDATE SET e_tag = excluded.e_tag, document = excluded.document, touched = excluded.touched
       WHERE ?5 IS NULL OR bot_state.e_tag = ?5`,
  );

  const writeOne = ({ key, eTag, document }: Change): void => {
    if (upsert.run(key, randomUUID(), document, now(), eTag).changes !== 1) throw new StoreConflictError(key);
  };

  return {
    async read(keys) {
      const found: [string, StoredDocument][] = [];
      for (const key of keys) {
        const row = select.get(key);
        if (row !== undefined) found.push([key, { ...parseDocument(String(row.document)), eTag: String(row.e_tag) }]);
      }
      return Object.fromEntries(found);
    },
    async write(changes) {
      const parsed = parseChanges(changes);
      if (parsed.length === 0) return;
      const writeAll = (): void => parsed.forEach(writeOne);
      // One statement needs no transaction of its own.
      await commits.write(parsed.length === 1 ? writeAll : () => inWriteTransaction(database, writeAll));
    },
    async delete(keys) {
      if (keys.length === 0) return;
      inWriteTransaction(database, () => {
        for (const key of keys) remove.run(key);
      });
    },
  };
}

function parseDocument(json: string): Record<string, unknown> {
  return JSON.parse(json) as Record<string, unknown>;
}
