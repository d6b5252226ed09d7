import type { FixStep, Link } from '../diagnosis.ts';
import type { Values } from '../facts/facts.ts';
import { type RegistrationPage, registrationLink, type TenantPage, tenantLink } from './portal-links.ts';

/** Names of portal pages as the steps of the causes write them. */
const REGISTRATION: readonly (readonly [name: string, page: RegistrationPage])[] = [
  ['Certificates & secrets', 'credentials'],
  ['API permissions', 'api-permissions'],
  ['Expose an API', 'expose-an-api'],
  [', Authentication', 'authentication'],
  ['(Manifest)', 'manifest'],
];
const TENANT: readonly (readonly [name: string, page: TenantPage])[] = [
  ['Sign-in logs', 'sign-in-logs'],
  ['sign-in log', 'sign-in-logs'],
  ['Conditional Access, ', 'conditional-access'],
  ['Enterprise app', 'enterprise-apps'],
  ['Entra admin centre, Users', 'users'],
  ['Entra ID, Users', 'users'],
  ['App registrations', 'app-registrations'],
];

/** A page of the person, beside one of the app that begins alike. */
const OF_A_PERSON = ', Authentication methods';

/** Adds the deep link of the portal page that a step names, once a page, where the step has no link of its own. */
export function withPortalLinks(steps: readonly FixStep[], values: Values): FixStep[] {
  const given = new Set<string>();
  return steps.map((step) => {
    if (step.link !== undefined) {
      given.add(step.link.url);
      return step;
    }
    const link = pageLink(step.text, values);
    if (link === undefined || given.has(link.url)) return step;
    given.add(link.url);
    return { ...step, link };
  });
}

function pageLink(text: string, values: Values): Link | undefined {
  const registration = REGISTRATION.find(([name]) => text.includes(name) && !text.includes(OF_A_PERSON));
  if (registration !== undefined) return registrationLink(registration[1], values);
  const tenant = TENANT.find(([name]) => text.includes(name));
  return tenant && tenantLink(tenant[1], values);
}
