import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

function answered(paste: string) {
  const { cause, verdict, headline, fix } = diagnose(paste, { now: Date.UTC(2026, 10, 22, 12) });
  const steps = fix?.steps ?? [];
  return {
    cause,
    verdict,
    headline,
    values: steps.flatMap((step) => step.value ?? []).join('\n'),
    forward: fix?.forward ?? '',
    patches: (fix?.patches ?? []).map(({ code }) => code).join('\n'),
  };
}

describe('an app with Sites.Selected', () => {
  const call = (path: string, roles: string, answer = '403 Forbidden') =>
    `GET https://graph.microsoft.com/v1.0/${path}\n${answer}\n{"aud":"https://graph.microsoft.com","idtyp":"app","roles":["${roles}"]}`;

  it('is granted the site, and no wider permission', () => {
    const { cause, verdict, headline, values, forward } = answered(
      call('sites/contoso.sharepoint.com:/sites/hr:/lists', 'Sites.Selected'),
    );
    expect([cause, verdict]).toEqual(['app-role-missing', 'likely']);
    expect(headline).toContain('opens selected sites only');
    expect(values).toContain('/permissions {"roles":["read"]');
    expect(values + forward).not.toContain('Sites.Read.All');
    expect(forward).not.toContain('single mailboxes');
  });

  it.each([
    ['sites', 'Sites.Selected'],
    ['sites/getAllSites', 'Sites.Selected'],
    ['sites/root/lists', 'User.Read.All'],
  ])('needs Sites.Read.All for what lies above a site, as any other does: %s, %s', (path, roles) => {
    expect(answered(call(path, roles)).headline).not.toContain('selected sites only');
  });

  it('is not refused where nothing says so', () => {
    expect(answered(call('sites/root/lists', 'Sites.Selected', '')).cause).toBe('not-enough-evidence');
  });
});

describe('impersonation in Exchange Web Services', () => {
  it('is a permission of the app, and nothing that an owner shares', () => {
    const { headline, values, forward } = answered(
      'exchangelib.errors.ErrorImpersonateUserDenied: The account does not have permission to impersonate the requested user.',
    );
    expect(headline).toBe('The caller may not impersonate this mailbox in Exchange Web Services.');
    expect(values).toContain('full_access_as_app');
    expect(values).not.toContain('.Shared');
    expect(forward).toContain('Application EWS.AccessAsApp');
  });
});

describe('SharePoint, for an app without a person', () => {
  it('takes a certificate', () => {
    const { headline, values, patches } = answered(
      'GET https://contoso.sharepoint.com/sites/hr/_api/web/lists -> 401 {"error_description":"Unsupported app only token."}',
    );
    expect(headline).toContain('without a certificate');
    expect(values).toBe('https://contoso.sharepoint.com/.default');
    expect(patches).toContain('certificate');
  });
});
