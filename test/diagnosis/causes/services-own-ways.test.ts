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

describe('the permission that the API itself names', () => {
  it.each([
    [
      'GET https://graph.microsoft.com/v1.0/users?$select=signInActivity\n403 {"error":{"code":"Authorization_RequestDenied","message":"Calling principal does not have required MSGraph permissions AuditLog.Read.All"}}',
      'AuditLog.Read.All',
    ],
    [
      'Graph Explorer: GET https://graph.microsoft.com/v1.0/users?$select=signInActivity Forbidden 403 "Calling principal does not have required MSGraph permissions AuditLog.Read.All"',
      'AuditLog.Read.All',
    ],
    [
      '{"aud":"https://graph.microsoft.com","scp":"User.Read.All"}\nGET https://graph.microsoft.com/v1.0/users?$select=signInActivity\n403 {"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}',
      'AuditLog.Read.All',
    ],
    [
      'POST https://graph.microsoft.com/v1.0/search/query\n403 {"error":{"code":"Forbidden","message":"Access to ChatMessage in Graph API requires the following permissions: Chat.ReadWrite or Chat.Read."}}',
      'Chat.Read',
    ],
    [
      'GET https://api.securitycenter.microsoft.com/api/machines\n403 {"error":{"code":"Forbidden","message":"The application does not have any of the required delegated permissions (Machine.ReadWrite, Machine.Read) to access the resource."}}',
      'Machine.Read',
    ],
  ])('is the one to add: %s', (paste, name) => {
    const { cause, headline, values } = answered(paste);
    expect(cause).toBe('missing-scope');
    expect(headline).toContain(` ${name} for `);
    expect(values.split('\n')).toContain(name);
  });

  it.each([
    [
      'missing-scope',
      `403 "Missing scope permissions on the request. API requires one of 'Chat.ReadBasic, Chat.Read'. Scopes on the request 'User.Read'"`,
      'Chat.ReadBasic',
    ],
    [
      'app-role-missing',
      `403 Missing role permissions on the request. API requires one of 'ChannelMessage.Read.All, ChannelMessage.ReadWrite.All'. Roles on the request 'Team.ReadBasic.All'.`,
      'ChannelMessage.Read.All',
    ],
  ])('is named where its sentence stands alone (%s): %s', (wanted, paste, name) => {
    const { cause, headline } = answered(paste);
    expect(cause).toBe(wanted);
    expect(headline).toContain(` ${name} for `);
  });

  it('is a person’s in PowerShell, where nothing says who signs in', () => {
    const { cause, headline } = answered(
      'Get-MgUser -Property SignInActivity\nCalling principal does not have required MSGraph permissions AuditLog.Read.All\nStatus: 403 (Forbidden)\nErrorCode: Authorization_RequestDenied',
    );
    expect(cause).toBe('missing-scope');
    expect(headline).toContain('AuditLog.Read.All');
  });

  it('speaks of no mailboxes where the directory refuses and nothing names the permission', () => {
    const { cause, forward } = answered(
      'use_oidc = true\nazuread: Could not list users: unexpected status 403 with OData error: Authorization_RequestDenied: Insufficient privileges to complete the operation.',
    );
    expect(cause).toBe('app-role-missing');
    expect(forward).not.toContain('mailboxes');
  });
});

describe('a permission of a service of its own', () => {
  it('is asked for there, not at Graph', () => {
    const { cause, headline, values } = answered(
      'GET https://api.securitycenter.microsoft.com/api/machines\n403 {"error":{"code":"Forbidden","message":"The application does not have any of the required application permissions (Machine.ReadWrite.All, Machine.Read.All) to access the resource."}}',
    );
    expect(cause).toBe('app-role-missing');
    expect(headline).toContain('Machine.Read.All');
    expect(values).toContain('https://api.securitycenter.microsoft.com/.default');
    expect(values).not.toContain('graph.microsoft.com');
  });

  it('is one of one’s own API, where that refuses', () => {
    const { cause, values } = answered(
      `IDW10203: The 'scope' or 'scp' claim does not contain scopes 'Orders.Read' or was not found.\n{"aud":"api://orders-api","scp":"User.Read"}`,
    );
    expect(cause).toBe('missing-scope');
    expect(values).toContain('api://orders-api/Orders.Read');
    expect(values).not.toContain('graph.microsoft.com');
  });

  it('is an app role of one’s own API, where a daemon is refused', () => {
    const { cause, values } = answered(
      `IDW10204: The 'roles' or 'http://schemas.microsoft.com/ws/2008/06/identity/claims/role' claim does not contain roles 'Orders.Write' or was not found.\n{"aud":"api://orders-api","idtyp":"app"}`,
    );
    expect(cause).toBe('app-role-missing');
    expect(values.split('\n')).toEqual(['Orders.Write', 'api://orders-api/.default']);
  });
});

