import type { Diagnosis, FoundSecret } from '../../src/diagnosis/diagnosis.ts';

export const LIVE_TOKEN: FoundSecret = {
  kind: 'access-token',
  expires: '2026-03-02T10:30:00.000Z',
  expired: false,
  revoke: 'Sign the person out everywhere: POST /users/{id}/revokeSignInSessions.',
};

export const CLIENT_SECRET: FoundSecret = {
  kind: 'client-secret',
  expires: null,
  expired: null,
  revoke: 'Delete it under Certificates & secrets and make a new one.',
};

export const CERTAIN: Diagnosis = {
  cause: 'wrong-audience',
  verdict: 'certain',
  headline: 'The token was issued for api://4f2c_own_api, but it was sent to Microsoft Graph (graph.microsoft.com).',
  findings: [
    {
      cause: 'wrong-audience',
      weight: 0.97,
      owner: 'app-developer',
      title: 'The token was issued for another API',
      headline:
        'The token was issued for api://4f2c_own_api, but it was sent to Microsoft Graph (graph.microsoft.com).',
      because: [
        {
          quote:
            '{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience."}}',
          says: 'Microsoft Graph says itself that the audience is wrong.',
        },
        {
          quote: 'Authorization: Bearer [access token, masked]',
          says: 'The token’s aud is api://4f2c_own_api; Graph’s is https://graph.microsoft.com.',
        },
        { quote: '', says: 'An earlier message asked for the scope api://4f2c_own_api/.default.' },
      ],
    },
    {
      cause: 'missing-scope',
      weight: 0.34,
      owner: 'app-developer',
      title: 'The token lacks the permission',
      headline: 'The token has User.Read, GET /me/events needs Calendars.Read.',
      because: [{ quote: '"scp": "User.Read"', says: 'The token’s scp does not hold Calendars.Read.' }],
    },
  ],
  fix: {
    owner: 'app-developer',
    steps: [
      {
        text: 'Ask for a scope of Microsoft Graph, in the authorization request and in every token request:',
        value: 'https://graph.microsoft.com/Calendars.ReadWrite offline_access',
      },
      {
        text: 'Check the permissions of the app.',
        link: {
          title: 'Entra admin centre: API permissions',
          url: 'https://entra.microsoft.com/#view/Microsoft_AAD/x~/CallAnAPI/appId/4f2c(1)',
        },
      },
      { text: 'Sign out and in again, so that the cached token is not used on.' },
    ],
    patches: [
      {
        language: 'python',
        code: 'SCOPES = ["https://graph.microsoft.com/Calendars.ReadWrite"]\n\nif result is None:\n    result = app.acquire_token_interactive(SCOPES)\n',
      },
      {
        language: 'node',
        code: 'const scopes = ["https://graph.microsoft.com/Calendars.ReadWrite"];\nawait pca.acquireTokenSilent({ scopes, account });',
      },
      { language: 'csharp', code: 'var scopes = new[] { "https://graph.microsoft.com/Calendars.ReadWrite" };' },
      { language: 'java', code: 'Set<String> scopes = Set.of("https://graph.microsoft.com/Calendars.ReadWrite");' },
      {
        language: 'curl',
        code: 'curl -s https://login.microsoftonline.com/common/oauth2/v2.0/token \\\n  --data-urlencode "scope=https://graph.microsoft.com/Calendars.ReadWrite"',
      },
    ],
    check: {
      text: 'Decode the new token: aud must be https://graph.microsoft.com. Then this answers 200:',
      command: 'curl -i https://graph.microsoft.com/v1.0/me -H "Authorization: Bearer $TOKEN"',
    },
    forward: 'Hello,\n\nplease consent to Calendars.ReadWrite for the app 4f2c in our tenant.\n\nThank you',
    consentLink: 'https://login.microsoftonline.com/contoso.com/v2.0/adminconsent?client_id=4f2c',
    sources: [
      {
        title: 'Resolve Microsoft Graph authorization errors',
        url: 'https://learn.microsoft.com/graph/resolve-auth-errors',
      },
    ],
  },
  next: null,
  secrets: [LIVE_TOKEN, CLIENT_SECRET],
  codes: [
    {
      code: 'AADSTS500011',
      name: 'InvalidResourceServicePrincipalNotFound',
      note: 'The resource was not found in the tenant.',
      link: 'https://login.microsoftonline.com/error?code=500011',
    },
  ],
  remarks: ['The header was read leniently: a quote was missing.'],
  language: 'python',
};

export const UNDECIDED: Diagnosis = {
  cause: 'not-enough-evidence',
  verdict: 'undecided',
  headline: 'A 401 from graph.microsoft.com, and nothing that says why.',
  findings: [
    {
      cause: 'token-expired',
      weight: 0.3,
      owner: 'app-developer',
      title: 'The token has expired',
      headline: 'The token’s lifetime may be over.',
      because: [],
    },
  ],
  fix: null,
  next: {
    ask: 'The whole answer with its headers: the WWW-Authenticate line decides it.',
    commands: [
      { label: 'bash', command: 'curl -i https://graph.microsoft.com/v1.0/me -H "Authorization: Bearer $TOKEN"' },
      { label: 'PowerShell', command: 'try { Invoke-RestMethod … } catch { $_.Exception.Response.Headers }' },
    ],
  },
  secrets: [],
  codes: [],
  remarks: [],
  language: null,
};
