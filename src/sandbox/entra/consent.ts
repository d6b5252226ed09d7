import { CONSUMER_TENANT } from '../consumer-tenant.ts';
import type { AppRegistration, World } from '../world/world.ts';
import { ensureServicePrincipal } from './issue-tokens.ts';
import type { Resource } from './resources.ts';
import type { RequestedScopes } from './scopes.ts';

/** Whose consent counts: the person's own, and that of an administrator for everybody in the tenant. */
interface Whose {
  readonly tenant: { readonly id: string };
  readonly oid: string;
}

/** All permissions of a resource that were agreed to for this person. */
function consentedTo(world: World, app: AppRegistration, whose: Whose, resource: Resource): Set<string> {
  if (needsNoConsent(app, resource)) return new Set([...resource.scopes.values()].map(({ name }) => name));
  const counting = world.consents.filter(
    (consent) =>
      consent.clientId === app.clientId &&
      consent.tenantId === whose.tenant.id &&
      (consent.personId === 'everybody' || consent.personId === whose.oid) &&
      consent.resource === resource.uri,
  );
  return new Set(counting.flatMap(({ scopes }) => scopes));
}

/** An app's own API, and an API that names the client among its authorized client applications. */
function needsNoConsent(app: AppRegistration, resource: Resource): boolean {
  if (resource.app === undefined) return false;
  return resource.app.clientId === app.clientId || resource.app.preAuthorisedClients.includes(app.clientId);
}

/** What is asked for and not agreed to yet. For `.default` there is nothing to ask for one by one. */
export function missingConsent(world: World, app: AppRegistration, whose: Whose, scopes: RequestedScopes): string[] {
  const granted = consentedTo(world, app, whose, scopes.resource);
  return scopes.names.filter((name) => !granted.has(name));
}

/**
 * The permissions that a token gets: those asked for, or for `.default` all that were agreed to. `undefined` where
 * consent is missing.
 *
 * The real service adds whatever else was agreed to earlier. The sandbox gives what was asked for, so that asking for
 * too little shows.
 */
export function grantedPermissions(
  world: World,
  app: AppRegistration,
  whose: Whose,
  scopes: RequestedScopes,
): string[] | undefined {
  const granted = consentedTo(world, app, whose, scopes.resource);
  if (scopes.byDefault) return granted.size > 0 ? [...granted] : undefined;
  if (scopes.names.some((name) => !granted.has(name))) return undefined;
  // Graph's tokens name the OpenID Connect scopes too.
  const oidc = scopes.resource.app === undefined ? [...scopes.oidc].filter((name) => name !== 'offline_access') : [];
  return [...scopes.names, ...oidc];
}

/** Keeps what a person agreed to. */
export function addConsent(world: World, app: AppRegistration, whose: Whose, scopes: RequestedScopes): void {
  ensureServicePrincipal(world, app.clientId, whose.tenant.id);
  const resource = scopes.resource.uri;
  const existing = world.consents.find(
    (consent) =>
      consent.clientId === app.clientId &&
      consent.tenantId === whose.tenant.id &&
      consent.personId === whose.oid &&
      consent.resource === resource,
  );
  if (existing !== undefined) existing.scopes = [...new Set([...existing.scopes, ...scopes.names])];
  else {
    const { tenant, oid } = whose;
    world.consents.push({
      clientId: app.clientId,
      tenantId: tenant.id,
      personId: oid,
      resource,
      scopes: [...scopes.names],
    });
  }
}

/** Whether an ordinary person may not agree to one of these by themselves. */
export function needsAdministrator(resource: Resource, names: readonly string[], tenantId: string): boolean {
  return names.some((name) => {
    const kind = resource.scopes.get(name.toLowerCase());
    return (tenantId === CONSUMER_TENANT ? kind?.personal : kind?.delegated) === 'admin';
  });
}