describe('a mail protocol that an app signs in to', () => {
  const smtp = (roles: string) =>
    `Error: Invalid login: 535 5.7.3 Authentication unsuccessful\n{"aud":"https://outlook.office365.com","idtyp":"app","roles":[${roles}]}`;

  it('takes the permission of that protocol and of no other', () => {
    const { cause, verdict, values } = answered(smtp('"IMAP.AccessAsApp"'));
    expect([cause, verdict]).toEqual(['app-role-missing', 'certain']);
    expect(values).toContain('SMTP.SendAsApp');
    expect(values).not.toContain('IMAP');
  });

  it('refuses for the mailbox where the permission is there', () => {
    expect(answered(smtp('"SMTP.SendAsApp"')).cause).toBe('app-access-policy');
  });
});

describe('SharePoint, for an app that proved who it is by a secret', () => {
  it.each([
    [
      'GET https://contoso.sharepoint.com/_api/web -> 401\n{"aud":"https://contoso.sharepoint.com","idtyp":"app","appidacr":"1","roles":["Sites.FullControl.All"]}',
      'certain',
    ],
    [
      'new ClientSecretCredential(tenant, client, secret).getToken("https://contoso.sharepoint.com/.default")\nGET https://contoso.sharepoint.com/_api/web -> 401',
      'likely',
    ],
  ])('wants a certificate: %s', (paste, verdict) => {
    const answer = answered(paste);
    expect([answer.cause, answer.verdict]).toEqual(['app-only-on-me', verdict]);
    expect(answer.headline).toContain('a client secret is not enough');
  });

  it.each([
    'GET https://contoso.sharepoint.com/_api/web -> 401\n{"aud":"https://contoso.sharepoint.com","idtyp":"app","appidacr":"2","roles":["Sites.FullControl.All"]}',
    'GET https://contoso.sharepoint.com/_api/web -> 403\n{"aud":"https://contoso.sharepoint.com","idtyp":"app","appidacr":"1","roles":["Sites.Read.All"]}',
    'GetACSAppOnlyContext, client_secret=***, https://contoso.sharepoint.com/.default, client_credentials\nGET https://contoso.sharepoint.com/_api/web -> 401',
  ])('is not the cause of %s', (paste) => {
    expect(answered(paste).cause).not.toBe('app-only-on-me');
  });
});

describe('a role of a service’s own', () => {
  it('is named with the values of the refusal', () => {
    const { cause, verdict, values } = answered(`new ManagedIdentityCredential()
Caller is not authorized to perform action on resource.
{"error":{"code":"Forbidden","message":"Caller is not authorized to perform action on resource. Caller: appid=3d9f7b12-60ce-4a85-b1f4-e7c20d5a9836;oid=7b1e4c90-d2a5-4f63-8c07-95ae3fd186b2;iss=https://sts.windows.net/x/ Action: 'Microsoft.KeyVault/vaults/keys/sign/action' Resource: '/subscriptions/1/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv-one/keys/k1' Assignment: (not found)"}}`);
    expect([cause, verdict]).toEqual(['app-role-missing', 'certain']);
    expect(values).toContain(
      'az role assignment create --assignee-object-id 7b1e4c90-d2a5-4f63-8c07-95ae3fd186b2 --assignee-principal-type ServicePrincipal --role "Key Vault Crypto User" --scope "/subscriptions/1/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv-one"',
    );
  });

  it.each([
    [
      "'Send' claim(s) are required to perform this operation. Resource: 'sb://a.servicebus.windows.net/q'",
      'Azure Service Bus Data Sender',
    ],
    [
      "'Listen' claim(s) are required to perform this operation. Resource: 'sb://a.servicebus.windows.net/h/consumergroups/$default/partitions/0'",
      'Azure Event Hubs Data Receiver',
    ],
    [
      "the application 'oid=7b1e4c90-d2a5-4f63-8c07-95ae3fd186b2' does not have secrets list permission on key vault 'kv-one'",
      'az keyvault set-policy --name kv-one --object-id 7b1e4c90-d2a5-4f63-8c07-95ae3fd186b2 --secret-permissions list',
    ],
    ['Principal user (Id=1) is missing prvCreateLead privilege on OTC=1', 'prvCreateLead'],
  ])('%s', (paste, value) => {
    expect(answered(`401 ${paste}`).values).toContain(value);
  });
});

