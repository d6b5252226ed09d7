import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 22);
const REFUSED = `POST https://graph.microsoft.com/v1.0/me/events -> 403 {"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}
scp: "openid profile email User.Read"`;
const patch = (code: string) => diagnose(`${REFUSED}\n${code}`, { now: NOW }).fix?.patches[0]?.code ?? '';

describe('a program that signs in from a page', () => {
  it.each([
    'const r = await pca.acquireTokenSilent({ scopes: ["User.Read"], account });',
    "import { useMsal } from '@azure/msal-react';",
    'const r = await instance.loginPopup({ scopes: ["User.Read"] });',
    'const pca = new PublicClientApplication({ auth });',
  ])('gets code without a secret: %s', (code) => {
    expect(patch(code)).toContain('@azure/msal-browser');
    expect(patch(code)).not.toContain('CLIENT_SECRET');
  });

  it.each([
    "const msal = require('@azure/msal-node'); const pca = new msal.PublicClientApplication({ auth });",
    'const cca = new ConfidentialClientApplication({ auth }); console.log(1)',
  ])('is none: %s', (code) => expect(patch(code)).not.toContain('@azure/msal-browser'));
});

describe('a program on the machine of a person', () => {
  const EXPIRED =
    '{"error":{"code":"InvalidAuthenticationToken","message":"Lifetime validation failed, the token is expired."}}';

  it('gets code that opens a window, without a secret', () => {
    const code = 'result = app.acquire_token_interactive(scopes=["Calendars.ReadWrite"])';
    const [first] = diagnose(`${code}\n${EXPIRED}`, { now: NOW }).fix?.patches ?? [];
    expect(first?.language).toBe('python');
    expect(first?.code).toContain('acquire_token_interactive');
    expect(first?.code).not.toContain('CLIENT_SECRET');
  });

  it('is none where a server signs in', () => {
    const code = 'cca = msal.ConfidentialClientApplication(CLIENT_ID)';
    const [first] = diagnose(`${code}\n${EXPIRED}`, { now: NOW }).fix?.patches ?? [];
    expect(first?.code).toContain('CLIENT_SECRET');
  });
});

describe('a program on a phone', () => {
  const BLOCKED = 'AADSTS65001: The user or administrator has not consented to use the application.';

  it.each([
    'com.microsoft.identity.client.exception.MsalUiRequiredException',
    'Error Domain=MSALErrorDomain Code=-50002',
    '#0 MultipleAccountPca.create (package:msal_auth/src/multiple_account_pca.dart:34:7)',
  ])('gets no code of a server: %s', (line) => {
    const codes = diagnose(`${line}\n${BLOCKED}`, { now: NOW }).fix?.patches.map(({ code }) => code) ?? [];
    expect(codes.join('\n')).not.toContain('CLIENT_SECRET');
  });
});
