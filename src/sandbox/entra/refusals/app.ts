import type { AppRegistration, SandboxTenant } from '../../world/world.ts';
import { EntraRefusal, entraInstant } from '../entra-refusal.ts';

/** What is wrong with the app: its registration, its addresses, its credentials. */

export function appNotFound(clientId: string, tenant: SandboxTenant | undefined): EntraRefusal {
  return new EntraRefusal(
    700016,
    'unauthorized_client',
    `Application with identifier '${clientId}' was not found in the directory '${tenant?.name ?? 'Microsoft'}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  );
}

export function principalMissing(app: AppRegistration, tenant: SandboxTenant): EntraRefusal {
  return new EntraRefusal(
    7000229,
    'unauthorized_client',
    `The client application ${app.clientId} is missing service principal in the tenant ${tenant.id}. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119`,
  );
}

export function appDisabled(app: AppRegistration): EntraRefusal {
  return new EntraRefusal(7000112, 'unauthorized_client', `Application '${app.clientId}'(${app.name}) is disabled.`);
}

export function notMultiTenant(app: AppRegistration): EntraRefusal {
  return new EntraRefusal(
    50194,
    'invalid_request',
    `Application '${app.clientId}'(${app.name}) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.`,
  );
}

export function personalAccountsOnly(app: AppRegistration): EntraRefusal {
  return new EntraRefusal(
    9002346,
    'invalid_request',
    `Application '${app.clientId}'(${app.name}) is configured for use by Microsoft Account users only. Please use the /consumers endpoint to serve this request.`,
  );
}

export function workAccountsOnly(app: AppRegistration): EntraRefusal {
  return new EntraRefusal(
    9002332,
    'invalid_request',
    `Application '${app.clientId}'(${app.name}) is configured for use by Azure Active Directory users only. Please do not use the /consumers endpoint to serve this request.`,
  );
}

export function redirectNotRegistered(app: AppRegistration, redirectUri: string): EntraRefusal {
  return new EntraRefusal(
    50011,
    'invalid_request',
    `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${app.clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to troubleshoot this error.`,
  );
}

export function noRedirectRegistered(): EntraRefusal {
  return new EntraRefusal(500113, 'invalid_request', 'No reply address is registered for the application.');
}

export function redirectOfCodeDiffers(sent: string, asked: string): EntraRefusal {
  return new EntraRefusal(
    500112,
    'invalid_client',
    `The reply address '${sent}' does not match the reply address '${asked}' provided when requesting Authorization code.`,
  );
}

export function spaRedeemedByServer(): EntraRefusal {
  return new EntraRefusal(
    9002327,
    'invalid_request',
    "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  );
}

export function crossOriginForServer(origin: string): EntraRefusal {
  return new EntraRefusal(
    9002326,
    'invalid_request',
    `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${origin}'.`,
  );
}

export function pkceRequired(): EntraRefusal {
  return new EntraRefusal(
    9002325,
    'invalid_request',
    'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  );
}

export function secretInvalid(app: AppRegistration): EntraRefusal {
  return new EntraRefusal(
    7000215,
    'invalid_client',
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app.clientId}'.`,
    { status: 401 },
  );
}

export function secretExpired(app: AppRegistration): EntraRefusal {
  return new EntraRefusal(
    7000222,
    'invalid_client',
    `The provided client secret keys for app '${app.clientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
    { status: 401 },
  );
}

export function credentialMissing(): EntraRefusal {
  return new EntraRefusal(
    7000218,
    'invalid_client',
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    { status: 401 },
  );
}

export function credentialRequired(): EntraRefusal {
  return new EntraRefusal(
    7000216,
    'invalid_client',
    "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
    { status: 401 },
  );
}

export function publicWithCredential(): EntraRefusal {
  return new EntraRefusal(
    700025,
    'invalid_client',
    "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
    { status: 401 },
  );
}

const CERTIFICATE_DOCS =
  'Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials.';

/** @param key the thumbprint as upper-case hexadecimal */
export function assertionKeyNotFound(app: AppRegistration, key: string): EntraRefusal {
  return new EntraRefusal(
    700027,
    'invalid_client',
    `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '${key}', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${app.clientId}'. ${CERTIFICATE_DOCS}]`,
    { status: 401 },
  );
}

export function assertionSignatureInvalid(key: string): EntraRefusal {
  return new EntraRefusal(
    700027,
    'invalid_client',
    `Client assertion contains an invalid signature. [Reason - The provided signature value did not match the expected signature value., Thumbprint of key used by client: '${key}'] ${CERTIFICATE_DOCS}`,
    { status: 401 },
  );
}

export function assertionKeyExpired(key: string, end: number): EntraRefusal {
  return new EntraRefusal(
    700027,
    'invalid_client',
    `Client assertion contains an invalid signature. [Reason - The key used is expired., Thumbprint of key used by client: '${key}', Found key 'End=${entraInstant(end)}'] ${CERTIFICATE_DOCS}`,
    { status: 401 },
  );
}

export function assertionOfAnotherApp(): EntraRefusal {
  return new EntraRefusal(
    700021,
    'invalid_client',
    `Client assertion application identifier doesn't match 'client_id' parameter. ${CERTIFICATE_DOCS}`,
    { status: 401 },
  );
}

export function assertionAudienceWrong(): EntraRefusal {
  return new EntraRefusal(
    700023,
    'invalid_client',
    `Client assertion audience claim does not match Realm issuer. ${CERTIFICATE_DOCS}`,
    { status: 401 },
  );
}

/** @param from @param until milliseconds since 1970 */
export function assertionOutOfTime(now: number, from: number, until: number): EntraRefusal {
  return new EntraRefusal(
    700024,
    'invalid_client',
    `Client assertion is not within its valid time range. Current time: ${entraInstant(now)}, assertion valid from ${entraInstant(from)}, expiry time of assertion ${entraInstant(until)}. ${CERTIFICATE_DOCS}`,
    { status: 401 },
  );
}

export function assertionUnreadable(): EntraRefusal {
  return new EntraRefusal(50027, 'invalid_client', 'JWT token is invalid or malformed.', { status: 401 });
}

export function assertionWithoutKeyId(): EntraRefusal {
  return new EntraRefusal(
    5002723,
    'invalid_client',
    'Invalid JWT token. No certificate SHA-1 thumbprint, certificate SHA-256 thumbprint, nor keyId specified in token header.',
    { status: 401 },
  );
}
