import type { FixStep } from '../diagnosis.ts';
import { apiOfResource } from '../facts/api.ts';
import type { Facts } from '../facts/facts.ts';
import { permissionNeed } from '../permissions/find-operation.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { sentence, theApi, theApp, theCall, withValue } from './words/wording.ts';

/** A job that runs at night may still use a person's refresh token: words are no proof, and least where nothing refused. */
function strengthOnMe(facts: Facts): Signal['strength'] {
  if (!facts.actorIsTold) return 'decisive';
  const refused = (facts.status !== null && facts.status >= 400) || facts.call?.error != null;
  return refused ? 'strong' : 'weak';
}

function appTokenOnMe(facts: Facts): Signal | undefined {
  const request = facts.call?.request;
  if (facts.actor !== 'app' || request == null) return undefined;
  if (facts.api === 'graph' && /(?:^|\/)me(?:\/|$)/i.test(request.path)) {
    return {
      strength: strengthOnMe(facts),
      at: request.span,
      says: '/me means the signed-in person, and an app-only token has none',
    };
  }
  if (
    facts.need !== null &&
    facts.need.app.length === 0 &&
    (facts.need.work.length > 0 || facts.need.personal.length > 0)
  ) {
    return {
      strength: 'strong',
      at: request.span,
      says: `${facts.need.method} ${facts.need.operation} has no application permission: only a signed-in person can call it`,
    };
  }
  return undefined;
}

/** How people say that an app signs in as itself. Their word, so never proof by itself. */
const APP_FLOWS = [
  'client credentials flow',
  'client credential flow',
  'client-credentials flow',
  'client_credentials flow',
  'client credentials grant',
  'client-credentials grant',
  'client_credentials grant',
  'app-only token',
  'app only token',
  'application permissions',
  'application permission',
] as const;

function saidAppOnMe(facts: Facts): Signal | undefined {
  if (
    facts.actor === 'user' ||
    (facts.actor === 'app' && !facts.actorIsTold) ||
    facts.api !== 'graph' ||
    facts.status === null ||
    facts.status < 400
  )
    return undefined;
  if (!/(?:^|\/)me(?:\/|$)/i.test(facts.values.path ?? '')) return undefined;
  const at = facts.anyPhrase(...APP_FLOWS);
  if (at === undefined) return undefined;
  return {
    strength: 'strong',
    at,
    says: 'You write that the app signs in as itself; /me means the signed-in person, and such a token has none',
  };
}

/** The same as a question, before anything was called. */
const ON_ME = [
  '/me/event',
  '/me/calendar',
  '/me/message',
  '/me/mail',
  '/me/contact',
  '/me/drive',
  'call /me with',
] as const;
const ASKED_OF = [...APP_FLOWS, 'client credentials', 'client-credentials', 'app-only', 'daemon'] as const;
const NOT_ON_ME = ['instead of /me', 'rather than /me', 'not /me', 'statt /me', 'nicht /me', 'no /me'] as const;

function askedForAppOnMe(facts: Facts): Signal | undefined {
  if (facts.status !== null || facts.token !== null || facts.of('vendor').length > 0) return undefined;
  if (facts.call?.request != null && !/\/me(?:\/|$)/i.test(facts.call.request.path)) return undefined;
  if (facts.of('aadsts').length > 0 || facts.of('oauth-error').length > 0) return undefined;
  const at = facts.anyPhrase(...ON_ME);
  if (at === undefined || facts.anyPhrase(...NOT_ON_ME) !== undefined || facts.anyPhrase(...ASKED_OF) === undefined)
    return undefined;
  return {
    strength: 'weak',
    at,
    says: 'An app that signs in as itself is to call /me: that means the signed-in person, and such a token has none',
  };
}

/**
 * Teamwork.Migrate.All lets an app write messages of the past into a team or chat in migration mode, and nowhere else.
 * learn.microsoft.com/microsoftteams/platform/graph-api/import-messages/import-external-messages-to-teams
 */
const IMPORT = 'teamwork.migrate.all';
const MESSAGE = [
  'send a message',
  'sending a message',
  'post a message',
  '/messages',
  'in a channel',
  'to a channel',
] as const;

function messageOfApp(facts: Facts): Signal | undefined {
  const at = facts.phrase(IMPORT);
  if (at === undefined || facts.actor === 'user') return undefined;
  const refused =
    facts.status === 401 ||
    facts.status === 403 ||
    (facts.status === null && facts.phrase('unauthorized') !== undefined);
  if (!refused || facts.phrase('missing role permissions on the request') !== undefined) return undefined;
  const writes = facts.values.path === undefined ? facts.anyPhrase(...MESSAGE) !== undefined : onMessages(facts);
  return writes
    ? {
        strength: 'fair',
        at,
        says: 'Teamwork.Migrate.All is for imports into a team in migration mode: an app cannot post ordinary messages with it',
      }
    : undefined;
}

