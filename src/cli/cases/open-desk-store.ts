import { existsSync } from 'node:fs';
import { type Environment, examineSettings, SettingsError } from '../../settings.ts';
import { openStore } from '../../storage/open-store.ts';
import type { Store } from '../../storage/store.ts';
import { StoreUnavailableError } from '../../storage/store-unavailable-error.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The store that the service uses.
 *
 * @throws UsageError where the settings are wrong, or name a store that is not there or does not open
 */
export async function openDeskStore(env: Environment): Promise<Store> {
  const { databaseUrl, databaseFile } = settingsOf(env);
  if (databaseUrl === null && databaseFile === ':memory:') {
    throw new UsageError('WHY401_DATABASE_FILE is :memory:, so no cases are kept beyond the service itself');
  }
  // Opening would make a new one, and then tell that there are no cases.
  if (databaseUrl === null && !existsSync(databaseFile)) {
    throw new UsageError(
      `There is no store at ${databaseFile}. Set WHY401_DATABASE_FILE or DATABASE_URL (.env.example)`,
    );
  }
  try {
    return await openStore({ databaseUrl, databaseFile });
  } catch (error) {
    if (error instanceof StoreUnavailableError) throw new UsageError(oneLine(error.message));
    throw error;
  }
}

/** Of the settings only what names the store: the export must work where something else is wrong. */
function settingsOf(env: Environment) {
  const { settings, problems } = examineSettings(env);
  const wrong = problems.filter(({ name }) => name === 'DATABASE_URL');
  if (wrong.length > 0) throw new UsageError(oneLine(new SettingsError(wrong).message));
  return settings;
}

function oneLine(text: string): string {
  return text.replace(/(?<!\s)\s*\n\s*/g, ' ');
}
