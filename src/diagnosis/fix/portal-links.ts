import type { Link } from '../diagnosis.ts';
import type { Values } from '../facts/facts.ts';
import { CLOUD_HOSTS } from './national-cloud.ts';
import { cloudOf, soundClientId } from './patch-values.ts';

/** Pages of one app registration, by the name that stands in its menu. */
export const REGISTRATION_PAGES = {
  overview: { blade: 'Overview', words: 'Overview' },
  authentication: { blade: 'Authentication', words: 'Authentication' },
  credentials: { blade: 'Credentials', words: 'Certificates & secrets' },
  'api-permissions': { blade: 'CallAnAPI', words: 'API permissions' },
  'expose-an-api': { blade: 'ProtectAnAPI', words: 'Expose an API' },
  'token-configuration': { blade: 'TokenConfiguration', words: 'Token configuration' },
  'app-roles': { blade: 'AppRoles', words: 'App roles' },
  manifest: { blade: 'Manifest', words: 'Manifest' },
} as const;
export type RegistrationPage = keyof typeof REGISTRATION_PAGES;

/** Pages of the tenant. */
export const TENANT_PAGES = {
  'app-registrations': { view: 'Microsoft_AAD_RegisteredApps/ApplicationsListBlade', words: 'App registrations' },
  'enterprise-apps': {
    view: 'Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview',
    words: 'Enterprise apps › All applications',
  },
  'consent-settings': {
    view: 'Microsoft_AAD_IAM/ConsentPoliciesMenuBlade/~/UserSettings',
    words: 'Enterprise apps › Consent and permissions › User consent settings',
  },
  'conditional-access': {
    view: 'Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/~/Policies',
    words: 'Conditional Access › Policies',
  },
  'sign-in-logs': { view: 'Microsoft_AAD_IAM/SignInEventsV3Blade', words: 'Monitoring & health › Sign-in logs' },
  overview: { view: 'Microsoft_AAD_IAM/TenantOverview.ReactView', words: 'Overview' },
  users: { view: 'Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers', words: 'Users › All users' },
} as const;
export type TenantPage = keyof typeof TENANT_PAGES;

function centre(values: Values): string {
  return `https://${CLOUD_HOSTS[cloudOf(values)].portal}/`;
}

/**
 * A page of the app's registration in the Entra admin centre. Without a client id it is the list of registrations,
 * and the title says the way from there.
 */
export function registrationLink(page: RegistrationPage, values: Values): Link {
  const { blade, words } = REGISTRATION_PAGES[page];
  const clientId = soundClientId(values.clientId);
  if (clientId === null) {
    const list = tenantLink('app-registrations', values);
    return { title: `Entra admin centre › App registrations › your app › ${words}`, url: list.url };
  }
  return {
    title: `Entra admin centre › App registrations › ${words}`,
    url: `${centre(values)}#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${blade}/appId/${clientId}`,
  };
}

/** A page of the tenant in the Entra admin centre. */
export function tenantLink(page: TenantPage, values: Values): Link {
  const { view, words } = TENANT_PAGES[page];
  return { title: `Entra admin centre › ${words}`, url: `${centre(values)}#view/${view}` };
}
