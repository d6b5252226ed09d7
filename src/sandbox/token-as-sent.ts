import { decodeJwt, type JWTPayload } from 'jose';
import { CONSUMER_TENANT } from './consumer-tenant.ts';
import type { Entra } from './entra/entra.ts';
import type { World } from './world/world.ts';

/** What is needed of the sandbox's Entra ID to send another token than the one at hand. */
export type TokenSource = Pick<Entra, 'sign' | 'opaqueToken' | 'addOpaqueToken'>;

const AN_HOUR = 3600;

/**
 * The token that a client with the behaviour of `world.client` really sends in place of the one it was given; `null`
 * where it sends none. An old token is the one of the same sign-in from hours ago, an ID token is the one that came
 * with it: both are made anew, with a right signature, as the client would have kept them.
 */
export async function tokenAsSent(
  world: Pick<World, 'client'>,
  token: string,
  source: TokenSource,
): Promise<string | null> {
  switch (world.client.token) {
    case 'as-is':
      return token;
    case 'none':
      return null;
    case 'cut':
      // In the middle of its content: what a database column or a shell's line limit leaves.
      return token.slice(0, Math.ceil(token.length / 2));
    case 'quoted':
      return `"${token}"`;
    case 'altered':
      return altered(token);
    case 'old':
      return old(token, source);
    case 'id-token':
      return idTokenOf(claimsOf(token, source), token, source);
  }
}

/** Still a well-formed JWT, but not what was signed. */
function altered(token: string): string {
  const [header, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return `${token}x`;
  const claims = { ...decodeJwt(token), name: 'Somebody Else' };
  return `${header}.${Buffer.from(JSON.stringify(claims), 'utf8').toString('base64url')}.${signature}`;
}

function old(token: string, source: TokenSource): Promise<string> | string {
  const claims = claimsOf(token, source);
  const { iat = 0, exp = iat + AN_HOUR } = claims;
  const shift = exp - iat + AN_HOUR;
  const aged = { ...claims, iat: iat - shift, nbf: iat - shift, exp: exp - shift };
  return source.opaqueToken(token) === undefined ? source.sign(aged) : source.addOpaqueToken(aged);
}

function claimsOf(token: string, source: TokenSource): JWTPayload {
  return source.opaqueToken(token) ?? decodeJwt(token);
}

/** What has neither scopes nor roles is the ID token already. */
function idTokenOf(claims: JWTPayload, token: string, source: TokenSource): Promise<string> | string {
  if (claims.scp === undefined && claims.roles === undefined && claims.idtyp === undefined) return token;
  return source.sign(idTokenClaims(claims));
}

function idTokenClaims(access: JWTPayload): JWTPayload {
  const tenantId = typeof access.tid === 'string' ? access.tid : CONSUMER_TENANT;
  const { iat, nbf, exp, name, oid, sub } = access;
  const known = { iat, nbf, exp, name, oid, sub };
  return {
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    aud: String(access.appid ?? access.azp ?? ''),
    iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    preferred_username: access.preferred_username ?? access.upn ?? access.unique_name,
    tid: tenantId,
    ver: '2.0',
  };
}
