import { createHash, randomBytes } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { homeOf, servicePrincipal, tenantByName } from '../world/look-up.ts';
import type { AppRegistration, SandboxPerson, World } from '../world/world.ts';
import type { GrantStore, SignInGrant } from './grant-store.ts';
import { GRAPH_APP_ID, type Resource } from './resources.ts';
import type { RequestedScopes } from './scopes.ts';
import type { SigningKeys } from './signing-keys.ts';

/** What tokens are made with. */
export interface TokenMint {
  readonly world: World;
  readonly now: () => number;
  readonly keys: SigningKeys;
  readonly grants: GrantStore;
}

/** How the app proved itself: not at all, by a secret, by a certificate. */
export type ClientProof = 'none' | 'secret' | 'certificate';
const APP_AUTHENTICATION: Readonly<Record<ClientProof, string>> = { none: '0', secret: '1', certificate: '2' };

export interface PersonToken {
  readonly grant: SignInGrant;
  readonly person: SandboxPerson;
  readonly app: AppRegistration;
  readonly proof: ClientProof;
  readonly scopes: RequestedScopes;
  /** The permissions that the token carries. */
  readonly permissions: readonly string[];
}

/** The issuer of tokens of version 2.0, as their claim `iss` has it. */
export function issuerV2(tenantId: string): string {
  return `https://login.microsoftonline.com/${tenantId}/v2.0`;
}

function issuerV1(tenantId: string): string {
  return `https://sts.windows.net/${tenantId}/`;
}

/** An access token for a person: a JWT, or an opaque one where a personal account asks for one of Microsoft's own APIs. */
export async function personAccessToken(mint: TokenMint, parts: PersonToken): Promise<string> {
  const { grant, person, app, scopes } = parts;
  const { resource } = scopes;
  const ownApi = resource.app !== undefined;
  const shared = {
    ...timesOf(mint),
    ...audienceOf(resource, scopes.namedResource, grant.tenantId),
    acct: person.kind === 'guest' && person.tenantId === grant.tenantId ? 1 : 0,
    // A renewed token is new, its sign-in is not.
    auth_time: Math.floor(grant.authTime / 1000),
    ...(grant.contexts.length > 0 ? { acrs: [...grant.contexts] } : {}),
    idtyp: 'user',
    name: person.displayName,
    oid: grant.oid,
    scp: parts.permissions.join(' '),
    sid: grant.sessionId,
    sub: pairwiseSubject(grant.oid, resource.appId),
    tid: grant.tenantId,
    uti: randomBytes(16).toString('base64url'),
    ...(grant.cp1 ? { xms_cc: ['CP1'] } : {}),
  };
  const claims: JWTPayload =
    resource.tokenVersion === 2
      ? {
          ...shared,
          azp: app.clientId,
          azpacr: APP_AUTHENTICATION[parts.proof],
          preferred_username: person.userPrincipalName,
          ver: '2.0',
        }
      : {
          ...shared,
          acr: '1',
          amr: [...grant.methods],
          app_displayname: app.name,
          appid: app.clientId,
          appidacr: APP_AUTHENTICATION[parts.proof],
          ipaddr: '127.0.0.1',
          unique_name: person.userPrincipalName,
          ...(isGuestIn(person, grant.tenantId)
            ? { idp: issuerV1(homeOf(person).tenantId) }
            : { upn: person.userPrincipalName }),
          ver: '1.0',
        };
  if (person.kind === 'personal' && !ownApi) return mint.grants.addOpaqueToken(claims);
  return mint.keys.sign(claims);
}

/** An access token for an app without a user. */
export function appAccessToken(
  mint: TokenMint,
  app: AppRegistration,
  proof: ClientProof,
  tenantId: string,
  resource: Resource,
  namedResource: string,
): Promise<string> {
  const oid = servicePrincipalId(app.clientId, tenantId);
  const roles = resource.appId === GRAPH_APP_ID ? [...app.appRoles] : [];
  const shared = {
    ...timesOf(mint),
    ...audienceOf(resource, namedResource, tenantId),
    idtyp: 'app',
    oid,
    ...(roles.length > 0 ? { roles } : {}),
    sub: oid,
    tid: tenantId,
    uti: randomBytes(16).toString('base64url'),
  };
  const authenticated = APP_AUTHENTICATION[proof];
  return mint.keys.sign(
    resource.tokenVersion === 2
      ? { ...shared, azp: app.clientId, azpacr: authenticated, ver: '2.0' }
      : {
          ...shared,
          app_displayname: app.name,
          appid: app.clientId,
          appidacr: authenticated,
          idp: issuerV1(tenantId),
          ver: '1.0',
        },
  );
}

/** An ID token; always of version 2 at this endpoint. */
export function idToken(mint: TokenMint, parts: PersonToken, nonce: string | undefined): Promise<string> {
  const { grant, person, app, scopes } = parts;
  return mint.keys.sign({
    ...timesOf(mint),
    aud: app.clientId,
    iss: issuerV2(grant.tenantId),
    ...(grant.contexts.length > 0 ? { acrs: [...grant.contexts] } : {}),
    auth_time: Math.floor(grant.authTime / 1000),
    ...(scopes.oidc.has('email') ? { email: person.userPrincipalName } : {}),
    ...(isGuestIn(person, grant.tenantId) ? { idp: issuerV1(homeOf(person).tenantId) } : {}),
    ...(scopes.oidc.has('profile') ? { name: person.displayName, preferred_username: person.userPrincipalName } : {}),
    ...(nonce === undefined ? {} : { nonce }),
    oid: grant.oid,
    sid: grant.sessionId,
    sub: pairwiseSubject(grant.oid, app.clientId),
    tid: grant.tenantId,
    uti: randomBytes(16).toString('base64url'),
    ver: '2.0',
  });
}

/** What MSAL makes its account ids of: the person and the tenant of the account's home. */
export function clientInfo(person: SandboxPerson): string {
  const { oid, tenantId } = homeOf(person);
  return Buffer.from(JSON.stringify({ uid: oid, utid: tenantId })).toString('base64url');
}

function timesOf({ world, now }: TokenMint): { iat: number; nbf: number; exp: number } {
  const iat = Math.floor(now() / 1000);
  return { iat, nbf: iat, exp: iat + world.entra.accessTokenSeconds };
}

function audienceOf(resource: Resource, named: string, tenantId: string): { aud: string; iss: string } {
  return resource.tokenVersion === 2
    ? { aud: resource.appId, iss: issuerV2(tenantId) }
    : { aud: named, iss: issuerV1(tenantId) };
}

/** Whether the account is of another tenant, invited to this one. */
export function isGuestIn(person: SandboxPerson, tenantId: string): boolean {
  return person.home !== undefined && person.tenantId === tenantId;
}

/** The subject is another one for each app (OpenID Connect Core, section 8.1). */
function pairwiseSubject(oid: string, appId: string): string {
  return createHash('sha256').update(`${oid}/${appId}`).digest('base64url');
}

function servicePrincipalId(clientId: string, tenantId: string): string {
  const hash = createHash('sha256').update(`${clientId}/${tenantId}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

/** Makes the app known in a tenant, as a first consent there does. */
export function ensureServicePrincipal(world: World, clientId: string, tenantId: string): void {
  if (tenantByName(world, tenantId)?.consumers === true) return;
  if (servicePrincipal(world, clientId, tenantId) !== undefined) return;
  world.servicePrincipals.push({ clientId, tenantId, enabled: true, assignmentRequired: false });
}
