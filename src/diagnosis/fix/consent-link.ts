import type { Values } from '../facts/facts.ts';
import { loginHostOf, soundClientId, soundRedirectUri, soundTenant, statedScopes } from './patch-values.ts';

/**
 * The address at which an administrator consents for the whole tenant.
 *
 * The version 2 endpoint requires tenant, client_id, scope and redirect_uri, and the last has to be registered; it is
 * used where the paste has all of them. The first version requires tenant and client_id only and asks for everything
 * that the registration lists, application permissions included. Neither takes `common`: without a tenant
 * `organizations` lets the administrator's own tenant be meant.
 * https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 * https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent
 *
 * @param application True for application permissions: those are consented to only as they stand in the registration.
 * @returns `null` where the paste has no client id.
 */
export function consentLink(values: Values, application = false): string | null {
  const clientId = soundClientId(values.clientId);
  if (clientId === null) return null;
  const loginHost = loginHostOf(values);
  const scopes = statedScopes(values);
  const tenant = soundTenant(values.tenant) ?? soundTenant(values.authorityTenant) ?? 'organizations';
  const redirectUri = soundRedirectUri(values.redirectUri);
  if (application || redirectUri === null || scopes.length === 0) {
    return `https://${loginHost}/${tenant}/adminconsent?client_id=${clientId}`;
  }
  const query = [
    ['client_id', clientId],
    ['scope', scopes.join(' ')],
    ['redirect_uri', redirectUri],
  ] as const;
  const encoded = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `https://${loginHost}/${tenant}/v2.0/adminconsent?${encoded}`;
}
