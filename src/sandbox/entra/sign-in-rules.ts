import { homeOf, personByObjectId, servicePrincipal } from '../world/look-up.ts';
import type { AppRegistration, Policy, SandboxPerson, SandboxTenant, World } from '../world/world.ts';
import type { Authority } from './authority.ts';
import type { ClaimsRequest } from './claims-request.ts';
import type { OAuthError } from './entra-refusal.ts';
import type { SignInGrant } from './grant-store.ts';
import { isGuestIn } from './issue-tokens.ts';
import { sessionsRevoked } from './refusals/grant.ts';
import * as refusals from './refusals/person.ts';
import type { Resource } from './resources.ts';

/** A person as an account of one tenant. */
export interface Account {
  readonly person: SandboxPerson;
  readonly tenant: SandboxTenant;
  /** Object id in that tenant. */
  readonly oid: string;
}

/**
 * The account that a person signs in with at an address: at their home tenant for `common`, in the tenant itself where it
 * is named.
 *
 * @throws EntraRefusal 50020, 500200, 500202, 500208
 */
export function accountAt(world: World, authority: Authority, app: AppRegistration, person: SandboxPerson): Account {
  const personal = person.kind === 'personal';
  if (personal && authority.kind !== 'tenant' && app.accountTypes === 'any-tenant') {
    throw refusals.personalNotSupported(person);
  }
  if (personal && authority.kind === 'organizations') throw refusals.personalAtOrganizations(person);
  if (!personal && authority.kind === 'consumers') throw refusals.workAtConsumers();
  if (authority.kind === 'tenant') {
    const { tenant } = authority;
    if (person.tenantId === tenant.id && (person.exists || person.kind !== 'guest'))
      return { person, tenant, oid: person.oid };
    if (person.home?.tenantId === tenant.id) return { person, tenant, oid: person.home.oid };
    throw refusals.notInTenant(person, tenant, app);
  }
  const home = homeOf(person);
  const tenant = world.tenants.find(({ id }) => id === home.tenantId);
  if (tenant === undefined) throw refusals.userUnknown(person.userPrincipalName, undefined);
  return { person, tenant, oid: home.oid };
}

/** The account itself: is it there, may it sign in. A guest removed from a tenant still has their home account. */
export function assertAccount({ person, tenant }: Account): void {
  if (!person.exists && (isGuestIn(person, tenant.id) || person.home === undefined)) {
    throw refusals.userDeleted(person, tenant);
  }
  if (!person.enabled) throw refusals.accountDisabled();
}

/**
 * What the tenant asks of a sign-in besides a second factor: tenant restrictions, Conditional Access, assignment.
 *
 * @throws EntraRefusal 500021, 53003, 53000, 50129, 50105
 */
export function assertPolicies(world: World, app: AppRegistration, { person, tenant }: Account): void {
  const has = (kind: Policy['kind']): boolean => policy(world, tenant, kind) !== undefined;
  if (has('tenant-restrictions')) throw refusals.tenantRestricted(tenant);
  if (has('block-by-conditional-access')) throw refusals.blockedByPolicy(tenant);
  const device = policy(world, tenant, 'require-compliant-device');
  if (device?.kind === 'require-compliant-device') {
    throw device.device === 'not-compliant' ? refusals.deviceNotCompliant(tenant) : refusals.deviceUnknown();
  }
  const principal = servicePrincipal(world, app.clientId, tenant.id);
  if (principal?.assignmentRequired === true && !person.assignedTo.has(app.clientId)) {
    throw refusals.notAssigned(person, app);
  }
}

function policy(world: World, tenant: SandboxTenant, kind: Policy['kind']): Policy | undefined {
  return world.policies.find((one) => one.kind === kind && one.tenantId === tenant.id);
}

/** Whether a second factor is still due: the tenant asks for it, or an authentication context does. */
export function secondFactorDue(
  world: World,
  account: Account,
  claims: ClaimsRequest,
  contexts: readonly string[],
): boolean {
  if (claims.contexts.some((wanted) => !contexts.includes(wanted))) return true;
  return policy(world, account.tenant, 'require-mfa') !== undefined && !account.person.mfaDone;
}

/** AADSTS50079 where no second factor was ever set up, AADSTS50076 where it only has to be given. */
export function secondFactorRefusal(account: Account, resource: Resource, error: OAuthError): Error {
  return account.person.mfaRegistered === false
    ? refusals.mfaNotEnrolled(resource.appId, account.tenant, error)
    : refusals.mfaDue(resource.appId, account.tenant, error);
}

/** The account of a grant that was given earlier. @throws EntraRefusal where it may no longer be used */
export function accountOfGrant(world: World, grant: Pick<SignInGrant, 'tenantId' | 'oid'>): Account | undefined {
  const person = personByObjectId(world, grant.tenantId, grant.oid);
  const tenant = world.tenants.find(({ id, exists }) => exists && id === grant.tenantId);
  return person === undefined || tenant === undefined ? undefined : { person, tenant, oid: grant.oid };
}

/**
 * What is checked each time a grant of earlier is used: the account, revocation, the policies of today.
 *
 * @param error what the endpoint says where the person is needed
 */
export function assertGrantStillGood(
  world: World,
  app: AppRegistration,
  account: Account,
  grant: SignInGrant,
  claims: ClaimsRequest,
  resource: Resource,
  error: OAuthError,
): void {
  assertAccount(account);
  const validFrom = Math.max(account.person.sessionsValidFrom * 1000, claims.notBefore ?? 0);
  // The claims of a challenge are in whole seconds.
  if (Math.floor(grant.authTime / 1000) < Math.floor(validFrom / 1000))
    throw sessionsRevoked(grant.authTime, validFrom);
  assertPolicies(world, app, account);
  if (secondFactorDue(world, account, claims, grant.contexts)) throw secondFactorRefusal(account, resource, error);
}

/** How long, in seconds, a sign-in may be used before the person is asked again; `null` for no limit. */
export function signInFrequencyOf(world: World, tenant: SandboxTenant): number | null {
  const found = policy(world, tenant, 'sign-in-frequency');
  return found?.kind === 'sign-in-frequency' ? found.seconds : null;
}