describe('the whole way from a token to a refusal', () => {
  const chain = (scope: string, address: string) =>
    `tok = app.acquire_token_for_client(["${scope}"])\nrequests.get("${address}", headers=h)\n401 Unauthorized`;

  it('is certain where the token is for another API', () => {
    const { cause, verdict } = answered(
      chain(
        'https://graph.microsoft.com/.default',
        'https://management.azure.com/subscriptions?api-version=2020-01-01',
      ),
    );
    expect([cause, verdict]).toEqual(['wrong-audience', 'certain']);
  });

  it('says nothing where they fit', () => {
    expect(
      answered(
        chain('https://management.azure.com/.default', 'https://management.azure.com/subscriptions?api-version=1'),
      ).cause,
    ).not.toBe('wrong-audience');
  });
});

describe('a permission that a service has few of', () => {
  it.each([
    [
      'GET https://contoso.sharepoint.com/_api/web/lists -> 403 Access denied. You do not have permission to perform this action or access this resource.\n{"aud":"https://contoso.sharepoint.com","scp":"User.Read"}',
      'AllSites.Read',
    ],
    [
      'https://outlook.office365.com/EWS/Exchange.asmx 403\nx-ms-diagnostics: 2000008;reason="The token contains not enough scope to make this call.";error_category="invalid_grant"\n{"aud":"https://outlook.office365.com","scp":"Mail.Read"}',
      'EWS.AccessAsUser.All',
    ],
    [
      'https://outlook.office365.com/EWS/Exchange.asmx 401\n{"aud":"https://outlook.office365.com","idtyp":"app","roles":["Mail.ReadWrite"]}',
      'full_access_as_app',
    ],
  ])('is named: %s', (paste, name) => {
    expect(answered(paste).values).toContain(name);
  });
});

describe('a mailbox that a mail protocol keeps closed to an app', () => {
  it('is opened in Exchange, by a right on the mailbox and no policy of Graph', () => {
    const { cause, values, forward } = answered(
      'A1 NO AUTHENTICATE failed.\n{"aud":"https://outlook.office365.com","idtyp":"app","roles":["IMAP.AccessAsApp"]}',
    );
    expect(cause).toBe('app-access-policy');
    expect(values).toContain('Add-MailboxPermission');
    expect(values + forward).not.toContain('ApplicationAccessPolicy');
  });
});

describe('a token in which something is missing', () => {
  it('was sent', () => {
    expect(
      answered('403 The access token is missing required scopes for this call. graph.microsoft.com').cause,
    ).not.toBe('token-missing');
    expect(answered('401 The access token is missing. graph.microsoft.com').cause).toBe('token-missing');
  });
});

describe('what leaves a second cause', () => {
  it.each([
    [
      'token-expired',
      'fetch("https://api.contoso.example/a", { headers: { Authorization: `Bearer $' +
        '{r.idToken}` } })\nfetch("https://graph.microsoft.com/v1.0/me", { headers: { Authorization: `Bearer $' +
        '{r.accessToken}` } })\n401 {"error":{"code":"InvalidAuthenticationToken","message":"Lifetime validation failed, the token is expired."}}',
    ],
    [
      'app-role-missing',
      'app.acquire_token_for_client(["https://graph.microsoft.com/.default"])\nGET https://kv-one.vault.azure.net/secrets/x -> 403\n(Forbidden) Caller is not authorized to perform action on resource. Caller: appid=3d9f7b12-60ce-4a85-b1f4-e7c20d5a9836;oid=7b1e4c90-d2a5-4f63-8c07-95ae3fd186b2',
    ],
    [
      'mailbox-access-denied',
      '{"token_type":"Bearer","scope":"User.Read","access_token":"..."}\n{"token_type":"Bearer","scope":"User.Read Calendars.ReadWrite","access_token":"..."}\nPOST https://graph.microsoft.com/v1.0/users/ann@contoso.com/events 403 ErrorAccessDenied',
    ],
  ])('is not answered by the first sign: %s', (cause, paste) => {
    expect(answered(paste).cause).toBe(cause);
  });
});

