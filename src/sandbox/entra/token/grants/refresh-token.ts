import { grantedPermissions } from '../../consent.ts';
import type { RefreshGrant } from '../../grant-store.ts';
import * as app from '../../refusals/app.ts';
import * as refusals from '../../refusals/grant.ts';
import { notConsented, notInTenant } from '../../refusals/person.ts';
import { fieldMissing } from '../../refusals/request.ts';
import { readScopes } from '../../scopes.ts';
import { type Account, accountOfGrant, assertGrantStillGood, signInFrequencyOf } from '../../sign-in-rules.ts';
import { personResponse, signInOf } from '../person-response.ts';
import { parameter, type TokenRequest, type TokenResponse } from '../token-request.ts';

/** Refresh tokens of single-page apps end a day after the sign-in, renewed or not. */
const SPA_SECONDS = 86_400;

/** The refresh token grant (RFC 6749, section 6), with rotation: each token is good for one renewal. */
export async function renew(request: TokenRequest): Promise<TokenResponse> {
  const { mint, form, authority } = request;
  const token = parameter(form, 'refresh_token');
  if (token === undefined) throw fieldMissing('refresh_token');
  const grant = knownToken(request, token);
  assertPlatform(request, grant);
  if (grant.used) throw refusals.grantInvalid();
  const account = accountOfGrant(mint.world, grant);
  if (account === undefined) throw refusals.grantInvalid();
  const elsewhere = authority.kind === 'tenant' && authority.tenant.id !== grant.tenantId;
  if (elsewhere) throw notInTenant(account.person, authority.tenant, request.app);
  assertAge(request, grant, account);
  const scope = parameter(form, 'scope') ?? grant.scope;
  const scopes = readScopes(mint.world, scope, request.app, account.tenant);
  const { claims } = request;
  assertGrantStillGood(mint.world, request.app, account, grant, claims, scopes.resource, 'invalid_grant');
  const permissions = grantedPermissions(mint.world, request.app, account, scopes);
  if (permissions === undefined) throw notConsented(request.app, 'invalid_grant');
  // A renewal goes on giving a refresh token: the person agreed to offline access once.
  const oidc = new Set([...scopes.oidc, 'offline_access' as const]);
  grant.used = true;
  const parts = {
    grant: { ...signInOf(grant), cp1: claims.cp1 },
    person: account.person,
    app: request.app,
    proof: request.proof,
    scopes: { ...scopes, oidc },
    permissions,
  };
  return personResponse(request, parts, { lineIssued: grant.lineIssued, grantScope: scope });
}

function knownToken({ mint, app: client }: TokenRequest, token: string): RefreshGrant {
  if (!/^(?:1\.A|M\.C)/.test(token)) throw refusals.grantUnreadable();
  const grant = mint.grants.refreshTokens.get(token);
  if (grant === undefined || grant.clientId !== client.clientId) throw refusals.grantInvalid();
  return grant;
}

function assertPlatform({ origin, proof }: TokenRequest, { platform }: RefreshGrant): void {
  if (platform === 'spa' && origin === undefined) throw app.spaRedeemedByServer();
  if (platform !== 'spa' && origin !== undefined) throw app.crossOriginForServer(origin);
  if (platform === 'public-client' && proof !== 'none') throw app.publicWithCredential();
  if (platform === 'web' && proof === 'none') throw app.credentialMissing();
}

function assertAge({ mint }: TokenRequest, grant: RefreshGrant, { tenant }: Account): void {
  const now = mint.now();
  const lifetime = mint.world.entra.refreshTokenSeconds;
  if (grant.platform === 'spa' && grant.lineIssued + SPA_SECONDS * 1000 <= now) {
    throw refusals.refreshOfSpaExpired(grant.lineIssued, now, SPA_SECONDS);
  }
  if (grant.issued + lifetime * 1000 <= now) throw refusals.refreshExpired(grant.issued, lifetime);
  const frequency = signInFrequencyOf(mint.world, tenant);
  if (frequency !== null && grant.authTime + frequency * 1000 <= now) {
    throw refusals.signInFrequency(grant.issued, frequency);
  }
}
