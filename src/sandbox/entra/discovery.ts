import type { World } from '../world/world.ts';
import { readAuthority, tenantOfAuthority } from './authority.ts';
import { issuerV2 } from './issue-tokens.ts';

/**
 * The OpenID Connect metadata of one address. The issuer is the real one's: tokens look as they do outside, and only the
 * key that signs them says that they come from a sandbox.
 *
 * @throws EntraRefusal 90002 or 900023, as `invalid_tenant`
 */
export function discoveryDocument(world: World, origin: string, name: string): Record<string, unknown> {
  const tenant = tenantOfAuthority(readAuthority(world, name, 'invalid_tenant'));
  const base = `${origin}/entra/${encodeURIComponent(name)}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: issuerV2(tenant?.id ?? '{tenantid}'),
    request_uri_parameter_supported: false,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    code_challenge_methods_supported: ['plain', 'S256'],
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'auth_time',
      'acr',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'ver',
      'email',
    ],
    tenant_region_scope: tenant === undefined || tenant.consumers ? null : 'EU',
    cloud_instance_name: 'microsoftonline.com',
  };
}
