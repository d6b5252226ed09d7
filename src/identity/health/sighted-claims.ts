import { CONSUMER_TENANT } from '../consumer-tenant.ts';

/** The claims that the checks compare, each of the right type or absent. */
export interface SightedClaims {
  readonly aud: string | null;
  readonly tid: string | null;
  readonly oid: string | null;
  /** Seconds since 1970. */
  readonly exp: number | null;
  readonly scp: readonly string[];
  readonly roles: readonly string[];
  /** `upn`, else `preferred_username`, else `unique_name`. */
  readonly account: string | null;
  /** Where the account comes from, when that is not the tenant of the token. */
  readonly homeTenant: string | null;
  readonly guest: boolean;
  readonly appOnly: boolean;
}

/** @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
export function sightedClaims(claims: Readonly<Record<string, unknown>>): SightedClaims {
  const text = (name: string) => (typeof claims[name] === 'string' && claims[name] !== '' ? claims[name] : null);
  const scp = (text('scp') ?? '').split(' ').filter((scope) => scope !== '');
  const roles = Array.isArray(claims.roles) ? claims.roles.filter((role) => typeof role === 'string') : [];
  const tid = text('tid');
  const idp = text('idp');
  // The tenant stands in the issuer's address, whether sts.windows.net or login.microsoftonline.com; `live.com` has none.
  const idpTenant = idp === null ? null : idp === 'live.com' ? CONSUMER_TENANT : (GUID.exec(idp)?.[0] ?? idp);
  const account = text('upn') ?? text('preferred_username') ?? text('unique_name');
  // In a token for an app, subject and object id are both its service principal's.
  const servicePrincipal = account === null && text('oid') !== null && claims.oid === claims.sub;
  const homeTenant = idpTenant !== null && idpTenant !== tid ? idpTenant : null;
  return {
    aud: Array.isArray(claims.aud) && typeof claims.aud[0] === 'string' ? claims.aud[0] : text('aud'),
    tid,
    oid: text('oid'),
    exp: typeof claims.exp === 'number' && Number.isFinite(claims.exp) ? claims.exp : null,
    scp,
    roles,
    account,
    homeTenant,
    // acct is 1 for a guest, 0 for a member (optional claim).
    guest: homeTenant !== null || claims.acct === 1,
    appOnly: claims.idtyp === 'app' || (scp.length === 0 && (roles.length > 0 || servicePrincipal)),
  };
}

const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