describe('what leaves no second cause', () => {
  it.each([
    [
      'wrong-audience',
      'GET https://contoso.sharepoint.com/_api/web\n401 {"error_description":"Invalid issuer or signature."}\nacquireTokenSilent({ scopes: ["https://graph.microsoft.com/Sites.Read.All"] })',
    ],
    [
      'wrong-audience',
      'T=$(az account get-access-token --resource https://graph.microsoft.com --query accessToken -o tsv)\ncurl -si -H "Authorization: Bearer $T" https://kv-one.vault.azure.net/secrets?api-version=7.4\nHTTP/1.1 401 Unauthorized',
    ],
    [
      'wrong-audience',
      '<validate-jwt header-name="Authorization"><audiences><audience>15092315-bf6b-4f56-a10b-4cb5f087a7b9</audience></audiences></validate-jwt>\nHTTP/1.1 401 Unauthorized\n{"aud":"api://15092315-bf6b-4f56-a10b-4cb5f087a7b9","ver":"1.0","scp":"A.Read"}',
    ],
    [
      'wrong-audience',
      "Office.context.mailbox.getCallbackTokenAsync({ isRest: true }, (r) => {\n  fetch('https://graph.microsoft.com/v1.0/me/messages', { headers: { Authorization: 'Bearer ' + r.value } })\n  // 401 Unauthorized",
    ],
    [
      'id-token-used',
      'fetch("https://graph.microsoft.com/v1.0/me", { headers: { Authorization: `Bearer $' +
        '{result.idToken}` } })\n401 Unauthorized',
    ],
    [
      'app-role-missing',
      '{"error":{"code":"UnknownError","message":"place.read.all permission is required to read company places, scopes/roles provided: Calendars.ReadWrite IsAppOnly:True"}}',
    ],
    [
      'missing-scope',
      '{"error":{"code":"UnknownError","message":"place.read.all permission is required to read company places, scopes/roles provided: User.Read IsAppOnly:False"}}',
    ],
    [
      'missing-scope',
      'ODataError: Access to ListItem in Graph API requires the following permissions: Sites.Read.All. However, the application only has the following permissions granted: Files.Read, User.Read\n\tat com.microsoft.graph.models',
    ],
    [
      'missing-scope',
      '{"token_type":"Bearer","scope":"Mail.Read User.Read","access_token":"..."}\nPOST https://graph.microsoft.com/v1.0/me/sendMail 403 {"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}',
    ],
  ])('is certain: %s', (cause, paste) => {
    const answer = answered(paste);
    expect([answer.cause, answer.verdict]).toEqual([cause, 'certain']);
  });
});

describe('the right to send as another address', () => {
  const refused =
    '403 {"error":{"code":"ErrorSendAsDenied","message":"The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account."}}';

  it('is given on the address of the message, to the mailbox that sends', () => {
    const { values, forward } = answered(
      `POST https://graph.microsoft.com/v1.0/users/svc@contoso.com/sendMail\n{"message":{"subject":"x","from":{"emailAddress":{"address":"billing@contoso.com"}}}}\n${refused}`,
    );
    expect(values).toContain(
      'Add-RecipientPermission billing@contoso.com -AccessRights SendAs -Trustee svc@contoso.com',
    );
    expect(forward).toContain('send mail as billing@contoso.com');
  });

  it('of a mailbox that sends is not asked for itself', () => {
    expect(
      answered(`POST https://graph.microsoft.com/v1.0/users/svc@contoso.com/sendMail\n${refused}`).values,
    ).toContain('Add-RecipientPermission ADDRESS_OF_THE_SENDER');
  });

  it('over SMTP asks for no permission of Graph', () => {
    expect(answered('550 5.7.60 SMTP; Client does not have permissions to send as this sender').values).not.toContain(
      'Mail.Send.Shared',
    );
  });
});

describe('Exchange Web Services that took the token', () => {
  it.each([
    'EWS, app-only token, roles: Mail.Read. 403 Forbidden from https://outlook.office365.com/EWS/Exchange.asmx',
    'POST https://outlook.office365.com/EWS/Exchange.asmx\nclient credentials, token roles: ["Mail.Read"]\nThe remote server returned an error: (403) Forbidden.',
  ])('miss full_access_as_app, also where no audience is shown: %s', (paste) => {
    const { cause, headline } = answered(paste);
    expect(cause).toBe('app-role-missing');
    expect(headline).toContain('full_access_as_app');
  });

  it.each([
    'EWS, app-only token, roles: full_access_as_app. 403 Forbidden from https://outlook.office365.com/EWS/Exchange.asmx',
    'EWS, app-only token, roles: Mail.Read. 401 Unauthorized from https://outlook.office365.com/EWS/Exchange.asmx',
  ])('are not said to miss it: %s', (paste) => {
    expect(answered(paste).headline).not.toContain('full_access_as_app');
  });
});

