import { randomUUID } from 'node:crypto';
import { type Change, parseChanges } from '../bot-state-change.ts';
import { type BotState, StoreConflictError, type StoredDocument } from '../store.ts';
import { type Database, type Run, reading, writing } from './database.ts';

const SELECT = reading('state.read', 'SELECT key, e_tag, document FROM why401_bot_state WHERE key = ANY($1::text[])');
/** A writer who comes second waits for the first one's commit, and then compares with what that one wrote. */
const UPSERT = writing(
  'state.write',
  `INSERT INTO why401_bot_state AS stored (key, e_tag, document, touched) VALUES ($1, $2, $3, $4)
   ON CONFLICT (key) DO UPDATE SET e_tag = excluded.e_tag, document = excluded.document, touched = excluded.touched
     WHERE $5::text IS NULL OR stored.e_tag = $5::text`,
);
const DELETE = writing('state.delete', 'DELETE FROM why401_bot_state WHERE key = ANY($1::text[])');

/**
 * Bot state as JSON documents. Several changes of one write are kept together or not at all.
 *
 * @param now for the instant of the last write; what is not written for long goes
 */
export function botStateTable({ run, inTransaction }: Database, now: () => number): BotState {
  const writeOne = async (runIn: Run, { key, eTag, document }: Change): Promise<void> => {
    const { count } = await runIn(UPSERT, key, randomUUID(), document, now(), eTag);
    if (count !== 1) throw new StoreConflictError(key);
  };
  return {
    async read(keys) {
      if (keys.length === 0) return {};
      const { rows } = await run(SELECT, keys);
      return Object.fromEntries(rows.map((row) => [String(row.key), toDocument(row)]));
    },
    async write(changes) {
      const parsed = parseChanges(changes);
      if (parsed.length === 1) return writeOne(run, parsed[0]!);
      if (parsed.length === 0) return;
      // In one order everywhere: two writers of the same keys wait for each other and never in a circle.
      const ordered = parsed.toSorted((a, b) => (a.key < b.key ? -1 : 1));
      await inTransaction(async (runIn) => {
        for (const change of ordered) await writeOne(runIn, change);
      });
    },
    async delete(keys) {
      if (keys.length > 0) await run(DELETE, keys);
    },
  };
}

function toDocument(row: Readonly<Record<string, unknown>>): StoredDocument {
  const document = JSON.parse(String(row.document)) as Record<string, unknown>;
  return { ...document, eTag: String(row.e_tag) };
}
