import type { FixStep } from '../diagnosis.ts';
import type { SettingName } from '../evidence/evidence.ts';
import { apiOfResource } from '../facts/api.ts';
import type { Facts } from '../facts/facts.ts';
import { covers } from '../permissions/grant-covers.ts';
import { alternatives, missingPermission } from '../permissions/missing-permission.ts';
import { namedByApi } from '../permissions/named-by-api.ts';
import { permissionKind } from '../permissions/permission-name.ts';
import { isOpenIdScope } from '../permissions/scope-resource.ts';
import { exchangePermission } from './permissions/application-permissions.ts';
import { delegatedResource, fewPermissions } from './permissions/delegated-resource.ts';
import { inGraphPowershell } from './permissions/graph-powershell.ts';
import { MAIL_SCOPE_RULE, missingMailScope } from './permissions/mail-scopes.ts';
import { namedPermission } from './permissions/named-permission.ts';
import { NO_RIGHT_OPENS } from './permissions/no-right-opens.ts';
import { CREATE_REFUSED, permissionStrength } from './permissions/permission-refusal.ts';
import { permissionSetRule } from './permissions/permission-set.ts';
import { propertyScopeRule, writtenProperty } from './permissions/property-permission.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { requestedScopes } from './scopes/requested-scopes.ts';
import { TOLD_SCOPE_RULES } from './scopes/told-scope-rules.ts';
import { retold } from './words/told.ts';
import { ourApp, sentence, theApp, theCall, withValue } from './words/wording.ts';

const ONLY_GRANTED = 'however, the application only has the following permissions granted';

/** A list of what the token holds, where it has a permission that no app can have: Files.Read, User.Read. */
function grantedToPerson(facts: Facts): boolean {
  const said = [...facts.of('api-error'), ...facts.of('exception')].map(({ message }) => message).join('\n');
  const listed = /permissions granted: ([\w.-]{3,80}(?:, ?[\w.-]{3,80}){0,40})/i.exec(said)?.[1] ?? '';
  return listed.split(/, ?/).some((name) => permissionKind(name)?.app === false);
}

/** Services behind Graph, where they name the permissions that would do. */
const NAMED_BY_SERVICE = [
  'application must have one of the following scopes',
  ONLY_GRANTED,
  'does not have required msgraph permissions',
  'application missing msgraph api',
  'in graph api requires the following permissions',
] as const;

/** Conditional Access, and Privileged Identity Management; both say it to apps, too. */
const SCOPES_MISSING = [
  'required scopes are missing in the token',
  'permissionscopenotgranted',
  'due to missing permission scope',
] as const;

const GRAPH_EXPLORER = 'on the modify permissions';
const OTHERS_MAILBOX = /\/users\/[^/]{1,200}\/(?:calendar|events|messages|mail|contacts)/i;

const REFUSED = new Set([401, 403]);
/** What the directory says to an app or a person without the right. */
const DIRECTORY_REFUSES = ['insufficient privileges to complete the operation', 'authorization_requestdenied'] as const;

/** The permission to add, by the API's own words or by comparing the token with the operation. */
function missing(facts: Facts): string | undefined {
  const named = namedPermission(facts);
  if (named !== undefined) return named;
  const ofMail = missingMailScope(facts);
  if (ofMail !== undefined) return ofMail;
  const property = writtenProperty(facts)?.work[0];
  if (property !== undefined) return property;
  const granted = facts.claims.scp ?? requestedScopes(facts);
  const absent = facts.of('setting').find((item) => item.name === 'absent-scopes')?.values[0];
  if (absent !== undefined && facts.claims.scp === undefined) return absent.slice(absent.lastIndexOf('/') + 1);
  if (facts.need === null)
    return addedOnly(facts, granted) ?? toldToBeAdded(facts) ?? notHeld(fewPermissions(facts), granted);
  if (granted === undefined) return facts.need.work[0];
  return missingPermission(facts.need, 'user', granted, account(facts)) ?? undefined;
}

/**
 * What a person may do is what the token and the person's own roles both allow.
 * learn.microsoft.com/entra/identity-platform/permissions-consent-overview
 */
function holdsWhatIsNeeded({ claims: { scp }, need }: Facts): boolean {
  return scp !== undefined && need !== null && need.work.length > 0 && covers(scp, need.work);
}

function notHeld(name: string | undefined, granted: readonly string[] | undefined): string | undefined {
  return name === undefined || granted?.includes(name) ? undefined : name;
}

/** «I added Calendars.ReadWrite, and the token does not show it.» */
function toldToBeAdded(facts: Facts): string | undefined {
  return facts.of('told').some(({ circumstance }) => circumstance === 'token-lacks-added-permission')
    ? facts.of('setting').find(({ name }) => name === 'told-permission')?.values[0]
    : undefined;
}

