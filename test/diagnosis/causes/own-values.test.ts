import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const APP = '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31';

/** All that an answer says, as one text. */
function answer(paste: string): string {
  const { headline, fix, findings } = diagnose(paste, { now: NOW });
  const steps = fix?.steps.map(({ text, value }) => `${text} ${value ?? ''}`) ?? [];
  const because = findings[0]?.because.map(({ says }) => says) ?? [];
  return [
    headline,
    ...because,
    ...steps,
    fix?.patches[0]?.code,
    fix?.check.text,
    fix?.check.command,
    fix?.forward,
  ].join('\n');
}

describe('an answer holds the paster’s own values', () => {
  test('the permission that the API names, in the patch as well', () => {
    const text = answer(
      `url https://graph.microsoft.com/v1.0/me/onlineMeetings 403 {"error":{"code":"Forbidden","message":"Missing scope permissions on the request. API requires one of 'OnlineMeetings.ReadWrite'. Scopes on the request 'User.Read'"}}`,
    );
    expect(text).toContain('"https://graph.microsoft.com/OnlineMeetings.ReadWrite"');
    expect(text).not.toMatch(/OnlineMeetings\.Read\b(?!W)/);
  });

  test('the redirect URI of the sign-in, where the token request had another one', () => {
    const text = answer(
      "AADSTS500112: The reply address 'https://a.example/cb' does not match the reply address 'https://www.a.example/cb' provided when requesting Authorization code.",
    );
    expect(text).toContain('REDIRECT_URI = "https://www.a.example/cb"');
  });

  test('the .Shared permission for somebody else’s calendar', () => {
    expect(
      answer(
        'GET https://graph.microsoft.com/v1.0/users/chef@rosenau.example/calendar/events\n403 {"error":{"code":"DelegatedCalendarAccessDenied","message":"x"}}',
      ),
    ).toContain('"https://graph.microsoft.com/Calendars.Read.Shared"');
  });

  test('the policy that the sign-in log names', () => {
    const text = answer(
      '{"userPrincipalName":"b@granmark.example","appDisplayName":"calsync","status":{"errorCode":53003},"appliedConditionalAccessPolicies":[{"displayName":"CA07 Places","result":"failure"}]}',
    );
    expect(text).toContain('The Conditional Access policy «CA07 Places» blocks the sign-in of b@granmark.example');
  });

  test('the minutes by which a validator’s clock is behind', () => {
    expect(
      answer(
        "SecurityTokenNotYetValidException: IDX10222: Lifetime validation failed. The token is not yet valid. ValidFrom (UTC): '11/5/2026 9:41:08 AM', Current time (UTC): '11/5/2026 9:22:51 AM'.",
      ),
    ).toContain('behind by about 18 minutes');
  });

  test('the start that was sent, in the right form', () => {
    expect(
      answer(
        'POST https://graph.microsoft.com/v1.0/me/events\n{"subject":"x","start":{"dateTime":"2026-12-10T09:00:00","timeZone":"Europe/Vienna"},"end":{"dateTime":"2026-11-20T15:31:07","timeZone":"Europe/Vienna"}}\n400 Bad Request',
      ),
    ).toContain('"end": {"dateTime": "2026-12-10T10:00:00", "timeZone": "Europe/Vienna"}');
  });

  test('the address that the API saw', () => {
    const claims = btoa(
      '{"access_token":{"nbf":{"essential":true,"value":"1781510412"},"xms_rp_ipaddr":{"value":"203.0.113.9"}}}',
    );
    const text = answer(
      `WWW-Authenticate: Bearer error="insufficient_claims", claims="${claims}"\n401 {"error":{"code":"InvalidAuthenticationToken","message":"Continuous access evaluation resulted in challenge with result: InteractionRequired and code: LocationConditionEvaluationSatisfied"}}\nGET https://graph.microsoft.com/v1.0/me`,
    );
    expect(text).toContain('(203.0.113.9)');
    expect(text).not.toContain('revoked');
  });
});

