import { expect, test } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 22, 12);

test.each([
  [
    "Flow run failed with code 'DlpRuntimePolicyViolation' and message 'Flow run failed because of violating data loss prevention policy'",
    /data policy of the organisation/,
  ],
  [
    'level=error msg="Failed to authenticate request" client=auth.client.azuread error="[auth.oauth.userinfo.get] user not a member of one of the required groups"',
    /Grafana itself turns the person away/,
  ],
  ['msg: 500: Error getting user email from external provider', /ask for the scope email/],
  [
    '403 {"error":{"code":"Authentication_RequestFromNonPremiumTenantOrB2CTenant","message":"Neither tenant is B2C or tenant doesn\'t have premium license"}}',
    /licence of Entra ID P1 or P2/,
  ],
  [
    '403 {"error":{"code":"BotNotInConversationRoster","message":"The bot is not part of the conversation roster."}}',
    /not installed in this chat or team/,
  ],
  [
    '{"error":{"code":"BotDisabledByAdmin","message":"The tenant admin disabled this bot"}}',
    /administrator of Teams blocks/,
  ],
  [
    '{"error":{"code":"InvalidRequest","message":"Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request."}}',
    /validationToken as plain text/,
  ],
  [
    '{ "statusCode": 401, "message": "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API." }',
    /Ocp-Apim-Subscription-Key/,
  ],
  [
    "requests.exceptions.SSLError: HTTPSConnectionPool(host='graph.microsoft.com', port=443): Max retries exceeded (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed')))",
    /certificate that it was shown is not trusted here/,
  ],
  [
    '{"error":{"code":"PowerBINotAuthorizedException","pbi.error":{"code":"PowerBINotAuthorizedException","parameters":{}}}}',
    /role in the workspace/,
  ],
  [
    'POST https://graph.microsoft.com/beta/deviceManagement/configurationPolicies\n403 Forbidden\nUser is not authorized to perform this operation',
    /no role in Intune/,
  ],
  [
    'Connect-PnPOnline -Url $url -Interactive\nGet-PnPTenantSite: Attempted to perform an unauthorized operation.',
    /SharePoint Administrator/,
  ],
  [
    'This request is not authorized to perform this operation.\nErrorCode:AuthorizationFailure',
    /network rules of the storage account/,
  ],
  [
    '403 {"error":{"code":"","message":"You do not have the required permissions to access this item."}}',
    /members of its Microsoft 365 group/,
  ],
  [
    '{"error":{"code":"Forbidden","innerError":{"code":"1","message":"User does not have access to lookup meeting."}}}',
    /organiser’s id/,
  ],
  ["TF401027: You need the Git 'GenericRead' permission to perform this action.", /lacks the right to this repository/],
  ['An error occurred on the service. Identity 1 has not been materialized', /does not know this person/],
  ['Error: getaddrinfo ENOTFOUND login.microsoftonline.com', /Nothing answered/],
  [
    'ClientAuthError: endpoints_resolution_error: Error: could not resolve endpoints. Detail: connect ETIMEDOUT 20.190.160.14:443',
    /Nothing answered/,
  ],
  [
    '{"error":{"code":"ErrorItemNotFound","message":"The specified object was not found in the store."}}',
    /not in this mailbox/,
  ],
  [
    '{"error":{"code":"ConversationBlockedByUser","message":"User blocked the conversation with the bot."}} Microsoft.Bot.Schema.ErrorResponseException: Operation returned an invalid status code \'Forbidden\'',
    /This person blocked the bot/,
  ],
  [
    '{"error":{"code":"Forbidden","message":"InsufficientPrivileges","innerError":{"code":"1","message":"AclCheckFailed-Initiator (8:orgid:1) is not a member of the thread 19:a@thread.tacv2"}}}',
    /no member of this chat or team/,
  ],
  [
    'makeEwsRequestAsync: ErrorAccessDenied The requested web method is unavailable to this caller or application.',
    /short list of EWS operations/,
  ],
  [
    '403 {"error":{"code":"Forbidden","message":"Client address is not authorized and caller is not a trusted service.","innererror":{"code":"ForbiddenByFirewall"}}}',
    /firewall of the key vault/,
  ],
  [
    '<Error><Code>KeyBasedAuthenticationNotPermitted</Code><Message>Key based authentication is not permitted on this storage account.</Message></Error>',
    /takes no account keys/,
  ],
  [
    '<Error><Code>AuthenticationFailed</Code><AuthenticationErrorDetail>Signature not valid in the specified time frame: Start [Mon, 01 Jun 2026 00:00:00 GMT]</AuthenticationErrorDetail></Error>',
    /outside its time/,
  ],
  [
    "(AuthorizationFailed) The client 'ann@contoso.com' with object id '8e837a71-ba6e-48ea-a204-8131bbf7b5d9' does not have authorization to perform action 'Microsoft.Web/sites/write' over scope '/subscriptions/1'.",
    /for the person who is signed in.*Contributor/,
  ],
  [
    'PUT https://graph.microsoft.com/v1.0/me/drive/root:/a.zip:/content 507 {"error":{"code":"quotaLimitReached","message":"Insufficient Space Available"}}',
    /OneDrive or the site is full/,
  ],
  [
    'GET https://graph.microsoft.com/v1.0/me\nHTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Negotiate',
    /A proxy on the way/,
  ],
])('%s is told in a sentence, and nothing more is asked for', (paste, headline) => {
  const diagnosis = diagnose(paste, { now: NOW });
  expect(diagnosis.cause).toBe('not-enough-evidence');
  expect(diagnosis.headline).toMatch(headline);
  expect(diagnosis.next).toBeNull();
  expect(diagnosis.beyond).toBe('not-the-sign-in');
});

test('a connection that was refused beside an answer is another one', () => {
  const paste = 'redis: connect ECONNREFUSED 127.0.0.1:6379\nGET https://graph.microsoft.com/v1.0/me 401 Unauthorized';
  const { headline, next, beyond } = diagnose(paste, { now: NOW });
  expect(headline).toMatch(/answered 401/);
  expect(next).not.toBeNull();
  expect(beyond).toBeUndefined();
});

test('an error of another vendor is told from these', () => {
  expect(
    diagnose('{"ok":false,"error":"invalid_auth"} https://slack.com/api/chat.postMessage', { now: NOW }).beyond,
  ).toBe('another-vendor');
});

test('a refusal without such words is asked about', () => {
  expect(diagnose('GET https://graph.microsoft.com/v1.0/me 401 Unauthorized', { now: NOW }).next).not.toBeNull();
});