const ADDED: ReadonlySet<SettingName> = new Set(['delegated-permissions', 'told-permission']);

/** What somebody added for this call is not in the token, and the call is refused. */
function addedAndAbsent(facts: Facts): Signal | undefined {
  const { scp, aud } = facts.claims;
  if (facts.token === null || facts.need !== null || facts.actor === 'app' || facts.of('aadsts').length > 0)
    return undefined;
  if (aud !== undefined && apiOfResource(aud) !== 'graph') return undefined;
  if (facts.status !== 403 && facts.call?.error?.code !== 'ErrorAccessDenied') return undefined;
  const name = addedOnly(facts, scp);
  if (name === undefined) return undefined;
  return {
    strength: 'strong',
    at: facts.token.span,
    says: `scp holds ${scp?.join(' ')}, and not ${name}, which was added to the registration`,
  };
}

/** Where the operation is not known: a permission that somebody added to the registration and that the token lacks. */
function addedOnly(facts: Facts, granted: readonly string[] | undefined): string | undefined {
  if (granted === undefined) return undefined;
  const added = facts.of('setting').flatMap((item) => (ADDED.has(item.name) ? item.values : []));
  const lacking = added.filter((name) => !covers(granted, [name]));
  return lacking.length === 1 ? lacking[0] : undefined;
}

function account(facts: Facts): 'personal' | null {
  return facts.values.authorityTenant === 'consumers' || facts.token?.format === 'opaque' ? 'personal' : null;
}

function scopesAgainstOperation(facts: Facts): Signal | undefined {
  const { need, claims, actor } = facts;
  if (need === null || actor === 'app') return undefined;
  // The permissions of a token for another API say nothing about this one.
  if (claims.aud !== undefined && apiOfResource(claims.aud) !== facts.api) return undefined;
  // The API names what is enough: comparing says no more, and the method may not be known.
  if (namedByApi(facts.call?.error?.message) !== undefined) return undefined;
  const enough = alternatives(need, 'user', account(facts));
  if (enough.length === 0) return undefined;
  if (claims.scp !== undefined && facts.token !== null) {
    if (covers(claims.scp, enough)) return undefined;
    const strength = permissionStrength(facts);
    if (strength === null) return undefined;
    return {
      strength,
      at: facts.token.span,
      says: `scp holds ${claims.scp.join(' ') || 'nothing'}; ${need.method} ${need.operation} needs ${enough[0]}`,
    };
  }
  const scopes = requestedScopes(facts);
  if (scopes === undefined || covers(scopes, enough) || !(facts.status === null || REFUSED.has(facts.status)))
    return undefined;
  const at = facts.of('setting').find((item) => item.name === 'scopes')?.span ?? facts.of('oauth-request')[0]?.span;
  return {
    strength: facts.status === 403 || facts.call?.error?.code === 'ErrorAccessDenied' ? 'strong' : 'fair',
    at,
    says: `The scopes asked for are ${scopes.join(' ')}; ${need.method} ${need.operation} needs ${enough[0]}`,
  };
}

/** SharePoint's own API opens sites, lists and files by these families of delegated permissions only. */
const SHAREPOINT_CONTENT = /^(?:AllSites|MyFiles|Sites|Files|EnterpriseResource|user_impersonation)(?:\.|$)/i;

function scopesOfSharePoint(facts: Facts): Signal | undefined {
  const { scp, aud } = facts.claims;
  if (facts.api !== 'sharepoint' || scp === undefined || aud === undefined || facts.token === null) return undefined;
  if (apiOfResource(aud) !== 'sharepoint' || facts.status === null || !REFUSED.has(facts.status)) return undefined;
  if (scp.some((scope) => SHAREPOINT_CONTENT.test(scope)) || /search/i.test(facts.values.path ?? '')) return undefined;
  return {
    strength: 'strong',
    at: facts.token.span,
    says: `scp holds ${scp.join(' ') || 'nothing'}, which opens no site and no file in SharePoint`,
  };
}

/** One's own mailbox cannot be closed to oneself: a refusal on /me comes from the token's permissions. */
function refusedOnOwnMailbox(facts: Facts): Signal | undefined {
  const error = facts.call?.error;
  if (
    error == null ||
    !/^(?:ErrorAccessDenied|Forbidden|AccessDenied|accessDenied)$/.test(error.code) ||
    facts.actor === 'app'
  )
    return undefined;
  if (facts.claims.scp !== undefined || !/\/me(?:\/|$)/i.test(facts.values.path ?? '')) return undefined;
  if (facts.anyPhrase(...NO_RIGHT_OPENS) !== undefined) return undefined;
  return {
    strength: 'strong',
    at: error.span,
    says: `${error.code} on /me: a person may always reach their own mailbox, so it is the token that lacks the permission`,
  };
}

