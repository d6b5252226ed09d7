import { compactVerify, createLocalJWKSet, decodeJwt, decodeProtectedHeader, errors, type JWTPayload } from 'jose';
import { grantedPermissions } from '../../consent.ts';
import type { SignInGrant } from '../../grant-store.ts';
import { credentialMissing } from '../../refusals/app.ts';
import * as refusals from '../../refusals/grant.ts';
import { notConsented } from '../../refusals/person.ts';
import { parameterMissing } from '../../refusals/request.ts';
import { readScopes } from '../../scopes.ts';
import { accountOfGrant, assertGrantStillGood } from '../../sign-in-rules.ts';
import { personResponse } from '../person-response.ts';
import { parameter, type TokenRequest, type TokenResponse } from '../token-request.ts';

/**
 * The on-behalf-of flow: a token for this app is exchanged for one that this app uses for the same person.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export async function onBehalfOf(request: TokenRequest): Promise<TokenResponse> {
  const { mint, form, app, claims } = request;
  const assertion = parameter(form, 'assertion');
  if (assertion === undefined) throw parameterMissing('assertion');
  if (parameter(form, 'requested_token_use') !== 'on_behalf_of') throw parameterMissing('requested_token_use');
  if (request.proof === 'none') throw credentialMissing();
  const grant = await signInOfAssertion(request, assertion);
  const account = accountOfGrant(mint.world, grant);
  if (account === undefined) throw refusals.grantInvalid();
  const scope = parameter(form, 'scope') ?? '';
  const scopes = readScopes(mint.world, scope, app, account.tenant);
  assertGrantStillGood(mint.world, app, account, grant, claims, scopes.resource, 'interaction_required');
  const permissions = grantedPermissions(mint.world, app, account, scopes);
  if (permissions === undefined) throw notConsented(app, 'invalid_grant');
  const parts = { grant, person: account.person, app, proof: request.proof, scopes, permissions };
  return personResponse(request, parts, { grantScope: scope });
}

async function signInOfAssertion(request: TokenRequest, assertion: string): Promise<SignInGrant> {
  const { mint, app } = request;
  const claims = await verifiedAssertion(request, assertion);
  const expires = (claims.exp ?? 0) * 1000;
  if (expires <= mint.now()) throw refusals.assertionExpired(mint.now(), expires);
  const audience = [claims.aud ?? ''].flat().join(' ');
  if (audience !== app.clientId && !app.identifierUris.includes(audience))
    throw refusals.assertionAudience(audience, app);
  if (claims.idtyp === 'app') throw refusals.appTokenAsAssertion(app);
  if (typeof claims.scp !== 'string') throw refusals.idTokenAsAssertion();
  const { tid, oid, sid } = claims;
  if (typeof tid !== 'string' || typeof oid !== 'string') throw refusals.assertionUnreadable();
  return {
    clientId: app.clientId,
    tenantId: tid,
    oid,
    platform: 'web',
    authTime: (claims.iat ?? 0) * 1000,
    methods: ['pwd'],
    contexts: Array.isArray(claims.acrs) ? claims.acrs.filter((one) => typeof one === 'string') : [],
    sessionId: typeof sid === 'string' ? sid : '',
    cp1: request.claims.cp1,
  };
}

async function verifiedAssertion({ mint }: TokenRequest, assertion: string): Promise<JWTPayload> {
  let key: string;
  try {
    const { kid } = decodeProtectedHeader(assertion);
    decodeJwt(assertion);
    key = kid ?? '';
  } catch {
    throw refusals.assertionUnreadable();
  }
  if (!mint.keys.jwks.keys.some(({ kid }) => kid === key)) throw refusals.assertionSignature(shown(key), 'unknown-key');
  try {
    await compactVerify(assertion, createLocalJWKSet(mint.keys.jwks), { algorithms: ['RS256'] });
  } catch (error) {
    if (error instanceof errors.JOSEError) throw refusals.assertionSignature(shown(key), 'mismatch');
    throw error;
  }
  return decodeJwt(assertion);
}

function shown(key: string): string {
  return Buffer.from(key, 'base64url').toString('hex').toUpperCase();
}
