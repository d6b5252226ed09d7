import { createLocalJWKSet, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { CONSUMER_TENANT } from '../consumer-tenant.ts';
import { personByObjectId } from '../world/look-up.ts';
import type { GraphConditions, SandboxPerson, World } from '../world/world.ts';
import type { Caller } from './caller.ts';
import { unauthenticated, userNotFound } from './graph-error.ts';
import type { GraphParts } from './graph-parts.ts';

/** Entra ID's and Graph's tolerance for clocks that differ. */
const CLOCK_TOLERANCE_SECONDS = 300;

/** The spellings under which Graph takes a token, in each cloud. */
const AUDIENCES: Readonly<Record<GraphConditions['cloud'], readonly string[]>> = {
  global: spellings('https://graph.microsoft.com'),
  usgov: spellings('https://graph.microsoft.us'),
  china: spellings('https://microsoftgraph.chinacloudapi.cn'),
};

function spellings(resource: string): string[] {
  return [resource, `${resource}/`, '00000003-0000-0000-c000-000000000000'];
}

/** Hosts of issuers by cloud. The retired v1 issuer sts.windows.net stands for the global cloud and for US Government. */
const ISSUER_HOSTS: Readonly<Record<GraphConditions['cloud'], readonly string[]>> = {
  global: ['sts.windows.net', 'login.microsoftonline.com'],
  usgov: ['login.microsoftonline.us'],
  china: ['sts.chinacloudapi.cn', 'login.partner.microsoftonline.cn'],
};

/**
 * Who calls, by a token that is checked as Graph checks it: form, signature, audience, cloud, lifetime, tenant, person,
 * revocation.
 *
 * @throws GraphError 401 with Graph's own words for what is wrong
 */
export async function validateToken(authorization: string | undefined, parts: GraphParts): Promise<Caller> {
  const token = bearerToken(authorization);
  const opaque = token.includes('.') ? undefined : parts.entra.opaqueToken(token);
  const claims = opaque === undefined ? await verifiedClaims(token, parts) : checkedOpaque(opaque, parts);
  return callerOf(claims, parts);
}

function bearerToken(authorization: string | undefined): string {
  const token = /^Bearer(?: (.*))?$/is.exec(authorization?.trim() ?? '')?.[1]?.trim() ?? '';
  if (authorization !== undefined && token === '' && !/^Bearer$/i.test(authorization.trim())) {
    // Another scheme, or no space behind the scheme: Graph takes the whole value for a token and cannot read it.
    throw unauthenticated('CompactToken parsing failed with error code: 80049217');
  }
  if (token === '') throw unauthenticated('Access token is empty.');
  return token;
}

async function verifiedClaims(token: string, parts: GraphParts): Promise<JWTPayload> {
  assertJwtForm(token);
  const { cloud } = parts.world.graph;
  let claims: JWTPayload;
  try {
    const verified = await jwtVerify(token, createLocalJWKSet(parts.entra.signingKeys()), {
      algorithms: ['RS256'],
      audience: [...AUDIENCES[cloud]],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(parts.now()),
      requiredClaims: ['aud', 'iss', 'exp', 'nbf', 'iat'],
    });
    claims = verified.payload;
  } catch (error) {
    throw inGraphsWords(error, cloud);
  }
  assertCloud(claims, cloud);
  return claims;
}

/** What cannot be read as a JWT at all, before any check of its content. */
function assertJwtForm(token: string): void {
  if (!token.includes('.')) {
    throw unauthenticated(
      "IDX14100: JWT is not well formed, there are no dots (.).\nThe token needs to be in JWS or JWE Compact Serialization Format. (JWS): 'EncodedHeader.EndcodedPayload.EncodedSignature'. (JWE): 'EncodedProtectedHeader.EncodedEncryptedKey.EncodedInitializationVector.EncodedCiphertext.EncodedAuthenticationTag'.",
    );
  }
  try {
    if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) throw new Error('not three parts of base64url');
    decodeProtectedHeader(token);
  } catch {
    throw unauthenticated('CompactToken parsing failed with error code: 80049217');
  }
}

function inGraphsWords(error: unknown, cloud: GraphConditions['cloud']): Error {
  if (error instanceof errors.JWTExpired) return unauthenticated('Lifetime validation failed, the token is expired.');
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'nbf') return unauthenticated('Lifetime validation failed, the token is not yet valid.');
    if (error.claim === 'aud') return wrongAudience(error.payload, cloud);
    return unauthenticated('Access token validation failure.');
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return unauthenticated('Signature is invalid.');
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JOSEAlgNotAllowed)
    return unauthenticated('Signing key is invalid.');
  if (error instanceof errors.JOSEError)
    return unauthenticated('CompactToken parsing failed with error code: 80049217');
  return error instanceof Error ? error : new Error('Token validation failed', { cause: error });
}