describe('an answer fits who pasted it', () => {
  test('a client without a secret gets a patch without one', () => {
    const text = answer(
      `var app = PublicClientApplicationBuilder.Create("${APP}").WithAuthority("https://login.microsoftonline.com/common").Build();\nMsalServiceException: AADSTS50194: Application '${APP}'(Sync) is not configured as a multi-tenant application.`,
    );
    expect(text).toContain('PublicClientApplicationBuilder');
    expect(text).not.toContain('WithClientSecret');
  });

  test('a personal account is let in by the patch', () => {
    expect(
      answer(
        `AADSTS50020: User account 'emre@gmail.com' from identity provider 'live.com' does not exist in tenant 'Default Directory' and cannot access the application '${APP}'(bot) in that tenant.`,
      ),
    ).toContain('AUTHORITY = "https://login.microsoftonline.com/common"');
  });

  test('nobody’s administrator is asked for what the person declined', () => {
    expect(
      diagnose('AADSTS65004: User declined to consent to access the app.', { now: NOW }).fix?.forward,
    ).toBeUndefined();
  });

  test('a private mailbox needs no licence', () => {
    expect(
      answer(
        'grant_type=client_credentials\nGET https://graph.microsoft.com/v1.0/users/gerda@outlook.de/events\n404 {"error":{"code":"ErrorInvalidUser","message":"The requested user is invalid."}}',
      ),
    ).not.toContain('licence');
  });

  test('the name of Microsoft Graph without the version that was sent, and nothing to install', () => {
    const { fix } = diagnose(
      `app.acquire_token_for_client(scopes=["https://graph.microsoft.com/v1.0/.default"])\nAADSTS500011: The resource principal named https://graph.microsoft.com/v1.0 was not found in the tenant named ${APP}.`,
      { now: NOW },
    );
    expect(fix?.steps[0]?.value).toBe('https://graph.microsoft.com/.default');
    expect(fix?.steps.map(({ value }) => value ?? '').join()).not.toContain('v1.0');
    expect(fix?.check.command).toBeUndefined();
    expect(fix?.forward).toBeUndefined();
  });

  test('an API of one’s own that is not exposed keeps its steps', () => {
    expect(
      answer('AADSTS500011: The resource principal named api://orders-api was not found in the tenant named Contoso.'),
    ).toContain('Expose an API, and copy the Application ID URI');
  });

  test('a password flow cannot answer for a second factor: another flow, and its developer', () => {
    const { headline, fix } = diagnose(
      `result = app.acquire_token_by_username_password("svc@contoso.com", pw, scopes=["Mail.Read"])\nAADSTS50076: you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.`,
      { now: NOW },
    );
    expect(headline).toContain('user name and password');
    expect(fix?.owner).toBe('app-developer');
    expect(fix?.steps[0]?.text).toContain('ROPC');
    expect(fix?.patches[0]?.code).toContain('device_flow');
  });

  test('an API of one’s own in the scope and in the code, not Microsoft Graph', () => {
    const text = answer(
      'await fetch(\'https://orders.contoso.example/api/orders\', { headers: { Authorization: \'Bearer \' + response.idToken } })\n401 www-authenticate: Bearer error="invalid_token", error_description="The audience is invalid"',
    );
    expect(text).toContain('api://YOUR_API_CLIENT_ID/access_as_user');
    expect(text).toContain('https://orders.contoso.example/api/orders');
    expect(text).not.toContain('graph.microsoft.com');
  });

  const V1 = `https://sts.windows.net/${APP}/`;
  const V2 = `https://login.microsoftonline.com/${APP}/v2.0`;
  const refused = (issuer: string, valid: string) =>
    `IDX10205: Issuer validation failed. Issuer: '${issuer}'. Did not match: validationParameters.ValidIssuer: '${valid}' or validationParameters.ValidIssuers: 'null'.`;

  test('which version of the token came, and which the program takes', () => {
    expect(answer(refused(V1, V2))).toContain('"requestedAccessTokenVersion": 2');
    expect(answer(refused(V2, V1))).toContain('metadata of version 2');
    expect(answer(refused(V2, V1))).not.toContain('requestedAccessTokenVersion');
  });

  test('which tenant the token comes from, and which the program takes', () => {
    const other = '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d';
    const text = answer(refused(`https://login.microsoftonline.com/${other}/v2.0`, V2));
    expect(text).toContain(`comes from the tenant ${other}`);
    expect(text).toContain(`https://login.microsoftonline.com/${APP}`);
  });

  test('an issuer that names no tenant', () => {
    expect(answer(refused(V2, 'https://login.microsoftonline.com/common/v2.0'))).toContain('which no token has');
  });

  test('one API by its two names: the validator takes both, and the scope is right', () => {
    const { headline, fix } = diagnose(
      `IDX10214: Audience validation failed. Audiences: 'api://${APP}'. Did not match: validationParameters.ValidAudience: '${APP}' or validationParameters.ValidAudiences: 'null'.`,
      { now: NOW },
    );
    expect(headline).toContain('its other name');
    expect(fix?.steps.map(({ text }) => text).join()).not.toContain('Ask for a scope');
    expect(fix?.patches[0]?.language).toBe('csharp');
    expect(fix?.patches[0]?.code).toContain(`options.ClientId = "${APP}"`);
  });
});
