import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 23);
const at = (paste: string) => diagnose(paste, { now: NOW });

/** As a page on the subject reads when it is copied whole; list items lost their breaks on the way. */
const GUIDE = `If your calendar integration is answered 401 Unauthorized, the token you send cannot be used for Microsoft Graph.

Quick fix
- Request https://graph.microsoft.com/Calendars.ReadWrite and offline_access.
- Use the right authority: https://login.microsoftonline.com/<tenant-id>, or .../common for personal accounts.
- Redirect URI must be exact (e.g. http://localhost:5000/callback).

Symptoms
- POST https://graph.microsoft.com/v1.0/me/events → 401
- The answer may include a WWW-Authenticate header mentioning invalid_token, insufficient_claims, invalid_audience, or expired.

Why 401 happens (root causes)
| Cause | What it looks like | Fix |
| Wrong audience (aud) | Token aud is not https://graph.microsoft.com | Ask for Graph's scopes |
| Expired client secret | Refresh fails after a rotation | Create a new secret |
| Clock skew | Tokens appear expired immediately | Synchronise the clock |

Validate your token
- Decode it at jwt.ms:
aud→ https://graph.microsoft.comscp→ contains Calendars.ReadWriteexp→ in the future
- curl -i https://graph.microsoft.com/v1.0/me -H "Authorization: Bearer <ACCESS_TOKEN>"

Special cases
- Conditional Access policies: exclude the app, or use a compliant device.
- Background jobs: client credentials and application permissions, plus an application access policy for shared mailboxes.

FAQ
Q: I get 403 instead of 401.
The token is valid, and a permission is missing.

Read more:
- Fix Azure Login Error AADSTS5000225 in Microsoft Entra ID
- How to Back up a Database`;

describe('a guide that is copied whole', () => {
  test('is nobody’s failure, and is told to be a guide', () => {
    const diagnosis = at(GUIDE);
    expect(diagnosis.cause).toBe('not-enough-evidence');
    expect(diagnosis.headline).toContain('guide');
    expect(diagnosis.findings).toEqual([]);
  });

  test.each([
    [
      'the answer of the API',
      '{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience."}}',
      'wrong-audience',
    ],
    [
      'a sentence of the sign-in service',
      "AADSTS7000222: The provided client secret keys for app '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31' are expired.",
      'client-secret-expired',
    ],
  ])('does not hide %s above it', (_, own, cause) => {
    expect(at(`I followed the guide below and get\n${own}\n\n${GUIDE}`).cause).toBe(cause);
  });

  test('one heading makes no guide', () => {
    expect(
      at(`Symptoms\n${'The mailboxes are synchronised by night. '.repeat(40)}\nclient secret expired, invalid_client`)
        .headline,
    ).not.toContain('guide');
  });
});

describe('parts of a guide', () => {
  test('the titles of other pages name codes that did not come', () => {
    const diagnosis = at(
      'Calendar sync fails with 401.\n\nRead more:\n- How to Back up a Database\n- Fix Azure Login Error AADSTS5000225 in Microsoft Entra ID',
    );
    expect(diagnosis.cause).not.toBe('tenant-restricted');
  });

  test('a code below such a heading with its sentence came', () => {
    expect(
      at("See also:\n- AADSTS65001: The user or administrator has not consented to use the application 'x'.").cause,
    ).toBe('consent-required');
  });
});
