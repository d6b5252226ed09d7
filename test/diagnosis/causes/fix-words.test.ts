import { describe, expect, it, test } from 'vitest';
import { ROOT_CAUSES } from '../../../src/diagnosis/causes/index.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { answerTo, NOW } from './answer-to.ts';

const APP = '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31';

function answered(paste: string) {
  const { headline, fix } = diagnose(paste, { now: NOW });
  const steps = fix?.steps ?? [];
  return {
    headline,
    texts: steps.map((step) => step.text).join('\n'),
    values: steps.flatMap((step) => step.value ?? []),
    patches: fix?.patches ?? [],
  };
}

describe('what a step gives to copy', () => {
  const given = Object.values(ROOT_CAUSES).flatMap((cause) =>
    cause.hits.flatMap(({ paste }) =>
      (answerTo(paste).fix?.steps ?? []).map((step) => ({ cause: cause.id, paste, ...step })),
    ),
  );

  it('is never a placeholder alone', () => {
    expect(
      given.filter(({ value = '', paste }) => /^(?:YOUR|THE)_[A-Z_]+$/.test(value) && !paste.includes(value)),
    ).toEqual([]);
  });

  it('is not the address that is its link as well', () => {
    expect(given.filter(({ value, link }) => value !== undefined && value === link?.url)).toEqual([]);
  });
});

test('an expired certificate is called that, with the day that Entra ID tells', () => {
  const { headline, texts, values } = answered(
    `AADSTS700027: The certificate with identifier used to sign the client assertion is expired on application. [Reason - The key used is expired., Thumbprint of key used by client: '0A1B2C3D4E5F60718293A4B5C6D7E8F901234567', Found key 'Start=11/20/2024 08:00:00, End=11/20/2026 08:00:00'] client_id=${APP}`,
  );
  expect(headline).toMatch(/^The certificate with which .* signs in has expired \(valid until 11\/20\/2026\)\.$/);
  expect(texts).toContain('upload its public part');
  expect(values).toEqual(['0A1B2C3D4E5F60718293A4B5C6D7E8F901234567']);
  // Another reason for the same code.
  expect(answered('AADSTS700027: Client assertion contains an invalid signature.').headline).not.toContain('expired');
});

describe('a permission that is missing', () => {
  const CMDLET = `PS C:\\> Update-MgUser -UserId priya@contoso.com -Department "ICU"
Update-MgUser_UpdateExpanded: Insufficient privileges to complete the operation.
Status: 403 (Forbidden)
ErrorCode: Authorization_RequestDenied`;

  it('is asked for at the next sign-in, in PowerShell without an app of one’s own', () => {
    const { texts, values, patches } = answered(CMDLET);
    expect(values).toEqual(["Disconnect-MgGraph; Connect-MgGraph -Scopes 'User.ReadWrite.All'"]);
    expect(texts).toContain('a role in Entra ID');
    const { next, fix } = diagnose(CMDLET, { now: NOW });
    expect(next?.commands[0]?.command).toContain('Get-MgContext');
    expect(fix?.forward).toContain('in Microsoft Graph PowerShell');
    expect(fix?.check.text).toContain('(Get-MgContext).Scopes holds User.ReadWrite.All');
    expect(patches[0]?.code).toContain("\nConnect-MgGraph -Scopes 'User.ReadWrite.All'");
  });

  it('goes into the registration where an app is named', () => {
    const { texts, patches } = answered(`Connect-MgGraph -ClientId ${APP} -TenantId contoso.com\n${CMDLET}`);
    expect(texts).toContain('API permissions');
    expect(patches[0]?.code).toContain(`ClientId = '${APP}'`);
  });

  it('is told without the scopes of OpenID Connect', () => {
    const { headline, texts } = answered(
      'POST https://graph.microsoft.com/v1.0/me/events\n403 {"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}\n{"aud":"https://graph.microsoft.com","scp":"Calendars.Read openid profile User.Read email","upn":"a@contoso.com"}',
    );
    expect(headline).toContain('(it holds Calendars.Read, User.Read)');
    expect(texts).not.toContain('a role in Entra ID');
  });
});

