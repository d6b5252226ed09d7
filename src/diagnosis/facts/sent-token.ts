import type { Evidence, SettingEvidence, TokenClaims, TokenEvidence } from '../evidence/evidence.ts';
import type { Span } from '../text/span.ts';

/** Fields whose token is no access token for an API. */
const OTHER_FIELDS: ReadonlySet<string> = new Set([
  'client_assertion',
  'refresh_token',
  'assertion',
  'federated_token',
]);

function isWithin(span: Span, around: Span): boolean {
  return around.start <= span.start && span.start < around.end;
}

/**
 * The token that the API got: the one in the header of the call that failed, else one from an Authorization header, else one called access_token, else the only one shown.
 * An ID token counts where it was sent (that is a root cause of its own).
 *
 * @param sentWith - the Authorization header of the call that failed, where it was shown
 */
export function sentToken(tokens: readonly TokenEvidence[], sentWith: Span | null = null): TokenEvidence | null {
  if (tokens.length === 0) return null;
  const candidates = tokens.filter((token) => token.field === null || !OTHER_FIELDS.has(token.field));
  const there =
    tokens.length === 1 || sentWith === null ? undefined : candidates.find(({ span }) => isWithin(span, sentWith));
  return (
    there ??
    candidates.findLast((token) => token.sent) ??
    candidates.findLast((token) => token.field === 'access_token') ??
    candidates.findLast((token) => token.field !== 'id_token' && token.format !== 'refresh') ??
    candidates.findLast((token) => token.format !== 'refresh') ??
    null
  );
}

/** Grants that give a token to the app itself. */
const APP_GRANT =
  /client[_-]?credentials|for_client|forclient|clientsecretcredential|clientcertificatecredential|managed_?identity|acquiretokenforclient|acquiretokenbyclientcredential/i;
const USER_GRANT =
  /authorization_code|^password$|device_code|jwt-bearer|refresh_token|interactive|onbehalfof|on_behalf_of|acquiretokensilent|devicecodecredential|usernamepassword/i;

/**
 * Whether the token speaks for an app or for a person. Version 1 tokens carry no `idtyp` unless asked for: then `scp`
 * means a person, `roles` without `scp` an app, and `sub` equal to `oid` the app's own service principal.
 */
export function actorOf(claims: TokenClaims, evidence: readonly Evidence[]): 'app' | 'user' | null {
  if (claims.idtyp === 'app') return 'app';
  if (claims.idtyp === 'user') return 'user';
  if (claims.scp !== undefined && claims.scp.length > 0) return 'user';
  if (claims.upn !== undefined) return 'user';
  if (claims.roles !== undefined && claims.roles.length > 0) return 'app';
  if (claims.oid !== undefined && claims.oid === claims.sub) return 'app';
  if (claims.wids !== undefined && claims.oid !== undefined && claims.amr === undefined && claims.scp === undefined)
    return 'app';
  for (const item of evidence) {
    if (item.kind === 'oauth-request' && item.parameters.grant_type !== undefined) {
      if (APP_GRANT.test(item.parameters.grant_type)) return 'app';
      if (USER_GRANT.test(item.parameters.grant_type)) return 'user';
    }
    if (item.kind === 'setting' && item.name === 'grant') {
      if (item.values.some((value) => APP_GRANT.test(value))) return 'app';
      if (item.values.some((value) => USER_GRANT.test(value))) return 'user';
    }
  }
  return null;
}

/** Who signs in by words alone; `null` where both are told, or neither. */
export function toldActorOf(settings: readonly SettingEvidence[]): 'app' | 'user' | null {
  let told: string | null = null;
  for (const { name, values } of settings) {
    if (name !== 'told-actor' || values[0] === told) continue;
    if (told !== null) return null;
    told = values[0] ?? null;
  }
  return told === 'app' || told === 'user' ? told : null;
}
