import { describe, expect, it } from 'vitest';
import {
  REGISTRATION_PAGES,
  type RegistrationPage,
  registrationLink,
  TENANT_PAGES,
  type TenantPage,
  tenantLink,
} from '../../../src/diagnosis/fix/portal-links.ts';
import { GOVERNMENT, REAL } from './patches/sample-values.ts';

describe('portal links', () => {
  it('lead to the page of the app', () => {
    expect(registrationLink('authentication', REAL)).toEqual({
      title: 'Entra admin centre › App registrations › Authentication',
      url: `https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Authentication/appId/${REAL.clientId}`,
    });
  });

  it('lead to the list without a client id, and say the rest of the way', () => {
    expect(registrationLink('credentials', { clientId: 'nonsense/../' })).toEqual({
      title: 'Entra admin centre › App registrations › your app › Certificates & secrets',
      url: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
    });
  });

  it("use the cloud's own centre", () => {
    expect(tenantLink('sign-in-logs', GOVERNMENT).url).toMatch(/^https:\/\/entra\.microsoft\.us\/#view\//);
  });

  it('are addresses, all of them', () => {
    for (const page of Object.keys(REGISTRATION_PAGES) as RegistrationPage[])
      expect(URL.canParse(registrationLink(page, REAL).url)).toBe(true);
    for (const page of Object.keys(TENANT_PAGES) as TenantPage[])
      expect(URL.canParse(tenantLink(page, {}).url)).toBe(true);
  });
});
