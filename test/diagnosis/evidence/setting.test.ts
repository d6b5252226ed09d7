import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SettingEvidence, SettingName } from '../../../src/diagnosis/evidence/evidence.ts';
import { readSettings } from '../../../src/diagnosis/evidence/setting.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { expectLinearTime } from '../../processor-time.ts';

const read = (paste: string): SettingEvidence[] => readSettings(unwrap(paste));
const one = (paste: string, name: SettingName): SettingEvidence | undefined =>
  read(paste).find((setting) => setting.name === name);
const ID = 'b94da385-4211-4da4-a7b9-1108968f5f35';

describe('scopes', () => {
  test.each<[string, string[], string | null]>([
    ['SCOPES = ["User.Read", "Calendars.ReadWrite"]', ['User.Read', 'Calendars.ReadWrite'], 'python'],
    [
      'SCOPES = [\n    "User.Read",  # profile\n    "Calendars.ReadWrite",\n    "offline_access",\n]',
      ['User.Read', 'Calendars.ReadWrite', 'offline_access'],
      'python',
    ],
    ['const loginRequest = { scopes: ["User.Read"] };', ['User.Read'], 'node'],
    [
      "scopes: [\n  'https://graph.microsoft.com/openid',\n  'https://graph.microsoft.com/offline_access',\n]",
      ['https://graph.microsoft.com/openid', 'https://graph.microsoft.com/offline_access'],
      null,
    ],
    ['public static string[] Scopes = { "User.Read", "Mail.Send" };', ['User.Read', 'Mail.Send'], 'csharp'],
    [
      'var scopes = new[] { "https://graph.microsoft.com/.default" };',
      ['https://graph.microsoft.com/.default'],
      'csharp',
    ],
    ['string[] scopes = new string[] { "User.Read" };', ['User.Read'], 'csharp'],
    ['Set<String> scopes = Set.of("User.Read", "Mail.Read");', ['User.Read', 'Mail.Read'], 'java'],
    ['Connect-MgGraph -Scopes "User.Read","Calendars.ReadWrite"', ['User.Read', 'Calendars.ReadWrite'], 'powershell'],
    ['Connect-MgGraph -Scopes @("User.Read", "Mail.Read")', ['User.Read', 'Mail.Read'], 'powershell'],
    [
      'spring.security.oauth2.client.registration.azure.scope=openid,profile,User.Read',
      ['openid', 'profile', 'User.Read'],
      'java',
    ],
    ['scope:\n  - openid\n  - User.Read\n', ['openid', 'User.Read'], null],
    [
      '{ "scope": "openid https://graph.microsoft.com/User.Read" }',
      ['openid', 'https://graph.microsoft.com/User.Read'],
      'json',
    ],
    [
      'az account get-access-token --scope https://graph.microsoft.com/.default',
      ['https://graph.microsoft.com/.default'],
      null,
    ],
    ['scopes: []', [], null],
    ['scope: openid offline_access', ['openid', 'offline_access'], null],
  ])('%s', (paste, values, language) => {
    const found = one(paste, 'scopes');
    expect(found?.values).toEqual(values);
    if (language !== null) expect(found?.language).toBe(language);
  });
  test.each([
    'Scope: the scope of this change is small',
    '{"token_type":"Bearer","scope":"User.Read Mail.Read","expires_in":3599}',
    'https://login.microsoftonline.com/x?client_id=1&scope=User.Read',
    'scope = SCOPES',
    'The scope /.default offline_access is not valid',
  ])('none in %s', (paste) => {
    expect(one(paste, 'scopes')).toBeUndefined();
  });
});

