import { describe, expect, it } from 'vitest';
import { consentLink } from '../../../src/diagnosis/fix/consent-link.ts';
import { GOVERNMENT, REAL } from './patches/sample-values.ts';

const clientId = REAL.clientId ?? '';

describe('consentLink', () => {
  it('needs a client id', () => {
    expect(consentLink({ tenant: 'contoso.com' })).toBeNull();
    expect(consentLink({ clientId: 'YOUR_CLIENT_ID' })).toBeNull();
    expect(consentLink({ clientId: '00000000-0000-0000-0000-000000000000' })).toBeNull();
  });

  it('asks for the scopes where the redirect URI is known, which the second version requires', () => {
    const link = new URL(consentLink(REAL) ?? '');
    expect(link.pathname).toBe(`/${REAL.tenant}/v2.0/adminconsent`);
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: clientId,
      scope: 'https://graph.microsoft.com/Calendars.ReadWrite https://graph.microsoft.com/Mail.Send',
      redirect_uri: REAL.redirectUri,
    });
  });

  it('asks for all that is registered without a redirect URI, without scopes, and for application permissions', () => {
    const all = `https://login.microsoftonline.com/contoso.com/adminconsent?client_id=${clientId}`;
    expect(consentLink({ clientId, tenant: 'contoso.com', scopes: ['Mail.Read'] })).toBe(all);
    expect(consentLink({ clientId, tenant: 'contoso.com', redirectUri: 'https://contoso.com/a' })).toBe(all);
    expect(consentLink({ ...REAL, tenant: 'contoso.com' }, true)).toBe(all);
  });

  it('never names common or the tenant of personal accounts', () => {
    for (const authorityTenant of ['common', 'consumers', '9188040d-6c67-4c5b-b112-36a304b66dad', '{tenant}']) {
      expect(consentLink({ clientId, authorityTenant })).toContain('/organizations/adminconsent');
    }
  });

  it("stays in the tenant's cloud", () => {
    expect(consentLink(GOVERNMENT)).toMatch(/^https:\/\/login\.microsoftonline\.us\/fabrikam\.onmicrosoft\.us\//);
  });

  it('encodes a redirect URI that holds a query', () => {
    const link = consentLink({ ...REAL, redirectUri: 'https://contoso.com/a?b=c&scope=d' });
    expect(new URL(link ?? '').searchParams.getAll('scope')).toHaveLength(1);
  });
});
