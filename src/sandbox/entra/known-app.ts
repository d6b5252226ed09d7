import { appByClientId, servicePrincipal, tenantByName } from '../world/look-up.ts';
import type { AppRegistration, World } from '../world/world.ts';
import { type Authority, assertAudienceOfApp, tenantOfAuthority } from './authority.ts';
import { appDisabled, appNotFound } from './refusals/app.ts';
import { parameterMissing } from './refusals/request.ts';

/**
 * The app that a request speaks for, where it may be used at this address.
 *
 * @throws EntraRefusal 700016, 7000112, 50194, 9002346, 9002332
 */
export function knownApp(world: World, clientId: string | undefined, authority: Authority): AppRegistration {
  if (clientId === undefined) throw parameterMissing('client_id');
  const app = appByClientId(world, clientId);
  const tenant = tenantOfAuthority(authority);
  if (app === undefined) throw appNotFound(clientId, tenant);
  assertAudienceOfApp(app, authority);
  const elsewhere = tenant !== undefined && tenant.id !== app.homeTenantId && app.accountTypes === 'one-tenant';
  if (elsewhere) throw appNotFound(clientId, tenant);
  assertEnabled(world, app, tenant?.id);
  return app;
}

/** Both switches count: the registration's, and the one of the tenant that is asked. */
function assertEnabled(world: World, app: AppRegistration, tenantId: string | undefined): void {
  const principal = servicePrincipal(world, app.clientId, tenantId ?? app.homeTenantId);
  if (!app.enabled || principal?.enabled === false) throw appDisabled(app);
}

/** In its own tenant an app without a service principal does not exist. */
export function principalOrNotFound(world: World, app: AppRegistration, tenantId: string): void {
  const missing = servicePrincipal(world, app.clientId, tenantId) === undefined;
  const tenant = tenantByName(world, tenantId);
  if (missing && tenantId === app.homeTenantId) throw appNotFound(app.clientId, tenant);
}
