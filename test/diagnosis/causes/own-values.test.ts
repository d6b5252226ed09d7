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

  test('which registered address comes nearest, and its platform', () => {
    const { headline, fix } = diagnose(
      `"spa": { "redirectUris": [ "https://app.contoso.com/cb", "http://localhost:3000/cb/" ] },\nAADSTS50011: The redirect URI 'http://localhost:3000/cb' specified in the request does not match the redirect URIs configured for the application '${APP}'.`,
      { now: NOW },
    );
    expect(headline).toContain('only with a slash at the end: http://localhost:3000/cb/');
    expect(fix?.steps[0]?.text).toContain('Single-page application');
    expect(fix?.steps[1]?.value).toBe('http://localhost:3000/cb/');
  });

  test.each([
    ['https://a.example/cb', 'with https in place of http'],
    ['http://a.example:8080/cb', 'with another port'],
    ['http://a.example/CB', 'in other capital letters'],
    ['http://b.example/cb', 'at the host b.example'],
    ['http://a.example/other', 'with the path /other'],
  ])('the registered address %s', (registered, how) => {
    const { headline } = diagnose(
      `"redirectUris": ["${registered}"]\nAADSTS50011: The redirect URI 'http://a.example/cb' specified in the request does not match the redirect URIs configured for the application '${APP}'.`,
      { now: NOW },
    );
    // A public address by http has a fault of its own, which goes before.
    expect(headline).toMatch(new RegExp(`${how}|has to be https`));
  });

  test('by how much an assertion was late', () => {
    expect(
      answer(
        'AADSTS700024: Client assertion is not within its valid time range. Current time: 2026-11-20T08:14:22.0000000Z, assertion valid from 2026-11-20T07:10:00.0000000Z, expiry time of assertion 2026-11-20T07:20:00.0000000Z.',
      ),
    ).toContain('54 minutes after its time had run out (it was valid until 2026-11-20 07:20 UTC)');
  });

  test('the address of the call with the mailbox in place of /me, and the permission for it', () => {
    const text = answer(
      'GET https://graph.microsoft.com/beta/me/messages 400 {"error":{"code":"BadRequest","message":"/me request is only valid with delegated authentication flow."}}',
    );
    expect(text).toContain('https://graph.microsoft.com/beta/users/person@contoso.com/messages');
    expect(text).toContain('the application permission Mail.Read,');
  });

  test('the right that a call needs in somebody else’s calendar, and no more', () => {
    const refused = (method: string) =>
      `${method} https://graph.microsoft.com/v1.0/users/boss@contoso.com/calendar/events\n403 {"error":{"code":"ErrorAccessDenied","message":"Access is denied."}}\n"scp": "Calendars.ReadWrite", "upn": "a@contoso.com"`;
    expect(answer(refused('GET'))).toContain('-AccessRights Reviewer');
    expect(answer(refused('POST'))).toContain('-AccessRights Editor');
  });

  test('the role of Exchange by the permission that the app has', () => {
    const text = answer(
      `POST https://graph.microsoft.com/v1.0/users/alerts@contoso.com/sendMail\n403 {"error":{"code":"ErrorAccessDenied","message":"Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings."}}\n{"aud":"https://graph.microsoft.com","appid":"${APP}","roles":["User.Read.All","Mail.Send"],"idtyp":"app"}`,
    );
    expect(text).toContain("'Application Mail.Send'");
    expect(text).toContain(`-AppId ${APP} -Identity alerts@contoso.com`);
  });

  test('the id of the app in a sentence', () => {
    expect(
      answer(
        `GET /users/support@contoso.com/messages with clientId ${APP}: Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.`,
      ),
    ).toContain(`Test-ApplicationAccessPolicy -AppId ${APP} -Identity`);
  });

  test('the command that makes the federated credential of the run, and no code of a program', () => {
    const { fix } = diagnose(
      `AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso/shop:ref:refs/heads/release'. client_id=${APP}`,
      { now: NOW },
    );
    const command = fix?.steps.find(({ value }) => value?.startsWith('az ad app federated-credential create'))?.value;
    expect(command).toContain(`--id ${APP}`);
    expect(command).toContain('"subject":"repo:contoso/shop:ref:refs/heads/release"');
    expect(fix?.patches.filter(({ language }) => language !== 'json')).toEqual([]);
  });

  test('both kinds of permission where nothing tells who signs in', () => {
    const refused =
      'GET https://graph.microsoft.com/v1.0/users\n403 {"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}';
    expect(answer(refused)).toContain('needs the application permission instead');
    expect(answer(`${refused}\n"scp": "User.Read"`)).not.toContain('needs the application permission instead');
  });

  test('mail of a shared mailbox: the permission, right and check for mail, not for a calendar', () => {
    const text = answer(
      'GET https://graph.microsoft.com/v1.0/users/shared@contoso.com/mailFolders/inbox/messages\n403 {"error":{"code":"ErrorAccessDenied","message":"Access is denied."}}\n"scp": "Mail.Read", "upn": "a@contoso.com"',
    );
    expect(text).toContain('Mail.Read.Shared');
    expect(text).toContain('Add-MailboxPermission -Identity shared@contoso.com -User a@contoso.com');
    expect(text).not.toContain('alendar');
  });

  test('the user of a password request, without the name of the parameter', () => {
    expect(
      answer(
        'AADSTS50126: Error validating credentials due to invalid username or password. grant_type=password&username=svc@contoso.com&scope=x',
      ),
    ).toContain('The user name or password of svc@contoso.com');
  });

  test('MSAL.js in a page has a browser’s cache, and no server’s', () => {
    const missing = answer(
      'BrowserAuthError: no_account_error: No account object provided to acquireTokenSilent and no active account has been set.',
    );
    expect(missing).toContain('setActiveAccount');
    expect(missing).not.toContain('Redis');
    const state = answer('ClientAuthError: state_mismatch: State mismatch error. at @azure/msal-browser');
    expect(state).toContain('handleRedirectPromise()');
    expect(state).not.toContain('SameSite');
    expect(
      answer(
        'ClientAuthError: state_mismatch: State mismatch error. at node_modules/@azure/msal-node/dist/index.js:9:1',
      ),
    ).toContain('SameSite');
  });

  test('no value in a step where the permission is not known, and both ways of signing in', () => {
    const { fix } = diagnose(
      '{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}',
      { now: NOW },
    );
    expect(fix?.steps[0]?.value).toBeUndefined();
    expect(fix?.steps.at(-1)?.text).toContain('Where the program signs in as itself');
  });

  test('the service that was called in the code that asks for its token', () => {
    expect(
      answer(
        'GET https://contoso.sharepoint.com/_api/web 401 {"error_description":"Exception of type \'Microsoft.IdentityModel.Tokens.AudienceUriValidationFailedException\' was thrown."} "aud":"https://graph.microsoft.com"',
      ),
    ).toContain('"https://contoso.sharepoint.com/.default"');
  });

  test('a provider that is set up wrongly is told to who runs it, not to the service health', () => {
    const { fix } = diagnose('AADSTS20012: An error occurred when we tried to process a WS-Federation message.', {
      now: NOW,
    });
    expect(fix?.forward).toContain('federation server, external provider');
    expect(fix?.forward).not.toContain('service health');
  });

  test('Exchange Online PowerShell refuses an app: its own permission and a directory role, none of Graph', () => {
    const text = answer(
      `Connect-ExchangeOnline : The role assigned to application ${APP} isn't supported in this scenario. Please check online documentation for assigning correct Directory Roles to Azure AD Application for EXO App-Only Authentication.`,
    );
    expect(text).toContain('Exchange.ManageAsApp');
    expect(text).toContain('Roles & admins');
    expect(text).not.toContain('graph.microsoft.com');
  });

  test('a daemon that a mailbox refuses: the role, and the command that tells a policy from it', () => {
    const refused = `POST https://graph.microsoft.com/v1.0/users/noreply@contoso.com/sendMail\n403 {"error":{"code":"ErrorAccessDenied","message":"Access is denied."}}\ngrant_type=client_credentials&client_id=${APP}`;
    expect(answer(refused)).toContain(`Test-ApplicationAccessPolicy -AppId ${APP} -Identity noreply@contoso.com`);
  });
});
