import { type Counterfactual, certainly, is, naming, open } from './counterfactual.ts';
import { graphError } from './pasted-calls.ts';

const CALENDARS = 'https://graph.microsoft.com/v1.0/me/calendars/AQMk1/calendarView';
function sync(worked: string): string {
  return `${worked} DEBUG (SyncWorker_9) [O365.connection] Received response (200) from URL ${CALENDARS}\n2025-03-17T12:59:50.460Z ERROR (SyncWorker_34) [O365.connection] Client Error: 401 Client Error: Unauthorized for url: ${CALENDARS}`;
}
const NO_TENANT_MAIL = graphError(
  'OrganizationFromTenantGuidNotFound',
  "The tenant for tenant guid 'e2cc3d74-116c-4291-9666-533d9e97f4c1' does not exist.",
  '2020-06-16T01:58:58',
);
function lunch(end: string): string {
  return `POST https://graph.microsoft.com/v1.0/me/events\n{"subject":"Lunch","start":{"dateTime":"2020-04-25T12:00:00","timeZone":"Pacific Standard Time"},"end":{"dateTime":"${end}","timeZone":"Pacific Standard Time"}}`;
}
function assertion(now: string): string {
  return `ERROR: AADSTS700024: Client assertion is not within its valid time range. Current time: ${now}, assertion valid from 2025-02-18T08:13:12.0000000Z, expiry time of assertion 2025-02-18T08:18:12.0000000Z. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials .`;
}
const BOT = (directory: string) =>
  `[OnTurnError] Unhandled error: Failed to acquire token for client credentials. (AADSTS700016: Application with identifier '20a52b04-8662-4919-8adf-5cd4183e4dfa' was not found in the directory '${directory}'.`;
const SILENT =
  '[msal] acquireTokenSilent: AADSTS50058: A silent sign-in request was sent but no user is signed in.|login_required';
function afterwards(authorization: string): string {
  return `GET https://graph.microsoft.com/v1.0/me/events?$top=10\n  accept: application/json\n  authorization: Bearer ${authorization}\n← ${graphError('InvalidAuthenticationToken', 'CompactToken parsing failed with error code: 80049217', '2019-07-05T04:41:50')}`;
}
const VERIFIER =
  '{"error":"invalid_grant","error_description":"AADSTS50148: The code_verifier does not match the code_challenge supplied in the authorization request for PKCE."}';
function platform(kind: string): string {
  return `AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.\n${kind}`;
}

