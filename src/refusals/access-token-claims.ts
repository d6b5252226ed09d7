import { decodeJwt } from 'jose';

/**
 * The claims that tell why a token is taken or refused, and for whom it is. Others stay out: addresses of the client,
 * session ids and Microsoft's own bookkeeping decide nothing and are nobody's business. What decides most often stands first, because quotes are cut.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
const TOLD = [
  'aud',
  'scp',
  'roles',
  'idtyp',
  'tid',
  'oid',
  'upn',
  'preferred_username',
  'unique_name',
  'exp',
  'nbf',
  'iat',
  'iss',
  'idp',
  'acct',
  'sub',
  'appid',
  'azp',
  'app_displayname',
  'ver',
  'nonce',
  'xms_cc',
] as const;

/**
 * The claims of an access token, without checking it: that is the API's business, ours is to say what it will see.
 *
 * @returns `null` where the token is no JWT: those of personal accounts are opaque, and a broken one cannot be read
 */
export function accessTokenClaims(token: string): Readonly<Record<string, unknown>> | null {
  try {
    const claims = decodeJwt(token);
    return Object.fromEntries(TOLD.filter((name) => claims[name] !== undefined).map((name) => [name, claims[name]]));
  } catch {
    return null;
  }
}
