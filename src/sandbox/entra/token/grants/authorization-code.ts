import { createHash } from 'node:crypto';
import { grantedPermissions } from '../../consent.ts';
import type { CodeGrant } from '../../grant-store.ts';
import * as app from '../../refusals/app.ts';
import * as refusals from '../../refusals/grant.ts';
import { notConsented } from '../../refusals/person.ts';
import { parameterMissing } from '../../refusals/request.ts';
import { readScopes } from '../../scopes.ts';
import { accountOfGrant, assertGrantStillGood } from '../../sign-in-rules.ts';
import { personResponse, signInOf } from '../person-response.ts';
import { parameter, type TokenRequest, type TokenResponse } from '../token-request.ts';

/** The authorization code grant with PKCE (RFC 6749, section 4.1.3; RFC 7636, section 4.6). */
export async function redeemCode(request: TokenRequest): Promise<TokenResponse> {
  const { mint, form } = request;
  const code = parameter(form, 'code');
  const redirectUri = parameter(form, 'redirect_uri');
  if (code === undefined) throw parameterMissing('code');
  if (redirectUri === undefined) throw parameterMissing('redirect_uri');
  const grant = knownCode(request, code);
  assertPlatform(request, grant);
  if (grant.redirectUri !== redirectUri) throw app.redirectOfCodeDiffers(redirectUri, grant.redirectUri);
  if (grant.authority !== request.authorityName.toLowerCase()) throw refusals.codeOfAnotherTenant();
  if (grant.redeemed) throw refusals.codeRedeemed();
  if (grant.issued + mint.world.entra.codeSeconds * 1000 <= mint.now()) throw refusals.codeExpired();
  assertVerifier(grant, parameter(form, 'code_verifier'));
  const account = accountOfGrant(mint.world, grant);
  if (account === undefined) throw refusals.grantInvalid();
  const scope = parameter(form, 'scope') ?? grant.scope;
  const scopes = readScopes(mint.world, scope, request.app, account.tenant);
  // The claims of the request were met at the sign-in page; a code carries what came of it.
  const claims = { cp1: request.claims.cp1, notBefore: null, contexts: [] };
  assertGrantStillGood(mint.world, request.app, account, grant, claims, scopes.resource, 'invalid_grant');
  const permissions = grantedPermissions(mint.world, request.app, account, scopes);
  if (permissions === undefined) throw notConsented(request.app, 'invalid_grant');
  grant.redeemed = true;
  const signIn = { ...signInOf(grant), cp1: grant.cp1 || request.claims.cp1 };
  const parts = { grant: signIn, person: account.person, app: request.app, proof: request.proof, scopes, permissions };
  return personResponse(request, parts, { nonce: grant.nonce, grantScope: scope });
}

function knownCode({ mint, app: client }: TokenRequest, code: string): CodeGrant {
  if (!/^(?:1\.A|M\.C)/.test(code)) throw refusals.grantUnreadable();
  const grant = mint.grants.codes.get(code);
  if (grant === undefined || grant.clientId !== client.clientId) throw refusals.grantInvalid();
  return grant;
}

/** A code is redeemed the way its redirect address is registered: by a server, by a script, by an app on a device. */
function assertPlatform({ origin, proof }: TokenRequest, { platform }: CodeGrant): void {
  if (platform === 'spa') {
    if (origin === undefined) throw app.spaRedeemedByServer();
    return;
  }
  if (origin !== undefined) throw app.crossOriginForServer(origin);
  if (platform === 'public-client') {
    if (proof !== 'none') throw app.publicWithCredential();
    return;
  }
  if (proof === 'none') throw app.credentialMissing();
}

function assertVerifier({ challenge }: CodeGrant, verifier: string | undefined): void {
  if (challenge === null) {
    if (verifier !== undefined) throw refusals.verifierWrong();
    return;
  }
  if (verifier === undefined) throw refusals.verifierMissing();
  const made = challenge.method === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier;
  if (made !== challenge.value) throw refusals.verifierWrong();
}
