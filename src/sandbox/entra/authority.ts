import { CONSUMER_TENANT } from '../consumer-tenant.ts';
import { tenantByName } from '../world/look-up.ts';
import type { AppRegistration, SandboxTenant, World } from '../world/world.ts';
import { notMultiTenant, personalAccountsOnly, workAccountsOnly } from './refusals/app.ts';
import { tenantNameInvalid, tenantNotFound } from './refusals/request.ts';

/** Whose accounts an address takes: the part of the path after the host. */
export type Authority =
  | { readonly kind: 'common' | 'organizations' }
  | { readonly kind: 'consumers'; readonly tenant: SandboxTenant }
  | { readonly kind: 'tenant'; readonly tenant: SandboxTenant };

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const DOMAIN = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}$/i;

/** @throws EntraRefusal 90002 or 900023 */
export function readAuthority(
  world: World,
  name: string,
  error: 'invalid_request' | 'invalid_tenant' = 'invalid_request',
): Authority {
  const wanted = name.toLowerCase();
  if (wanted === 'common' || wanted === 'organizations') return { kind: wanted };
  const tenant = tenantByName(world, wanted === 'consumers' ? CONSUMER_TENANT : wanted);
  if (tenant !== undefined) return { kind: tenant.consumers ? 'consumers' : 'tenant', tenant };
  throw GUID.test(name) || DOMAIN.test(name) ? tenantNotFound(name, error) : tenantNameInvalid(name, error);
}

export function tenantOfAuthority(authority: Authority): SandboxTenant | undefined {
  return 'tenant' in authority ? authority.tenant : undefined;
}

/** Whether the app may be used at this address at all. */
export function assertAudienceOfApp(app: AppRegistration, authority: Authority): void {
  if (app.accountTypes === 'personal-only') {
    if (authority.kind !== 'consumers') throw personalAccountsOnly(app);
    return;
  }
  const takesPersonal = app.accountTypes === 'any-tenant-and-personal';
  if (authority.kind === 'consumers' && !takesPersonal) throw workAccountsOnly(app);
  if (app.accountTypes === 'one-tenant' && authority.kind !== 'tenant') throw notMultiTenant(app);
}