/** Calendars.ReadWrite and its like are a person's own to give; others only an administrator's. */
function needsAdministrator(facts: Facts): boolean {
  const name = missing(facts);
  return name !== undefined && permissionKind(name)?.delegated === 'admin';
}

/** Where nothing tells who signs in: the same call by an app of its own needs the other kind of permission. */
function withoutAPerson(facts: Facts): { readonly text: string; readonly value?: string }[] {
  const permission = facts.need?.app[0] ?? exchangePermission(facts);
  const unknown =
    permission === undefined && facts.need === null && facts.anyPhrase(...DIRECTORY_REFUSES) !== undefined;
  if (facts.actor !== null || (permission === undefined && !unknown)) return [];
  return [
    {
      text: `All this where a person signs in (the token has scp). Where the program signs in as itself (client credentials; the token has roles or neither), it needs the application permission instead, with an administrator’s consent${permission === undefined ? '.' : ':'}`,
      ...withValue(permission),
    },
  ];
}

/** The directory refuses a person by the same words for a permission and for a role. */
function directoryRole(facts: Facts): { readonly text: string }[] {
  if (facts.actor === 'app' || facts.anyPhrase(...DIRECTORY_REFUSES) === undefined) return [];
  return [
    {
      text: 'A delegated permission never goes beyond the person: to change other people or groups they also need a role in Entra ID, such as User Administrator.',
    },
  ];
}

const BOT_CONNECTION = ['oauth connection', 'oauth-connection'] as const;
const OF_BOTS = ['azure bot', 'teams bot', 'our bot', 'the bot', 'my bot', 'botframework', 'bot framework'] as const;

/** The token comes from the connection of an Azure Bot, whose own list of scopes decides what it holds. */
function isBotConnection(facts: Facts): boolean {
  if (facts.values.connectionName !== undefined || facts.api === 'bot-token-service') return true;
  return facts.anyPhrase(...BOT_CONNECTION) !== undefined && facts.anyPhrase(...OF_BOTS) !== undefined;
}

function stepsOfSignIn(facts: Facts): FixStep[] {
  return [
    {
      text: 'Ask for it at sign-in, with its full name:',
      value: `${delegatedResource(facts).prefix}${missing(facts) ?? 'THE_PERMISSION'}`,
    },
    {
      text: 'Sign in again once with prompt=consent: an old token, and the refresh token behind it, keep the old permissions.',
    },
  ];
}

