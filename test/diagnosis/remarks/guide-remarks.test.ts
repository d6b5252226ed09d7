import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const remarks = (paste: string): string => diagnose(paste, { now: Date.UTC(2026, 10, 23) }).remarks.join('\n');

describe('reserved scopes', () => {
  test.each([
    'SCOPES = ["https://graph.microsoft.com/Calendars.ReadWrite", "offline_access"]\n401 from https://graph.microsoft.com/v1.0/me',
    'app.acquire_token_interactive(scopes=["Mail.Read", "offline_access"])\n401 from https://graph.microsoft.com/v1.0/me',
  ])('are told of MSAL for Python: %s', (paste) => expect(remarks(paste)).toContain('MSAL for Python'));

  test('belong into the scope of other libraries', () => {
    expect(
      remarks('OAuth2Session(client_id, scope=["offline_access", "https://graph.microsoft.com/Calendars.Read"])\n401'),
    ).not.toContain('MSAL for Python');
  });
});

describe('a refresh token that is missed', () => {
  test('is none that an app by itself gets', () => {
    const missed =
      'grant_type=client_credentials&scope=https://graph.microsoft.com/.default\nThere is no refresh_token in the answer.';
    // Where nothing else is known it is the answer itself.
    expect(diagnose(missed, { now: Date.UTC(2026, 10, 23) }).headline).toContain('client-credentials');
  });

  test('is another matter where a person signs in', () => {
    expect(remarks('grant_type=authorization_code&code=abc\nThere is no refresh_token in the answer.')).not.toContain(
      'client-credentials',
    );
  });
});