describe('each setting in the languages it is written in', () => {
  test.each<[string, SettingName, string, string[]]>([
    [
      'options.Authority = "https://login.microsoftonline.com/common";',
      'authority',
      'options.Authority',
      ['https://login.microsoftonline.com/common'],
    ],
    [
      '.WithAuthority("https://login.microsoftonline.com/common")',
      'authority',
      'WithAuthority',
      ['https://login.microsoftonline.com/common'],
    ],
    [
      'AUTHORITY = f"https://login.microsoftonline.com/{TENANT}"',
      'authority',
      'AUTHORITY',
      ['https://login.microsoftonline.com/{TENANT}'],
    ],
    ['"TenantId": "common"', 'tenant', 'TenantId', ['common']],
    ['AZURE_TENANT_ID=contoso.onmicrosoft.com', 'tenant', 'AZURE_TENANT_ID', ['contoso.onmicrosoft.com']],
    ['AzureAd__TenantId=common', 'tenant', 'TenantId', ['common']],
    ['-TenantId $tid -ClientId "b94da385-4211-4da4-a7b9-1108968f5f35"', 'client-id', 'ClientId', [ID]],
    [
      'spring.cloud.azure.active-directory.credential.client-id=b94da385-4211-4da4-a7b9-1108968f5f35',
      'client-id',
      'spring.cloud.azure.active-directory.credential.client-id',
      [ID],
    ],
    ['"client_id": "your_client_id"', 'client-id', 'client_id', ['your_client_id']],
    // A line of its own behind a challenge is no parameter of it, also where its key is quoted.
    [`WWW-Authenticate: Bearer realm="x"\n"clientId": "${ID}"`, 'client-id', 'clientId', [ID]],
    ['Application (client) ID: b94da385-4211-4da4-a7b9-1108968f5f35', 'client-id', 'Application (client) ID', [ID]],
    ['App name: Contoso CRM', 'app-name', 'App name', ['Contoso CRM']],
    ['Nom de l’application : Portail RH', 'app-name', "Nom de l'application", ['Portail RH']],
    ['CLIENT_SECRET=ab~C8.1xyz-secret', 'client-secret', 'CLIENT_SECRET', ['(secret)']],
    ['"ClientSecret": "7338461e-be4f-49bb-9cd0-4161413f36f2"', 'client-secret', 'ClientSecret', ['(guid)']],
    ["client_secret='********'", 'client-secret', 'client_secret', ['(hidden)']],
    ['client_secret=<hidden>&grant_type=x', 'client-secret', 'client_secret', ['(hidden)']],
    ['client_secret=[hidden]', 'client-secret', 'client_secret', ['(hidden)']],
    ['client_secret={{secret}}', 'client-secret', 'client_secret', ['(placeholder)']],
    ['ClientSecret = (Get-Secret rota)', 'client-secret', 'ClientSecret', ['(placeholder)']],
    ['client_secret=&grant_type=x', 'client-secret', 'client_secret', ['(empty)']],
    ['client_credential=os.environ["SECRET"]', 'client-secret', 'client_credential', ['(placeholder)']],
    ['clientSecret: undefined,', 'client-secret', 'clientSecret', ['(undefined)']],
    [
      '-CertificateThumbprint E7C7990DC124DA511104DDB5DAB5D71AC32D4BDD',
      'certificate',
      'CertificateThumbprint',
      ['E7C7990DC124DA511104DDB5DAB5D71AC32D4BDD'],
    ],
    [
      'redirect_uri="http://localhost:5000/getAToken"',
      'redirect-uri',
      'redirect_uri',
      ['http://localhost:5000/getAToken'],
    ],
    ['"CallbackPath": "/signin-oidc"', 'redirect-uri', 'CallbackPath', ['/signin-oidc']],
    ['Redirect URI: https://localhost:44320/', 'redirect-uri', 'Redirect URI', ['https://localhost:44320/']],
    [
      'options.Audience = "api://b94da385-4211-4da4-a7b9-1108968f5f35";',
      'audience',
      'options.Audience',
      [`api://${ID}`],
    ],
    ['resource=https://graph.windows.net', 'resource', 'resource', ['https://graph.windows.net']],
    ['"signInAudience": "AzureADMyOrg"', 'account-types', 'signInAudience', ['AzureADMyOrg']],
    [
      'Supported account types: Accounts in this organizational directory only',
      'account-types',
      'Supported account types',
      ['Accounts in this organizational directory only'],
    ],
    ['"isFallbackPublicClient": true', 'public-client', 'isFallbackPublicClient', ['true']],
    ['app = msal.PublicClientApplication(CLIENT_ID)', 'public-client', 'PublicClientApplication', ['true']],
    [
      '"spa": { "redirectUris": [ "http://localhost:3000" ] }',
      'registered-redirect-uris',
      'spa.redirectUris',
      ['http://localhost:3000'],
    ],
    ['"publicClient": { "redirectUris": [] }', 'registered-redirect-uris', 'publicClient.redirectUris', []],
    [
      '"replyUrlsWithType": [ { "url": "http://localhost", "type": "InstalledClient" } ]',
      'registered-redirect-uris',
      'publicClient.replyUrlsWithType',
      ['http://localhost'],
    ],
    [
      'result = app.acquire_token_for_client(scopes=SCOPE)',
      'grant',
      'acquire_token_for_client',
      ['client_credentials'],
    ],
    ['new DeviceCodeCredential(options)', 'grant', 'DeviceCodeCredential', ['device_code']],
    ['await cca.acquireTokenOnBehalfOf(request)', 'grant', 'acquireTokenOnBehalfOf', ['on_behalf_of']],
    ['authorization-grant-type: client_credentials', 'grant', 'authorization-grant-type', ['client_credentials']],
    ['"MicrosoftAppType": "SingleTenant"', 'bot-app-type', 'MicrosoftAppType', ['SingleTenant']],
    ['"MicrosoftAppId": "b94da385-4211-4da4-a7b9-1108968f5f35"', 'bot-app-id', 'MicrosoftAppId', [ID]],
    ['CONNECTION_NAME=GraphConnectionLocalBot', 'bot-connection', 'CONNECTION_NAME', ['GraphConnectionLocalBot']],
    ['"Instance": "https://login.microsoftonline.us/"', 'instance', 'Instance', ['https://login.microsoftonline.us/']],
    ['Connect-MgGraph -Environment USGov', 'cloud', 'Environment', ['USGov']],
    ['az cloud set -n AzureChinaCloud', 'cloud', 'az cloud set', ['AzureChinaCloud']],
    ['"accessTokenAcceptedVersion": null', 'token-version', 'accessTokenAcceptedVersion', ['null']],
    ['"requestedAccessTokenVersion": 2', 'token-version', 'requestedAccessTokenVersion', ['2']],
    [
      '"subject": "repo:contoso/app:ref:refs/heads/main"',
      'federated-subject',
      'subject',
      ['repo:contoso/app:ref:refs/heads/main'],
    ],
    [
      'subject claim - repo:contoso/app:environment:prod',
      'federated-subject',
      'subject claim',
      ['repo:contoso/app:environment:prod'],
    ],
    ['response_mode: form_post', 'response-mode', 'response_mode', ['form_post']],
    ['cookie: SameSite=Lax', 'same-site', 'SameSite', ['Lax']],
    ['o.Cookie.SameSite = SameSiteMode.None;', 'same-site', 'o.Cookie.SameSite', ['SameSiteMode.None']],
    ['.AddInMemoryTokenCaches();', 'token-cache', 'AddInMemoryTokenCaches', ['in-memory']],
    ['cacheLocation: "sessionStorage"', 'token-cache', 'cacheLocation', ['sessionStorage']],
    [
      'end_dt = end or (datetime.utcnow() + timedelta(hours=1))',
      'end-time',
      'end_dt',
      ['end or (datetime.utcnow() + timedelta(hours=1))'],
    ],
    ['"dateTime": start.isoformat() + "Z",', 'time-zone', 'isoformat', ['isoformat()+Z']],
    ['"timeZone": "Greenwich Mean Time"', 'time-zone', 'timeZone', ['Greenwich Mean Time']],
  ])('%s', (paste, name, key, values) => {
    const found = read(paste).filter((setting) => setting.name === name);
    expect(found.map((setting) => [setting.key, setting.values])).toContainEqual([key, values]);
  });

  test.each<[string, SettingName]>([
    [
      'WWW-Authenticate: Bearer realm="", authorization_uri="https://login.windows.net/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
      'client-id',
    ],
    [
      'WWW-Authenticate: Bearer realm="", authorization_uri="https://login.windows.net/common/oauth2/authorize"',
      'authority',
    ],
    ['{"aud":"x","appid":"b94da385-4211-4da4-a7b9-1108968f5f35"}', 'client-id'],
    ['Invalid client secret provided. Ensure the secret being sent', 'client-secret'],
    ["contain the following parameter: 'client_assertion' or 'client_secret'.", 'client-secret'],
    ['in the end: now and then', 'end-time'],
    ['subject: Standup on Monday', 'federated-subject'],
    ['environment: production', 'cloud'],
    ['tenant_id=tenant_id', 'tenant'],
    ['resource: the one you asked for', 'resource'],
    ['"timestamp":"2025", "instance": "web-3"', 'instance'],
  ])('near miss: %s', (paste, name) => {
    expect(one(paste, name)).toBeUndefined();
  });
});

