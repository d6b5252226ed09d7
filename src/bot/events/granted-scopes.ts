import { covers } from '../../diagnosis/permissions/grant-covers.ts';
import { isGraphAudience } from '../../identity/graph-audience.ts';
import { accessTokenClaims } from '../../refusals/access-token-claims.ts';

/** Whether a token lets a person's events be made, as far as its claims tell: for Graph, delegated, with the permission. */
export function mayCreateEvents(accessToken: string): boolean {
  const claims = accessTokenClaims(accessToken);
  // The opaque tokens of personal accounts say nothing: Graph will.
  if (claims === null) return true;
  if (!isGraphAudience(claims.aud)) return false;
  return claims.idtyp !== 'app' && grants(accessToken, 'Calendars.ReadWrite');
}

/** Whether a token holds a delegated permission; an opaque one may. */
export function grants(accessToken: string, permission: string): boolean {
  const claims = accessTokenClaims(accessToken);
  if (claims === null) return true;
  const scopes = typeof claims.scp === 'string' ? claims.scp.split(' ') : [];
  return covers(scopes, [permission]);
}
