import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Values } from '../../../src/diagnosis/facts/facts.ts';
import { PLACEHOLDER, patchValues, statedScopes } from '../../../src/diagnosis/fix/patch-values.ts';
import { anyText } from '../../any-text.ts';
import { HOSTILE, REAL } from './patches/sample-values.ts';

describe('patchValues', () => {
  it('takes sound values over', () => {
    const v = patchValues(REAL);
    expect(v).toMatchObject({
      clientId: REAL.clientId,
      tenant: REAL.tenant,
      authority: 'https://login.microsoftonline.com/organizations',
      tenantAuthority: `https://login.microsoftonline.com/${REAL.tenant}`,
      redirectUri: REAL.redirectUri,
      redirectPath: '/auth/callback',
      mailbox: 'room-1@contoso.com',
      method: 'POST',
      url: 'https://graph.microsoft.com/v1.0/me/events',
      userUrl: 'https://graph.microsoft.com/v1.0/users/room-1@contoso.com/events',
      connectionName: 'Graph sign-in',
    });
  });

  it('qualifies Graph permissions, leaves out what MSAL adds, and sets another API apart', () => {
    const v = patchValues({
      scopes: [
        'openid',
        'offline_access',
        'https://graph.microsoft.com/offline_access',
        'Calendars.ReadWrite',
        'https://graph.microsoft.com/Calendars.ReadWrite',
        '00000003-0000-0000-c000-000000000000/Mail.Read',
        'https://graph.microsoft.com/.default',
        'api://x/y',
        'nonsense',
      ],
    });
    expect(v.scopes).toEqual([
      'https://graph.microsoft.com/Calendars.ReadWrite',
      'https://graph.microsoft.com/Mail.Read',
    ]);
    expect(v.otherScopes).toEqual(['api://x/y']);
    expect(patchValues({ scopes: ['https://graph.microsoft.com/.default'] }).scopes).toEqual([
      'https://graph.microsoft.com/.default',
    ]);
  });

  it('has placeholders for what the paste does not say, and for what is no sound value', () => {
    const nothing = patchValues({});
    const { apiScope, permission, ...same } = PLACEHOLDER;
    const scopes = [`https://graph.microsoft.com/${permission}`];
    expect(nothing).toMatchObject({ ...same, scopes, otherScopes: [apiScope] });
    const unsound: Values = {
      clientId: 'Enter_the_Application_Id_here',
      tenant: '{{tenantid}}',
      authorityTenant: 'undefined',
      loginHost: 'evil.example',
      redirectUri: HOSTILE,
      scopes: [HOSTILE],
      host: 'graph.microsoft.com',
      path: `/v1.0/${HOSTILE}`,
      method: 'BREW',
      mailbox: HOSTILE,
      user: '<script>',
      connectionName: HOSTILE,
      botAppId: '00000000-0000-0000-0000-000000000000',
    };
    expect(patchValues(unsound)).toEqual(nothing);
  });

  it('knows the clouds', () => {
    expect(
      patchValues({
        loginHost: 'login.microsoftonline.com',
        host: 'graph.microsoft.us',
        scopes: ['https://graph.microsoft.com/User.Read'],
      }),
    ).toMatchObject({
      cloud: 'us-government',
      loginHost: 'login.microsoftonline.us',
      scopes: ['https://graph.microsoft.us/User.Read'],
      appScope: 'https://graph.microsoft.us/.default',
    });
    expect(patchValues({ loginHost: 'login.chinacloudapi.cn' }).graph).toBe('https://microsoftgraph.chinacloudapi.cn');
    expect(patchValues({ loginHost: 'login.windows.net' }).loginHost).toBe('login.microsoftonline.com');
    expect(patchValues({ loginHost: 'contoso.ciamlogin.com' }).loginHost).toBe('contoso.ciamlogin.com');
    expect(
      patchValues({ loginHost: 'login.live.com', authorityTenant: '9188040d-6c67-4c5b-b112-36a304b66dad' }).authority,
    ).toBe('https://login.microsoftonline.com/consumers');
  });

  it('never lets a quote, a line break or a space through, whatever stands in the paste', () => {
    const text = anyText({ maxLength: 40 });
    const anything = fc.record({
      clientId: text,
      tenant: text,
      authorityTenant: text,
      loginHost: text,
      redirectUri: fc.oneof(
        text,
        text.map((t) => `http://localhost/${t}`),
      ),
      scopes: fc.array(text, { maxLength: 5 }),
      host: fc.constantFrom('graph.microsoft.com', 'x'),
      path: text.map((t) => `/v1.0/${t}`),
      method: text,
      mailbox: text,
      user: text,
      botAppId: text,
    });
    fc.assert(
      fc.property(anything, (values) => {
        for (const part of Object.values(patchValues(values)).flat()) expect(part).not.toMatch(/["`\\<>\s]/);
      }),
      { numRuns: 40 },
    );
  });
});

describe('statedScopes', () => {
  it("is empty where none are stated, and another API's where none is Graph's", () => {
    expect(statedScopes({})).toEqual([]);
    expect(statedScopes({ scopes: ['openid'] })).toEqual([]);
    expect(statedScopes({ scopes: ['api://x/y'] })).toEqual(['api://x/y']);
  });
});

describe('a program of Microsoft', () => {
  it('stands for no app of one’s own in code', () => {
    expect(patchValues({ clientId: '04b07795-8ddb-461a-bbee-02f9e1bf7b46' }).clientId).toBe(PLACEHOLDER.clientId);
  });
});
