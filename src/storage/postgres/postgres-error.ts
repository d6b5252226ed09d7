import { StoreUnavailableError } from '../store-unavailable-error.ts';

interface Trouble {
  readonly what: string;
  readonly fix: string;
}

const UNREACHABLE: Trouble = {
  what: 'does not answer',
  fix: 'look whether PostgreSQL runs there and whether host and port in DATABASE_URL are right; a firewall may be between',
};
const LOST: Trouble = {
  what: 'closed the connection',
  fix: 'look whether PostgreSQL was restarted; the next call connects anew',
};
const SLOW: Trouble = {
  what: 'did not answer in time',
  fix: 'look at its load and at long locks (pg_stat_activity)',
};
const FULL: Trouble = {
  what: 'has no more connections',
  fix: 'raise max_connections, or run fewer instances (each takes up to ten connections)',
};
const CERTIFICATE: Trouble = {
  what: 'shows a certificate that cannot be verified',
  fix: 'name its authority by sslrootcert in DATABASE_URL, or set NODE_EXTRA_CA_CERTS',
};
const REFUSED: Trouble = {
  what: 'refuses the sign-in',
  fix: 'correct user and password in DATABASE_URL, or let pg_hba.conf (in a cloud: the firewall and TLS settings) accept this machine',
};

/** By the error code of Node or the SQLSTATE of PostgreSQL (Appendix A of its manual). */
const BY_CODE: Readonly<Record<string, Trouble>> = {
  ECONNREFUSED: UNREACHABLE,
  ENOENT: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  ENOTFOUND: { what: 'has no address', fix: 'correct the host in DATABASE_URL' },
  EAI_AGAIN: { what: 'has no address for now', fix: 'look at the name resolution of this machine' },
  ECONNRESET: LOST,
  EPIPE: LOST,
  '57P01': LOST,
  '57P02': LOST,
  '57P03': { what: 'is starting or stopping', fix: 'wait until it is up' },
  '57P05': LOST,
  '57014': SLOW,
  '55P03': SLOW,
  '25P03': SLOW,
  '53100': { what: 'has a full disk', fix: 'make room' },
  '53200': { what: 'is out of memory', fix: 'look at its load' },
  '53300': FULL,
  '28P01': REFUSED,
  '28000': REFUSED,
  '3D000': { what: 'does not exist', fix: 'make it (CREATE DATABASE), or correct its name in DATABASE_URL' },
  '3F000': { what: 'has no schema for our tables', fix: 'make the schema that search_path names' },
  '42501': {
    what: 'does not let the user of DATABASE_URL do that',
    fix: 'grant it CREATE and USAGE on the schema, and all rights on its tables whose names begin with why401_',
  },
  '42P01': { what: 'lacks a table of ours', fix: 'start an instance anew: it makes what is missing' },
  '25006': { what: 'is read-only', fix: 'set DATABASE_URL to the primary server and not to a replica' },
  DEPTH_ZERO_SELF_SIGNED_CERT: CERTIFICATE,
  SELF_SIGNED_CERT_IN_CHAIN: CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: CERTIFICATE,
  CERT_HAS_EXPIRED: CERTIFICATE,
  ERR_TLS_CERT_ALTNAME_INVALID: CERTIFICATE,
};

/** `pg` itself gives its errors no code; these are its words of release 8. */
const BY_WORDS: readonly (readonly [RegExp, Trouble])[] = [
  [/timeout exceeded when trying to connect/, { ...SLOW, what: 'kept all connections of this instance busy' }],
  [/timeout expired|due to connection timeout/, UNREACHABLE],
  [/Query read timeout/, SLOW],
  [/Connection terminated|not queryable/, LOST],
  [/does not support SSL/, { what: 'speaks no TLS', fix: 'switch it on there, or leave sslmode out of DATABASE_URL' }],
  [/after calling end on the pool/, { what: 'was left', fix: 'nothing: this instance is stopping' }],
  [/password must be a string/i, REFUSED],
];

/**
 * What an operator can do about an error of `pg`. Errors that are nobody's but ours come back as they are.
 *
 * The reason given is a code: words of the server may repeat parts of the address.
 */
export function toStoreError(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreUnavailableError) return error;
  const trouble = troubleOf(error);
  if (trouble === undefined) return error;
  const code = codeOf(error);
  const reason = code === undefined ? '' : ` (${code})`;
  return new StoreUnavailableError(`The database ${place} ${trouble.what}${reason}: ${trouble.fix}`, { cause: error });
}

/** True where the connection broke, so that another one may do better. */
export function isConnectionLost(error: unknown): boolean {
  return error instanceof Error && troubleOf(error) === LOST;
}

/** True where the statement was certainly not carried out: refused by a server that stops, or not wholly sent. */
export function isNeverSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ['57P01', 'EPIPE'].includes(codeOf(error) ?? '') || /not queryable/.test(error.message);
}

/** Two transactions in each other's way; PostgreSQL ended one of them, which may be tried again. */
export function isCollision(error: unknown): boolean {
  return error instanceof Error && ['40001', '40P01'].includes(codeOf(error) ?? '');
}

function troubleOf(error: Error): Trouble | undefined {
  const code = codeOf(error);
  const known = code === undefined ? undefined : BY_CODE[code];
  if (known !== undefined) return known;
  if (code?.startsWith('08') === true) return LOST;
  return BY_WORDS.find(([words]) => words.test(error.message))?.[1];
}

/** Where a name has several addresses, Node tells of all attempts in one error. */
function codeOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code;
  const [first] = error instanceof AggregateError ? error.errors : [];
  return first instanceof Error ? codeOf(first) : undefined;
}