/** Messages of channels and chats: only a person writes them through Graph. */
function onMessages(facts: Facts): boolean {
  return /^\/?(?:(?:v1\.0|beta)\/)?(?:teams\/[^/]{1,200}\/channels|chats)\/[^/]{1,300}\/messages(?:\/|$)/i.test(
    facts.values.path ?? '',
  );
}

/**
 * SharePoint takes no app-only token that a client secret got.
 * learn.microsoft.com/sharepoint/dev/solution-guidance/security-apponly-azuread
 */
const NO_CERTIFICATE = 'unsupported app only token';
/** How programs give a secret to the libraries, where its value stands elsewhere. */
const WITH_SECRET = ['withclientsecret', 'clientsecretcredential', 'client_secret'] as const;
const WITH_CERTIFICATE = ['withcertificate', 'clientcertificatecredential', 'client_assertion'] as const;
/** SharePoint's own library, which needs no address of a REST call; and its older sign-in, which takes a secret. */
const CSOM = ['microsoft.sharepoint.client', 'clientcontext('] as const;
const OLDER_SIGN_IN = ['accesscontrol.windows.net', 'getacsapponlycontext', 'appregnew.aspx'] as const;

function secretAtSharePoint(facts: Facts): Signal | undefined {
  if (facts.actor !== 'app' || facts.actorIsTold || facts.status !== 401) return undefined;
  if (facts.api !== 'sharepoint' && (facts.api !== null || facts.anyPhrase(...CSOM) === undefined)) return undefined;
  const { aud, clientProof } = facts.claims;
  const resource = aud ?? facts.of('setting').find(({ name }) => name === 'resource' || name === 'scopes')?.values[0];
  if (resource === undefined || apiOfResource(resource) !== 'sharepoint') return undefined;
  if (facts.token !== null && aud !== undefined && clientProof === '1')
    return {
      strength: 'decisive',
      at: facts.token.span,
      says: 'appidacr is 1: the app proved who it is by a secret, and SharePoint takes the token of an app only where it signed in with a certificate',
    };
  const secret =
    facts.of('setting').find(({ name }) => name === 'client-secret')?.span ?? facts.anyPhrase(...WITH_SECRET);
  const certificate =
    clientProof === '2' ||
    facts.of('setting').some(({ name }) => name === 'certificate') ||
    facts.anyPhrase(...WITH_CERTIFICATE, ...OLDER_SIGN_IN) !== undefined;
  if (secret === undefined || certificate) return undefined;
  return {
    strength: facts.phrase(NO_CERTIFICATE) === undefined ? 'strong' : 'decisive',
    at: secret,
    says: 'The app signs in with a client secret, and SharePoint takes the token of an app only where it signed in with a certificate',
  };
}

/** Whether SharePoint refuses for the want of a certificate: then that is what the words are about. */
function wantsCertificate(facts: Facts): boolean {
  return facts.phrase(NO_CERTIFICATE) !== undefined || secretAtSharePoint(facts) !== undefined;
}

