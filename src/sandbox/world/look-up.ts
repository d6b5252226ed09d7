import { CONSUMER_TENANT } from '../consumer-tenant.ts';
import type { AppRegistration, SandboxPerson, SandboxTenant, ServicePrincipal, World } from './world.ts';

/** By id or by domain. */
export function tenantByName(world: World, name: string): SandboxTenant | undefined {
  const wanted = name.toLowerCase();
  return world.tenants.find(({ id, domain, exists }) => exists && (id === wanted || domain === wanted));
}

/** In whichever tenant it is registered. */
export function appByClientId(world: World, clientId: string): AppRegistration | undefined {
  return world.apps.find((app) => app.clientId === clientId.toLowerCase());
}

/** What stands for an app in one tenant; a consent or an administrator makes it. */
export function servicePrincipal(world: World, clientId: string, tenantId: string): ServicePrincipal | undefined {
  return world.servicePrincipals.find((it) => it.clientId === clientId && it.tenantId === tenantId);
}

/** As it is typed on the sign-in page: in any case, with spaces around. */
export function personByUserName(world: World, userName: string): SandboxPerson | undefined {
  const wanted = userName.trim().toLowerCase();
  return world.people.find(({ userPrincipalName }) => userPrincipalName.toLowerCase() === wanted);
}

/** A guest is found by both of their object ids, each in its tenant. */
export function personByObjectId(world: World, tenantId: string, oid: string): SandboxPerson | undefined {
  return world.people.find(
    (person) =>
      (person.tenantId === tenantId && person.oid === oid) ||
      (person.home?.tenantId === tenantId && person.home.oid === oid),
  );
}

/** Where the account lives: a guest's is the home tenant. */
export function homeOf(person: SandboxPerson): { readonly tenantId: string; readonly oid: string } {
  if (person.kind === 'personal') return { tenantId: CONSUMER_TENANT, oid: person.oid };
  return person.home ?? { tenantId: person.tenantId, oid: person.oid };
}
