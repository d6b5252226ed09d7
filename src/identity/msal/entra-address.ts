/** Where Entra ID of the global cloud signs people in. Refusals name this host whatever answered in its place. */
export const ENTRA = 'https://login.microsoftonline.com';

/** The addresses of one tenant of Entra ID; the tenant may be an id, a domain, `common`, `organizations` or `consumers`. */
export const entraAuthority = (tenant: string): string => `${ENTRA}/${tenant}`;
export const authorizeEndpoint = (tenant: string): string => `${ENTRA}/${tenant}/oauth2/v2.0/authorize`;
export const tokenEndpoint = (tenant: string): string => `${ENTRA}/${tenant}/oauth2/v2.0/token`;
export const keysEndpoint = (tenant: string): string => `${ENTRA}/${tenant}/discovery/v2.0/keys`;
export const configurationEndpoint = (tenant: string): string =>
  `${ENTRA}/${tenant}/v2.0/.well-known/openid-configuration`;

/**
 * The address that is really called: a sandbox stands in for Entra ID below an address of its own.
 *
 * @param at for example `http://127.0.0.1:4010/entra`; absent for Entra ID itself
 */
export function reachedAt(address: string, at: string | undefined): string {
  return at === undefined || !address.startsWith(`${ENTRA}/`) ? address : `${at}${address.slice(ENTRA.length)}`;
}