function stepsToCertificate(facts: Facts): FixStep[] {
  const host = facts.values.host ?? facts.values.resource?.replace(/^https:\/\//, '') ?? 'contoso.sharepoint.com';
  return [
    {
      text: 'Make a certificate, and upload its public half: App registrations, your app, Certificates & secrets, Certificates.',
    },
    {
      text: 'Sign in with it in place of the client secret, and ask for the scope of SharePoint:',
      value: `https://${/\.sharepoint/i.test(host) ? host : 'contoso.sharepoint.com'}/.default`,
    },
    {
      text: 'Give the app an application permission of SharePoint itself (Sites.Selected, or wider), with admin consent.',
    },
    {
      text: 'Or stay with the secret, and call Microsoft Graph (/sites, /drives), which takes it.',
    },
  ];
}

/** The address of the paste with the mailbox in place of /me. */
function byMailbox(facts: Facts, unknown: string): string {
  const { path } = facts.values;
  const user = facts.values.user ?? facts.of('setting').find(({ name }) => name === 'told-mailbox')?.values[0];
  const called = /^\/?(v1\.0|beta)?\/?me(\/[^?\s]*)?$/i.exec(path ?? '');
  const rest = path === undefined ? '/events' : (called?.[2] ?? /\/me(\/.*)/i.exec(path)?.[1] ?? '');
  return `https://graph.microsoft.com/${called?.[1] ?? 'v1.0'}/users/${user ?? unknown}${rest}`;
}

/** What the same operation needs at `/users/{id}`; on `/me` itself no application permission is listed. */
function applicationPermission(facts: Facts): string | undefined {
  const { need, values } = facts;
  if (need === null || values.path === undefined) return undefined;
  return need.app[0] ?? permissionNeed(need.method, values.path.replace(/(^|\/)me(?=\/|$)/i, '$1users/id'))?.app[0];
}

/** Addresses from which a library left «me» out, and those that mean it. */
const OWN_ADDRESS =
  /(?:^|\/)me(?:\/|$)|^\/?(?:v1\.0|beta)\/(?:calendars?|events|messages|mailfolders|calendarview|contacts|drive|onenote|todo|planner)(?:\/|$)/i;

/** An operation that no app may call, whatever mailbox or other person its address names. */
function isForPeopleOnly(facts: Facts): boolean {
  const { path } = facts.values;
  if (path === undefined || OWN_ADDRESS.test(path)) return false;
  return facts.api !== 'exchange-ews' && !onMessages(facts) && facts.phrase(IMPORT) === undefined;
}

function stepsForPeopleOnly(facts: Facts): FixStep[] {
  return [
    {
      text: 'This operation takes no app that signs in as itself, and no permission changes that. Sign a person in (authorization code or device code flow), with the delegated permission of the operation:',
      ...withValue(facts.need?.work[0]),
    },
    {
      text:
        facts.api === 'power-bi'
          ? 'The page of the operation says who may call it («Microsoft Entra supported identities»): where a job must run without a person, find one that lists service principals.'
          : 'Where a job must run without a person, find an operation whose page does not say «Not supported» under «Application».',
    },
  ];
}

function stepsToPerson(facts: Facts): FixStep[] {
  if (isForPeopleOnly(facts)) return stepsForPeopleOnly(facts);
  return [
    ...(onMessages(facts) || facts.phrase(IMPORT) !== undefined
      ? [
          {
            text: 'Post as a person: sign one in (delegated ChannelMessage.Send, ChatMessage.Send). Or let a bot, which is installed in the team or chat, or a workflow of Teams write the message.',
          },
        ]
      : facts.api === 'exchange-ews'
        ? [
            {
              text: 'Name the mailbox in every request: set ExchangeImpersonation (exchangelib: access_type=IMPERSONATION, EWS API: ImpersonatedUserId).',
            },
          ]
        : [
            {
              text: 'Name the mailbox in place of /me:',
              value: byMailbox(facts, 'person@contoso.com'),
            },
          ]),
    ...(onMessages(facts) || facts.phrase(IMPORT) !== undefined
      ? []
      : [
          {
            text: `Give the app the application permission ${applicationPermission(facts) ?? 'of that operation'}, with admin consent${/\/(?:events|calendar|messages|mailfolders|sendmail|contacts|mailbox)/i.test(facts.values.path ?? '/events') ? ', and limit it to the mailboxes it needs' : ''}.`,
          },
        ]),
    {
      text: `Or, where the person shall act, sign the person in (authorization code flow)${facts.api === 'exchange-ews' ? '' : ' and keep /me'}.`,
    },
  ];
}

export const appOnlyOnMe: RootCause = {
  id: 'app-only-on-me',
  title: 'An app without a person called an address that needs one',
  owner: 'app-developer',
  explanation:
    'A token got with client credentials speaks for the app and for nobody. /me is the signed-in person, so it means nothing there, and some operations take delegated permissions only. A daemon names the mailbox: /users/{id or address}/…. Exchange Web Services want an impersonated mailbox in the same way.',
  symptoms: [
    '400 «/me request is only valid with delegated authentication flow.»',
    '«Requested API is not supported in application-only context»',
    '«ExchangeImpersonation SOAP header must be present for this type of OAuth token.»',
  ],
  explains: ['app-role-missing', 'mailbox-access-denied', 'missing-scope'],
  rules: [
    { kind: 'facts', onlyWith: { evidence: ['request'] }, test: appTokenOnMe },
    { kind: 'facts', phrases: APP_FLOWS, onlyWith: 'its phrases', test: saidAppOnMe },
    {
      kind: 'facts',
      phrases: [...ON_ME, ...NOT_ON_ME, ...ASKED_OF],
      onlyWith: { phrases: ON_ME },
      test: askedForAppOnMe,
    },
    {
      kind: 'facts',
      phrases: [IMPORT, 'unauthorized', 'missing role permissions on the request', ...MESSAGE],
      onlyWith: { phrases: [IMPORT] },
      test: messageOfApp,
    },
    {
      kind: 'phrase',
      phrases: [
        'only valid with delegated authentication flow',
        'not supported in application-only context',
        'not supported in application only context',
        'exchangeimpersonation soap header must be present',
        'endpoint that requires user sign-in',
        'application permissions are not supported for this',
        'does not support application permissions',
        'only supports delegated permissions',
        'requires a user context',
        'app-only access tokens are not supported',
        'app only token is not supported',
        'application is not allowed to call this api without a user',
        'is allowed in application-only context only for import',
        'not allowed in application-only context',
        'application-only authentication is not supported',
        'app-only token is not supported',
        'apponly calls are not supported',
        'does not support app-only',
        // Fabric; Bookings; OneNote since 31 March 2025.
        'operation is not supported for the principal type',
        'does not support the token type: app',
        'no longer support app-only tokens',
        'no longer supports app-only tokens',
      ],
      strength: 'decisive',
      says: 'The API says that it needs a signed-in person',
    },
    {
      // SharePoint takes app-only tokens of Entra ID only where the app signed in with a certificate.
      kind: 'phrase',
      phrases: [NO_CERTIFICATE],
      strength: 'fair',
      says: 'SharePoint takes the token of an app without a person only where the app signed in with a certificate',
    },
    {
      kind: 'facts',
      phrases: [NO_CERTIFICATE, ...WITH_SECRET, ...WITH_CERTIFICATE, ...CSOM, ...OLDER_SIGN_IN],
      onlyWith: { settings: ['resource', 'scopes'], evidence: ['token'] },
      test: secretAtSharePoint,
    },
    {
      kind: 'facts',
      phrases: ['resource not found for the segment'],
      onlyWith: 'its phrases',
      test: (facts) => {
        const at = facts.phrase('resource not found for the segment');
        // Libraries drop «me» from the path for an app: the address then reads /v1.0/calendar.
        const rootless =
          /^\/?(?:v1\.0|beta)\/(?:calendars?|events|messages|mailfolders|calendarview|contacts|drive|onenote|todo|planner)(?:\/|$)/i.test(
            facts.values.path ?? '',
          );
        if (at !== undefined && rootless)
          return {
            strength: 'strong',
            at,
            says: 'The address names no person: a library leaves «me» out for an app that signs in as itself',
          };
        return at !== undefined && facts.actor === 'app' && /(?:^|\/)me(?:\/|$)/i.test(facts.values.path ?? '')
          ? { strength: 'strong', at, says: 'Without a person there is no mailbox behind /me' }
          : undefined;
      },
    },
  ],
  headline: (facts) =>
    wantsCertificate(facts)
      ? `SharePoint refuses ${theApp(facts)}, which signs in as itself without a certificate: a client secret is not enough there.`
      : `${sentence(theApp(facts))} signs in as itself (no person), but ${facts.values.path === undefined ? `this call${facts.api === null ? '' : ` to ${theApi(facts)}`}` : `${theCall(facts)} of ${theApi(facts)}`} needs ${facts.api === 'exchange-ews' ? 'a mailbox to be named (impersonation)' : 'a signed-in person'}.`,
  steps: (facts) => (wantsCertificate(facts) ? stepsToCertificate(facts) : stepsToPerson(facts)),
  patches: (facts) =>
    wantsCertificate(facts)
      ? ['client-certificate']
      : isForPeopleOnly(facts)
        ? []
        : ['users-instead-of-me', 'client-credentials'],
  check: (facts) =>
    wantsCertificate(facts)
      ? { text: 'appidacr of the new token is 2 (a certificate), and SharePoint answers 200.' }
      : isForPeopleOnly(facts)
        ? { text: 'With a person’s token (it has scp) the same call succeeds.' }
        : {
            text: 'The call by the mailbox’s address answers 200:',
            command: `curl -i '${byMailbox(facts, 'person@contoso.com')}' -H "Authorization: Bearer $TOKEN"`,
          },
  sources: [
    { title: 'Get access without a user', url: 'https://learn.microsoft.com/graph/auth-v2-service' },
    {
      title: 'Authenticate an EWS application with OAuth',
      url: 'https://learn.microsoft.com/exchange/client-developer/exchange-web-services/how-to-authenticate-an-ews-application-by-using-oauth',
    },
    {
      title: 'Granting access via Entra ID app-only (SharePoint)',
      url: 'https://learn.microsoft.com/sharepoint/dev/solution-guidance/security-apponly-azuread',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: `Client credentials and /me/events: is that possible at all?`, verdict: 'possible' },
    {
      paste:
        'POST https://api.fabric.microsoft.com/v1/workspaces/1/items -> 403 {"errorCode":"PrincipalTypeNotSupported","message":"The operation is not supported for the principal type"}',
      verdict: 'certain',
    },
    {
      // OneNote takes no app that signs in as itself since March 2025.
      paste: `GET https://graph.microsoft.com/v1.0/users/ann@contoso.com/onenote/notebooks
401 {"error":{"code":"40001","message":"The request does not contain a valid authentication token. Detailed error information: {0}"}}
{"aud":"https://graph.microsoft.com","idtyp":"app","roles":["Notes.Read.All"]}`,
      verdict: 'likely',
    },
    {
      paste: `GET https://contoso.sharepoint.com/sites/hr/_api/web/lists -> 401 {"error_description":"Unsupported app only token."}`,
    },
    {
      paste:
        'POST https://graph.microsoft.com/v1.0/chats/19:ab@thread.v2/messages -> 401 Unauthorized. Our service signs in with a client secret, Teamwork.Migrate.All is consented.',
    },
    {
      paste:
        'Our backend shall post a message to a channel of Teams. The admin granted Teamwork.Migrate.All. Answer: Unauthorized',
      verdict: 'possible',
    },
    { paste: 'A cron job with client_credentials calls GET /me/calendar/events and always gets 401.' },
    { paste: 'VASTT: Api Business.ListCalendarView does not support the token type: App', verdict: 'certain' },
    {
      paste: `Connect-MgGraph -ClientId 8fa39a89-5884-416a-a85c-852e19bad704 -CertificateThumbprint ABC
Get-MgGroupEvent -GroupId 0f1e2d3c-4b5a-4968-8776-655443322110
Get-MgGroupEvent_List: Access is denied. Check credentials and try again.`,
    },
    {
      paste:
        'We use the client credentials flow with https://graph.microsoft.com/.default and call GET https://graph.microsoft.com/v1.0/me/events. The answer is 401 Unauthorized.',
      verdict: 'likely',
    },
    {
      paste:
        "Client Error: 400 Client Error: Bad Request for url: https://graph.microsoft.com/v1.0/calendar | Error Message: Resource not found for the segment 'calendar'.",
    },
    {
      paste:
        '{"error":{"code":"BadRequest","message":"/me request is only valid with delegated authentication flow."}}',
      verdict: 'certain',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/calendar/events -> 403\n{"aud":"https://graph.microsoft.com","idtyp":"app","roles":["Calendars.ReadWrite"]}',
      verdict: 'certain',
    },
    {
      paste:
        'token = cca.acquire_token_for_client(scopes=["https://graph.microsoft.com/.default"])\nr = requests.get("https://graph.microsoft.com/v1.0/me/events", headers=h)\nprint(r.status_code)  # 403',
    },
    {
      paste:
        '<s:Fault><faultstring xml:lang="en-US">ExchangeImpersonation SOAP header must be present for this type of OAuth token.</faultstring></s:Fault>',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste: `403 "Missing role permissions on the request. API requires one of 'TeamMember.ReadWrite.All'. Roles on the request 'Teamwork.Migrate.All, Team.Create'."
POST https://graph.microsoft.com/v1.0/teams/0f1e2d3c-4b5a-4968-8776-655443322110/members`,
      cause: 'app-role-missing',
    },
    {
      paste: 'Is Teamwork.Migrate.All enough for POST /chats/{id}/messages?',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'We granted the application permission Calendars.Read. The user signs in with the auth code flow, GET /me/events says 403.',
      cause: 'missing-scope',
    },
    {
      paste:
        'We use the client credentials flow and call GET https://graph.microsoft.com/v1.0/users/desk@contoso.com/events, the answer is 401',
      cause: 'not-enough-evidence',
    },
    {
      // The token is a person's, whatever the words around it say.
      paste:
        'I thought this was the client credentials flow.\nGET https://graph.microsoft.com/v1.0/me/events -> 403\n{"aud":"https://graph.microsoft.com","scp":"User.Read"}',
      cause: 'missing-scope',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/users/desk@contoso.com/events -> 403\n{"aud":"https://graph.microsoft.com","idtyp":"app"}',
      cause: 'app-role-missing',
    },
  ],
};
