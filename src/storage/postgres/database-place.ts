import { StoreUnavailableError } from '../store-unavailable-error.ts';

/**
 * Where a database is, as it may be shown and logged: `host:5432/name`, without user and password.
 *
 * @throws StoreUnavailableError where the address is none; its message does not repeat it
 */
export function databasePlace(databaseUrl: string): string {
  if (!/^postgres(?:ql)?:\/\//i.test(databaseUrl) || !URL.canParse(databaseUrl)) {
    throw new StoreUnavailableError(
      'DATABASE_URL is no address of a PostgreSQL database: set it to postgres://USER:PASSWORD@HOST:5432/DATABASE, ' +
        'special characters of the password percent-encoded',
    );
  }
  const { hostname, port, pathname, searchParams } = new URL(databaseUrl);
  // A unix socket's folder stands in the query, and wins.
  const host = searchParams.get('host') ?? hostname;
  return `${host || 'localhost'}:${searchParams.get('port') ?? (port || '5432')}${pathname}`;
}
