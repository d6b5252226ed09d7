import { aadstsEntry } from '../../diagnosis/codes/aadsts.ts';
import { keptError, keptUrl } from '../../refusals/record-refusal.ts';
import type { Refusal } from '../../refusals/refusal.ts';
import type { SignInReason } from '../sign-in.ts';
import { authorizeEndpoint, tokenEndpoint } from './entra-address.ts';
import type { EntraNetwork } from './entra-network.ts';
import type { MsalApp } from './msal-app.ts';

/** What MSAL threw, with what Entra ID answered where it did. */
export function refusalOf(thrown: unknown, app: MsalApp, scopes: readonly string[], network?: EntraNetwork): Refusal {
  const seen = network?.refused() ?? { request: { method: 'POST', url: tokenEndpoint(app.tenant) } };
  return { error: keptError(thrown), ...seen, request: { scopes, ...seen.request } };
}

/** What Entra ID sent the browser back with (RFC 6749, section 4.1.2.1), as the two addresses that were seen. */
export function redirectRefusal(query: URLSearchParams, app: MsalApp, scopes: readonly string[]): Refusal {
  const asked = new URLSearchParams({ client_id: app.clientId, response_type: 'code', redirect_uri: app.redirectUri });
  const told = new URLSearchParams();
  for (const name of ['error', 'error_subcode', 'error_description', 'error_uri']) {
    const value = query.get(name);
    if (value !== null) told.set(name, value);
  }
  return {
    request: { method: 'GET', url: `${authorizeEndpoint(app.tenant)}?${asked}`, scopes },
    response: { status: 302, headers: { location: keptUrl(`${app.redirectUri}?${told}`) }, body: '' },
  };
}

/** What a refusal of the token endpoint means for the person. */
export type Meaning =
  | { readonly kind: 'sign-in-needed'; readonly reason: SignInReason; readonly claims?: string }
  | { readonly kind: 'refused' };

const REFUSED: Meaning = { kind: 'refused' };

/** Errors after which an interactive sign-in may help (RFC 6749, section 5.2; OpenID Connect Core, section 3.1.2.6). */
const INTERACTIVE = new Set(['invalid_grant', 'interaction_required', 'login_required', 'consent_required']);
/** MSAL's own: the token cache has nothing to renew with. */
const EMPTY_CACHE = new Set([
  'no_tokens_found',
  'no_account_found',
  'no_account_in_silent_request',
  'refresh_token_expired',
]);
/** An account or an installation that no sign-in mends, though Entra ID says invalid_grant. */
const NOT_BY_SIGNING_IN = new Set([
  'account-disabled',
  'account-type-mismatch',
  'admin-consent-required',
  'app-disabled',
  'app-not-found',
  'client-assertion-invalid',
  'client-secret-expired',
  'client-secret-invalid',
  'clock-skew',
  'guest-not-invited',
  'invalid-scope',
  'obo-assertion-invalid',
  'resource-not-found',
  'tenant-not-found',
  'tenant-restricted',
  'user-not-assigned',
  'user-not-found',
]);

/** Reads what Entra ID said by its codes, never by its words. */
export function meaningOf(refusal: Refusal): Meaning {
  const { error, suberror, claims, codes } = readBody(refusal.response?.body);
  if (error === undefined) {
    return EMPTY_CACHE.has(refusal.error?.code ?? '') ? { kind: 'sign-in-needed', reason: 'expired' } : REFUSED;
  }
  if (!INTERACTIVE.has(error)) return REFUSED;
  if (claims !== undefined) return { kind: 'sign-in-needed', reason: 'claims-challenge', claims };
  if (codes.includes(65001) || suberror === 'consent_required' || error === 'consent_required') {
    return { kind: 'sign-in-needed', reason: 'more-scopes' };
  }
  const causes = codes.map((code) => aadstsEntry(code)?.cause);
  if (causes.some((cause) => cause !== undefined && NOT_BY_SIGNING_IN.has(cause))) return REFUSED;
  return { kind: 'sign-in-needed', reason: causes.includes('session-revoked') ? 'revoked' : 'expired' };
}

/** Entra ID does not know the refresh token (any more): another instance may have renewed with it a moment ago. */
export function saysTokenUnknown(refusal: Refusal): boolean {
  return readBody(refusal.response?.body).suberror === 'bad_token';
}

interface ErrorBody {
  readonly error: string | undefined;
  readonly suberror: string | undefined;
  readonly claims: string | undefined;
  readonly codes: readonly number[];
}

function readBody(body = ''): ErrorBody {
  const value = parsed(body);
  const text = (name: string): string | undefined => {
    const member = value[name];
    return typeof member === 'string' && member !== '' ? member : undefined;
  };
  const codes = Array.isArray(value.error_codes) ? value.error_codes.filter((code) => typeof code === 'number') : [];
  return { error: text('error'), suberror: text('suberror'), claims: text('claims'), codes };
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