describe('the scope of a mail protocol', () => {
  it.each([
    ['535: 5.7.3 Authentication unsuccessful', 'SMTP.Send'],
    ['A1 NO AUTHENTICATE failed.', 'IMAP.AccessAsUser.All'],
    ['pop3: -ERR Authentication failure: unknown user name or bad password.', 'POP.AccessAsUser.All'],
  ])('is the one of %s', (refusal, scope) => {
    expect(answered(`${refusal}\nToken: aud https://graph.microsoft.com, scp "Mail.Send User.Read"`).values).toContain(
      scope,
    );
  });
});

describe('Azure Storage that is known by its words alone', () => {
  it('takes a token for Azure Storage', () => {
    const { cause, headline, values } = answered(
      'RESPONSE 401: Server failed to authenticate the request. ERROR CODE: InvalidAuthenticationInfo <AuthenticationErrorDetail>Audience validation failed. Audience did not match.</AuthenticationErrorDetail>',
    );
    expect(cause).toBe('wrong-audience');
    expect(headline).toContain('Azure Storage');
    expect(values).toContain('https://storage.azure.com/.default');
  });
});

describe('the client object model of SharePoint', () => {
  it('calls the site of its context', () => {
    const { cause, values } = answered(
      'using var ctx = new ClientContext("https://contoso.sharepoint.com/sites/hr");\nctx.ExecuteQuery();\nSystem.Net.WebException: The remote server returned an error: (401) Unauthorized.\ntoken: aud = https://graph.microsoft.com, roles = Sites.FullControl.All',
    );
    expect(cause).toBe('wrong-audience');
    expect(values).toContain('https://contoso.sharepoint.com/.default');
  });
});

describe('doors that other services than Exchange close', () => {
  it.each([
    [
      'POST https://api.powerbi.com/v1.0/myorg/groups/1/reports/2/GenerateToken 403 {"Message":"API is not accessible for application"}',
      /settings of Power BI/,
    ],
    [
      'Connect-PowerBIServiceAccount -ServicePrincipal\nInvoke-PowerBIRestMethod -Url admin/groups\n{"code":"PowerBINotAuthorizedException"} 401 (Unauthorized)',
      /settings of Power BI/,
    ],
    [
      '{"error":{"code":"0x80095ffc","message":"Access to Dataverse API is restricted for this application"}}',
      /listed apps/,
    ],
  ])('%s', (paste, expected) => {
    const { cause, headline, values, forward } = answered(paste);
    expect(cause).toBe('app-api-policy');
    expect(headline).toMatch(expected);
    expect(headline + values + forward).not.toMatch(/mailbox|Exchange|EWS/i);
  });
});

describe('the object that a call adds by reference', () => {
  it('is no call of its own: the permission is that of the group', () => {
    const { headline } = answered(
      `new ClientSecretCredential(a, b, c)
await graph.api('/groups/9d3d1d5f-5a58-4a5e-9e0c-8fd3cf4a6f5e/members/$ref').post({ '@odata.id': 'https://graph.microsoft.com/v1.0/directoryObjects/1' });
GraphError: Insufficient privileges to complete the operation.
  statusCode: 403, code: 'Authorization_RequestDenied'`,
    );
    expect(headline).toContain('GroupMember.ReadWrite.All for POST /groups/');
  });
});

describe('an operation that takes people only', () => {
  it('is not called with a mailbox in place of /me', () => {
    const { values, patches } = answered(
      'POST https://api.fabric.microsoft.com/v1/workspaces/1/items -> 403 {"errorCode":"PrincipalTypeNotSupported","message":"The operation is not supported for the principal type"}',
    );
    expect(values + patches).not.toContain('/users/');
  });

  it('is, where /me is what fails', () => {
    expect(
      answered(
        'GET https://graph.microsoft.com/v1.0/me/events 400 /me request is only valid with delegated authentication flow.',
      ).values,
    ).toContain('/users/');
  });
});
