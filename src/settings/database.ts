import { type Environment, given } from './environment.ts';
import { isQuoted, unfilledProblem } from './secret-value.ts';
import type { SettingsProblem } from './settings-error.ts';
import { isPlaceholder } from './value-forms.ts';

const DEFAULT_DATABASE_FILE = 'data/why401.db';
const URL_FIX = 'Set it to postgres://USER:PASSWORD@HOST:5432/DATABASE, special characters percent-encoded';

/** Path of the SQLite file, or `:memory:`. */
export function readDatabaseFile(env: Environment): string {
  return given(env.WHY401_DATABASE_FILE) ?? DEFAULT_DATABASE_FILE;
}

/** The address of a PostgreSQL database; `null` where SQLite keeps everything. */
export function readDatabaseUrl(env: Environment, problems: SettingsProblem[]): string | null {
  const value = given(env.DATABASE_URL);
  if (value === undefined) return null;
  const problem = databaseUrlProblem(value);
  if (problem === undefined) return value;
  problems.push({ name: 'DATABASE_URL', ...problem });
  return null;
}

/** The address as it may be shown and logged: no password, and no query, which can hold one as well. */
export function databaseUrlWithoutPassword(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return 'postgres://[unreadable]';
  const url = new URL(databaseUrl);
  url.password = '';
  url.search = '';
  url.hash = '';
  return url.toString();
}

function databaseUrlProblem(value: string): Omit<SettingsProblem, 'name'> | undefined {
  const unfilled = unfilledProblem(value, URL_FIX);
  if (unfilled !== undefined) return unfilled;
  if (isQuoted(value)) return { problem: 'has quotation marks around it', fix: 'Remove them' };
  if (!/^postgres(?:ql)?:\/\//i.test(value)) return { problem: 'is not a PostgreSQL address', fix: URL_FIX };
  if (!URL.canParse(value)) {
    // A # or / in the password is what usually breaks it.
    return { problem: 'cannot be read as an address', fix: URL_FIX };
  }
  const { username, password, hostname } = new URL(value);
  if ([username, password, hostname].some((part) => isPlaceholder(safelyDecoded(part)))) {
    return { problem: 'still holds a placeholder', fix: URL_FIX };
  }
  return undefined;
}

function safelyDecoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
