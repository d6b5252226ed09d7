import type { Facts } from '../facts/facts.ts';
import type { RootCause } from './root-cause.ts';
import { ourApp, sentence, theApp, withValue } from './words/wording.ts';

type Door =
  | 'power-platform'
  | 'network'
  | 'sharepoint'
  | 'smtp'
  | 'imap-pop'
  | 'user-agents'
  | 'power-bi'
  | 'dataverse'
  | 'transcripts'
  | 'ews'
  | 'rest';

/** Data policies of Power Platform (DLP), as the flow service names them when it refuses to save, turn on or run a flow. */
const DATA_POLICY = [
  'apipolicyendpointviolation',
  'dlpviolation',
  'apipolicyconnectionviolation',
  'due to admin api policies',
  'restricts connector',
] as const;

/** SharePoint and OneDrive with access allowed from some networks only; the setting is SharePoint's own. */
const NETWORK = 'access these resources from this network location';

/** How a call of Power BI's administration shows without its address. */
const POWER_BI_ADMIN = ['-serviceprincipal', 'admin/activityevents', '-scope organization'] as const;

/** Power BI and Fabric to an app that signs in as itself, where a setting of the tenant does not let such apps in. */
const POWER_BI_APPS = 'api is not accessible for application';

/** Which door is closed, by the words of the refusal and the API that was called. */
function closedDoor(facts: Facts): Door {
  const said = (...words: readonly string[]) => facts.anyPhrase(...words) !== undefined;
  if (said(...DATA_POLICY)) return 'power-platform';
  if (said(NETWORK)) return 'network';
  if (said('powerbinotauthorizedexception', POWER_BI_APPS)) return 'power-bi';
  if (said('access to dataverse api is restricted for this application')) return 'dataverse';
  if (said('graphaccesstotranscriptsdisabled')) return 'transcripts';
  if (facts.api === 'sharepoint' || said('token type is not allowed')) return 'sharepoint';
  if (
    said('smtpclientauthentication is disabled', 'smtp client authentication is disabled', 'aka.ms/smtp_auth_disabled')
  )
    return 'smtp';
  if (
    said(
      'imap is disabled',
      'pop is disabled',
      'imap access is disabled',
      'imap4 is disabled',
      'account is not enabled for pop',
      'account is not enabled for imap',
      'authenticated but not connected',
    )
  )
    return 'imap-pop';
  if (said('useragent allowlist', 'tenant-configured useragent')) return 'user-agents';
  const ews = [
    'ews is disabled',
    'ews blocked',
    'ews is not enabled',
    'errorexchangewebservicesnotenabled',
    'web services are not enabled',
  ];
  return facts.api === 'exchange-ews' || said(...ews) ? 'ews' : 'rest';
}

/** Doors of other services than Exchange. */
const OUTSIDE_EXCHANGE: ReadonlySet<Door> = new Set(['power-bi', 'dataverse', 'transcripts']);

