import type { FixStep } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import { covers } from '../permissions/grant-covers.ts';
import { missingPermission } from '../permissions/missing-permission.ts';
import { holdsMailRole, MAIL_PROTOCOL_WORDS, MAIL_REFUSALS, mailRefusal } from './audience/mail-protocol.ts';
import {
  applicationPermissionsOf,
  exchangePermission,
  OF_GRAPH,
  onExchange,
} from './permissions/application-permissions.ts';
import { exchangePowershellSteps, inExchangePowershell } from './permissions/exchange-powershell-app.ts';
import { EXCHANGE_ROLE_RULES } from './permissions/exchange-role-rules.ts';
import { isManagedIdentity, managedIdentityPermissionSteps } from './permissions/managed-identity-permission.ts';
import { namedPermission } from './permissions/named-permission.ts';
import { CREATE_REFUSED } from './permissions/permission-refusal.ts';
import { permissionSetRule } from './permissions/permission-set.ts';
import { propertyRoleRule, writtenProperty } from './permissions/property-permission.ts';
import { MAIL_WORDS, rolesAgainstOperation } from './permissions/roles-of-token.ts';
import { opensSelectedSites, siteGrant, siteGrantSteps } from './permissions/selected-sites.ts';
import {
  ownRoles,
  ownRolesHeadline,
  ownRolesSteps,
  SERVICE_ROLE_RULES,
  wantedRole,
} from './permissions/service-role-rules.ts';
import { isRefused, REFUSALS, toldGranted } from './permissions/told-permissions.ts';
import { TOLD_ROLE_RULES } from './permissions/told-role-rules.ts';
import type { RootCause } from './root-cause.ts';
import { ourApp, ourTenant, sentence, theApp, theCall, theTenant } from './words/wording.ts';

function missing(facts: Facts): string | undefined {
  const named = namedPermission(facts);
  if (named !== undefined) return named;
  const property = writtenProperty(facts)?.app[0];
  if (property !== undefined) return property;
  if (facts.need === null) return exchangePermission(facts);
  return missingPermission(facts.need, 'app', facts.claims.roles ?? [], null) ?? facts.need.app[0];
}

const DIRECTORY_REFUSES = ['insufficient privileges to complete the operation', 'authorization_requestdenied'] as const;

/**
 * Administrators, groups that may get roles, and some properties are changed by nobody without a role in the directory,
 * whatever application permission there is: learn.microsoft.com/graph/api/resources/users (Who can perform sensitive actions).
 */
function isProtected(facts: Facts): boolean {
  const { actor, token, claims, need, phrase, call } = facts;
  if (actor !== 'app' || token === null || need === null || need.app.length === 0) return false;
  // What is written has a permission of its own.
  if (writtenProperty(facts) !== undefined) return false;
  if (call?.request?.method == null || call.request.method === 'GET') return false;
  return phrase(DIRECTORY_REFUSES[0]) !== undefined && covers(claims.roles ?? [], need.app);
}

function protectedSteps(facts: Facts): FixStep[] {
  const onUser = /\/users\//i.test(facts.values.path ?? '');
  return [
    {
      text: `Give the app itself a role in the directory, which what it changes asks for: Entra ID, Roles & admins, the role, Add assignments, the enterprise application of ${theApp(facts)}:`,
      value: onUser
        ? 'User Administrator; where the person is an administrator, Privileged Authentication Administrator'
        : 'Groups Administrator or Cloud Application Administrator; for groups and apps that hold roles, Privileged Role Administrator',
    },
    {
      text: 'In a restricted administrative unit only administrators of that unit change anything; of a registration with Application.ReadWrite.OwnedBy the app must be an owner.',
    },
    { text: 'Then drop the cached token and call again.' },
  ];
}

/** The program shows that the app signs in as itself, and nothing is told of a permission that would be enough. */
function isShownAsApp(facts: Facts): boolean {
  if (facts.actor !== 'app' || facts.actorIsTold || facts.token !== null) return false;
  const granted = toldGranted(facts, 'application-permissions');
  return granted.length === 0 || (facts.need !== null && !covers(granted, facts.need.app));
}

function forwardOfOwnRoles(facts: Facts): string | undefined {
  const own = ownRoles(facts);
  if (own === undefined) return undefined;
  const { role, action } = wantedRole(facts, own);
  const what = action === undefined ? '' : ` (${action})`;
  return `${sentence(ourApp(facts))} is refused by ${own.service} in ${ourTenant(facts)}${what}, as there is no role for it. Please review it. ${own.where}: ${role}.`;
}

function forwardOfSite(facts: Facts): string | undefined {
  return opensSelectedSites(facts)
    ? `${sentence(ourApp(facts))} holds Sites.Selected in ${ourTenant(facts)} and is refused at ${theCall(facts)}. If you agree, please grant it the site. ${siteGrant(facts).value}`
    : undefined;
}

