import type { FixStep } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import { covers } from '../permissions/grant-covers.ts';
import { holdsMailRole, MAIL_PROTOCOL_WORDS, MAIL_REFUSALS, mailRefusal } from './audience/mail-protocol.ts';
import { toldGranted } from './permissions/told-permissions.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { retold } from './words/told.ts';
import { namedMailbox, ourApp, sentence, theApp } from './words/wording.ts';

function mailbox(facts: Facts): string {
  return namedMailbox(facts) ?? 'the mailbox';
}

const NAMED_POLICY = ['application access policy', 'applicationaccesspolicy'] as const;
/** People rule it out by its name, too. */
const NO_POLICY = [
  'no application access policy',
  'no applicationaccesspolicy',
  'not an application access policy',
  'not the application access policy',
  'without an application access policy',
  'keine application access policy',
  'get-applicationaccesspolicy returns nothing',
  'get-applicationaccesspolicy returns no',
  'get-applicationaccesspolicy is empty',
] as const;

/** The token shows that it lacks the permission of the call: no policy comes before that. */
function lacksRole({ claims: { roles }, need }: Facts): boolean {
  return roles !== undefined && need !== null && need.app.length > 0 && !covers(roles, need.app);
}

/** The permissions whose mailboxes a policy can limit: learn.microsoft.com/exchange/permissions-exo/application-rbac */
const OF_MAILBOXES = /^(?:Mail|MailboxSettings|Calendars|Contacts)\./;

/** The app has the role and the mailbox still refuses: what is left is Exchange's own fence around it. */
function roleIsThere(facts: Facts): Signal | undefined {
  const { need, claims, token } = facts;
  const error = facts.call?.error;
  if (facts.actor !== 'app' || token === null || need === null || error == null) return undefined;
  if (!need.app.some((name) => OF_MAILBOXES.test(name)) || /missing role/i.test(error.message)) return undefined;
  if (!/^(?:ErrorAccessDenied|AccessDenied|Forbidden)$/.test(error.code) || !covers(claims.roles ?? [], need.app))
    return undefined;
  return {
    strength: 'strong',
    at: token.span,
    says: `roles holds ${(claims.roles ?? []).join(' ')}, which is enough, and Exchange still refuses this mailbox`,
  };
}

const SCOPE_TYPES = ['customrecipientscope', 'administrativeunit', 'organizationconfig'] as const;
const OUT_OF_SCOPE = [...SCOPE_TYPES.map((type) => `${type} false`), 'inscope : false'];
const IN_SCOPE = [...SCOPE_TYPES.map((type) => `${type} true`), 'inscope : true'];

/**
 * Teams, for the online meetings of a person; its policy is another than Exchange's.
 * learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy
 */
const TEAMS_POLICY = [
  'no application access policy found for this app',
  'is not authorized to create meeting on behalf of',
  'application is not allowed to perform operations on the user',
] as const;

function isOfTeams(facts: Facts): boolean {
  return facts.anyPhrase(...TEAMS_POLICY) !== undefined;
}

function stepsInTeams(facts: Facts): FixStep[] {
  return [
    {
      text: 'As a Teams administrator, in PowerShell (Connect-MicrosoftTeams), make a policy for the app:',
      value: `New-CsApplicationAccessPolicy -Identity Meetings -AppIds "${facts.values.clientId ?? 'YOUR_CLIENT_ID'}"`,
    },
    {
      text: 'Grant it to the organiser of the meeting by the object id, or with -Global to everybody:',
      value: 'Grant-CsApplicationAccessPolicy -PolicyName Meetings -Identity OBJECT_ID_OF_THE_ORGANISER',
    },
    {
      text: 'Name that organiser by the object id in the address: /users/{object id}/onlineMeetings.',
    },
    { text: 'Wait: a change takes 30 minutes. The application permission (OnlineMeetings…) is needed as before.' },
  ];
}

