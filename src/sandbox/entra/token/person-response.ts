import type { SignInGrant } from '../grant-store.ts';
import { clientInfo, idToken, type PersonToken, personAccessToken } from '../issue-tokens.ts';
import type { RequestedScopes } from '../scopes.ts';
import { parameter, type TokenRequest, type TokenResponse } from './token-request.ts';

/** The tokens for a person. A refresh token only where offline_access was asked for. */
export async function personResponse(
  { mint, form }: TokenRequest,
  parts: PersonToken,
  more: { readonly nonce?: string | undefined; readonly lineIssued?: number; readonly grantScope: string },
): Promise<TokenResponse> {
  const { grant, person, scopes } = parts;
  const now = mint.now();
  const seconds = mint.world.entra.accessTokenSeconds;
  const accessToken = await personAccessToken(mint, parts);
  const refreshToken = scopes.oidc.has('offline_access')
    ? mint.grants.addRefreshToken(
        { ...signInOf(grant), scope: more.grantScope, issued: now, lineIssued: more.lineIssued ?? now, used: false },
        person.kind === 'personal',
      )
    : undefined;
  return {
    token_type: 'Bearer',
    scope: scopeText(scopes, parts.permissions),
    expires_in: seconds,
    ext_expires_in: seconds,
    access_token: accessToken,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    ...(scopes.oidc.has('openid') ? { id_token: await idToken(mint, parts, more.nonce) } : {}),
    ...(parameter(form, 'client_info') === '1' ? { client_info: clientInfo(person) } : {}),
  };
}

/** In the spelling of the request: clients look their tokens up by it. */
function scopeText(scopes: RequestedScopes, permissions: readonly string[]): string {
  const prefix = scopes.byDefault ? `${scopes.namedResource.replace(/\/$/, '')}/` : '';
  const oidc: readonly string[] = [...scopes.oidc];
  const names = permissions.filter((name) => !oidc.includes(name));
  const shownOidc = oidc.filter((name) => name !== 'offline_access');
  return [...shownOidc, ...names.map((name) => scopes.spelled.get(name) ?? `${prefix}${name}`)].join(' ');
}

/** Of a code or a refresh token only what the sign-in was; never its own fields. */
export function signInOf(grant: SignInGrant): SignInGrant {
  const { clientId, tenantId, oid, platform, authTime, methods, contexts, sessionId, cp1 } = grant;
  return { clientId, tenantId, oid, platform, authTime, methods, contexts, sessionId, cp1 };
}
