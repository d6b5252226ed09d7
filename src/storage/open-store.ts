import { openSqliteStore } from './sqlite/sqlite-store.ts';
import type { Store } from './store.ts';

export interface StoreSettings {
  /** The address of a PostgreSQL database; wins where both are given. */
  readonly databaseUrl?: string | null | undefined;
  /** Path of the SQLite file, or `:memory:`. */
  readonly databaseFile: string;
}

/**
 * The store of the settings.
 *
 * @throws StoreUnavailableError naming the setting to change
 */
export async function openStore({ databaseUrl, databaseFile }: StoreSettings): Promise<Store> {
  if (!databaseUrl) return openSqliteStore(databaseFile);
  // Only who needs the driver loads it.
  const { openPostgresStore } = await import('./postgres/postgres-store.ts');
  return openPostgresStore(databaseUrl);
}