export const missingScope: RootCause = {
  id: 'missing-scope',
  title: 'The delegated token lacks a permission',
  owner: 'app-developer',
  ownerFor: (facts) => (needsAdministrator(facts) ? 'tenant-admin' : 'app-developer'),
  explanation:
    'The token is good, but its scp claim does not hold the permission that the operation needs. What stands in the app registration is not what the token holds: scp lists what was asked for at sign-in and consented to. A scope added later reaches the token only after a new sign-in that asks for it. That is why Graph answers 403 here and not 401: the token was accepted, the right is missing.',
  symptoms: [
    '403 ErrorAccessDenied «Access is denied. Check credentials and try again.»',
    '«Missing scope permissions on the request. API requires one of …»',
    '403 Authorization_RequestDenied «Insufficient privileges to complete the operation.»',
    'scp of the decoded token does not list the permission',
  ],
  rules: [
    MAIL_SCOPE_RULE,
    {
      kind: 'facts',
      phrases: [...BOT_CONNECTION, ...OF_BOTS],
      onlyWith: { phrases: BOT_CONNECTION },
      test: () => undefined,
    },
    {
      kind: 'facts',
      phrases: ['access to odata is disabled'],
      onlyWith: { evidence: ['request'] },
      test: scopesAgainstOperation,
    },
    ...TOLD_SCOPE_RULES,
    propertyScopeRule,
    {
      kind: 'facts',
      phrases: ['access to odata is disabled'],
      onlyWith: { evidence: ['api-error'] },
      test: refusedOnOwnMailbox,
    },
    {
      kind: 'phrase',
      phrases: [
        'missing scope permissions on the request',
        // Defender behind Graph, for a token of a person.
        'missing application scopes. api required scopes',
        'idw10203',
        "the 'scope' or 'scp' claim does not contain scopes",
        'the scp claim does not contain',
        'does not have required scopes',
        'token does not contain the required scope',
      ],
      strength: 'decisive',
      says: 'The API names the scope that the token lacks',
    },
    {
      // RFC 6750, section 3.1: the request requires higher privileges than the token provides.
      kind: 'facts',
      onlyWith: { evidence: ['challenge'] },
      test: (facts) => {
        const challenge = facts.of('challenge').find((item) => item.parameters.error === 'insufficient_scope');
        return challenge && facts.actor !== 'app'
          ? {
              strength: 'decisive',
              at: challenge.span,
              says: 'error="insufficient_scope": the token is valid and lacks the scope (RFC 6750, section 3.1)',
            }
          : undefined;
      },
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['diagnostics'] },
      test: (facts) => {
        const header = facts.of('diagnostics').find((item) => item.code === '2000008');
        if (header === undefined || facts.actor === 'app') return undefined;
        // With 401 the token «contains no permissions», which an app-only token without roles does; with 403 it has some.
        const scoped = facts.status === 403 || /scope/i.test(header.reason);
        return {
          strength: scoped ? 'strong' : 'hint',
          at: header.span,
          says: 'x-ms-diagnostics 2000008: the permissions of the token are not enough',
        };
      },
    },
    { kind: 'facts', onlyWith: { settings: ['told-permission'] }, test: addedAndAbsent },
    { kind: 'facts', onlyWith: { evidence: ['token'] }, test: scopesOfSharePoint },
    {
      // Intune and Microsoft Search behind Graph, in their own sentences; they say «application» to people, too.
      kind: 'phrase',
      phrases: NAMED_BY_SERVICE,
      strength: 'strong',
      when: (facts) => facts.actor === null,
      says: 'The service behind Graph names the permissions of which the token lacks every one',
    },
    {
      kind: 'phrase',
      phrases: [ONLY_GRANTED],
      strength: 'decisive',
      when: (facts) => facts.actor === null && grantedToPerson(facts),
      says: 'The service names what the token lacks, and what it holds can be granted for a person only',
    },
    {
      kind: 'phrase',
      phrases: NAMED_BY_SERVICE,
      strength: 'decisive',
      when: (facts) => facts.actor === 'user',
      says: 'The service behind Graph names the permissions of which the token of this person lacks every one',
    },
    {
      // The recovery keys of BitLocker.
      kind: 'phrase',
      phrases: ["failed to authorize, token doesn't have the required permissions"],
      strength: 'strong',
      when: (facts) => facts.actor !== 'app' && facts.of('vendor').length === 0,
      says: 'The service says that the token lacks the scopes of this operation',
    },
    {
      // Graph Explorer, under every 403: the tab lists what the query needs, each with its consent.
      kind: 'phrase',
      phrases: [GRAPH_EXPLORER],
      strength: 'fair',
      // At the mailbox of somebody else it is that person who has not shared it.
      when: (facts) => !holdsWhatIsNeeded(facts) && !OTHERS_MAILBOX.test(facts.values.path ?? ''),
      says: 'Graph Explorer says that a permission is not consented to, or that the person has no right of their own',
    },
    {
      // Alerts and secure scores: learn.microsoft.com/troubleshoot/entra/entra-id/users-groups-entra-apis/403-error-when-calling-microsoft-graph-security-api
      kind: 'phrase',
      phrases: ['auth token does not contain valid permissions or user does not have valid roles'],
      strength: 'fair',
      when: (facts) => facts.actor !== 'app',
      says: 'The security service says that the token lacks its permission, or the person a role such as Security Reader',
    },
    {
      // Rooms and buildings: one sentence for both kinds of token, and it says which one came.
      kind: 'facts',
      phrases: ['isapponly:false', 'scopes/roles provided:'],
      onlyWith: { phrases: ['isapponly:false'] },
      test: (facts) => {
        const at = facts.phrase('isapponly:false');
        return at === undefined || facts.phrase('scopes/roles provided:') === undefined
          ? undefined
          : { strength: 'decisive', at, says: 'The API names the scope that the token lacks' };
      },
    },
    {
      // Defender, in its own words for a token of a person.
      kind: 'phrase',
      phrases: ['does not have any of the required delegated permissions'],
      strength: 'decisive',
      says: 'The API names the delegated permissions of which the token lacks every one',
    },
    {
      // What a subscription is for has to be readable: learn.microsoft.com/graph/api/subscription-post-subscriptions.
      kind: 'facts',
      phrases: CREATE_REFUSED,
      onlyWith: 'its phrases',
      test: (facts) => {
        const at = facts.anyPhrase(...CREATE_REFUSED);
        if (at === undefined || facts.actor === 'app') return undefined;
        const scopes = facts.claims.scp ?? requestedScopes(facts);
        return {
          strength: scopes === undefined ? 'weak' : 'fair',
          at,
          says: 'A subscription takes the permission to read what it is for, and the service behind Graph refuses',
        };
      },
    },
    {
      // The service for authentication methods and policies of Entra ID, behind Graph.
      kind: 'phrase',
      phrases: ['request authorization failed'],
      strength: 'fair',
      when: (facts) => facts.actor !== 'app' && facts.of('vendor').length === 0,
      says: 'The directory refuses: the token lacks the permission, or the person the role for it',
    },
    {
      // Power BI and Fabric, where an app that signs in as itself has no scopes at all; OneNote's code 40004, which takes no
      // such app: learn.microsoft.com/rest/api/fabric/articles/get-started/fabric-api-quickstart, .../graph/onenote-error-codes
      kind: 'phrase',
      phrases: [
        'does not have sufficient scopes to perform this operation',
        'does not have the necessary scopes to complete the request',
      ],
      strength: 'decisive',
      when: (facts) => facts.actor !== 'app' && facts.of('vendor').length === 0,
      says: 'The service says that the token of this person lacks the scope of the operation',
    },
    permissionSetRule((facts) => facts.actor === 'user'),
    {
      kind: 'phrase',
      phrases: DIRECTORY_REFUSES,
      strength: 'fair',
      when: (facts) => facts.actor !== 'app' && !holdsWhatIsNeeded(facts),
      says: 'The directory refuses: the token lacks the permission, or the person the role for it',
    },
    {
      kind: 'phrase',
      phrases: DIRECTORY_REFUSES,
      strength: 'weak',
      when: (facts) => facts.actor !== 'app' && holdsWhatIsNeeded(facts),
      says: 'The token holds the permission, so the directory refuses the person: a role is missing, or guests may not see others',
    },
    {
      kind: 'phrase',
      phrases: [
        'idw10201',
        'neither scope or roles claim was found in the bearer token',
        'neither scope nor roles claim was found',
      ],
      strength: 'strong',
      when: (facts) => facts.actor !== 'app',
      says: 'The token has neither scp nor roles: no permission of the API was asked for',
    },
    {
      kind: 'phrase',
      phrases: ['access is denied. check credentials and try again', 'erroraccessdenied'],
      strength: 'weak',
      when: (facts) =>
        facts.actor !== 'app' && facts.claims.scp === undefined && facts.anyPhrase(...NO_RIGHT_OPENS) === undefined,
      says: 'ErrorAccessDenied: the permission is missing, or the mailbox is closed to the caller',
    },
    {
      // Of a person's token nothing but its scopes can be meant.
      kind: 'phrase',
      phrases: SCOPES_MISSING,
      strength: 'decisive',
      when: (facts) => facts.actor === 'user' && (!facts.actorIsTold || inGraphPowershell(facts)),
      says: 'The API says that the token of this person lacks scopes',
    },
    {
      kind: 'phrase',
      phrases: [
        ...SCOPES_MISSING,
        'required scope missing',
        'missing required scopes',
        'token is missing required scope',
      ],
      strength: 'strong',
      when: (facts) => facts.actor !== 'app' && facts.of('vendor').length === 0,
      says: 'The API says that the token lacks scopes',
    },
    {
      kind: 'phrase',
      phrases: [
        'nopermissionsinaccesstoken',
        'the token contains no permissions, or permissions can not be understood',
      ],
      strength: 'fair',
      when: (facts) => facts.actor === 'user',
      says: 'Exchange finds no permission of its own in the token',
    },
    {
      kind: 'phrase',
      phrases: ['either scp or roles claim need to be present'],
      strength: 'fair',
      when: (facts) => facts.actor === 'user',
      says: 'The token holds no permission at all',
    },
    {
      kind: 'phrase',
      phrases: [
        'insufficient permissions to access',
        'the caller does not have permission',
        'does not have permission to perform the action',
      ],
      strength: 'weak',
      when: (facts) => facts.microsoft && facts.actor !== 'app',
      says: 'The API speaks of missing permissions',
    },
    retold(
      {
        'token-lacks-added-permission':
          'The permission is said to be added to the registration, and the token not to hold it yet',
      },
      { strength: 'strong', unnamed: 'weak' },
    ),
    retold({
      'graph-explorer-may':
        'The same call passes in Graph Explorer, whose token has permissions of its own, and your app is refused',
      'may-read-and-not-write': 'The permission that is told is one to read, and writing is refused',
    }),
  ],
  headline: (facts) => {
    const name = missing(facts);
    const scp = facts.claims.scp;
    const has =
      scp === undefined ? '' : ` (it holds ${scp.filter((name) => !isOpenIdScope(name)).join(', ') || 'none'})`;
    if (name === undefined && holdsWhatIsNeeded(facts))
      return `The token holds the permission for ${theCall(facts)}; the directory refuses the person behind it, who may lack a role.`;
    if (name === undefined)
      return `The token is valid, but lacks the delegated permission for ${theCall(facts)}${has}.`;
    return `The token lacks the delegated permission ${name} for ${theCall(facts)}${has}.`;
  },
  steps: (facts) => {
    const name = missing(facts) ?? 'the permission that the documentation of the operation names';
    if (facts.phrase(GRAPH_EXPLORER) !== undefined)
      return [
        {
          text: `In Graph Explorer, run the query and open its tab «Modify permissions»: choose Consent beside the permission${needsAdministrator(facts) ? ', as an administrator' : ''}, and run the query again`,
          ...withValue(missing(facts)),
        },
        {
          text: 'Where the tab says «Consented» to it already, the person lacks a right of their own: membership of the group or team, a role in Entra ID, or the item was never shared with them.',
        },
      ];
    if (missing(facts) !== undefined && inGraphPowershell(facts))
      return [
        {
          text: `Sign in again, and ask for the permission${needsAdministrator(facts) ? '; an administrator has to consent on the page that opens' : ''}:`,
          value: `Disconnect-MgGraph; Connect-MgGraph -Scopes '${name}'`,
        },
        ...directoryRole(facts),
      ];
    if (missing(facts) === undefined && holdsWhatIsNeeded(facts))
      return [
        ...directoryRole(facts),
        {
          text: 'A guest sees little of the directory: Entra admin centre, External Identities, External collaboration settings, Guest user access.',
        },
        {
          text: 'See in jwt.ms that this is the token that was sent: one that a cache kept from before the consent lacks the permission.',
        },
      ];
    return [
      {
        text: `In the Entra admin centre, App registrations, ${theApp(facts)}, API permissions: add the delegated permission of ${delegatedResource(facts).name}${missing(facts) === undefined ? ' that the page of the operation names (Permissions)' : ''}`,
        ...withValue(missing(facts)),
      },
      ...(isBotConnection(facts)
        ? [
            {
              text: `Add it to «Scopes» of the OAuth connection${facts.values.connectionName === undefined ? '' : ` ${facts.values.connectionName}`} (Azure portal, the Azure Bot, Configuration), beside those that stand there, with a space between:`,
              value: `${delegatedResource(facts).prefix}${missing(facts) ?? 'THE_PERMISSION'}`,
            },
            {
              text: 'Sign the person out in the bot (signOutUser) and in again: the token service keeps the token of the old scopes.',
            },
          ]
        : stepsOfSignIn(facts)),
      ...(needsAdministrator(facts) ? [{ text: `${name} needs an administrator’s consent.` }] : []),
      ...directoryRole(facts),
      ...withoutAPerson(facts),
    ];
  },
  patches: (facts) => {
    if (facts.api === 'exchange-imap-smtp') return ['exchange-imap-smtp'];
    if (isBotConnection(facts)) return [];
    return delegatedResource(facts).name === 'Microsoft Graph' ? ['request-graph-scopes'] : [];
  },
  check: (facts) => ({
    text: `${inGraphPowershell(facts) ? '(Get-MgContext).Scopes' : 'scp of the new token'} holds ${missing(facts) ?? 'the permission'}, and the call succeeds (a status of 2xx).`,
  }),
  forward: (facts) =>
    !needsAdministrator(facts)
      ? undefined
      : missing(facts) !== undefined && inGraphPowershell(facts)
        ? `We need the delegated permission ${missing(facts)} in Microsoft Graph PowerShell, for ${theCall(facts)}. Please review it. If you agree, sign in with Connect-MgGraph -Scopes '${missing(facts)}' and tick «Consent on behalf of your organization».`
        : `${sentence(ourApp(facts))} needs the delegated permission ${missing(facts) ?? '(see the documentation of the call)'} of ${delegatedResource(facts).name} for ${theCall(facts)}. Please review it and grant consent for the organisation if you agree.`,
  needsAdminConsent: needsAdministrator,
  sources: [
    { title: 'Microsoft Graph permissions reference', url: 'https://learn.microsoft.com/graph/permissions-reference' },
    { title: 'Scopes and permissions', url: 'https://learn.microsoft.com/entra/identity-platform/scopes-oidc' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        '{"requestId":"1b","errorCode":"InsufficientScopes","message":"The caller does not have sufficient scopes to perform this operation"}',
      verdict: 'certain',
    },
    {
      paste:
        '{"error":{"code":"40004","message":"The OAuth token provided does not have the necessary scopes to complete the request. Please make sure you are including one or more of the following scopes: Notes.ReadWrite,Notes.Create"}}',
      verdict: 'certain',
    },
    {
      paste:
        'Graph Explorer: GET https://graph.microsoft.com/v1.0/users/ann@contoso.com/planner/tasks\nForbidden - 403. Either the signed-in user does not have sufficient privileges, or you need to consent to one of the permissions on the Modify permissions tab',
    },
    {
      paste: `Connect-MgGraph -Scopes "User.Read.All"
Get-MgIdentityConditionalAccessPolicy_List: You cannot perform the requested operation, required scopes are missing in the token.
Status: 403 (Forbidden)`,
      verdict: 'certain',
    },
    {
      paste: `POST gives 403 ErrorAccessDenied, GET with the same token 200
scp: Calendars.Read User.Read
aud: https://graph.microsoft.com
Calendars.ReadWrite: added yesterday in the portal`,
    },
    {
      paste: `do I need to log in again after adding Calendars.ReadWrite in the portal? still 403 with the old login`,
      verdict: 'possible',
    },
    { paste: 'Graph Explorer creates the event for me, my own app gets 403 for the same person.' },
    { paste: 'I added Calendars.ReadWrite in the Azure portal, and the token still only has Calendars.Read.' },
    {
      paste:
        'outlook.office365.com:993 A1 NO AUTHENTICATE failed.\n{"aud":"https://outlook.office.com","scp":"SMTP.Send","upn":"lena@contoso.com"}',
      verdict: 'certain',
    },
    {
      // The permission is there; a delegated one never goes beyond the person.
      paste:
        'GET https://graph.microsoft.com/v1.0/users\n403 {"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}\n{"aud":"https://graph.microsoft.com","scp":"User.Read.All"}',
      verdict: 'possible',
    },
    {
      paste: `{"error":{"code":"40004","message":"The OAuth token provided does not have the necessary scopes to complete the request. Please make sure you are including one or more of the following scopes: Notes.ReadWrite.All,Notes.Read.All (you provided these scopes: User.Read)"}}`,
    },
    {
      paste: `{"requestId":"1","errorCode":"InsufficientScopes","message":"The caller does not have sufficient scopes to perform this operation"}`,
    },
    {
      paste: `{"error":{"code":"authorization_error","message":"Failed to authorize, token doesn't have the required permissions."}}
Connect-MgGraph -Scopes "BitLockerKey.ReadBasic.All"`,
    },
    {
      paste: `GraphError: Operation: Create; Exception: [Status Code: Forbidden; Reason: ]
  code: 'ExtensionError'
OAUTH_SCOPES="user.read calendars.read"
resource: "users"`,
    },
    {
      paste: `POST https://graph.microsoft.com/beta/deviceManagement/configurationPolicies
403 Forbidden
{"aud":"https://graph.microsoft.com","idtyp":"user","scp":"DeviceManagementConfiguration.Read.All"}`,
      verdict: 'certain',
    },
    {
      paste: `GET https://graph.microsoft.com/v1.0/security/incidents
403 Forbidden
{"aud":"https://graph.microsoft.com","idtyp":"user","scp":"SecurityAlert.Read.All User.Read"}`,
      verdict: 'certain',
    },
    {
      paste: `Get-MgUserAuthenticationPhoneMethod_List: Request Authorization failed
Status: 403 (Forbidden)
ErrorCode: accessDenied`,
      verdict: 'possible',
    },
    {
      paste:
        'scp in my access token does not include Calendars.ReadWrite, POST https://graph.microsoft.com/v1.0/me/events answers 401',
    },
    {
      paste:
        'POST https://graph.microsoft.com/v1.0/me/events is 403, the token does not have the scope Calendars.ReadWrite',
    },
    {
      paste:
        'https://login.live.com/oauth20_authorize.srf?client_id=0f1e2d3c-4b5a-4968-8776-655443322110&scope=onedrive_onetime.access%3Areadfile&response_type=token\nPOST https://graph.microsoft.com/v1.0/drive/items/E6C6!22/createLink -> 403',
    },
    {
      paste:
        'PATCH https://graph.microsoft.com/v1.0/me/settings/regional ends in 403, the scp of the token is "openid profile User.Read email"',
    },
    { paste: 'The user signs in, GET https://graph.microsoft.com/v1.0/me/messages says 403 Forbidden.' },
    {
      paste:
        'A signed-in user gets 403 from https://graph.microsoft.com/v1.0/sites/root/lists. We granted the application permission Sites.Read.All.',
    },
    {
      paste:
        'Microsoft.AspNetCore.Authorization.DefaultAuthorizationService[2] Authorization failed. These requirements were not met: ScopeAuthorizationRequirement:Scope= Orders.Read',
    },
    {
      paste: `Minimum required permissions: 'Calendars.ReadWrite'. Not available in token 'User.Read, email, openid, profile'`,
    },
    {
      paste:
        'io.quarkus.security.ForbiddenException: insufficient_scope, The request requires higher privileges than provided by the access token.',
    },
    {
      paste: '403 Forbidden when I POST to /me/events. The scp claim in my token is User.Read',
      verdict: 'certain',
    },
    {
      paste: `403 Forbidden
{"error":{"code":"Forbidden","message":"{\\"Message\\": \\"Application is not authorized to perform this operation. Application must have one of the following scopes: DeviceManagementConfiguration.Read.All - Operation ID (for customer support): 0\\"}"}}`,
      verdict: 'likely',
    },
    {
      paste: `GET https://fabrikam-my.sharepoint.com/_api/v2.0/me/drive
HTTP/1.1 401 Unauthorized
{"aud":"https://fabrikam-my.sharepoint.com/","iss":"https://sts.windows.net/f7b6aabf-2824-41e3-9136-274b7299aa5c/","scp":"AllProfiles.Read","ver":"1.0"}`,
      verdict: 'likely',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/identityProtection/riskyUsers 403\n{"error":{"code":"Forbidden","message":"You cannot perform the requested operation, required scopes are missing in the token."}}',
    },
    {
      paste:
        '{"error":{"code":"Forbidden","message":"Missing scope permissions on the request. API requires one of \'Chat.Read, Chat.ReadWrite\'. Scopes on the request \'User.Read, openid, profile\'"}}',
      verdict: 'certain',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/events\nHTTP/1.1 403 Forbidden\n{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}\n\n{"aud":"https://graph.microsoft.com","scp":"User.Read Mail.Read","idtyp":"user"}',
      verdict: 'certain',
    },
    {
      paste:
        'SCOPES = ["https://graph.microsoft.com/User.Read"]\n\nPOST https://graph.microsoft.com/v1.0/me/events\n403 Forbidden',
    },
    {
      paste: 'HTTP/1.1 403 Forbidden\nWWW-Authenticate: Bearer error="insufficient_scope", scope="Calendars.ReadWrite"',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      // Whoever shares a mailbox does so without any consent.
      paste:
        'Graph Explorer: GET https://graph.microsoft.com/v1.0/users/ann@contoso.com/calendarView?startDateTime=2025-01-01\nForbidden - 403. Either the signed-in user does not have sufficient privileges, or you need to consent to one of the permissions on the Modify permissions tab',
      cause: 'mailbox-access-denied',
    },
    {
      // The scope is there: the mailbox, or the protocol, is the matter.
      paste:
        '535 5.7.3 Authentication unsuccessful\n{"aud":"https://outlook.office.com","scp":"SMTP.Send","upn":"lena@contoso.com"}',
      cause: 'mailbox-access-denied',
    },
    {
      paste: `GET https://graph.microsoft.com/v1.0/reports/getOffice365ActiveUserDetail(period='D7')
403 {"error":{"code":"S2SUnauthorized","message":"Invalid permission."}}
{"aud":"https://graph.microsoft.com","idtyp":"user","scp":"Reports.Read.All"}`,
      cause: 'not-enough-evidence',
    },
    {
      // Not what this call needs.
      paste:
        'scp in the token does not include Mail.Send, and GET https://graph.microsoft.com/v1.0/me/events answers 401',
      cause: 'not-enough-evidence',
    },
    {
      // Graph did not take the token at all, and looked at no permission.
      paste:
        'GET https://graph.microsoft.com/v1.0/me/events\n401 {"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure."}}\n{"aud":"https://graph.microsoft.com","scp":"User.Read"}',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'https://login.live.com/oauth20_authorize.srf?client_id=0f1e2d3c-4b5a-4968-8776-655443322110&scope=onedrive.readwrite&response_type=token\nPOST https://graph.microsoft.com/v1.0/drive/items/E6C6!22/createLink -> 403',
      cause: 'not-enough-evidence',
    },
    {
      paste: 'The user signs in, GET https://graph.microsoft.com/v1.0/me/messages says 401.',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        "('AccessDenied', 'Either scp or roles claim need to be present in the token.', '403 Client Error: Forbidden for url: https://graph.microsoft.com/v1.0/sites/root')",
      cause: 'app-role-missing',
    },
    {
      paste:
        '{"error":{"code":"Forbidden","message":"Missing role permissions on the request. API requires one of \'Calendars.Read, Calendars.ReadWrite\'. Roles on the request \'\'."}}',
      cause: 'app-role-missing',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/users/desk@contoso.com/events\nHTTP/1.1 403 Forbidden\n{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}\n{"aud":"https://graph.microsoft.com","idtyp":"app","roles":[]}',
      cause: 'app-role-missing',
    },
  ],
};
