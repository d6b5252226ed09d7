import type { RootCause } from './root-cause.ts';

const PASSWORD = [
  'username and password',
  'user name and password',
  'username/password',
  'user and password',
  'basic auth',
  '+ password',
  'benutzername und passwort',
  "user's password",
  'app password',
] as const;
const EXCHANGE_ONLINE = ['outlook.office365.com', 'outlook.office.com', 'exchange online'] as const;

/** Code that takes a user name and a password, in EWS Managed API, exchangelib and PowerShell. */
const PASSWORDS_IN_CODE = [
  'withusernameandpassword',
  'new webcredentials(',
  'auth_type=basic',
  // exchangelib.
  '= credentials(',
  '=credentials(',
] as const;

const ACS = 'accounts.accesscontrol.windows.net';

export const legacyProtocolRetired: RootCause = {
  id: 'legacy-protocol-retired',
  title: 'The protocol or API has been switched off by Microsoft',
  owner: 'app-developer',
  explanation:
    'Basic authentication in Exchange Online ended in 2022 (SMTP AUTH follows), the Outlook REST API v2 and the Azure AD Graph API have ended, Exchange Web Services in Exchange Online are being switched off, and TLS 1.0 and 1.1 are refused. No password and no token opens them again: the program has to move to Microsoft Graph with modern authentication.',
  symptoms: [
    '«Basic authentication is disabled»',
    'LogonDenied-BasicAuthBlocked',
    '«Access blocked to AAD Graph API for this application»',
    '401 or 410 from outlook.office.com/api/v2.0',
  ],
  explains: ['credentials-wrong', 'token-missing', 'account-locked'],
  rules: [
    {
      kind: 'phrase',
      phrases: [
        'basic authentication is disabled',
        'logondenied-basicauthblocked',
        'basicauthblocked',
        'basic authentication is not supported',
        'basic auth is disabled',
        'access blocked to aad graph api',
        'azureadgraphmigration',
        'azure ad graph api has been retired',
        'outlook rest api has been decommissioned',
        'outlook rest api is deprecated',
        'this api has been decommissioned',
        'this version of the rest api has been retired',
        'basicauthentication has been disabled',
        'basic authentication is no longer supported',
        'basic authentication is retired',
        'basic auth is no longer supported',
        'deprecated the azure ad graph api',
        'azure ad graph is deprecated',
        'ews has been retired',
        'exchange web services has been retired',
        'unsupported tls version',
        'outlook rest apis have been',
        'basic authentication has been disabled',
      ],
      strength: 'decisive',
      says: 'The service says that this way in has been switched off',
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['request'] },
      test: (facts) => {
        const request = facts.call?.request;
        if (request == null || facts.token !== null) return undefined;
        if (request.authorization === 'basic' && (facts.api === 'exchange-ews' || facts.api === 'outlook-rest')) {
          return {
            strength: 'strong',
            at: request.span,
            says: 'A user name and password (Basic) were sent to Exchange Online, which takes tokens only',
          };
        }
        return undefined;
      },
    },
    {
      // c-client (PHP's imap_open) tries PLAIN, a user name and password, which Exchange Online takes no more.
      kind: 'facts',
      phrases: ['retrying plain authentication', 'outlook.office365.com', 'outlook.office.com'],
      onlyWith: { phrases: ['retrying plain authentication'] },
      test: (facts) => {
        const at = facts.phrase('retrying plain authentication');
        if (at === undefined || facts.anyPhrase('outlook.office365.com', 'outlook.office.com') === undefined)
          return undefined;
        return {
          strength: 'strong',
          at,
          says: 'The program signs in to Exchange Online by IMAP with a user name and password (PLAIN), which is switched off',
        };
      },
    },
    {
      // In the person's own words: a user name and a password for EWS or IMAP of Exchange Online.
      kind: 'facts',
      phrases: [...PASSWORD, ...EXCHANGE_ONLINE, 'authenticate failed', 'login failed', 'unauthorized'],
      onlyWith: { phrases: PASSWORD },
      test: (facts) => {
        const at = facts.anyPhrase(...PASSWORD);
        const refused =
          facts.status === 401 || facts.anyPhrase('authenticate failed', 'login failed', 'unauthorized') !== undefined;
        if (at === undefined || !refused || facts.anyPhrase(...EXCHANGE_ONLINE) === undefined) return undefined;
        if (facts.token !== null || facts.of('aadsts').length > 0) return undefined;
        return {
          strength: 'fair',
          at,
          says: 'A user name and a password are used with Exchange Online, which takes tokens only',
        };
      },
    },
    {
      // Code that hands a user name and password to Exchange Online. Basic authentication for EWS ended in October 2022.
      kind: 'facts',
      phrases: [...PASSWORDS_IN_CODE, 'outlook.office365.com', 'unauthorized'],
      onlyWith: { phrases: PASSWORDS_IN_CODE },
      test: (facts) => {
        const at = facts.anyPhrase(...PASSWORDS_IN_CODE);
        const online = facts.phrase('outlook.office365.com') !== undefined;
        const refused = facts.status === 401 || facts.phrase('unauthorized') !== undefined;
        if (at === undefined || !online || !refused || facts.token !== null || facts.of('aadsts').length > 0)
          return undefined;
        return {
          strength: facts.at !== null && facts.at < Date.UTC(2022, 9, 1) ? 'weak' : 'strong',
          at,
          says: 'The program signs in to Exchange Online with a user name and password (Basic), which is switched off',
        };
      },
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['request'] },
      test: (facts) => {
        const request = facts.call?.request;
        if (request == null || (facts.status ?? 401) < 400) return undefined;
        if (facts.api === 'azure-ad-graph')
          return {
            strength: 'strong',
            at: request.span,
            says: `${request.host} is Azure AD Graph, which has been retired in favour of Microsoft Graph`,
          };
        if (facts.api === 'outlook-rest' && /\/api\/(?:v[12]\.0|beta)\//i.test(request.path))
          return {
            strength: 'strong',
            at: request.span,
            says: 'The Outlook REST API v2.0 has been retired in favour of Microsoft Graph',
          };
        return undefined;
      },
    },
    {
      // Azure ACS, which gave SharePoint's own add-ins their tokens, ended on 2 April 2026.
      // learn.microsoft.com/sharepoint/dev/sp-add-ins/retirement-announcement-for-azure-acs
      kind: 'facts',
      phrases: [ACS, 'unauthorized', 'forbidden'],
      onlyWith: { phrases: [ACS] },
      test: (facts) => {
        const at = facts.phrase(ACS);
        const refused = (facts.status ?? 0) >= 400 || facts.anyPhrase('unauthorized', 'forbidden') !== undefined;
        if (at === undefined || !refused || facts.of('aadsts').length > 0) return undefined;
        if (facts.at !== null && facts.at < Date.UTC(2026, 3, 2)) return undefined;
        return {
          strength: facts.at === null ? 'fair' : 'strong',
          at,
          says: 'The program gets its token from Azure ACS, which has ended: SharePoint takes tokens of Entra ID only',
        };
      },
    },
    {
      // Versions of TLS are also named where nothing fails.
      kind: 'phrase',
      phrases: ['tls 1.0 and 1.1', 'tls 1.0 or 1.1', 'legacy tls'],
      strength: 'weak',
      when: (facts) => facts.microsoft,
      says: 'The text speaks of the old versions of TLS, which Microsoft’s services no longer take',
    },
    {
      // IMAP and POP LOGIN carry a user name and password; with tokens the command is AUTHENTICATE XOAUTH2.
      kind: 'facts',
      phrases: [
        'login failed.',
        'no login failed',
        'logon failure: unknown user name or bad password',
        'authmech [login]',
        'outlook.office365.com',
        'imap-mail.outlook.com',
        'pop-mail.outlook.com',
        'authenticate xoauth2',
        'microsoft exchange imap4',
        'microsoft exchange pop3',
      ],
      onlyWith: { phrases: ['no login failed', 'login failed.', 'logon failure: unknown user name or bad password'] },
      test: (facts) => {
        const at = facts.anyPhrase(
          'no login failed',
          'login failed.',
          'logon failure: unknown user name or bad password',
        );
        const exchange = facts.anyPhrase(
          'outlook.office365.com',
          'imap-mail.outlook.com',
          'pop-mail.outlook.com',
          'microsoft exchange imap4',
          'microsoft exchange pop3',
        );
        if (
          at === undefined ||
          exchange === undefined ||
          facts.phrase('authenticate xoauth2') !== undefined ||
          facts.of('aadsts').length > 0
        )
          return undefined;
        return {
          strength: 'strong',
          at,
          says: 'LOGIN sends a user name and password, which Exchange Online no longer takes for IMAP and POP',
        };
      },
    },
    {
      // Security defaults stop what signs in with a password alone.
      kind: 'facts',
      phrases: ['security defaults policy', '535 5.7.139'],
      onlyWith: { phrases: ['security defaults policy'] },
      test: (facts) => {
        const at = facts.phrase('security defaults policy');
        return at !== undefined && facts.phrase('535 5.7.139') !== undefined
          ? { strength: 'fair', at, says: 'Security defaults block SMTP with a user name and password' }
          : undefined;
      },
    },
    {
      kind: 'code',
      codes: [50126, 50053, 50034, 50056],
      strength: 'hint',
      when: (facts) => facts.of('oauth-request').some((item) => item.parameters.grant_type === 'password'),
      says: 'The password grant works for few accounts and no longer where MFA is due',
    },
    {
      kind: 'code',
      codes: [530035],
      strength: 'weak',
      says: 'Under security defaults this is what a client with basic authentication or a legacy protocol gets',
    },
  ],
  headline: (facts) => {
    if (facts.api === 'azure-ad-graph')
      return 'The call goes to Azure AD Graph (graph.windows.net), which has been retired.';
    if (facts.api === 'outlook-rest') return 'The call goes to the Outlook REST API, which has been retired.';
    return 'This protocol or way of signing in has been switched off by Microsoft.';
  },
  steps: (facts) => [
    ...(facts.api === 'azure-ad-graph'
      ? [{ text: 'Replace the address and the resource of the token:', value: 'https://graph.microsoft.com/v1.0/…' }]
      : facts.api === 'outlook-rest'
        ? [
            {
              text: 'Replace the address; most paths stay the same, and names of properties begin with a small letter:',
              value: 'https://graph.microsoft.com/v1.0/me/…',
            },
            {
              text: 'Ask for a token for Microsoft Graph, with the permission of the same name:',
              value: 'https://graph.microsoft.com/Mail.Read',
            },
          ]
        : [
            { text: 'Sign in with OAuth 2.0 (MSAL) in place of user name and password.' },
            {
              text: 'For mail and calendars, use Microsoft Graph; for SMTP and IMAP clients that must stay, use XOAUTH2 with the outlook.office.com scopes.',
            },
            {
              text: 'For a device that knows only SMTP, use an SMTP relay connector or High Volume Email: they need no mailbox password.',
            },
          ]),
  ],
  patches: (facts) =>
    facts.api === 'azure-ad-graph' || facts.api === 'outlook-rest'
      ? ['request-graph-scopes']
      : ['exchange-imap-smtp', 'request-graph-scopes'],
  check: () => ({
    text: 'The new call answers 200:',
    command: 'curl -i https://graph.microsoft.com/v1.0/me -H "Authorization: Bearer $TOKEN"',
  }),
  sources: [
    {
      title: 'Deprecation of basic authentication in Exchange Online',
      url: 'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online',
    },
    {
      title: 'Migrate from Azure AD Graph to Microsoft Graph',
      url: 'https://learn.microsoft.com/graph/migrate-azure-ad-graph-overview',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste: `exchangelib.errors.UnauthorizedError: Unauthorized, invalid credentials for https://outlook.office365.com/EWS/Exchange.asmx
creds = Credentials('svc@contoso.com', '***')`,
    },
    {
      paste: `Date: Tue, 09 Jun 2026 06:00:04 GMT
POST https://accounts.accesscontrol.windows.net/contoso.onmicrosoft.com/tokens/OAuth/2
401 Unauthorized`,
    },
    {
      paste: `imap_open(): Couldn't open stream {outlook.office365.com:993/imap/ssl}. Retrying PLAIN authentication after AUTHENTICATE failed.`,
    },
    { paste: 'exchangelib with username and password against outlook.office365.com gives 401 since October' },
    {
      paste: `connecting to outlook.office365.com:995
+OK The Microsoft Exchange POP3 service is ready.
-ERR Logon failure: unknown user name or bad password.`,
      verdict: 'likely',
    },
    {
      paste: `$api = \\garethp\\ews\\MailAPI::withUsernameAndPassword('outlook.office365.com', $user, $pass);
PHP Fatal error: Uncaught garethp\\ews\\API\\Exception\\UnauthorizedException`,
    },
    {
      paste: `credentials = Credentials(username="desk@contoso.example", password="***")
config = Configuration(server="outlook.office365.com", credentials=credentials)
exchangelib.errors.UnauthorizedError: Invalid credentials for https://outlook.office365.com/EWS/Exchange.asmx`,
    },
    {
      paste:
        'Host2 banner: * OK The Microsoft Exchange IMAP4 service is ready.\nHost2 failure: Error login on [outlook.office365.com] auth [LOGIN]: 2 NO LOGIN failed.',
    },
    {
      paste:
        '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [AM0PR10CA0009.EURPRD10.PROD.OUTLOOK.COM]',
      verdict: 'certain',
    },
    {
      paste:
        'GET https://graph.windows.net/contoso.com/users?api-version=1.6 -> 403\n{"odata.error":{"code":"Authentication_Unauthorized","message":{"value":"Access blocked to AAD Graph API for this application. https://aka.ms/AzureADGraphMigration."}}}',
      verdict: 'certain',
    },
    { paste: 'GET https://outlook.office.com/api/v2.0/me/events -> 401 Unauthorized' },
  ],
  nearMisses: [
    {
      paste: `Date: Tue, 03 Mar 2026 06:00:04 GMT
POST https://accounts.accesscontrol.windows.net/contoso.onmicrosoft.com/tokens/OAuth/2
401 Unauthorized`,
      cause: 'not-enough-evidence',
    },
    {
      paste: 'imap_open(): {imap.example.net:993/imap/ssl} Retrying PLAIN authentication after AUTHENTICATE failed.',
      cause: 'not-enough-evidence',
    },
    {
      paste: `credentials = Credentials(username="CONTOSO\\\\desk", password="***")
config = Configuration(server="mail.contoso.example", credentials=credentials)
exchangelib.errors.UnauthorizedError: Invalid credentials for https://mail.contoso.example/EWS/Exchange.asmx`,
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'oauth2_flow = client_credentials\nC: A1 AUTHENTICATE XOAUTH2 dXNlcj0\nS: A1 NO AUTHENTICATE failed. outlook.office365.com',
      cause: 'app-role-missing',
    },
    {
      paste:
        'smtplib.SMTPAuthenticationError: (535, b"5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.")',
      cause: 'app-api-policy',
    },
  ],
};