/** A permission over mailboxes, or one that nobody names and that the directory, which has none, did not ask for. */
function onMailboxes(facts: Facts): boolean {
  if (onExchange(facts)) return true;
  const name = missing(facts);
  return name === undefined
    ? (facts.api === null || facts.api === 'graph') && facts.phrase('authorization_requestdenied') === undefined
    : /^(?:Mail|Calendars|Contacts|MailboxSettings|MailboxFolder|MailboxItem)\./.test(name);
}

/** What to add to the registration, and where. */
function permissionSteps(facts: Facts): FixStep[] {
  if (isProtected(facts)) return protectedSteps(facts);
  if (isManagedIdentity(facts)) return managedIdentityPermissionSteps(facts, missing(facts));
  return [
    ...(facts.phrase('sites.selected') === undefined ? [] : [siteGrant(facts)]),
    {
      text: `App registrations, ${theApp(facts)}, API permissions, Add a permission, ${applicationPermissionsOf(facts).listed}, Application permissions: add`,
      value: missing(facts) ?? applicationPermissionsOf(facts).permission,
    },
    {
      text: `Choose «Grant admin consent for …» as an administrator of ${theTenant(facts)}: the state must read «Granted».`,
    },
    {
      text: 'Drop the cached token (restart the program) and ask for a new one with the scope',
      value: applicationPermissionsOf(facts).scope,
    },
    ...behindAPolicy(facts),
  ];
}

/** Exchange says the same of a role that is missing and of a mailbox that its policy closes. */
function behindAPolicy(facts: Facts): FixStep[] {
  const { clientId, mailbox } = facts.values;
  if (facts.call?.error?.code !== 'ErrorAccessDenied' || mailbox === undefined || facts.claims.roles !== undefined)
    return [];
  return [
    {
      text: 'Where roles of the token holds it already, Exchange keeps the app out of this mailbox. In Exchange Online PowerShell (with RBAC for Applications: Test-ServicePrincipalAuthorization):',
      value: `Test-ApplicationAccessPolicy -AppId ${clientId ?? 'YOUR_CLIENT_ID'} -Identity ${mailbox}`,
    },
  ];
}