export const appApiPolicy: RootCause = {
  id: 'app-api-policy',
  title: 'The organisation has closed this protocol or client',
  owner: 'tenant-admin',
  explanation:
    'Exchange Online lets an administrator close single protocols and clients, for the organisation or for one mailbox: REST and Graph, EWS, SMTP AUTH, IMAP, POP, by switch or by an allow list of user agents. The token is in order; the mailbox does not talk to this client.',
  symptoms: [
    '«Request was blocked due to a Tenant-Configured UserAgent AllowList»',
    '«Access to OData is disabled» for a signed-in person',
    '«535 5.7.139 … SmtpClientAuthentication is disabled for the Tenant»',
    '«EWS is disabled»',
  ],
  explains: ['app-access-policy', 'missing-scope', 'mailbox-access-denied'],
  rules: [
    {
      kind: 'phrase',
      phrases: [
        'useragent allowlist',
        'smtpclientauthentication is disabled',
        'smtp client authentication is disabled',
        'access denied using shouldpermitaccess',
        'ews is disabled',
        'exchange web services are not currently available for this request because none of the client access servers',
        'errorexchangewebservicesnotenabled',
        'web services are not enabled',
        'imap is disabled',
        'pop is disabled',
        'is disabled for the mailbox',
        'ews blocked',
        'tenant-configured useragent',
        // SharePoint with DisableCustomAppAuthentication.
        'token type is not allowed',
        'aka.ms/smtp_auth_disabled',
        'ews is not enabled',
        'imap access is disabled',
        'imap4 is disabled',
        'account is not enabled for pop',
        'account is not enabled for imap',
        // Dataverse with its access control for client apps (0x80095ffc).
        'access to dataverse api is restricted for this application',
        // Teams: the tenant's switch for transcripts by Graph.
        'graphaccesstotranscriptsdisabled',
      ],
      strength: 'decisive',
      says: 'Exchange says that this protocol or client is closed',
    },
    {
      // learn.microsoft.com/power-platform/admin/wp-data-loss-prevention, connector endpoint filtering
      kind: 'phrase',
      phrases: DATA_POLICY.slice(0, -1),
      strength: 'decisive',
      says: 'Power Platform names a data policy (DLP) of the organisation that closes this connector or address',
    },
    {
      // learn.microsoft.com/sharepoint/control-access-based-on-network-location
      kind: 'phrase',
      phrases: [NETWORK],
      strength: 'decisive',
      says: 'SharePoint says that the organisation lets in certain networks only, and the call came from another one',
    },
    {
      // The administration of Power BI opens to service principals only by a setting of the tenant, whatever its app may do.
      // learn.microsoft.com/fabric/admin/enable-service-principal-admin-apis
      kind: 'facts',
      phrases: ['powerbinotauthorizedexception', ...POWER_BI_ADMIN],
      onlyWith: { phrases: ['powerbinotauthorizedexception'] },
      test: (facts) => {
        const at = facts.phrase('powerbinotauthorizedexception');
        const admin = /\/admin\//i.test(facts.values.path ?? '') || facts.anyPhrase(...POWER_BI_ADMIN) !== undefined;
        if (at === undefined || !admin || facts.actor === 'user') return undefined;
        return {
          strength: facts.actor === 'app' || facts.phrase('-serviceprincipal') !== undefined ? 'strong' : 'fair',
          at,
          says: 'Power BI lets service principals into its administration only where a tenant setting allows it',
        };
      },
    },
    {
      kind: 'phrase',
      phrases: [POWER_BI_APPS],
      strength: 'strong',
      when: (facts) => facts.actor !== 'user',
      says: 'Power BI says that this API is closed for apps: a tenant setting lets service principals in',
    },
    {
      kind: 'facts',
      phrases: [...DATA_POLICY, 'admin data policy'],
      onlyWith: { phrases: ['admin data policy'] },
      test: (facts) => {
        const at = facts.phrase('admin data policy');
        return at !== undefined && facts.phrase('restricts connector') !== undefined
          ? { strength: 'strong', at, says: 'A data policy (DLP) of the organisation restricts the connector' }
          : undefined;
      },
    },
    {
      // The sign-in was taken and the mailbox behind it was not opened: IMAP or POP is off for it, or it is another person's.
      kind: 'phrase',
      phrases: ['authenticated but not connected'],
      strength: 'fair',
      says: 'Exchange took the token and did not open the mailbox over this protocol: IMAP or POP is closed for it, or the token is not for this mailbox',
    },
    {
      // What Get-OrganizationConfig, Get-CASMailbox and Get-TransportConfig print for a closed door.
      kind: 'phrase',
      phrases: [
        'ewsenabled : false',
        'ewsenabled: false',
        'ewsenabled is false',
        'enforceallowlist',
        'enforceblocklist',
        'imapenabled : false',
        'popenabled : false',
        'smtpclientauthenticationdisabled : true',
        'smtpclientauthenticationdisabled: true',
        'restapienabled : false',
      ],
      strength: 'strong',
      says: 'The settings shown close this protocol or client',
    },
    {
      // The bare names stand in such output with any value, also an empty one.
      kind: 'phrase',
      phrases: ['ewsallowlist', 'ewsblocklist', 'ewsapplicationaccesspolicy', 'smtpclientauthenticationdisabled'],
      strength: 'fair',
      says: 'The text names the setting that closes protocols and clients',
    },
    {
      kind: 'facts',
      phrases: ['access to odata is disabled', '[raop]'],
      onlyWith: { phrases: ['access to odata is disabled'] },
      test: (facts) => {
        const at = facts.phrase('access to odata is disabled');
        if (at === undefined || facts.phrase('[raop]') !== undefined) return undefined;
        if (facts.actor === 'user')
          return {
            strength: 'decisive',
            at,
            says: '«Access to OData is disabled» to a person: REST is closed for the organisation or the mailbox',
          };
        return facts.actor === null
          ? { strength: 'weak', at, says: 'To a signed-in person this means that REST is closed' }
          : undefined;
      },
    },
  ],
  headline: (facts) => {
    const door = closedDoor(facts);
    if (door === 'power-platform')
      return 'A data policy (DLP) of Power Platform closes this connector, or the address that the flow calls with it.';
    if (door === 'network')
      return 'SharePoint and OneDrive of the organisation are open to certain networks only, and this call came from another one.';
    if (door === 'smtp')
      return 'Exchange Online has SMTP sign-in (SMTP AUTH) switched off for this organisation or mailbox.';
    if (door === 'imap-pop') return 'Exchange Online has IMAP or POP switched off for this mailbox.';
    if (door === 'user-agents')
      return `The organisation lets only listed programs (user agents) reach the mailbox over REST, and ${theApp(facts)} is not listed.`;
    if (door === 'power-bi')
      return `The settings of Power BI in the tenant do not let ${theApp(facts)} in as a service principal; its token is in order.`;
    if (door === 'dataverse')
      return `The environment of Dataverse lets listed apps in only, and ${theApp(facts)} is not listed.`;
    if (door === 'transcripts')
      return 'The organisation has closed transcripts of meetings to Microsoft Graph; the token is in order.';
    const what =
      door === 'sharepoint'
        ? 'SharePoint'
        : door === 'ews'
          ? 'Exchange Web Services (EWS)'
          : 'REST access to the mailbox';
    return `The organisation’s settings close ${what} for ${theApp(facts)}; the token is in order.`;
  },
  steps: (facts) => {
    const door = closedDoor(facts);
    const mailbox = facts.values.mailbox ?? facts.values.user ?? 'person@contoso.com';
    if (door === 'power-platform') {
      return [
        {
          text: 'In the Power Platform admin center, Security, Data and privacy, Data policy, open the policy that the message names, as an administrator of Power Platform.',
        },
        {
          text: 'Where it names an address: Connectors, the connector, Configure connector, Connector endpoints. Allow the address that the flow calls above the last row, which denies all others. An address built from a variable is compared as it is written in the flow.',
        },
        {
          text: 'Where it names the connector: all connectors of a flow must stand in one group (Business or Non-business), and none in Blocked.',
        },
        { text: 'Then turn the flow on again.' },
      ];
    }
    if (door === 'network') {
      return [
        {
          text: 'Find the public address that the call goes out from (of the server, the build agent, the VPN): the sign-in logs of Entra ID show it with each sign-in of the app.',
        },
        {
          text: 'As a SharePoint administrator: SharePoint admin center, Policies, Access control, Network location. Add that address, or run the job from a network that is listed. In PowerShell:',
          value: 'Get-SPOTenant | Format-List IPAddressEnforcement,IPAddressAllowList',
        },
        {
          text: 'It holds for apps that sign in as themselves, too, and other services of Microsoft 365 that reach SharePoint from addresses of their own are shut out with it. Allow fifteen minutes for a change.',
        },
      ];
    }
    if (door === 'power-bi') {
      return [
        {
          text: 'As a Fabric administrator: Admin portal, Tenant settings, Developer settings, switch on «Service principals can call Fabric public APIs», for a security group that holds the app’s service principal.',
        },
        {
          text: 'For addresses with /admin/: there, Admin API settings, «Service principals can access read-only admin APIs» (to change something: the setting for updates), for the same group. The app must then have no permission of Power BI that an administrator consents to.',
        },
        { text: 'For everything else: give the service principal a role in the workspace (Manage access).' },
        { text: 'Give the settings a quarter of an hour, and ask for a new token.' },
      ];
    }
    if (door === 'dataverse') {
      return [
        {
          text: 'As an administrator of Power Platform: Power Platform admin center, the environment, Settings, Privacy + Security, Client application access control: add the app’s client id to those that are allowed.',
          ...withValue(facts.values.clientId),
        },
      ];
    }
    if (door === 'transcripts') {
      return [
        {
          text: 'Ask an administrator of Teams to open transcripts of meetings to Microsoft Graph again (Teams admin center, Meetings). No permission of the token opens them while the switch is off.',
        },
      ];
    }
    if (door === 'sharepoint') {
      return [
        {
          text: 'The token comes from SharePoint’s own app-only sign-in (Azure ACS), which is retired and closed in new tenants. Register the app in Entra ID, and give it an application permission of SharePoint (Sites.Selected, or wider) with admin consent.',
        },
        {
          text: 'SharePoint takes an app-only token only when the app proved itself with a certificate, not with a secret: upload one under Certificates & secrets, and ask for the scope',
          value: `https://${facts.values.host ?? 'contoso.sharepoint.com'}/.default`,
        },
        {
          text: 'With Microsoft Graph (/sites/…) in place of /_api a secret is enough:',
          value: 'https://graph.microsoft.com/.default',
        },
        {
          text: 'To see the switch of the tenant (SharePoint Online Management Shell, as an administrator):',
          value: 'Get-SPOTenant | Format-List DisableCustomAppAuthentication,LegacyAuthProtocolsEnabled',
        },
      ];
    }
    if (door === 'smtp') {
      return [
        {
          text: 'In Exchange Online PowerShell, see the switch of the organisation and the one of the mailbox (the mailbox’s own wins where it is set):',
          value: `Get-TransportConfig | Format-List SmtpClientAuthenticationDisabled; Get-CASMailbox ${mailbox} | Format-List SmtpClientAuthenticationDisabled`,
        },
        {
          text: 'Open it for this one mailbox, not for the organisation:',
          value: `Set-CASMailbox ${mailbox} -SmtpClientAuthenticationDisabled $false`,
        },
        {
          text: 'Sign in with OAuth (XOAUTH2, scope https://outlook.office.com/SMTP.Send): passwords are being switched off for SMTP, too. Security defaults and Conditional Access may block it besides.',
        },
        {
          text: 'Or send with Microsoft Graph, which needs no SMTP:',
          value: 'POST https://graph.microsoft.com/v1.0/me/sendMail',
        },
      ];
    }
    if (door === 'imap-pop') {
      return [
        {
          text: 'In Exchange Online PowerShell, see what is open for the mailbox:',
          value: `Get-CASMailbox ${mailbox} | Format-List ImapEnabled,PopEnabled`,
        },
        {
          text: 'Open the protocol that is needed, for this mailbox only:',
          value: `Set-CASMailbox ${mailbox} -ImapEnabled $true`,
        },
        { text: 'Give the change up to an hour, then sign in again with OAuth (XOAUTH2).' },
      ];
    }
    return [
      {
        text: 'In Exchange Online PowerShell, see what is closed:',
        value:
          'Get-OrganizationConfig | Format-List EwsEnabled,EwsApplicationAccessPolicy,EwsAllowList,EwsBlockList,RestApiEnabled',
      },
      {
        text: 'And for the one mailbox:',
        value: `Get-CASMailbox ${mailbox} | Format-List EwsEnabled,EwsApplicationAccessPolicy,EwsAllowList,EwsBlockList`,
      },
      { text: 'Add the client’s user agent to the allow list, or open the protocol for that mailbox only.' },
      ...(door === 'ews'
        ? [
            {
              text: 'Plan the move to Microsoft Graph: Microsoft switches EWS off in Exchange Online, step by step from October 2026.',
            },
          ]
        : []),
    ];
  },
  patches: (facts) => (closedDoor(facts) === 'smtp' || closedDoor(facts) === 'imap-pop' ? ['exchange-imap-smtp'] : []),
  check: (facts) => ({
    text:
      closedDoor(facts) === 'power-platform'
        ? 'The flow can be saved and turned on, and its run passes this step.'
        : closedDoor(facts) === 'sharepoint'
          ? 'The token has appidacr 2 (a certificate), and the same request is answered.'
          : OUTSIDE_EXCHANGE.has(closedDoor(facts))
            ? 'The same request is answered with a new token.'
            : 'The same request from the same client is answered; changes take up to an hour.',
  }),
  forward: (facts) => {
    const mailbox = facts.values.mailbox ?? facts.values.user ?? 'one of our mailboxes';
    switch (closedDoor(facts)) {
      case 'power-platform':
        return 'A data policy (DLP) of Power Platform stops our flow: it closes the connector, or the address that is called with it. Please allow the address in the endpoints of the connector, or put the connectors of the flow into one group.';
      case 'network':
        return 'SharePoint refuses our app because of where it runs: access is allowed from certain networks only (SharePoint admin center, Access control, Network location). Please add the address of our server, or tell us from which network to run it.';
      case 'sharepoint':
        return `SharePoint refuses the sign-in of ${ourApp(facts)}: apps that sign in with SharePoint’s own app-only tokens are closed in our tenant. Please consent to an application permission (Sites.Selected) for it in Entra ID; we change it to a certificate.`;
      case 'power-bi':
        return `Power BI does not let ${ourApp(facts)} in as a service principal. Please review it, and switch on for it (through a security group) «Service principals can call Fabric public APIs», and for the admin APIs «Service principals can access read-only admin APIs» (Admin portal, Tenant settings).`;
      case 'dataverse':
        return `Dataverse lets listed apps in only. Please review ${ourApp(facts)} and add it (Power Platform admin center, the environment, Privacy + Security, Client application access control).`;
      case 'transcripts':
        return `${sentence(ourApp(facts))} may not read transcripts of meetings, as access to them by Microsoft Graph is switched off for the organisation. Please tell us whether it can be opened.`;
      case 'smtp':
        return `SMTP AUTH is switched off for the mailbox ${mailbox} or for our organisation (SmtpClientAuthenticationDisabled). Please open it for this mailbox only (Set-CASMailbox), or tell us to send with Microsoft Graph.`;
      case 'imap-pop':
        return `IMAP or POP is switched off for the mailbox ${mailbox}. Please open it for this mailbox (Set-CASMailbox), or tell us to use Microsoft Graph.`;
      default:
        return `Exchange Online refuses ${ourApp(facts)} although its token is valid: a setting closes the protocol or allows only listed user agents (Get-OrganizationConfig, Get-CASMailbox). Please check whether it may be added.`;
    }
  },
  sources: [
    {
      title: 'Control access to EWS in Exchange',
      url: 'https://learn.microsoft.com/exchange/client-developer/exchange-web-services/how-to-control-access-to-ews-in-exchange',
    },
    {
      title: 'Enable or disable SMTP AUTH',
      url: 'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'POST https://api.powerbi.com/v1.0/myorg/groups/1/reports/2/GenerateToken 403 {"Message":"API is not accessible for application"}',
    },
    {
      paste: `{"error":{"code":"Forbidden","message":"Access is disabled.","innerError":{"code":"GraphAccessToTranscriptsDisabled"}}}`,
      verdict: 'certain',
    },
    {
      paste: `GET https://api.powerbi.com/v1.0/myorg/admin/groups?$top=10
401
{"error":{"code":"PowerBINotAuthorizedException"}}
grant_type=client_credentials`,
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/sites/contoso.sharepoint.com:/sites/hr:/drive/root/children\n403 {"error":{"code":"accessDenied","message":"Due to organizational policies, you can\'t access these resources from this network location."}}',
      verdict: 'certain',
    },
    {
      paste: `Flow client error returned with status code "Forbidden" and details "{"error":{"code":"ApiPolicyEndpointViolation","message":"Admin data policy 'Contoso' restricts connector /providers/Microsoft.PowerApps/apis/shared_webcontents to access endpoint https://graph.microsoft.com/v1.0/me."}}"`,
      verdict: 'certain',
    },
    {
      paste: `Your flow could not turn on. {"error":{"code":"DlpViolation","message":"Flow '' cannot be activated due to admin API policies."}}`,
      verdict: 'certain',
    },
    {
      paste: `{"error":{"code":"0x80095ffc","message":"Access to Dataverse API is restricted for this application Id : '9d6e2b7c-5f41-4b38-9a0d-2c7e8f1a3b55'. Please contact your administrator for more information."}}`,
      verdict: 'certain',
    },
    {
      paste: `PS> Get-CASMailbox rooms@contoso.example | fl Ews*
EwsEnabled : False

POST https://outlook.office365.com/EWS/Exchange.asmx -> 403 Forbidden`,
    },
    {
      paste: `C: A3 SELECT INBOX
S: A3 BAD User is authenticated but not connected.`,
    },
    {
      paste:
        '{"error":"invalid_request","error_description":"Token type is not allowed."} https://fabrikam.sharepoint.com/_api/web',
      verdict: 'certain',
    },
    {
      paste:
        '403 {"error":{"code":"ErrorAccessDenied","message":"Request was blocked due to a Tenant-Configured UserAgent AllowList being set for this Organization;ExceptionDetails=Access Denied Using ShouldPermitAccess. ExceptionMessage=Access to OData is disabled.;"}}',
      verdict: 'certain',
    },
    {
      paste:
        'smtplib.SMTPAuthenticationError: (535, b"5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.")',
      verdict: 'certain',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/messages -> 403\n{"aud":"https://graph.microsoft.com","idtyp":"user","scp":"Mail.Read"}\n{"error":{"code":"ErrorAccessDenied","message":"Access to OData is disabled."}}',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste: 'Where do I find the data policy that restricts connectors, and what does a DLP violation look like?',
      cause: 'not-enough-evidence',
    },
    {
      paste: `Get-OrganizationConfig | fl EwsAllowList,EwsBlockList
EwsAllowList :
EwsBlockList :

{"error":{"code":"InvalidAuthenticationToken","message":"Lifetime validation failed, the token is expired."}}`,
      cause: 'token-expired',
    },
    {
      paste:
        'imap_tools.errors.MailboxLoginError: Response status "OK" expected, but "NO" received. Data: [b\'LOGIN failed.\'] outlook.office365.com',
      cause: 'legacy-protocol-retired',
    },
    {
      paste:
        '{"error":{"code":"ErrorAccessDenied","message":"Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings."}}',
      cause: 'app-access-policy',
    },
    {
      paste: '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
      cause: 'legacy-protocol-retired',
    },
  ],
};
