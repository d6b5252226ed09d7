import { createHash } from 'node:crypto';
import { homeOf } from '../../world/look-up.ts';
import type { AppRegistration, SandboxPerson, SandboxTenant } from '../../world/world.ts';
import { EntraRefusal, type OAuthError } from '../entra-refusal.ts';

/** What is wrong with the person: their account, their kind of account, what the tenant's policies ask of them. */

export function userUnknown(userName: string, tenant: SandboxTenant | undefined): EntraRefusal {
  const directory = tenant?.domain ?? userName.split('@')[1] ?? 'Microsoft';
  return new EntraRefusal(
    50034,
    'invalid_grant',
    `The user account ${userName} does not exist in the ${directory} directory. To sign into this application, the account must be added to the directory.`,
  );
}

export function userDeleted(person: SandboxPerson, tenant: SandboxTenant): EntraRefusal {
  return new EntraRefusal(
    500341,
    'invalid_grant',
    `The user account ${person.userPrincipalName} has been deleted from the ${tenant.id} directory. To sign into this application, the account must be added to the directory.`,
  );
}

export function passwordWrong(): EntraRefusal {
  return new EntraRefusal(50126, 'invalid_grant', 'Error validating credentials due to invalid username or password.');
}

export function passwordExpired(): EntraRefusal {
  return new EntraRefusal(
    50055,
    'invalid_grant',
    "The password is expired. The user's password is expired, and therefore their login or session was ended. They will be offered the opportunity to reset it, or may ask an admin to reset it.",
    { suberror: 'user_password_expired' },
  );
}

export function accountLocked(): EntraRefusal {
  return new EntraRefusal(
    50053,
    'invalid_grant',
    "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
  );
}

export function accountDisabled(): EntraRefusal {
  return new EntraRefusal(50057, 'invalid_grant', 'The user account is disabled.');
}

/** An account of elsewhere in a tenant that does not know it. */
export function notInTenant(person: SandboxPerson, tenant: SandboxTenant, app: AppRegistration): EntraRefusal {
  return new EntraRefusal(
    50020,
    'invalid_grant',
    `User account '${person.userPrincipalName}' from identity provider '${identityProvider(person)}' does not exist in tenant '${tenant.name}' and cannot access the application '${app.clientId}'(${app.name}) in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.`,
  );
}

function identityProvider(person: SandboxPerson): string {
  return person.kind === 'personal' ? 'live.com' : `https://sts.windows.net/${homeOf(person).tenantId}/`;
}

/** A personal account, and an app that takes work accounts of any tenant. */
export function personalNotSupported(person: SandboxPerson): EntraRefusal {
  return new EntraRefusal(
    500200,
    'invalid_request',
    `User account '${person.userPrincipalName}' is a personal Microsoft account. Personal Microsoft accounts are not supported for this application unless explicitly invited to an organization. Try signing out and signing in with an organizational account.`,
  );
}

/** A personal account at /organizations, although the app would take it. */
export function personalAtOrganizations(person: SandboxPerson): EntraRefusal {
  return new EntraRefusal(
    500202,
    'invalid_grant',
    `User account '${person.userPrincipalName}' from external identity provider 'live.com' is not supported for API version '2.0'. Microsoft account pass-thru users and guests are not supported by the tenant-independent endpoint.`,
  );
}

/** A work account at /consumers. */
export function workAtConsumers(): EntraRefusal {
  return new EntraRefusal(500208, 'invalid_request', 'The domain is not a valid login domain for the account type.');
}

export function notAssigned(person: SandboxPerson, app: AppRegistration): EntraRefusal {
  return new EntraRefusal(
    50105,
    'invalid_grant',
    `Your administrator has configured the application ${app.name} ('${app.clientId}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '${person.userPrincipalName}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.`,
  );
}

export function blockedByPolicy(tenant: SandboxTenant): EntraRefusal {
  return new EntraRefusal(
    53003,
    'invalid_grant',
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    { suberror: 'message_only', claims: policyClaims(tenant, 'block') },
  );
}

export function deviceUnknown(): EntraRefusal {
  return new EntraRefusal(
    50129,
    'invalid_grant',
    'Device is not workplace joined. Workplace join is required to register the device.',
    { suberror: 'device_authentication_failed' },
  );
}

export function deviceNotCompliant(tenant: SandboxTenant): EntraRefusal {
  return new EntraRefusal(
    53000,
    'invalid_grant',
    'Device is not in required device state: compliant. Conditional Access policy requires a compliant device, and the device is not compliant. The user must enroll their device with an approved MDM provider like Intune.',
    { suberror: 'message_only', claims: policyClaims(tenant, 'device') },
  );
}

export function tenantRestricted(tenant: SandboxTenant): EntraRefusal {
  return new EntraRefusal(500021, 'access_denied', `Access to '${tenant.name}' tenant is denied.`);
}

/** @param resourceAppId what the person wants to reach */
export function mfaDue(resourceAppId: string, tenant: SandboxTenant, error: OAuthError): EntraRefusal {
  return new EntraRefusal(
    50076,
    error,
    `Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '${resourceAppId}'.`,
    { suberror: 'basic_action', claims: policyClaims(tenant, 'mfa') },
  );
}

export function mfaNotEnrolled(resourceAppId: string, tenant: SandboxTenant, error: OAuthError): EntraRefusal {
  return new EntraRefusal(
    50079,
    error,
    `Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access '${resourceAppId}'.`,
    { suberror: 'basic_action', claims: policyClaims(tenant, 'mfa') },
  );
}

export function mfaDeclined(): EntraRefusal {
  return new EntraRefusal(500121, 'access_denied', 'Authentication failed during strong authentication request.');
}

/** The policies that were applied, in the form of a claims challenge: a client hands it to its next sign-in. */
function policyClaims(tenant: SandboxTenant, policy: string): string {
  const hash = createHash('sha256').update(`${tenant.id}/${policy}`).digest('hex');
  const id = [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join(
    '-',
  );
  return JSON.stringify({ access_token: { capolids: { essential: true, values: [id] } } });
}

export function notConsented(app: AppRegistration, error: OAuthError): EntraRefusal {
  return new EntraRefusal(
    65001,
    error,
    `The user or administrator has not consented to use the application with ID '${app.clientId}' named '${app.name}'. Send an interactive authorization request for this user and resource.`,
    { suberror: 'consent_required' },
  );
}

export function consentDeclined(app: AppRegistration): EntraRefusal {
  return new EntraRefusal(
    65004,
    'access_denied',
    `User declined to consent to access the app. Ask the user to retry the sign-in and consent to the app '${app.name}'.`,
  );
}

export function adminConsentNeeded(app: AppRegistration): EntraRefusal {
  return new EntraRefusal(
    90094,
    'access_denied',
    `${app.name} needs permission to access resources in your organization that only an admin can grant. Please ask an admin to grant permission to this app before you can use it.`,
  );
}

export function nobodySignedIn(): EntraRefusal {
  return new EntraRefusal(50058, 'login_required', 'A silent sign-in request was sent but no user is signed in.');
}

/** Something has to be asked of the person, and `prompt=none` forbids to ask. */
export function pageLeftOpen(): EntraRefusal {
  return new EntraRefusal(
    50089,
    'invalid_grant',
    'Authentication failed due to flow token expired. Expected - auth codes, refresh tokens, and sessions expire over time or are revoked by the user or an admin.',
  );
}
