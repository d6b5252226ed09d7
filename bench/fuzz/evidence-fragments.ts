import { guidFrom } from './random-text.ts';

const CODES = [
  7000215, 7000222, 50011, 65001, 50020, 70011, 700016, 50105, 53003, 50076, 9002313, 500011, 700082, 90072, 50173,
  54005, 1234567,
];
const GRAPH_ERRORS = [
  ['InvalidAuthenticationToken', 'Access token validation failure. Invalid audience.'],
  ['InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.'],
  ['InvalidAuthenticationToken', 'Access token is empty.'],
  ['ErrorAccessDenied', 'Access is denied. Check credentials and try again.'],
  ['Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'],
  ['MailboxNotEnabledForRESTAPI', 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.'],
  ['TooManyRequests', 'Please retry after'],
] as const;

const pick = <T>(list: readonly T[], seed: number): T => list[seed % list.length]!;

/** Forms in which evidence stands in a paste; none of them holds a secret. */
export const EVIDENCE_FRAGMENTS: readonly ((seed: number) => string)[] = [
  (seed) =>
    `WWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="invalid_token", error_description="The access token is from the wrong issuer '${guidFrom(seed)}'.", client_id="00000003-0000-0000-c000-000000000000"`,
  (seed) =>
    `WWW-Authenticate: Bearer error="insufficient_claims", claims="${Buffer.from('{"access_token":{"nbf":{"essential":true, "value":"1763804500"}}}').toString('base64')}", realm="${guidFrom(seed)}"`,
  (seed) => `x-ms-diagnostics: ${2000000 + (seed % 12)};reason="The token has expired.";error_category="token_expired"`,
  (seed) => {
    const [code, message] = pick(GRAPH_ERRORS, seed);
    return `{"error":{"code":"${code}","message":"${message}","innerError":{"date":"2025-11-22T08:41:12","request-id":"${guidFrom(seed)}","client-request-id":"${guidFrom(seed)}"}}}`;
  },
  (seed) =>
    `{'error': 'invalid_grant', 'error_description': 'AADSTS${pick(CODES, seed)}: Something about it.', 'error_codes': [${pick(CODES, seed)}], 'trace_id': '${guidFrom(seed)}'}`,
  (seed) =>
    `AADSTS${pick(CODES, seed)}: The application with identifier '${guidFrom(seed)}' was not found in the directory 'Contoso'. Trace ID: ${guidFrom(seed + 1)} Timestamp: 2025-11-22 08:41:12Z`,
  (seed) =>
    `HTTP/1.1 ${pick([401, 403, 400, 429, 503, 200], seed)} Unauthorized\nDate: Sat, 22 Nov 2025 08:41:12 GMT\nrequest-id: ${guidFrom(seed)}\n`,
  (seed) =>
    `${pick(['GET', 'POST', 'PATCH', 'DELETE'], seed)} https://graph.microsoft.com/v1.0/${pick(['me/events', 'users/anna@contoso.com/messages', 'me/calendar/getSchedule', 'groups', 'sites/root'], seed)}`,
  (seed) =>
    `https://login.microsoftonline.com/${guidFrom(seed)}/oauth2/v2.0/authorize?client_id=${guidFrom(seed + 1)}&response_type=code&redirect_uri=https%3A%2F%2Flocalhost%3A5001%2Fcb&scope=openid%20User.Read&state=1`,
  (seed) =>
    `https://localhost/cb#error=access_denied&error_description=AADSTS${pick(CODES, seed)}%3a+The+user+declined+to+consent+to+access+the+app.&error_uri=https%3a%2f%2flogin.microsoftonline.com%2ferror`,
  (seed) =>
    `Microsoft.Identity.Client.MsalUiRequiredException: AADSTS${pick(CODES, seed)}: The user must sign in.\n   at Microsoft.Identity.Client.OAuth2.OAuth2Client.ThrowServerException(HttpResponse response)\n\tErrorCode: invalid_grant`,
  () =>
    'InteractionRequiredAuthError: interaction_required: AADSTS50076: Due to a configuration change made by your administrator',
  () => 'azure.core.exceptions.ClientAuthenticationError: Authentication failed: AADSTS700016',
  () => 'ODataError: Code: Authorization_RequestDenied\nMessage: Insufficient privileges to complete the operation.',
  (seed) =>
    `app = msal.ConfidentialClientApplication("${guidFrom(seed)}", authority="https://login.microsoftonline.com/common", client_credential=os.environ["SECRET"])\nresult = app.acquire_token_for_client(scopes=["User.Read"])`,
  (seed) =>
    `"AzureAd": { "Instance": "https://login.microsoftonline.com/", "TenantId": "${guidFrom(seed)}", "ClientId": "${guidFrom(seed + 1)}", "CallbackPath": "/signin-oidc" }`,
  () =>
    'const scopes = ["https://graph.microsoft.com/.default", "offline_access"];\nconst result = await client.acquireTokenSilent({ scopes, account });',
  () =>
    'Connect-MgGraph -Scopes "User.Read.All" -TenantId common\nGet-MgUser : Insufficient privileges\n    + CategoryInfo          : InvalidOperation',
  (seed) =>
    `"aud": "https://graph.microsoft.com", "iss": "https://sts.windows.net/${guidFrom(seed)}/", "scp": "User.Read", "exp": 1763804500, "appid": "${guidFrom(seed)}"`,
  () => 'Authorization: Bearer undefined',
  () => 'Authorization: Bearer [REDACTED]',
  () => 'client_secret=<your client secret>',
  () => '{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest"}',
  (seed) => `2025-11-22T08:41:${10 + (seed % 50)}.123Z ERROR [graph] request failed with status code 401`,
  () => '<m:ResponseCode>ErrorAccessDenied</m:ResponseCode><m:MessageText>Access is denied.</m:MessageText>',
  (seed) => `Error Code: 53003\nRequest Id: ${guidFrom(seed)}\nCorrelation Id: ${guidFrom(seed + 1)}`,
  () => 'Hi, since this morning nothing works and we get a 401. Can somebody help?',
  () => '私のアプリは動きません。エラー コード: 50105',
];