/** `Test-ServicePrincipalAuthorization` has answered: it is the scope of RBAC for Applications, and no older policy. */
function outOfScope(facts: Facts): boolean {
  return facts.anyPhrase(...OUT_OF_SCOPE) !== undefined;
}

function ofPolicy(facts: Facts): readonly FixStep[] {
  return [
    {
      text: 'Connect to Exchange Online PowerShell and ask what applies to this app and mailbox:',
      value: `Test-ApplicationAccessPolicy -AppId ${facts.values.clientId ?? 'YOUR_CLIENT_ID'} -Identity ${namedMailbox(facts) ?? 'desk@contoso.com'}`,
    },
    {
      text: 'Where it says Denied, add the mailbox to the mail-enabled security group of the policy:',
      value: `Add-DistributionGroupMember -Identity GROUP_OF_THE_POLICY -Member ${namedMailbox(facts) ?? 'desk@contoso.com'}`,
    },
  ];
}

function ofScope(facts: Facts): FixStep {
  return {
    text: 'With RBAC for Applications, widen the management scope of the role assignment, and check it:',
    value: `Test-ServicePrincipalAuthorization -Identity ${facts.values.clientId ?? 'YOUR_CLIENT_ID'} -Resource ${namedMailbox(facts) ?? 'desk@contoso.com'}`,
  };
}

/** IMAP, POP and SMTP: neither the older policy nor a scope counts there, but a right on the mailbox. */
function stepsInMailProtocol(facts: Facts): FixStep[] {
  return [
    {
      text: 'In Exchange Online PowerShell, register the app’s service principal. The object id is the one under Enterprise applications; App registrations shows another one:',
      value: `New-ServicePrincipal -AppId ${facts.values.clientId ?? 'YOUR_CLIENT_ID'} -ObjectId OBJECT_ID_OF_THE_ENTERPRISE_APPLICATION`,
    },
    {
      text: 'Give it the mailbox, and sign in with the address of that mailbox as the user name:',
      value: `Add-MailboxPermission -Identity ${namedMailbox(facts) ?? 'desk@contoso.com'} -User OBJECT_ID_OF_THE_ENTERPRISE_APPLICATION -AccessRights FullAccess`,
    },
    { text: 'Wait: a change takes 30 minutes to two hours.' },
  ];
}

function stepsInExchange(facts: Facts): FixStep[] {
  if (mailRefusal(facts) !== undefined) return stepsInMailProtocol(facts);
  return [
    ...(outOfScope(facts) ? [ofScope(facts)] : [...ofPolicy(facts), ofScope(facts)]),
    { text: 'Wait: a change takes 30 minutes to two hours.' },
  ];
}

