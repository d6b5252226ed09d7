import { servicePrincipal } from '../../../world/look-up.ts';
import { appAccessToken } from '../../issue-tokens.ts';
import * as app from '../../refusals/app.ts';
import { blockedByPolicy } from '../../refusals/person.ts';
import { noTenantNamed, parameterMissing, scopeNotForApps } from '../../refusals/request.ts';
import { readScopes } from '../../scopes.ts';
import { parameter, type TokenRequest, type TokenResponse } from '../token-request.ts';

/** The client credentials grant: an app without a user (RFC 6749, section 4.4). */
export async function appToken(request: TokenRequest): Promise<TokenResponse> {
  const { mint, form, authority, proof } = request;
  if (proof === 'none') throw app.credentialRequired();
  if (authority.kind !== 'tenant') throw noTenantNamed();
  const { tenant } = authority;
  if (servicePrincipal(mint.world, request.app.clientId, tenant.id) === undefined) {
    throw app.principalMissing(request.app, tenant);
  }
  const scope = parameter(form, 'scope');
  if (scope === undefined) throw parameterMissing('scope');
  if (!/^\S+\/\.default$/.test(scope)) throw scopeNotForApps(scope);
  const scopes = readScopes(mint.world, scope, request.app, tenant);
  const blocked = mint.world.policies.some(
    (one) => one.kind === 'block-by-conditional-access' && one.tenantId === tenant.id,
  );
  if (blocked) throw blockedByPolicy(tenant);
  const seconds = mint.world.entra.accessTokenSeconds;
  return {
    token_type: 'Bearer',
    expires_in: seconds,
    ext_expires_in: seconds,
    access_token: await appAccessToken(mint, request.app, proof, tenant.id, scopes.resource, scopes.namedResource),
  };
}