export const appRoleMissing: RootCause = {
  id: 'app-role-missing',
  title: 'The app-only token lacks an application permission',
  titleFor: (facts) => {
    const own = ownRoles(facts);
    return own === undefined ? undefined : `The caller has no role in ${own.service} that allows this`;
  },
  owner: 'tenant-admin',
  explanation:
    'An app that signs in as itself gets its permissions as roles in the token. They must be added to the registration as application permissions (not delegated ones) and consented to by an administrator; without consent the token is issued all the same, without roles, and the API refuses it. After consent a new token is needed: the old one lives on for its hour.',
  symptoms: [
    "«Missing role permissions on the request. … Roles on the request ''.»",
    'x-ms-diagnostics 2000008 «The token contains no permissions»',
    'An app-only token without a roles claim',
    '403 Authorization_RequestDenied in a daemon',
  ],
  rules: [
    { kind: 'facts', phrases: MAIL_WORDS, onlyWith: { evidence: ['token'] }, test: rolesAgainstOperation },
    ...TOLD_ROLE_RULES,
    ...SERVICE_ROLE_RULES,
    propertyRoleRule,
    {
      kind: 'phrase',
      // Defender behind Graph, and at its own address.
      phrases: [
        'missing role permissions on the request',
        'roles on the request',
        'missing application roles. api required roles',
        'idw10204',
        'does not have any of the required application permissions',
      ],
      strength: 'decisive',
      says: 'The API names the application permission (role) that the token lacks',
    },
    {
      kind: 'phrase',
      phrases: [
        'application must have one of the following scopes',
        'however, the application only has the following permissions granted',
        'does not have required msgraph permissions',
        'application missing msgraph api',
        'in graph api requires the following permissions',
      ],
      strength: 'decisive',
      when: (facts) => facts.actor === 'app',
      says: 'The service behind Graph names the application permissions of which the token lacks every one',
    },
    {
      kind: 'phrase',
      phrases: [
        'application must have one of the following scopes',
        'however, the application only has the following permissions granted',
        'does not have required msgraph permissions',
        'application missing msgraph api',
        'in graph api requires the following permissions',
      ],
      strength: 'weak',
      when: (facts) => facts.actor === null,
      says: 'For an app that signs in as itself these are application permissions',
    },
    {
      // Of the two that the sentence names, an app has no roles of a person.
      kind: 'phrase',
      phrases: ['auth token does not contain valid permissions or user does not have valid roles'],
      strength: 'strong',
      when: (facts) => facts.actor === 'app',
      says: 'The security service says that the app-only token lacks its permission',
    },
    {
      // Rooms and buildings: one sentence for both kinds of token, and it says which one came.
      kind: 'phrase',
      phrases: ['isapponly:true'],
      strength: 'decisive',
      when: (facts) => facts.phrase('scopes/roles provided:') !== undefined,
      says: 'The API names the application permission (role) that the token lacks',
    },
    permissionSetRule((facts) => facts.actor !== 'user'),
    {
      // Change notifications of Teams, for the whole tenant: an application permission.
      kind: 'phrase',
      phrases: ['required permissions to access tenant-wide'],
      strength: 'decisive',
      when: (facts) => facts.actor !== 'user',
      says: 'The service behind Graph names the application permissions of which the token lacks every one',
    },
    {
      // The usage reports behind Graph, which ask an app for Reports.Read.All and nothing else.
      kind: 'phrase',
      phrases: ['s2sunauthorized'],
      strength: 'fair',
      when: (facts) => facts.actor !== 'user',
      says: 'The service for usage reports finds no permission in the app’s token',
    },
    {
      kind: 'phrase',
      phrases: ["failed to authorize, token doesn't have the required permissions"],
      strength: 'strong',
      when: (facts) => facts.actor === 'app',
      says: 'The service for recovery keys says that the app’s token lacks the permission',
    },
    {
      // Code 7504 of calls and online meetings: learn.microsoft.com/graph/resources/communications-error-codes.
      kind: 'phrase',
      phrases: ['insufficient enterprise tenant permissions'],
      strength: 'decisive',
      when: (facts) => facts.actor !== 'user',
      says: 'The service for calls and meetings finds no permission that the tenant granted to the app',
    },
    {
      kind: 'phrase',
      phrases: CREATE_REFUSED,
      strength: 'fair',
      when: (facts) => facts.actor === 'app',
      says: 'A subscription takes the permission to read what it is for, and the service behind Graph refuses the app',
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['diagnostics'] },
      test: (facts) => {
        const header = facts.of('diagnostics').find((item) => item.code === '2000008');
        if (header === undefined) return undefined;
        const none = /no permissions|can not be understood/i.test(header.reason);
        if (facts.actor === 'user' || (!none && facts.actor === null))
          return { strength: 'hint', at: header.span, says: 'x-ms-diagnostics 2000008 speaks of permissions' };
        return {
          strength: 'decisive',
          at: header.span,
          says: 'x-ms-diagnostics 2000008: the token holds no permissions for Exchange',
        };
      },
    },
    {
      kind: 'phrase',
      phrases: ['request authorization failed'],
      strength: 'fair',
      when: (facts) => facts.actor === 'app' && facts.of('vendor').length === 0,
      says: 'The service for authentication methods refuses an app that signs in as itself',
    },
    {
      kind: 'phrase',
      phrases: ['insufficient privileges to complete the operation', 'authorization_requestdenied'],
      strength: 'strong',
      when: (facts) => facts.actor === 'app' && !isShownAsApp(facts) && (facts.token === null || facts.need === null),
      says: 'The directory refuses an app that signs in as itself: an application permission, or its consent, is missing',
    },
    {
      // No person whose role could be missing stands behind such a call.
      kind: 'phrase',
      phrases: ['insufficient privileges to complete the operation', 'authorization_requestdenied'],
      strength: 'decisive',
      when: isShownAsApp,
      says: 'The directory says that the privileges of an app that signs in as itself are not enough: an application permission, or its consent, is missing',
    },
    {
      kind: 'phrase',
      phrases: ['insufficient privileges to complete the operation', 'authorization_requestdenied'],
      strength: 'weak',
      when: (facts) => facts.actor === null,
      says: 'For an app that signs in as itself this is a missing application permission',
    },
    {
      kind: 'phrase',
      phrases: DIRECTORY_REFUSES,
      strength: 'fair',
      when: isProtected,
      says: 'The token holds the permission, and the directory refuses the app all the same: what it changes is protected, and takes a directory role of the app itself',
    },
    {
      kind: 'facts',
      phrases: REFUSALS,
      onlyWith: { evidence: ['request'] },
      test: (facts) => {
        const error = facts.call?.error;
        if (facts.actor !== 'app' || facts.token !== null || facts.need === null || facts.need.app.length === 0)
          return undefined;
        if (facts.status === 401 || !isRefused(facts)) return undefined;
        if (/\/me(?:\/|$)/i.test(facts.values.path ?? '')) return undefined;
        // Granted, as is told: then something else refuses.
        if (covers(toldGranted(facts, 'application-permissions'), facts.need.app)) return undefined;
        return {
          strength: 'fair',
          at: error?.span ?? facts.call?.response?.span,
          says: `An app that signs in as itself is refused; ${facts.need.method} ${facts.need.operation} needs ${facts.need.app[0]} as an application permission`,
        };
      },
    },
    {
      kind: 'phrase',
      phrases: ['idw10201', 'neither scope or roles claim was found in the bearer token'],
      strength: 'strong',
      when: (facts) => facts.actor === 'app',
      says: 'The app-only token has no roles',
    },
    ...EXCHANGE_ROLE_RULES,
    {
      // A delegated token always has scp: only an app without any consented application permission gets a token with neither.
      kind: 'phrase',
      phrases: ['either scp or roles claim need to be present'],
      strength: 'decisive',
      when: (facts) => facts.actor !== 'user',
      says: 'Neither scp nor roles stands in the token, which only happens to an app without any application permission for this API',
    },
    {
      kind: 'phrase',
      phrases: [
        'required scopes are missing in the token',
        'permissionscopenotgranted',
        'due to missing permission scope',
        'missing application permission',
        'application does not have any of the required',
      ],
      strength: 'strong',
      when: (facts) => facts.actor === 'app',
      says: 'The API says that the app\u2019s token lacks permissions',
    },
    {
      kind: 'phrase',
      phrases: [
        'required scopes are missing in the token',
        'permissionscopenotgranted',
        'due to missing permission scope',
      ],
      strength: 'decisive',
      when: (facts) => facts.actor === 'app' && !facts.actorIsTold,
      says: 'The API says that the app\u2019s token lacks permissions',
    },
    {
      kind: 'phrase',
      phrases: ['required scopes are missing in the token'],
      strength: 'hint',
      when: (facts) => facts.actor === null,
      says: 'For an app that signs in as itself this means an application permission',
    },
    {
      // IMAP, POP and SMTP with client credentials: the app needs IMAP.AccessAsApp (or POP, SMTP) with consent, and its service
      // principal and mailbox right in Exchange. learn.microsoft.com/exchange/client-developer/legacy-protocols
      kind: 'facts',
      phrases: [...MAIL_REFUSALS, ...MAIL_PROTOCOL_WORDS],
      onlyWith: { phrases: MAIL_REFUSALS },
      test: (facts) => {
        const at = mailRefusal(facts);
        if (at === undefined || facts.actor !== 'app') return undefined;
        if (holdsMailRole(facts, facts.claims.roles ?? [])) return undefined;
        if (holdsMailRole(facts, toldGranted(facts, 'application-permissions'))) return undefined;
        return {
          strength: 'fair',
          at,
          says: 'A mail protocol refuses an app that signs in as itself: IMAP.AccessAsApp (or POP, SMTP) is missing, or Exchange does not know the app',
        };
      },
    },
    {
      kind: 'code',
      codes: [50105],
      strength: 'strong',
      when: (_, code) =>
        /application '[0-9a-f-]{36}'[^']{0,80} is not assigned to a role/i.test(code.message) &&
        !/user/i.test(code.message.slice(0, 60)),
      says: 'The text names an application, not a person, that has no role on the API',
    },
    {
      kind: 'code',
      codes: [501051],
      strength: 'decisive',
      says: 'AADSTS501051: the calling app has no app role on an API that demands one',
    },
    {
      kind: 'code',
      codes: [65001],
      strength: 'fair',
      when: (facts) => facts.actor === 'app',
      says: 'Consent is missing for an app that signs in as itself: only an administrator can give it',
    },
  ],
  headline: (facts) => {
    if (inExchangePowershell(facts))
      return `${sentence(theApp(facts))} signs in to Exchange Online PowerShell as itself and has no directory role there, or not Exchange.ManageAsApp.`;
    const own = ownRoles(facts);
    if (own !== undefined) return ownRolesHeadline(facts, own);
    if (opensSelectedSites(facts))
      return `${sentence(theApp(facts))} opens selected sites only (Sites.Selected), and the site of ${theCall(facts)} is not granted to it.`;
    if (isProtected(facts))
      return `The token of ${theApp(facts)} holds the permission for ${theCall(facts)}; the directory protects what it changes, and asks for a role of the app itself.`;
    const name = missing(facts);
    const what = name === undefined ? 'an application permission' : `the application permission ${name}`;
    if (isManagedIdentity(facts)) return `The managed identity lacks ${what} for ${theCall(facts)}.`;
    return `${sentence(theApp(facts))} signs in as itself and lacks ${what} for ${theCall(facts)}, or the administrator’s consent to it.`;
  },
  steps: (facts) => {
    const own = ownRoles(facts);
    if (own !== undefined) return ownRolesSteps(facts, own);
    if (inExchangePowershell(facts)) return exchangePowershellSteps(facts);
    return opensSelectedSites(facts) ? siteGrantSteps(facts) : permissionSteps(facts);
  },
  patches: (facts) =>
    ownRoles(facts) === undefined &&
    !inExchangePowershell(facts) &&
    !isManagedIdentity(facts) &&
    !isProtected(facts) &&
    applicationPermissionsOf(facts) === OF_GRAPH
      ? ['client-credentials']
      : [],
  check: (facts) => ({
    text: inExchangePowershell(facts)
      ? 'Connect-ExchangeOnline ends without an error, and Get-EXOMailbox -ResultSize 1 answers.'
      : ownRoles(facts) !== undefined || isProtected(facts)
        ? 'The same call succeeds (a status of 2xx) with a token that was made after the role was given.'
        : opensSelectedSites(facts)
          ? 'GET /sites/{site-id}/permissions lists the app with its role, and the call succeeds with a new token.'
          : `roles of the new token holds ${missing(facts) ?? 'the permission'}, and the call succeeds (a status of 2xx).`,
  }),
  forward: (facts) =>
    forwardOfOwnRoles(facts) ??
    (isProtected(facts)
      ? `${sentence(ourApp(facts))} holds the application permission for ${theCall(facts)} in ${ourTenant(facts)}, and is refused, as what it changes is protected. If you agree, please give its enterprise application a directory role: ${protectedSteps(facts)[0]?.value}.`
      : undefined) ??
    forwardOfSite(facts) ??
    (inExchangePowershell(facts)
      ? `${sentence(ourApp(facts))} signs in to Exchange Online PowerShell as itself. Please give its enterprise application a directory role there (Exchange Administrator, or a smaller one), and admin consent to Exchange.ManageAsApp of Office 365 Exchange Online.`
      : undefined) ??
    (isManagedIdentity(facts)
      ? `Our managed identity needs ${missing(facts) === undefined ? 'an application permission' : `the application permission ${missing(facts)}`} of ${applicationPermissionsOf(facts).name}${facts.values.path === undefined ? '' : `, for ${theCall(facts)}`}. Please review it and assign it to the identity. ${managedIdentityPermissionSteps(facts, missing(facts))[0]?.value}`
      : undefined) ??
    `${sentence(ourApp(facts))} runs without a signed-in person and needs ${missing(facts) === undefined ? 'an application permission' : `the application permission ${missing(facts)}`} of ${applicationPermissionsOf(facts).name} in ${ourTenant(facts)}${facts.values.path === undefined ? '' : `, for ${theCall(facts)}`}. Please review it and grant admin consent under API permissions.${onMailboxes(facts) ? ' It can be limited to single mailboxes with RBAC for Applications in Exchange Online.' : ''}`,
  needsAdminConsent: (facts) =>
    ownRoles(facts) === undefined && !opensSelectedSites(facts) && !isManagedIdentity(facts) && !isProtected(facts),
  sources: [
    { title: 'Get access without a user', url: 'https://learn.microsoft.com/graph/auth-v2-service' },
    { title: 'Microsoft Graph permissions reference', url: 'https://learn.microsoft.com/graph/permissions-reference' },
    {
      title: 'Overview of Selected permissions',
      url: 'https://learn.microsoft.com/graph/permissions-selected-overview',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: `daemon, no user, the token has no roles. 403. why?`, verdict: 'possible' },
    {
      paste: `az storage blob list --auth-mode login --account-name st1 -c x
You do not have the required permissions needed to perform this operation.
Depending on your operation, you may need to be assigned one of the following roles:
    "Storage Blob Data Owner"`,
    },
    {
      // The permission is there; an administrator is changed by nobody without a role in the directory.
      paste: `DELETE https://graph.microsoft.com/v1.0/users/5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6
403 {"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}
{"aud":"https://graph.microsoft.com","idtyp":"app","roles":["User.ReadWrite.All"]}`,
    },
    {
      paste: `GET https://graph.microsoft.com/v1.0/reports/getTeamsUserActivityUserDetail(period='D7')
403 {"error":{"code":"S2SUnauthorized","message":"Invalid permission."}}`,
    },
    {
      paste:
        '{"error":{"code":"0x80040220","message":"Principal user (Id=194eb2f5-ab38-4562-ab57-3c9269cd2aaf, type=8, roleCount=1, privilegeCount=41, accessMode=4), is missing prvReadInvoice privilege on OTC=1090"}}',
      verdict: 'certain',
    },
    {
      paste:
        'SecLib::CheckPrivilege failed. User: 194eb2f5-ab38-4562-ab57-3c9269cd2aaf, PrivilegeName: prvReadQueueItem, Required Depth: Basic',
    },
    {
      paste:
        '{"error":{"message":"The provided credentials have insufficient access to perform the requested operation","code":"InsufficientAccessError"}}',
    },
    {
      paste: `Connect-IPPSSession -AppId 0b7a2c3d-14e5-4f60-8a9b-7c6d5e4f3a2b -CertificateThumbprint ABC -Organization contoso.onmicrosoft.com
    + FullyQualifiedErrorId : UnAuthorized`,
      verdict: 'possible',
    },
    {
      paste:
        'Connect-ExchangeOnline with -CertificateThumbprint ends with "UnAuthorized". Exchange.ManageAsApp is consented.',
    },
    {
      paste: `- uses: azure/login@v2
- run: az ad group member add --group build --member-id 207e277f-a838-4c61-940a-950b06cd1cc8
ERROR: Insufficient privileges to complete the operation.`,
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/users/room@contoso.com/calendarView responded 403 {"error":{"code":"ErrorAccessDenied"}} token.roles=["User.Read.All"]',
      verdict: 'certain',
    },
    {
      paste: 'client_credentials token, roles: none. GET /users/desk@contoso.com/events answers 403',
      verdict: 'likely',
    },
    {
      paste: `Microsoft.Graph.ServiceException: Code: 7504
Message: Insufficient enterprise tenant permissions, cannot access this API.`,
    },
    {
      paste: `GET https://graph.microsoft.com/v1.0/auditLogs/signIns (client credentials)
403 {"error":{"code":"Authentication_ApplicationHasNoReadAuditLogDataAccess","message":"Application missing MSGraph API 'Read all audit log data' permission"}}`,
    },
    {
      paste: `POST https://graph.microsoft.com/v1.0/subscriptions
{"changeType":"created","notificationUrl":"https://a.contoso.com/n","resource":"/users/5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6/messages","expirationDateTime":"2026-11-19T18:23:45Z"}
403 Forbidden
{"aud":"https://graph.microsoft.com","idtyp":"app","roles":["User.Read.All"]}`,
      verdict: 'certain',
    },
    {
      paste: `GET https://org1.crm4.dynamics.com/api/data/v9.2/accounts -> 403 {"error":{"code":"0x80072560","message":"The user is not a member of the organization."}} grant_type=client_credentials`,
    },
    {
      paste: `Principal 'aadapp=5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6;1d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6' is not authorized to access database 'telemetry'.`,
      verdict: 'possible',
    },
    {
      paste: `GET https://graph.microsoft.com/v1.0/sites/contoso.sharepoint.com:/sites/hr:/lists
403 {"error":{"code":"accessDenied","message":"Access denied"}}
{"aud":"https://graph.microsoft.com","idtyp":"app","roles":["Sites.Selected"]}`,
      verdict: 'likely',
    },
    {
      paste: `{"error":{"code":"Forbidden","message":"Missing application roles. API required roles: SecurityAlert.Read.All,SecurityAlert.ReadWrite.All, application roles: ."}}`,
      verdict: 'certain',
    },
    {
      paste: `{"error":{"code":"AF10001","message":"The permission set () sent in the request does not include the expected permission."}}`,
    },
    {
      paste: `Request blocked by Auth cosmos-one : Request is blocked because principal [5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6] does not have required RBAC permissions to perform action [Microsoft.DocumentDB/databaseAccounts/readMetadata] on resource [/].`,
      verdict: 'possible',
    },
    {
      paste: `Caller is not authorized to perform action on resource.
Caller: appid=7d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6;oid=5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6;iss=https://sts.windows.net/5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6/
Action: 'Microsoft.KeyVault/vaults/secrets/getSecret/action'
Assignment: (not found)
new ManagedIdentityCredential()`,
    },
    {
      paste: `(AuthorizationFailed) The client '7d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6' with object id '5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6' does not have authorization to perform action 'Microsoft.Web/sites/read' over scope '/subscriptions/1/resourceGroups/web' or the scope is invalid.`,
      verdict: 'possible',
    },
    {
      paste: `PATCH https://graph.microsoft.com/v1.0/users/5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6
{"passwordProfile":{"password":"***"}}
403 Forbidden
{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}
grant_type=client_credentials`,
    },
    {
      paste: `POST https://graph.microsoft.com/v1.0/groups
{"displayName":"T0","securityEnabled":true,"isAssignableToRole":true}
403 {"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}
{"aud":"https://graph.microsoft.com","idtyp":"app","roles":["Group.ReadWrite.All"]}`,
    },
    {
      paste: `GET https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies
403 Forbidden
{"aud":"https://graph.microsoft.com","idtyp":"app","roles":["Directory.Read.All"]}`,
      verdict: 'certain',
    },
    {
      paste: `GET https://graph.microsoft.com/v1.0/deviceManagement/managedDevices
403 Forbidden
{"aud":"https://graph.microsoft.com","idtyp":"app","roles":["Device.Read.All"]}`,
      verdict: 'certain',
    },
    {
      paste: `SMTP error from smtp.office365.com: 535 5.7.3 Authentication unsuccessful
API permissions:
Microsoft Graph (1)
  Mail.Send   Application   Send mail as any user   Yes   Granted for Contoso`,
    },
    {
      paste:
        'var credential = new ClientSecretCredential(tenant, id, secret);\nawait new GraphServiceClient(credential).Users.GetAsync();\nResponseStatusCode: 403 Authorization_RequestDenied Insufficient privileges to complete the operation.\nroles in the token: Mail.Read',
    },
    {
      paste:
        'Connect-ExchangeOnline -AppId $id -CertificateThumbprint $tp -Organization contoso.onmicrosoft.com\n    + FullyQualifiedErrorId : UnAuthorized\nAt C:\\Modules\\ExchangeOnlineManagement\\3.6.0\\ExchangeOnlineManagement.psm1:766',
      verdict: 'possible',
    },
    {
      paste:
        'Connect-MicrosoftTeams -CertificateThumbprint $tp -ApplicationId $app -TenantId $tid\nGet-CsOnlineUser : Access Denied.',
      verdict: 'possible',
    },
    {
      paste: `ctx = ClientContext("https://contoso.sharepoint.com/sites/hr").with_client_certificate(tenant, client_id, thumbprint, cert_path)
401 Client Error: Unauthorized for url: https://contoso.sharepoint.com/sites/hr/_api/Web
Microsoft Graph (1)
  Sites.Read.All   Application   Read items in all site collections   Yes   Granted`,
    },
    {
      paste: `Our service reads mail by IMAP, always "Authentication failed". The token:
{"aud":"https://outlook.office365.com","iss":"https://sts.windows.net/8e587f5d-d97f-46d5-9e94-839899c5f841/","appid":"81cbd67f-ae80-4415-bbbb-69b667b63663","idtyp":"app","ver":"1.0"}`,
    },
    {
      paste:
        'POST https://graph.microsoft.com/v1.0/sites/contoso.sharepoint.com,1,2/permissions -> 403\napp-only, application permission Sites.ReadWrite.All is granted',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/users/0f1e2d3c-4b5a-4968-8776-655443322110/onlineMeetings/MSpk/attendanceReports -> 403 Forbidden\napp-only, roles in the token: ["OnlineMeetings.ReadWrite.All", "User.Read.All"]',
    },
    {
      paste:
        'Our background service signs in with client id and secret. GET https://graph.microsoft.com/v1.0/users/desk@contoso.com/messages -> 403. API permissions: Mail.Read (Delegated), granted for Contoso',
    },
    {
      paste: `Mail.Send | Application | Admin consent required: Yes | Not granted for Contoso
POST https://graph.microsoft.com/v1.0/users/desk@contoso.com/sendMail 403`,
    },
    {
      paste: `Connect-MgGraph -Identity
Get-MgUserCalendarView -UserId room1@contoso.com
Get-MgUserCalendarView_List: Access is denied. Check credentials and try again.`,
    },
    {
      paste:
        'The daemon gets a token, but GET https://graph.microsoft.com/v1.0/groups ends with 403. The token has no roles.',
    },
    {
      paste:
        'Sites.Selected is consented for the app, GET https://graph.microsoft.com/v1.0/sites/contoso.sharepoint.com:/sites/hr answers 403',
    },
    {
      paste: `Microsoft.AspNetCore.Authorization: These requirements were not met:
RolesAuthorizationRequirement:User.IsInRole must be true for one of the following roles: (Task.Run)
The caller is a daemon.`,
    },
    {
      paste:
        'The web app calls Graph as its managed identity: 403. Enterprise applications, Permissions: «No admin consented permissions found for the application»',
    },
    {
      paste: `<Error><Code>AuthorizationPermissionMismatch</Code></Error>
azcopy login --identity`,
    },
    {
      paste: `[FailureCategory=AuthZ-CmdletAccessDeniedException] The application 0f1e2d3c-4b5a-4968-8776-655443322110 isn't assigned to any management roles. Please check online documentation for assigning Directory Roles to Azure AD Application.`,
      verdict: 'certain',
    },
    {
      paste: `Get-EXOMailbox: Error while querying REST service. HttpStatusCode=401 ErrorMessage={"error":{"code":"Unauthorized","message":"User is not allowed to call Get-Mailbox","innererror":{"type":"Microsoft.Exchange.Admin.OData.Core.ODataServiceException"}}}`,
      verdict: 'likely',
    },
    {
      paste: `Connect-ExchangeOnline -CertificateThumbprint $t -AppId 0b7a2c3d-14e5-4f60-8a9b-7c6d5e4f3a2b -Organization contoso.onmicrosoft.com
The role assigned to application 0b7a2c3d-14e5-4f60-8a9b-7c6d5e4f3a2b isn't supported in this scenario. Please check online documentation for assigning correct Directory Roles to Azure AD Application for EXO App-Only Authentication.`,
      verdict: 'certain',
    },
    {
      paste:
        '{"message":"Access is denied. Check credentials and try again.","httpCode":"403","url":"https://graph.microsoft.com/v1.0/users/rooms@contoso.example/events","grantType":"clientCredentials"}',
    },
    {
      paste:
        "{'error': {'code': 'AccessDenied', 'message': 'Either scp or roles claim need to be present in the token.'}}",
      verdict: 'certain',
    },
    {
      paste:
        'oauth2_flow = client_credentials\noauth2_scope = https://outlook.office365.com/.default\nIMAP outlook.office365.com:993 <-- 00000001 NO AUTHENTICATE failed.',
    },
    {
      paste:
        '{"error":{"code":"Forbidden","message":"Missing role permissions on the request. API requires one of \'OnlineMeetings.Read.All\'. Roles on the request \'User.Read.All\'."}}',
      verdict: 'certain',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/users/desk@contoso.com/events -> 403\n{"aud":"https://graph.microsoft.com","idtyp":"app","oid":"1","sub":"1","roles":["User.Read.All"]}\n{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}',
      verdict: 'certain',
    },
    {
      paste:
        'x-ms-diagnostics: 2000008;reason="The token contains no permissions, or permissions can not be understood.";error_category="invalid_grant"\nHTTP/1.1 401 Unauthorized',
    },
    {
      paste:
        "AADSTS501051: Application '0a1b2c3d-1111-4222-8333-444455556666'(nightly) is not assigned to a role for the application 'api://reports'(reports).",
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      // Nothing is changed: what the permission opens is not protected.
      paste: `GET https://graph.microsoft.com/v1.0/users/5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6
403 {"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}
{"aud":"https://graph.microsoft.com","idtyp":"app","roles":["User.Read.All"]}`,
      cause: 'not-enough-evidence',
    },
    {
      // In a person's session the module asks for the password again.
      paste: 'Connect-ExchangeOnline -UserPrincipalName ann@contoso.com ends with "UnAuthorized".',
      cause: 'not-enough-evidence',
    },
    {
      paste: `az ad group member add --group build --member-id 207e277f-a838-4c61-940a-950b06cd1cc8
ERROR: Insufficient privileges to complete the operation.`,
      cause: 'missing-scope',
    },
    {
      // Mail.Read is what a subscription to messages takes; something else refuses.
      paste: `POST https://graph.microsoft.com/v1.0/subscriptions
{"changeType":"created","notificationUrl":"https://a.contoso.com/n","resource":"/users/5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6/messages","expirationDateTime":"2026-11-19T18:23:45Z"}
403 Forbidden
roles: User.Read.All, Mail.Read`,
      cause: 'not-enough-evidence',
    },
    {
      paste: `(AuthorizationFailed) The client 'eva@contoso.example' with object id '5d1f1e7a-2b3c-4d5e-8f90-a1b2c3d4e5f6' does not have authorization to perform action 'Microsoft.Web/sites/read' over scope '/subscriptions/1' or the scope is invalid.`,
      cause: 'not-enough-evidence',
    },
    {
      paste: `POST https://graph.microsoft.com/v1.0/groups
{"displayName":"T0","isAssignableToRole":true}
403 {"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}
{"aud":"https://graph.microsoft.com","idtyp":"user","scp":"Group.ReadWrite.All"}`,
      cause: 'missing-scope',
    },
    {
      paste: `ctx = ClientContext("https://contoso.sharepoint.com/sites/hr").with_client_certificate(tenant, client_id, thumbprint, cert_path)
401 Client Error: Unauthorized for url: https://contoso.sharepoint.com/sites/hr/_api/Web
Microsoft Graph (1)
  Sites.Read.All   Application   Read items in all site collections   Yes   Granted
SharePoint (1)
  Sites.Read.All   Application   Read items in all site collections   Yes   Granted`,
      cause: 'not-enough-evidence',
    },
    {
      paste: `Our own API says "Authentication failed". The token:
{"aud":"api://5f2c8f2e-1d67-4f1e-9a3a-0d1f3a3b2c4d","iss":"https://sts.windows.net/8e587f5d-d97f-46d5-9e94-839899c5f841/","appid":"81cbd67f-ae80-4415-bbbb-69b667b63663","idtyp":"app","ver":"1.0"}`,
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/users/0f1e2d3c-4b5a-4968-8776-655443322110/onlineMeetings/MSpk/attendanceReports -> 403 Forbidden\napp-only, roles in the token: ["OnlineMeetings.ReadWrite.All", "OnlineMeetingArtifact.Read.All"]',
      cause: 'not-enough-evidence',
    },
    {
      paste: 'We moved the nightly job to another server. GET /users/5 of our CRM now answers 403.',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'The nightly job with client id and secret reads https://graph.microsoft.com/v1.0/users/a@contoso.com/events and gets 403. Calendars.Read (Application) is granted.',
      cause: 'not-enough-evidence',
    },
    { paste: 'How do I grant the application permission Mail.Send, with admin consent?', cause: 'not-enough-evidence' },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/users/desk@contoso.com/events -> 403\n{"aud":"https://graph.microsoft.com","idtyp":"app","roles":["Calendars.ReadWrite"]}\n{"error":{"code":"ErrorAccessDenied","message":"Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings."}}',
      cause: 'app-access-policy',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/events -> 400\n{"error":{"code":"BadRequest","message":"/me request is only valid with delegated authentication flow."}}',
      cause: 'app-only-on-me',
    },
  ],
};