describe('code is shown where code is to be changed', () => {
  it('not for a list of the registration', () => {
    const { texts, patches } = answered(
      "AADSTS9002326: Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: 'https://rota.contoso.example'.",
    );
    expect(patches).toEqual([]);
    expect(texts).toContain('the redirect URI that begins with https://rota.contoso.example from');
  });

  it('for a server that has to redeem the code itself', () => {
    const { patches } = answered(
      "AADSTS9002327: Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    );
    expect(patches[0]?.code).toContain('ConfidentialClientApplication');
  });

  it('for the claims of a header only where there is one', () => {
    const mfa =
      'AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication.';
    expect(answered(mfa).patches[0]?.code).not.toContain('www_authenticate');
  });
});

test('an http address is told to become https once, and nothing is made up where there is none', () => {
  const { headline, values } = answered(
    `AADSTS50011: The redirect URI 'http://rota.contoso.example/cb' specified in the request does not match the redirect URIs configured for the application '${APP}'.`,
  );
  expect(headline).toBe(
    `The redirect URI http://rota.contoso.example/cb of the app ${APP} has to be https: Entra ID takes http for localhost only.`,
  );
  expect(values).toEqual(['https://rota.contoso.example/cb']);
  expect(answered('AADSTS50011').values).toEqual([]);
});

test('no portal page is linked twice', () => {
  const { fix } = diagnose(
    'AADSTS50105: The signed in user is blocked because they are not a direct member of a group.',
    {
      now: NOW,
    },
  );
  const links = fix?.steps.flatMap((step) => step.link?.url ?? []) ?? [];
  expect(links.length).toBeGreaterThan(0);
  expect(new Set(links).size).toBe(links.length);
});

test('who may not send as an address is given that right, not a calendar', () => {
  const { headline, texts, values, patches } = answered(
    '{"error":{"code":"ErrorSendAsDenied","message":"The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account., Cannot submit message."}}',
  );
  expect(headline).toBe('Exchange refuses the sender: the person who signs in has no right to send as this address.');
  expect(texts).not.toMatch(/calendar/i);
  expect(values).toContain('https://graph.microsoft.com/Mail.Send.Shared');
  expect(patches).toEqual([]);
});

test('the audiences that .NET names stand in the answer', () => {
  const idx = (came: string, taken: string) =>
    `SecurityTokenInvalidAudienceException: IDX10214: Audience validation failed. Audiences: '${came}'. Did not match: validationParameters.ValidAudience: '${taken}' or validationParameters.ValidAudiences: 'null'.`;
  const { headline, values } = answered(idx('00000003-0000-0000-c000-000000000000', `api://${APP}`));
  expect(headline).toBe(
    `The token is for Microsoft Graph (00000003-0000-0000-c000-000000000000), but the API takes only api://${APP}.`,
  );
  expect(values[0]).toBe(`api://${APP}/access_as_user`);
  // Personal data is hidden by default.
  expect(answered(idx('[PII of type x is hidden.]', '[PII of type x is hidden.]')).headline).not.toContain('PII');
});

describe('patches for the program that was pasted', () => {
  it('in a page of MSAL.js are for the browser, without a secret', () => {
    const { patches, texts } = answered(
      'BrowserAuthError: interaction_in_progress: Interaction is currently in progress.\n    at createBrowserAuthError (BrowserAuthError.mjs:15:12)',
    );
    expect(texts.split('\n')[0]).toContain('handleRedirectPromise');
    expect(patches.map(({ language }) => language)).toEqual(['node']);
    expect(patches[0]?.code).toContain("from '@azure/msal-browser'");
    expect(patches[0]?.code).not.toMatch(/secret:/i);
  });

  it('do not repeat a tenant that does not exist', () => {
    const { patches } = answered("AADSTS90002: Tenant 'nothwind.onmicrosoft.com' not found.");
    expect(patches[0]?.code).not.toContain('nothwind');
  });

  it('know the id of the bot', () => {
    const { patches } = answered(
      `Microsoft.Bot.Connector.Conversations ... AADSTS700016: Application with identifier '${APP}' was not found in the directory 'Bot Framework'.`,
    );
    expect(patches[0]?.code).toContain(APP);
  });

  it('are in JavaScript for msal-node, whose classes are called as Python’s', () => {
    const { patches } = answered(
      "const cca = new msal.ConfidentialClientApplication(config);\nconst r = await cca.acquireTokenByClientCredential({ scopes: ['User.Read'] });\n// AADSTS70011: The provided value for the input parameter 'scope' is not valid. The scope User.Read is not valid.",
    );
    expect(patches[0]?.language).toBe('node');
  });
});

describe('a Conditional Access policy', () => {
  const BLOCKED = 'AADSTS53003: Access has been blocked by Conditional Access policies.';

  it('that stops an app as itself is one for workload identities', () => {
    const { headline, texts, patches } = answered(`${BLOCKED} (client credentials flow of a runner, app ${APP})`);
    expect(headline).toContain('for workload identities');
    expect(texts).toContain('No person signs in here');
    expect(patches).toEqual([]);
  });

  it('that stops a tool names the tool and shows no code', () => {
    const { headline, texts, patches } = answered(`az login --use-device-code\n${BLOCKED}`);
    expect(headline).toContain('the Azure CLI');
    expect(texts).toContain('device code sign-in');
    expect(texts).not.toContain('In a program');
    expect(patches).toEqual([]);
  });

  it('that stops a program is told as before', () => {
    const { headline, texts } = answered(BLOCKED);
    expect(headline).toContain('to your app');
    expect(texts).toContain('In a program');
  });
});

test('a tenant that the network forbids is named, and its owner told first', () => {
  const { fix } = diagnose("AADSTS500021: Access to 'Nordkap' tenant is denied. Contact your administrator.", {
    now: NOW,
  });
  expect(fix?.steps[0]?.text).toContain('the tenant «Nordkap»');
  expect(fix?.forward).toContain('the tenant «Nordkap»');
});

test('an app-only call names the mailbox that the paste tells', () => {
  const { values } = answered(
    'GET https://graph.microsoft.com/v1.0/me/calendar 400 {"error":{"code":"BadRequest","message":"/me request is only valid with delegated authentication flow."}}\nmailbox room1@contoso.example',
  );
  expect(values).toContain('https://graph.microsoft.com/v1.0/users/room1@contoso.example/calendar');
});

describe('what is told in a few sentences', () => {
  it('asks for a scope of Graph where the token of an own API is sent there', () => {
    const { headline, values } = answered('The token is for our own API (api://rota/access), Graph says 401 with it');
    expect(headline).toContain('Microsoft Graph');
    expect(values).toContain('https://graph.microsoft.com/Calendars.ReadWrite');
    expect(values.join()).not.toContain('api://');
  });

  it('names the permission that was added', () => {
    const { values } = answered('I added Mail.Send in the Azure portal, the token still only shows User.Read');
    expect(values).toContain('https://graph.microsoft.com/Mail.Send');
  });

  it('names the redirect address that is sent', () => {
    const { headline } = answered("Microsoft says the redirect URI isn't registered. I send http://127.0.0.1:3000/cb");
    expect(headline).toContain('http://127.0.0.1:3000/cb');
  });

  it('leads to the people of the tenant for the methods of a person', () => {
    const { fix } = diagnose("I lost my phone, Microsoft wants a code of the Authenticator, I can't sign in", {
      now: NOW,
    });
    const step = fix?.steps.find(({ text }) => text.includes('Authentication methods'));
    expect(step?.link?.url).toContain('UserManagementMenuBlade');
  });
});

test('a SAML identifier is mended in the enterprise application, with no code and no consent', () => {
  const { fix } = diagnose(
    "AADSTS700016: Application with identifier 'https://jira.contoso.example' was not found in the directory 'Contoso'.",
    { now: NOW },
  );
  expect(fix?.patches).toEqual([]);
  expect(fix?.consentLink).toBeUndefined();
  expect(fix?.forward).toContain('https://jira.contoso.example');
  expect(JSON.stringify(fix?.check)).not.toContain('YOUR_CLIENT_ID');
});

test('a forgotten password in Azure AD B2C is work for the app', () => {
  const { fix } = diagnose('AADB2C90118: The user has forgotten their password.', { now: NOW });
  expect(fix?.owner).toBe('app-developer');
  expect(JSON.stringify(fix?.steps)).toContain('Self-service password reset');
  expect(JSON.stringify(fix?.steps)).not.toContain('passwordreset.microsoftonline.com');
});

test('customers of an external tenant are sent to its own address', () => {
  const { values, patches } = answered(
    `AADSTS500208: The domain is not a valid login domain for the account type. tenant ${APP}`,
  );
  expect(values[0]).toBe(`https://YOUR_TENANT_NAME.ciamlogin.com/${APP}`);
  expect(patches).toEqual([]);
});

test('a tenant that is told is not where the sign-in goes', () => {
  const { headline, values } = answered(
    `AADSTS50194: Application '${APP}'(Plan) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'. tenant contoso.onmicrosoft.com`,
  );
  expect(headline).toContain('/common');
  expect(values).toContain('https://login.microsoftonline.com/contoso.onmicrosoft.com');
});

describe('what MSAL calls its silent request', () => {
  const EXPIRED =
    '{"error":{"code":"InvalidAuthenticationToken","message":"Lifetime validation failed, the token is expired."}}';

  it.each([
    ['Traceback (most recent call last):\n  File "app.py", line 3', 'acquire_token_silent', 'acquireTokenSilent'],
    ['at Rota.Api.Program.Main() in /src/Program.cs:line 12', 'AcquireTokenSilent', 'acquireTokenSilent'],
    ['\tat com.contoso.rota.Main.run(Main.java:12)', 'acquireTokenSilently', 'acquire_token_silent'],
    ['    at main (/app/node_modules/x/index.js:1:1)', 'acquireTokenSilent', 'acquire_token_silent'],
  ])('follows the language of the paste: %j', (line, name, other) => {
    const { texts } = answered(`${line}\n${EXPIRED}`);
    expect(texts).toContain(`${name} answers`);
    expect(texts).not.toContain(`${other} answers`);
  });

  it('is told twice where the language is not known', () => {
    expect(answered(EXPIRED).texts).toContain('acquireTokenSilent (acquire_token_silent)');
  });
});

test('whoever has not consented to a tool of Microsoft signs in to it by the scope, or lets it in', () => {
  const { texts, values, patches } = answered(
    "az account get-access-token --scope api://rota/.default\nAADSTS65001: The user or administrator has not consented to use the application with ID '04b07795-8ddb-461a-bbee-02f9e1bf7b46' named 'Microsoft Azure CLI'.",
  );
  expect(values).toEqual(['az login --scope api://rota/.default', '04b07795-8ddb-461a-bbee-02f9e1bf7b46']);
  expect(texts).toContain('Add a client application');
  expect(patches).toEqual([]);
});

test('Teams is told to show its consent page', () => {
  const { headline, values } = answered('getAuthToken({ silent: true }) -> resourceRequiresConsent');
  expect(headline).toContain('Teams gets no token for the page');
  expect(values[0]).toBe('await authentication.getAuthToken({ silent: false })');
});

test('Teams itself is let in as a client of the API', () => {
  const { headline, values } = answered(
    "AADSTS65001: The user or administrator has not consented to use the application with ID '5e3ce6c0-2b1f-4285-8d4b-75ee78787346' named 'Microsoft Teams Web Client'.",
  );
  expect(headline).toContain('authorised client applications');
  expect(values[0]).toContain('1fec8e78-bce4-4aaf-ab1b-5451cc387264');
});

test('a tab is given the address with the domain that it is loaded from', () => {
  const { headline, values, patches } = answered(
    `App resource defined in manifest and iframe origin do not match\n"webApplicationInfo": {"id": "${APP}", "resource": "api://old.example/${APP}"}\n"contentUrl": "https://tab.example:8443/home?x=1"`,
  );
  expect(headline).toContain(`api://old.example/${APP}`);
  expect(values[0]).toBe(`api://tab.example:8443/${APP}`);
  expect(patches).toEqual([]);
});

test('the issuer is compared where it is the issuer that is refused, with the subject that the log has', () => {
  const { headline, values, patches } = answered(
    "Federated token details:\n issuer - https://token.actions.githubusercontent.com/contoso\n subject claim - repo:contoso/rota:ref:refs/heads/main\n audience - api://AzureADTokenExchange\nError: AADSTS700211: No matching federated identity record found for presented assertion issuer 'https://token.actions.githubusercontent.com/contoso'.",
  );
  expect(headline).toContain('has the issuer https://token.actions.githubusercontent.com/contoso');
  expect(values[0]).toBe('repo:contoso/rota:ref:refs/heads/main');
  expect(values.join()).toContain('az ad app federated-credential create');
  expect(patches).toEqual([]);
});

test('a permission that was misspelt is asked for by its name in the code', () => {
  const { patches } = answered(
    "AADSTS650053: The application 'rota' asked for scope 'Calendar.Read' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'.",
  );
  expect(patches[0]?.code).toContain('https://graph.microsoft.com/Calendars.Read"');
  expect(patches[0]?.code).not.toContain('Calendars.ReadWrite');
});

test('a scope of one’s own API gets no code for Graph', () => {
  const { patches, values } = answered(
    "AADSTS650053: The application 'rota' asked for scope 'tools.read' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'.",
  );
  expect(patches).toEqual([]);
  expect(values).toContain('api://YOUR_API_CLIENT_ID/tools.read');
});

test('a parameter whose name was cut short is known where only one begins so', () => {
  const { headline, texts } = answered(
    '{"error":"invalid_request","error_description":"AADSTS900144: The request body must contain the following parameter: \'co (truncated...)',
  );
  expect(headline).toBe('The parameter code did not arrive at the sign-in service.');
  expect(texts).toContain('the callback is opened without code');
});

test('an app of its own asks for one API with its /.default, and no person signs in anew', () => {
  const { texts, patches } = answered(
    'grant_type=client_credentials&scope=api://rota/.default&client_id=x\nGET https://graph.microsoft.com/v1.0/users 401 {"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience."}}',
  );
  expect(texts).toContain('with its own /.default');
  expect(texts).not.toContain('sign in again');
  expect(patches[0]?.code).toContain('acquire_token_for_client');
});

test('a sign-in log keeps its sentences with blanks, which nobody sent', () => {
  const { headline } = answered(
    `TimeGenerated\tAppId\tResultType\tResultDescription\n11/24/2026\t${APP}\t700016\tApplication with identifier '{appIdentifier}' was not found in the directory '{tenantName}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
  );
  expect(headline).toBe(
    `The app ${APP} is not known in the tenant of the sign-in: a wrong client id, or the wrong tenant.`,
  );
});

test('the key of a device is none of a certificate', () => {
  expect(
    diagnose(
      "Error code: 0x80090016 Keyset does not exist. Your computer's Trusted Platform Module has malfunctioned.",
      { now: NOW },
    ).cause,
  ).toBe('device-registration');
});

test('the person of Apple’s MSAL is read without the rest of the key', () => {
  const { headline } = answered(
    'Error Domain=MSALErrorDomain Code=-50004 UserInfo={MSALDisplayableUserIdKey=kim@contoso.example}',
  );
  expect(headline).toContain(' of kim@contoso.example ');
});

describe('the parameter resource beside a scope', () => {
  const asked = (resource: string) =>
    `https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?response_type=code&client_id=${APP}&scope=https%3A%2F%2Fmcp.contoso.com%2Ftools.read+offline_access&resource=${encodeURIComponent(resource)}\nAADSTS9010010: The resource parameter provided in the request doesn't match with the requested scopes.`;

  it('differs by a slash', () => {
    const { headline, values, patches } = answered(asked('https://mcp.contoso.com/'));
    expect(headline).toContain('differ by the slash at the end');
    expect(values).toContain('"resource": "https://mcp.contoso.com"');
    expect(patches).toEqual([]);
  });

  it('names another API', () => {
    expect(answered(asked('https://mcp.contoso.com/api/mcp')).headline).toBe(
      'The parameter resource is https://mcp.contoso.com/api/mcp, but the scopes of the same request belong to https://mcp.contoso.com.',
    );
  });

  it('is not taken at all', () => {
    expect(answered("AADSTS901002: The 'resource' request parameter is not supported.").headline).toContain(
      'knows the API by the scope alone',
    );
  });
});

test('loopback by number is another address than localhost', () => {
  const { texts, values } = answered(
    `AADSTS50011: The redirect URI 'http://127.0.0.1:33418/cb' specified in the request does not match the redirect URIs configured for the application '${APP}'.`,
  );
  expect(values).toEqual(['http://localhost:33418/cb', 'http://localhost/cb', 'http://127.0.0.1:33418/cb']);
  expect(texts).toContain('Mobile and desktop applications');
});

test('a machine that says that its clock is not set is believed', () => {
  const late =
    'AADSTS700024: Client assertion is not within its valid time range. Current time: 2026-11-20T10:41:07.1Z, assertion valid from 2026-11-20T09:12:40.0Z, expiry time of assertion 2026-11-20T09:22:40.0Z.';
  expect(diagnose(`System clock synchronized: no\n${late}`, { now: NOW }).cause).toBe('clock-skew');
  expect(diagnose(`System clock synchronized: yes\n${late}`, { now: NOW }).cause).toBe('client-assertion-invalid');
});

test('a validator that names both audiences is quoted', () => {
  const { headline, values } = answered(
    "Token verification has failed: JWT rejected due to invalid claims. Additional details: [[8] Audience (aud) claim [00000003-0000-0000-c000-000000000000] doesn't contain an acceptable identifier. Expected api://orders as an aud value.]",
  );
  expect(headline).toContain('but the API takes only api://orders');
  expect(values).toContain('api://orders/access_as_user');
});

describe('issuers that a program names', () => {
  it('are told apart where the metadata has a blank', () => {
    const { headline, values } = answered(
      'failed to get provider: oidc: issuer did not match the issuer returned by provider, expected "https://login.microsoftonline.com/common/v2.0" got "https://login.microsoftonline.com/{tenantid}/v2.0"',
    );
    expect(headline).toContain('has a blank for the tenant');
    expect(values).toEqual(['https://login.microsoftonline.com/YOUR_TENANT_ID/v2.0']);
  });

  it('are told apart by their version', () => {
    const tenant = '2e8c0f6f-1b0c-4a3c-bf1a-0b4c7a3d9e10';
    expect(
      answered(
        `oidc: id token issued by a different provider, expected "https://login.microsoftonline.com/${tenant}/v2.0" got "https://sts.windows.net/${tenant}/"`,
      ).headline,
    ).toContain('The token is of version 1');
  });
});

test('a question in the midst of a sign-in is no failure in the log', () => {
  const log =
    "Sign-in error code\t50140\nFailure reason\tThis occurred due to 'Keep me signed in' interrupt when the user was signing-in.";
  expect(diagnose(log, { now: NOW })).toMatchObject({ verdict: 'undecided' });
  expect(diagnose(log, { now: NOW }).headline).toContain('is no failure');
});

test('a count of entries is about no single sign-in', () => {
  expect(
    diagnose('ResultType\tResultDescription\tcount_\n50126\tx\t412\n50074\ty\t288\n50053\tz\t31', { now: NOW }).verdict,
  ).not.toBe('certain');
});

test('an account that is locked was not blocked for its address', () => {
  const { headline } = answered(
    'Status\tFailure\nSign-in error code\t53003\nFailure reason\tAccess has been blocked by Conditional Access policies.\n\nSign-in error code\t50053\nFailure reason\tAccount is locked because user tried to sign in too many times',
  );
  expect(headline).not.toContain('the address it came from');
});

test('where there is no managed identity, one is given to the place', () => {
  const { headline, texts, patches } = answered(
    'AzurePowerShell@5: Could not fetch access token for Managed Service Principal. Please configure Managed Service Identity (MSI) for virtual machine. Status code: 400',
  );
  expect(headline).toContain('asks for a managed identity');
  expect(texts).toContain('workload identity federation');
  expect(patches).toEqual([]);
});

test('the app that only an administrator may consent to is named', () => {
  expect(
    answered(
      'AADSTS90094: An administrator of Contoso has set a policy that prevents you from granting Rota planner the permissions it is requesting.',
    ).headline,
  ).toContain('The app «Rota planner»');
});

test('a connector of Power Platform is let into the mailbox as the account of its connection', () => {
  const { headline, values } = answered(
    '{"status":403,"error":{"message":"Access is denied. Check credentials and try again.","code":"ErrorAccessDenied"},"source":"office365-weu.azconn-weu-001.p.azurewebsites.net"}',
  );
  expect(headline).toContain('The account that the connection signs in with');
  expect(values[0]).toContain('Add-MailboxPermission');
});

test('a web part of SharePoint is approved in SharePoint', () => {
  const { headline, texts, patches } = answered(
    "AADSTS65001: The user or administrator has not consented to use the application with ID '08e18876-6177-487e-b8b5-cf950c1e598c' named 'SharePoint Online Web Client Extensibility Principal'.",
  );
  expect(headline).toContain('SharePoint Framework');
  expect(texts).toContain('API access');
  expect(patches).toEqual([]);
});

describe('the issuer of a federated credential', () => {
  const steps = (subject: string) =>
    answered(`AADSTS700213: No matching federated identity record found for presented assertion subject '${subject}'.`);

  it('is told for GitHub alone', () => {
    expect(steps('repo:contoso/rota:pull_request').values).toContain('https://token.actions.githubusercontent.com');
    expect(steps('112633961854638529490').values).not.toContain('https://token.actions.githubusercontent.com');
    expect(steps('112633961854638529490').texts).toContain('iss of the token that the run presents');
  });

  it('is looked up for a cluster', () => {
    expect(steps('system:serviceaccount:rota:default').values.join()).toContain('oidcIssuerProfile.issuerUrl');
  });
});

test('an address with a scheme of its own belongs to a program on the machine', () => {
  expect(
    answered(
      `AADSTS50011: The redirect URI 'rota://auth' specified in the request does not match the redirect URIs configured for the application '${APP}'.`,
    ).texts,
  ).toContain('«Mobile and desktop applications»');
});

test('kubelogin asks for the server app of the cluster', () => {
  expect(
    answered(
      'oidc: verify token: oidc: expected audience "6dae42f8-4368-4678-94ff-3960e28e3630" got ["https://management.core.windows.net/"]',
    ).values,
  ).toContain('6dae42f8-4368-4678-94ff-3960e28e3630/.default');
});

test('what opens the sign-in has the name that the library of the paste gives it', () => {
  const said = 'AADSTS50058: A silent sign-in request was sent but no user is signed in.';
  expect(answered(`   at Rota.Program.Main() in /src/Program.cs:line 12\n${said}`).texts).toContain(
    'AcquireTokenInteractive',
  );
  expect(answered(`Traceback (most recent call last):\n  File "app.py", line 3\n${said}`).texts).toContain(
    'acquire_token_interactive',
  );
  expect(answered(`Traceback (most recent call last):\n  File "app.py", line 3\n${said}`).texts).not.toContain(
    'handleRedirectPromise',
  );
  expect(answered(said).texts).toContain('handleRedirectPromise');
});
