import { isObject } from '../../json-parts.ts';
import { tenantsOf } from '../apps.ts';
import { type DoctorCheck, isConnected } from '../doctor-check.ts';
import type { DoctorFinding } from '../doctor-report.ts';
import { pass, refused, skipped, together } from '../finding.ts';
import { type Exchange, jsonOf } from '../network.ts';

/** OpenID discovery of each tenant: whether Entra ID can be reached, and knows the tenant. */
export const tenantCheck: DoctorCheck = {
  id: 'tenant',
  applies: isConnected,
  async run({ settings, discovery, now }) {
    const tenants = tenantsOf(settings);
    if (tenants.length === 0) return skipped('The settings name no tenant that can be asked for.');
    return together(
      await Promise.all(tenants.map(async (tenant) => tenantFinding(tenant, await discovery(tenant), now()))),
    );
  },
};

/** True where discovery gave what a sign-in needs. */
export function isDiscovery(exchange: Exchange): boolean {
  if (exchange.kind !== 'answer' || exchange.status !== 200) return false;
  const body = jsonOf(exchange);
  return isObject(body) && typeof body.issuer === 'string' && typeof body.token_endpoint === 'string';
}

function tenantFinding(tenant: string, exchange: Exchange, now: number): DoctorFinding {
  if (isDiscovery(exchange)) return pass(`Entra ID knows the tenant ${tenant}.`);
  if (exchange.kind === 'answer')
    return refused(`Entra ID does not describe the tenant ${tenant}.`, exchange.refusal, now);
  const { error } = exchange.refusal;
  return {
    state: 'fail',
    says: `Entra ID cannot be reached from here (${error?.code ?? error?.name ?? 'no answer'}).`,
    steps: [
      {
        text: 'Let this machine reach these hosts on port 443.',
        value: 'login.microsoftonline.com\ngraph.microsoft.com\napi.botframework.com',
      },
      {
        text: 'Behind a proxy, tell Node.js of it, for the service too.',
        value: 'NODE_USE_ENV_PROXY=1 HTTPS_PROXY=http://proxy.example.com:8080',
      },
    ],
  };
}