/** A token for the Graph of another cloud is one for the wrong cloud, not for the wrong API. */
function wrongAudience(claims: JWTPayload, cloud: GraphConditions['cloud']): Error {
  const audience = String(claims.aud);
  const elsewhere = Object.entries(AUDIENCES).some(([other, names]) => other !== cloud && names.includes(audience));
  return elsewhere
    ? unauthenticated('InvalidCloudInstance')
    : unauthenticated('Access token validation failure. Invalid audience.');
}

function assertCloud(claims: JWTPayload, cloud: GraphConditions['cloud']): void {
  const issuer = claims.iss ?? '';
  const host = URL.canParse(issuer) ? new URL(issuer).hostname : '';
  if (ISSUER_HOSTS[cloud].includes(host)) return;
  const elsewhere = Object.values(ISSUER_HOSTS).some((hosts) => hosts.includes(host));
  throw unauthenticated(elsewhere ? 'InvalidCloudInstance' : 'Access token validation failure. Invalid issuer.');
}

/** The token of a personal account, which only Microsoft's own services can read. Personal accounts exist in the global cloud. */
function checkedOpaque(claims: JWTPayload, { world, now }: GraphParts): JWTPayload {
  if (((claims.exp ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1000 <= now())
    throw unauthenticated('CompactToken validation failed with reason code: 80049228.');
  if (!AUDIENCES[world.graph.cloud].includes(String(claims.aud))) throw wrongAudience(claims, world.graph.cloud);
  return claims;
}

function callerOf(claims: JWTPayload, parts: GraphParts): Caller {
  const { world } = parts;
  const tenantId = text(claims.tid) || CONSUMER_TENANT;
  const tenant = world.tenants.find((it) => it.id === tenantId);
  if (tenant === undefined || !tenant.exists)
    throw unauthenticated(
      `The tenant for tenant guid '${tenantId}' does not exist.`,
      undefined,
      'OrganizationFromTenantGuidNotFound',
    );
  assertIssuer(claims, tenantId);
  const clientId = text(claims.appid) || text(claims.azp);
  if (typeof claims.scp !== 'string') {
    const permissions = Array.isArray(claims.roles) ? claims.roles.filter((role) => typeof role === 'string') : [];
    assertNotChallenged(claims, world, undefined);
    return { kind: 'app', tenantId, clientId, permissions };
  }
  const oid = text(claims.oid);
  const person = personByObjectId(world, tenantId, oid);
  if (person === undefined || !person.exists) throw userNotFound(oid);
  assertNotChallenged(claims, world, person);
  return { kind: 'person', person, oid, tenantId, clientId, permissions: claims.scp.split(' ').filter(Boolean) };
}

function assertIssuer(claims: JWTPayload, tenantId: string): void {
  // An opaque token shows no issuer to its client, and none is kept of it.
  if (claims.iss !== undefined && !claims.iss.includes(`/${tenantId}`))
    throw unauthenticated('Access token validation failure. Invalid issuer.');
}

/**
 * Continuous access evaluation. A challenge is about the sign-in: a renewed token of an old one meets it, too. Graph sends the claims only to clients that declared the capability cp1; to others it
 * says that the session is over.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation
 */
function assertNotChallenged(claims: JWTPayload, world: World, person: SandboxPerson | undefined): void {
  const issued = claims.iat ?? 0;
  const signedIn = typeof claims.auth_time === 'number' ? claims.auth_time : issued;
  const revokedBefore = person?.sessionsValidFrom ?? 0;
  const challengedBefore = Math.floor((world.graph.claimsChallengeBefore ?? 0) / 1000);
  const disabled = person !== undefined && !person.enabled;
  if (issued >= revokedBefore && signedIn >= challengedBefore && !disabled) return;
  const code = disabled ? 'UserDisabled' : 'TokenIssuedBeforeRevocationTimestamp';
  if (!declaresCp1(claims)) {
    throw issued < revokedBefore
      ? unauthenticated('User session has been revoked.')
      : unauthenticated(challengeMessage(code));
  }
  const nbf = { essential: true, value: String(Math.max(revokedBefore, challengedBefore, signedIn + 1)) };
  throw unauthenticated(challengeMessage(code), { access_token: { nbf, xms_caeerror: { value: '10012' } } });
}

function challengeMessage(code: string): string {
  return `Continuous access evaluation resulted in challenge with result: InteractionRequired and code: ${code}`;
}

function declaresCp1(claims: JWTPayload): boolean {
  const capabilities = Array.isArray(claims.xms_cc) ? claims.xms_cc : [];
  return capabilities.some((it) => typeof it === 'string' && it.toLowerCase() === 'cp1');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
