import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type BotState, StoreConflictError, type StoredDocument } from '../store.ts';
import { inWriteTransaction } from './transaction.ts';

/** Bot state as JSON documents. Several changes of one write are kept together or not at all. */
export function botStateTable(database: DatabaseSync): BotState {
  const select = database.prepare('SELECT e_tag, document FROM bot_state WHERE key = ?');
  const selectETag = database.prepare('SELECT e_tag FROM bot_state WHERE key = ?');
  const remove = database.prepare('DELETE FROM bot_state WHERE key = ?');
  const upsert = database.prepare(
    `INSERT INTO bot_state (key, e_tag, document) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET e_tag = excluded.e_tag, document = excluded.document`,
  );

  const writeOne = (key: string, change: unknown): void => {
    const { eTag, document } = split(key, change);
    if (eTag !== undefined) {
      const stored = selectETag.get(key)?.e_tag;
      if (stored !== undefined && stored !== eTag) throw new StoreConflictError(key);
    }
    upsert.run(key, randomUUID(), document);
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
      const entries = Object.entries(changes);
      if (entries.length === 0) return;
      inWriteTransaction(database, () => {
        for (const [key, change] of entries) writeOne(key, change);
      });
    },
    async delete(keys) {
      if (keys.length === 0) return;
      inWriteTransaction(database, () => {
        for (const key of keys) remove.run(key);
      });
    },
  };
}

/** `*` and the empty eTag mean "whatever is there", as in botbuilder's own storages. */
function split(key: string, change: unknown): { eTag: string | undefined; document: string } {
  if (typeof change !== 'object' || change === null || Array.isArray(change)) {
    throw new TypeError(`The document ${key} is not an object`);
  }
  const { eTag, ...rest } = change as Record<string, unknown>;
  const wanted = typeof eTag === 'string' && eTag !== '' && eTag !== '*' ? eTag : undefined;
  return { eTag: wanted, document: JSON.stringify(rest) };
}

function parseDocument(json: string): Record<string, unknown> {
  return JSON.parse(json) as Record<string, unknown>;
}