test('the span is the person’s own line', () => {
  const paste = 'x\n{\\"scopes\\":[\\"User.Read\\"]}';
  const found = one(paste, 'scopes')!;
  expect(paste.slice(found.span.start, found.span.end)).toContain('User.Read');
});
test('no secret gets into a setting', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        'client_secret=',
        '"ClientSecret": "',
        "clientSecret: '",
        'AZURE_CLIENT_SECRET=',
        'MicrosoftAppPassword: ',
        'authority=https://x/?client_secret=',
        'scopes="',
        'redirect_uri=http://x/?refresh_token=',
      ),
      fc.array(fc.constantFrom(...'abcdefGHIJ0123456789~'), { minLength: 24, maxLength: 40 }),
      (name, letters) => {
        const value = `x9${letters.join('')}`;
        const paste = name === 'scopes="' ? `scopes="User.Read" client_secret="${value}"` : `${name}${value}`;
        expect(JSON.stringify(read(paste))).not.toContain(value);
      },
    ),
    { numRuns: 200, seed: 9 },
  );
});
test.each(['client_credential={"private_key": key}', 'client_credential={', '"clientSecret": ['])(
  '%s states no secret',
  (paste) => {
    expect(read(paste).filter(({ name }) => name === 'client-secret')).toEqual([]);
  },
);
test.each([
  'client_secret=',
  'client_secret=<',
  'missing environment variable AZURE_TENANTID ',
  'could not configure azurecli authorizer ARM_CLIENTID=',
  'scopes=[',
  '"web":{"redirectUris":[',
  'end=now+',
  'tenant: ',
  '-scopes "a",',
  'redirect uri: ',
])('runs of %j take linear time', (unit) => {
  expectLinearTime(unit, unwrap, readSettings);
});

describe('credentials of Azure Identity', () => {
  test.each([
    ['cred, _ := azidentity.NewClientSecretCredential(t, c, s, nil)', 'client_credentials'],
    ['new ClientSecretCredentialBuilder().clientId(id).build()', 'client_credentials'],
    ['azidentity.NewManagedIdentityCredential(nil)', 'managed_identity'],
    ['new DeviceCodeCredentialBuilder().build()', 'device_code'],
    ['azidentity.NewInteractiveBrowserCredential(nil)', 'authorization_code'],
  ])('%s', (paste, grant) => {
    expect(one(paste, 'grant')?.values).toEqual([grant]);
  });
});
