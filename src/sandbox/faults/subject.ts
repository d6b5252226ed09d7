import type { AppRegistration, SandboxPerson, SandboxTenant, World } from '../world/world.ts';

/** The registration that why401 signs in with. */
export function appOf(world: World): AppRegistration {
  const { clientId } = world.connection;
  const app = world.apps.find((candidate) => candidate.clientId === clientId) ?? world.apps[0];
  if (app === undefined) throw new Error('The sandbox has no app registration');
  return app;
}

/** The tenant in which the app is registered and where its people are. */
export function tenantOf(world: World): SandboxTenant {
  const { homeTenantId } = appOf(world);
  const tenant = world.tenants.find(({ id }) => id === homeTenantId);
  if (tenant === undefined) throw new Error('The sandbox has no tenant for its app registration');
  return tenant;
}

/** Everybody who signs in to the app's tenant: a fault of people is one of all of them, since anybody may be the one who tries. */
export function peopleOf(world: World): readonly SandboxPerson[] {
  const { id } = tenantOf(world);
  return world.people.filter(({ tenantId }) => tenantId === id);
}

/** Empties or cuts a list that the world keeps by reference. */
export function removeWhere<T>(list: T[], unwanted: (item: T) => boolean): void {
  const kept = list.filter((item) => !unwanted(item));
  list.splice(0, list.length, ...kept);
}

/** The OpenID Connect scopes (openid, profile, offline_access) of the connection: they belong to no API. */
export function openIdScopes(world: World): string[] {
  return world.connection.scopes.filter((scope) => /^(?:openid|profile|email|offline_access)$/.test(scope));
}

/** The connection signs in as the app itself, without a user. An app names its tenant: /common is for people. */
export function signInAsApp(world: World): void {
  world.connection.grantFlow = 'app-only';
  world.connection.tenant = tenantOf(world).id;
}