export const appAccessPolicy: RootCause = {
  id: 'app-access-policy',
  title: 'An Exchange policy keeps the app out of this mailbox',
  owner: 'tenant-admin',
  explanation:
    'Application permissions reach every mailbox of the tenant, so Exchange lets an administrator fence them in: with an application access policy, or with RBAC for Applications. The token is right and holds its roles; Exchange refuses because this mailbox is outside the fence. Changes of a policy take up to an hour or two to work.',
  symptoms: [
    '403 ErrorAccessDenied «Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.»',
    'The same app and token work for one mailbox and are refused for another',
  ],
  explains: ['app-role-missing', 'mailbox-access-denied', 'missing-scope', 'app-api-policy'],
  rules: [
    {
      kind: 'phrase',
      phrases: [
        '[raop]',
        'apponly accesspolicy',
        'blocked by tenant configured apponly',
        'accesscheckresult : denied',
        'accesscheckresult: denied',
      ],
      strength: 'decisive',
      says: 'Exchange names its application access policy',
    },
    {
      kind: 'phrase',
      phrases: TEAMS_POLICY,
      strength: 'decisive',
      says: 'Teams lets an app act for the meetings of those people only whom its own application access policy names',
    },
    {
      kind: 'facts',
      phrases: ['access to odata is disabled', 'useragent allowlist', 'ewsallowlist'],
      onlyWith: { phrases: ['access to odata is disabled'] },
      test: (facts) => {
        const at = facts.phrase('access to odata is disabled');
        if (at === undefined || facts.anyPhrase('useragent allowlist', 'ewsallowlist') !== undefined) return undefined;
        if (facts.actor === 'app')
          return {
            strength: 'decisive',
            at,
            says: '«Access to OData is disabled» to an app-only token: the mailbox is outside the application access policy',
          };
        return facts.actor === null
          ? { strength: 'fair', at, says: 'To an app without a person this means an application access policy' }
          : undefined;
      },
    },
    {
      // The name of the policy and of its cmdlets: proof only beside a refusal.
      kind: 'facts',
      phrases: [...NAMED_POLICY, ...NO_POLICY],
      onlyWith: { phrases: NAMED_POLICY },
      test: (facts) => {
        const at = facts.anyPhrase(...NAMED_POLICY);
        if (at === undefined || facts.anyPhrase(...NO_POLICY) !== undefined || lacksRole(facts)) return undefined;
        const refused = facts.status === 403 || facts.call?.error != null;
        return {
          strength: refused ? 'strong' : 'weak',
          at,
          says: 'The text itself speaks of an application access policy',
        };
      },
    },
    {
      // Test-ServicePrincipalAuthorization, RBAC for Applications: its rows end in the type of the scope and InScope.
      kind: 'facts',
      phrases: [...OUT_OF_SCOPE, ...IN_SCOPE],
      onlyWith: { phrases: OUT_OF_SCOPE },
      test: (facts) => {
        const at = facts.anyPhrase(...OUT_OF_SCOPE);
        return at !== undefined && facts.anyPhrase(...IN_SCOPE) === undefined
          ? {
              strength: 'decisive',
              at,
              says: 'Test-ServicePrincipalAuthorization answers that the mailbox is outside the scope of the app\u2019s role',
            }
          : undefined;
      },
    },
    { kind: 'facts', onlyWith: { evidence: ['token'] }, test: roleIsThere },
    {
      // With IMAP.AccessAsApp in the token what is left is Exchange: New-ServicePrincipal and Add-MailboxPermission.
      kind: 'facts',
      phrases: [...MAIL_REFUSALS, ...MAIL_PROTOCOL_WORDS],
      onlyWith: { phrases: MAIL_REFUSALS },
      test: (facts) => {
        const at = mailRefusal(facts);
        if (at === undefined || facts.actor !== 'app') return undefined;
        const allowed = holdsMailRole(facts, facts.claims.roles ?? []);
        const granted = holdsMailRole(facts, toldGranted(facts, 'application-permissions'));
        if (!allowed && granted && facts.claims.roles === undefined && facts.token === null)
          return {
            strength: 'fair',
            at,
            says: 'The permission of the mail protocol is granted, and Exchange still refuses: it takes the service principal and a right on the mailbox, too',
          };
        return {
          strength: allowed ? 'strong' : 'weak',
          at,
          says: allowed
            ? 'The token holds the role, and Exchange still refuses: its service principal or its right on the mailbox is missing there'
            : 'Exchange may not know the app\u2019s service principal, or it has no right on the mailbox',
        };
      },
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['api-error'] },
      test: (facts) => {
        const error = facts.call?.error;
        if (
          facts.actor !== 'app' ||
          facts.token !== null ||
          error?.code !== 'ErrorAccessDenied' ||
          facts.values.mailbox === undefined
        )
          return undefined;
        const granted = toldGranted(facts, 'application-permissions');
        return facts.need !== null && covers(granted, facts.need.app)
          ? {
              strength: 'fair',
              at: error.span,
              says: `${granted.join(' ')} is granted to the app, as you say, and Exchange still refuses this mailbox`,
            }
          : {
              strength: 'weak',
              at: error.span,
              says: 'An app without a person is refused at one mailbox: a missing role, or a policy around the mailbox',
            };
      },
    },
    retold(
      {
        'some-mailboxes-refused':
          'The application permission opens most mailboxes, and some are refused: a policy names those that the app may open',
      },
      { when: (facts) => facts.actor !== 'user', unnamed: 'fair' },
    ),
  ],
  headline: (facts) =>
    mailRefusal(facts) !== undefined
      ? `${sentence(theApp(facts))} has the permission, and Exchange Online does not let it into ${mailbox(facts)}: it does not know the app’s service principal, or that has no right there.`
      : isOfTeams(facts)
        ? `${sentence(theApp(facts))} may not act for this person’s meetings in Teams: no application access policy of Teams allows it; its token is in order.`
        : `An Exchange Online policy keeps ${theApp(facts)} out of ${mailbox(facts)}; its token is in order.`,
  steps: (facts) => (isOfTeams(facts) ? stepsInTeams(facts) : stepsInExchange(facts)),
  patches: (facts) => (isOfTeams(facts) ? [] : ['mailbox-policy']),
  check: (facts) =>
    mailRefusal(facts) !== undefined
      ? {
          text: 'The mailbox lists the service principal with FullAccess, and the sign-in of the protocol succeeds:',
          command: `Get-MailboxPermission -Identity ${namedMailbox(facts) ?? 'desk@contoso.com'}`,
        }
      : isOfTeams(facts)
        ? { text: 'Half an hour after the grant the same call answers 200.' }
        : {
            text: 'The test says Granted (or InScope: True), and the call answers 200:',
            command: outOfScope(facts)
              ? `Test-ServicePrincipalAuthorization -Identity ${facts.values.clientId ?? 'YOUR_CLIENT_ID'} -Resource ${namedMailbox(facts) ?? 'desk@contoso.com'}`
              : `Test-ApplicationAccessPolicy -AppId ${facts.values.clientId ?? 'YOUR_CLIENT_ID'} -Identity ${namedMailbox(facts) ?? 'desk@contoso.com'}`,
          },
  forward: (facts) =>
    mailRefusal(facts) !== undefined
      ? `${sentence(ourApp(facts))} opens ${mailbox(facts)} by IMAP, POP or SMTP as itself, and Exchange Online does not let it in. Please register its service principal (New-ServicePrincipal) and give it the mailbox (Add-MailboxPermission).`
      : isOfTeams(facts)
        ? `${sentence(ourApp(facts))} must reach the online meetings of a person in Teams, and has no application access policy there. If you agree, please make one with New-CsApplicationAccessPolicy and grant it to the organiser with Grant-CsApplicationAccessPolicy.`
        : `${sentence(ourApp(facts))} must reach the mailbox${namedMailbox(facts) === undefined ? '' : ` ${namedMailbox(facts)}`} through Microsoft Graph, and Exchange Online ${
            outOfScope(facts)
              ? 'refuses it by the scope of RBAC for Applications. Please widen the management scope of the app’s role assignment so that it holds the mailbox,'
              : 'refuses it by an application access policy (or the scope of RBAC for Applications). Please add the mailbox to the group of that policy,'
          } or tell us that it shall stay closed.`,
  sources: [
    {
      title: 'Limit mailbox access of applications',
      url: 'https://learn.microsoft.com/graph/auth-limit-mailbox-access',
    },
    {
      title: 'RBAC for Applications in Exchange Online',
      url: 'https://learn.microsoft.com/exchange/permissions-exo/application-rbac',
    },
    {
      title: 'Application access policy for online meetings (Teams)',
      url: 'https://learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'Daemon with the application permission Calendars.Read: Graph says 403 for a few mailboxes, always the same.',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/users/desk@contoso.com/events\n403 {"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}\nClient credentials, Calendars.Read (Application) with admin consent.',
      verdict: 'likely',
    },
    {
      paste: `{"error":{"code":"Forbidden","message":"Application is not allowed to perform operations on the user '0f1e2d3c-4b5a-4968-8776-655443322110', neither is allowed access through RSC permission evaluation."}}`,
      verdict: 'certain',
    },
    {
      paste: `MailKit.Security.AuthenticationException: Authentication failed.
   at MailKit.Net.Imap.ImapClient.AuthenticateAsync(SaslMechanism mechanism)
app.AcquireTokenForClient(new[] { "https://outlook.office365.com/.default" }), roles in the token: IMAP.AccessAsApp`,
    },
    {
      paste: `var t = await app.AcquireTokenForClient(new[] { "https://outlook.office365.com/.default" }).ExecuteAsync();
await client.AuthenticateAsync(new SaslMechanismOAuth2("desk@contoso.com", t.AccessToken)); // MailKit.Security.AuthenticationException: Authentication failed.
IMAP.AccessAsApp is granted`,
      verdict: 'possible',
    },
    {
      paste: `Test-ServicePrincipalAuthorization -Identity 8fa39a89-5884-416a-a85c-852e19bad704 -Resource desk@contoso.com
RoleName              ScopeType             InScope
Application Mail.Read CustomRecipientScope  False`,
      verdict: 'certain',
    },
    {
      paste: 'com.microsoft.graph.models.odataerrors.ODataError: No application access policy found for this app.',
      verdict: 'certain',
    },
    {
      paste: 'Test-ApplicationAccessPolicy -Identity desk@contoso.example\nAccessCheckResult : Denied',
      verdict: 'certain',
    },
    {
      paste:
        '403 {"error":{"code":"ErrorAccessDenied","message":"Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings."}}',
      verdict: 'certain',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/users/desk@contoso.com/events -> 403\n{"aud":"https://graph.microsoft.com","idtyp":"app","roles":["Calendars.ReadWrite"]}\n{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}',
    },
    {
      paste:
        'var app = ConfidentialClientApplicationBuilder.Create(id); app.AcquireTokenForClient(new[]{"https://graph.microsoft.com/.default"});\nGET https://graph.microsoft.com/v1.0/users/desk@contoso.com/messages\nCode: ErrorAccessDenied\nMessage: Access to OData is disabled.',
    },
  ],
  nearMisses: [
    {
      // What was consented to is not enough for the call.
      paste:
        'POST https://graph.microsoft.com/v1.0/users/desk@contoso.com/events\n403 {"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}\nClient credentials, Calendars.Read (Application) with admin consent.',
      cause: 'app-role-missing',
    },
    {
      // A policy limits mailboxes; Graph itself names what it misses.
      paste:
        'GET https://graph.microsoft.com/v1.0/users/x/chats\n403 {"error":{"code":"Forbidden","message":"Missing role permissions on the request. API requires one of \'Chat.ReadBasic.All, Chat.Read.All\'. Roles on the request \'User.Read.All\'."}}\n{"aud":"https://graph.microsoft.com","idtyp":"app","roles":["Chat.Read.All"]}',
      cause: 'app-role-missing',
    },
    {
      paste: `Test-ServicePrincipalAuthorization -Identity 8fa39a89-5884-416a-a85c-852e19bad704 -Resource desk@contoso.com
RoleName              ScopeType             InScope
Application Mail.Read CustomRecipientScope  True`,
      cause: 'not-enough-evidence',
    },
    {
      paste:
        '{"error":{"code":"ErrorAccessDenied","message":"Request was blocked due to a Tenant-Configured UserAgent AllowList being set for this Organization;ExceptionMessage=Access to OData is disabled.;"}}',
      cause: 'app-api-policy',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/users/desk@contoso.com/events -> 403\n{"aud":"https://graph.microsoft.com","idtyp":"app","roles":["User.Read.All"]}\n{"error":{"code":"ErrorAccessDenied","message":"Access is denied."}}',
      cause: 'app-role-missing',
    },
  ],
};