/** Reports as people filed them, and the same with one thing changed. */
export const CHANGED_REPORTS: readonly Counterfactual[] = [
  {
    changed: 'when the same call worked: an hour before, then a second before',
    why: 'An access token lives for about an hour: what failed a second after it worked did not fail for its age',
    one: { paste: sync('2025-03-17T11:58:12.640Z'), right: is('token-expired') },
    other: { paste: sync('2025-03-17T12:59:49.640Z'), right: open('token-expired') },
  },
  {
    changed: 'the call that works beside the refused one: of another permission, then of the same',
    why: 'A person’s own mailbox is refused for a missing permission only',
    one: {
      paste: `GET https://graph.microsoft.com/v1.0/me/calendars\n403 ${graphError('ErrorAccessDenied', 'Access is denied. Check credentials and try again.')}\n\nPOST https://graph.microsoft.com/v1.0/me/sendMail → 202`,
      right: is('missing-scope'),
    },
    other: {
      paste: `GET https://graph.microsoft.com/v1.0/users/lena@contoso.com/calendars\n403 ${graphError('ErrorAccessDenied', 'Access is denied. Check credentials and try again.')}\n\nGET https://graph.microsoft.com/v1.0/me/calendars → 200`,
      right: { causes: ['mailbox-access-denied', 'missing-scope'], atMost: 'likely' },
    },
  },
  {
    changed: 'whether the tenant gives tokens: it does, then it is not found',
    why: 'A tenant that gives tokens exists: what is missing is its Exchange',
    one: {
      paste: `${NO_TENANT_MAIL}\n\nPOST https://login.microsoftonline.com/e2cc3d74-116c-4291-9666-533d9e97f4c1/oauth2/v2.0/token → 200`,
      right: is('mailbox-unavailable'),
    },
    other: {
      paste:
        "AADSTS90002: Tenant 'e2cc3d74-116c-4291-9666-533d9e97f4c1' not found. Check to make sure you have the correct tenant ID.",
      right: is('tenant-not-found'),
    },
  },
  {
    changed: 'the end of the event: before its start, then behind it',
    why: 'An event ends after it begins; with that in order 400 has another reason',
    one: {
      paste: `${lunch('2017-04-15T14:00:00')}\n\nHTTP/1.1 400 Bad Request\n${graphError('ErrorPropertyValidationFailure', 'At least one property failed validation.')}`,
      right: is('bad-event-payload'),
    },
    other: { paste: `${lunch('2020-04-25T14:00:00')}\n\nHTTP/1.1 201 Created`, right: open('bad-event-payload') },
  },
  {
    changed: 'the current time in the refusal of the assertion: after its end, then before its beginning',
    why: 'An assertion used too late was kept too long; one from the future comes from a clock that is ahead',
    one: { paste: assertion('2025-02-18T08:46:34.5519230Z'), right: is('client-assertion-invalid') },
    other: { paste: assertion('2025-02-18T07:01:34.5519230Z'), right: is('clock-skew') },
  },
  {
    changed: 'the directory of a bot’s refusal',
    why: 'A bot of one tenant that asks in «Bot Framework» is set up as one of many tenants',
    one: {
      paste: `${BOT('Bot Framework')}\n"msaAppType": "SingleTenant" in the Azure Bot`,
      right: is('bot-credentials'),
    },
    other: { paste: BOT('Contoso'), right: is('app-not-found', 'bot-credentials') },
  },
  {
    changed: 'what was sent behind the silent attempt: the word undefined, then nothing else is shown',
    why: 'No token came from the attempt that failed, so that «undefined» was sent',
    one: { paste: `${SILENT}\n${afterwards('undefined')}`, right: is('interaction-required') },
    other: { paste: afterwards('undefined'), right: is('token-missing', 'token-malformed') },
  },
  {
    changed: 'the verifier and the challenge: they differ, then none was sent',
    why: '50148 compares the two, 501481 and 9002325 miss one',
    one: { paste: VERIFIER, right: is('pkce-mismatch') },
    other: {
      paste: 'AADSTS9002325: Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
      right: is('redirect-platform-mismatch', 'pkce-mismatch'),
    },
  },
  {
    changed: 'the kind of program that sends no secret: a desktop program, then a web server',
    why: 'A public client has none to send, a server forgot it',
    one: {
      paste: platform('app = msal.PublicClientApplication(CLIENT_ID, authority=AUTHORITY)'),
      right: is('client-credential-missing', 'redirect-platform-mismatch'),
    },
    other: {
      paste: platform('app = msal.ConfidentialClientApplication(CLIENT_ID, client_credential=None)'),
      right: is('client-credential-missing'),
    },
  },
  {
    changed: 'the personal tenant in the issuer, then a work tenant',
    why: '9188040d-… is where all personal accounts live',
    one: {
      paste:
        '{"error": "invalid_token", "error_description": "Invalid Issuer (iss) claim: https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0"}',
      right: is('account-type-mismatch', 'issuer-mismatch'),
    },
    other: {
      paste:
        '{"error": "invalid_token", "error_description": "Invalid Issuer (iss) claim: https://login.microsoftonline.com/1f3a9509-f126-4db3-be30-a4e17015a80d/v2.0"}',
      right: is('issuer-mismatch'),
    },
  },
  {
    changed: 'the name of the connection in the settings: equal to the refused one, then another',
    why: 'The bot asks for the name that it refuses; that the settings show another one means that they are not what runs',
    one: {
      paste:
        '[onTurnError] unhandled error: Could not find Connection Setting with name GraphLocal\n\nCONNECTION_NAME=GraphLocal',
      right: certainly('bot-oauth-connection'),
    },
    other: {
      paste:
        '[onTurnError] unhandled error: Could not find Connection Setting with name GraphLocal\n\nCONNECTION_NAME=GraphProd',
      right: naming('GraphLocal', is('bot-oauth-connection')),
    },
  },
  {
    changed: 'the two attempts with a password: wrong then locked, then locked then wrong',
    why: 'The last answer stands; a lock that was lifted is over',
    one: {
      paste:
        'AADSTS50126: Invalid username or password\n(then)\nAADSTS50053: The account is locked, you tried to sign in too many times',
      right: is('account-locked', 'credentials-wrong'),
    },
    other: {
      paste:
        'AADSTS50053: The account is locked, you tried to sign in too many times\n(then)\nAADSTS50126: Invalid username or password',
      right: is('credentials-wrong', 'account-locked'),
    },
  },
  {
    changed: 'the challenge behind a revocation: with the word, then an expiry',
    why: 'TokenIssuedBeforeRevocationTimestamp tells of a revocation, 80049228 of age',
    one: {
      paste: graphError(
        'InvalidAuthenticationToken',
        'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
      ),
      right: is('cae-challenge', 'session-revoked'),
    },
    other: {
      paste: graphError('InvalidAuthenticationToken', 'CompactToken validation failed with reason code: 80049228.'),
      right: certainly('token-expired'),
    },
  },
  {
    changed: 'the cloud of a US Government tenant: the public endpoint, then its own',
    why: '900439 names the endpoint to use; on that one another reason stands',
    one: {
      paste:
        'AADSTS900439: Confidential Client requests are not supported on the public endpoint (login.microsoftonline.com) for tenants in the Azure Government cloud. Send your login requests to https://login.microsoftonline.us instead.',
      right: certainly('wrong-cloud'),
    },
    other: {
      paste:
        'POST https://login.microsoftonline.us/common/oauth2/v2.0/token\nAADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value.',
      right: is('client-secret-invalid'),
    },
  },
  {
    changed: 'the retry of a throttled call in a loop: 429 each time, then one refusal of another kind at the end',
    why: 'The loop ended in the other refusal, and the throttling before it had been waited out',
    one: {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/events -> 429\nGET https://graph.microsoft.com/v1.0/me/events -> 429',
      right: certainly('throttled'),
    },
    other: {
      paste: `GET https://graph.microsoft.com/v1.0/me/events -> 429\nGET https://graph.microsoft.com/v1.0/me/events -> 401 ${graphError('InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.')}`,
      right: is('token-expired'),
    },
  },
  {
    changed: 'whose Authorization is empty: Graph’s, then that of another vendor',
    why: 'An empty header at somebody else’s API is none of Microsoft’s failures',
    one: {
      paste: 'GET https://graph.microsoft.com/v1.0/me HTTP/1.1\nAuthorization: Bearer\n\nHTTP/1.1 401 Unauthorized',
      right: is('token-missing'),
    },
    other: {
      paste:
        'GET https://api.github.com/user HTTP/1.1\nAuthorization: Bearer\n\nHTTP/1.1 401 Unauthorized\nserver: github.com\n\n{"message":"Bad credentials"}',
      right: open(),
    },
  },
];
