import type { TokenEvidence } from '../../evidence/evidence.ts';
import type { Facts } from '../../facts/facts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Entra ID and IdentityModel tolerate five minutes. */
const TOLERANCE = 5 * MINUTE;

/**
 * How far off the assertion is, in milliseconds, where that looks like a clock: before it begins, or past its end by a whole
 * number of hours (a time zone) within ten minutes. Any other distance is an assertion that was kept too long.
 */
export function clockError(times: { now: number; from: number; until: number }): number | null {
  if (times.now < times.from - TOLERANCE / 5) return times.from - times.now;
  const late = times.now - times.from;
  const rest = late % HOUR;
  if (times.now > times.until && late >= HOUR - 10 * MINUTE && Math.min(rest, HOUR - rest) <= 2 * MINUTE) return late;
  return null;
}

/** The token request proves the app by a signed assertion (RFC 7523, section 2.2) and not by a secret. */
export function provesByAssertion(facts: Facts): boolean {
  return facts
    .of('oauth-request')
    .some(
      ({ endpoint, parameters }) =>
        endpoint === 'token' &&
        parameters.client_secret === undefined &&
        parameters.client_assertion !== undefined &&
        parameters.client_assertion !== '(empty)',
    );
}

/** The assertion that the app signed itself: of another issuer it is a federated token. */
export function ownAssertion(facts: Facts): TokenEvidence | undefined {
  return facts
    .of('token')
    .findLast(
      ({ field, claims }) => field === 'client_assertion' && claims.iss !== undefined && claims.iss === claims.sub,
    );
}

/** The token of another issuer with which the app proves itself: a build system's, a cluster's, another cloud's. */
export function foreignAssertion(facts: Facts): TokenEvidence | undefined {
  return facts
    .of('token')
    .findLast(
      ({ field, claims }) =>
        field === 'client_assertion' &&
        claims.iss !== undefined &&
        claims.sub !== undefined &&
        claims.iss !== claims.sub,
    );
}

/** How the time of an assertion lies to the answer that refused it, by the answer's own `Date`. */
export interface AssertionTime {
  readonly token: TokenEvidence;
  readonly from: number;
  readonly until: number;
  readonly now: number;
  /** How far off, where that looks like a clock. */
  readonly clock: number | null;
}

/**
 * The assertion of a refused request that was not valid when the answer was made; `undefined` where it was, or where the
 * paste does not show both. A log line's time has no zone, so only the header counts.
 */
export function assertionOutOfTime(facts: Facts): AssertionTime | undefined {
  const token = ownAssertion(facts);
  const now = facts.of('response').findLast(({ status, date }) => status >= 400 && date !== null)?.date;
  if (token === undefined || now == null || facts.of('aadsts').length > 0) return undefined;
  const { nbf, iat, exp } = token.claims;
  const begins = nbf ?? iat;
  if (begins === undefined || exp === undefined) return undefined;
  const [from, until] = [begins * 1000, exp * 1000];
  if (now > from - TOLERANCE && now < until + TOLERANCE) return undefined;
  return { token, from, until, now, clock: clockError({ now, from, until }) };
}
