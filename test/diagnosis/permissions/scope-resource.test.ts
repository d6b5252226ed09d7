import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resourceOfScope, resourcesOfScopes } from '../../../src/diagnosis/permissions/scope-resource.ts';

describe('resourceOfScope', () => {
  it.each([
    ['User.Read', 'https://graph.microsoft.com'],
    ['https://graph.microsoft.com/Calendars.ReadWrite', 'https://graph.microsoft.com'],
    ['https://graph.microsoft.com//.default', 'https://graph.microsoft.com'],
    ['00000003-0000-0000-c000-000000000000/.default', 'https://graph.microsoft.com'],
    ['https://outlook.office365.com/IMAP.AccessAsUser.All', 'https://outlook.office.com'],
    ['https://outlook.office.com/SMTP.Send', 'https://outlook.office.com'],
    ['https://analysis.windows.net/powerbi/api/Report.Read.All', 'https://analysis.windows.net/powerbi/api'],
    ['api://7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22/access_as_user', 'api://7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22'],
    ['api://7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22', 'api://7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22'],
    ['https://contoso.onmicrosoft.com/tasks/read', 'https://contoso.onmicrosoft.com/tasks'],
  ])('%s belongs to %s', (scope, resource) => {
    expect(resourceOfScope(scope)).toBe(resource);
  });

  it.each(['openid', 'OFFLINE_ACCESS', 'https://graph.microsoft.com/openid', 'access_as_user', '', '/.default'])(
    '%s belongs to no API',
    (scope) => {
      expect(resourceOfScope(scope)).toBeNull();
    },
  );
});

describe('resourcesOfScopes', () => {
  it('counts one API once, under whichever of its names', () => {
    expect(resourcesOfScopes(['openid', 'User.Read', 'https://graph.microsoft.com/Mail.Read'])).toHaveLength(1);
    expect(resourcesOfScopes(['User.Read', 'https://outlook.office.com/SMTP.Send', 'offline_access'])).toHaveLength(2);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (scopes) => {
        expect(resourcesOfScopes(scopes).length).toBeLessThanOrEqual(scopes.length);
      }),
    );
  });
});
