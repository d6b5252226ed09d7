import type { FixStep } from '../diagnosis.ts';
import { apiOfResource } from '../facts/api.ts';
import type { Facts } from '../facts/facts.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { retold } from './words/told.ts';

const MAILBOX_PATH =
  /\/me\/(?:events?|calendars?|calendarview|calendargroups|messages|mailfolders|sendmail|contacts|mailboxsettings|findmeetingtimes|outlook)(?:[/?(]|$)/i;

/**
 * A guest (and a personal account that owns a tenant) has #EXT# in its name there, and its mailbox at home: the token is
 * good, /me answers, and everything that Exchange keeps is refused, usually with an empty body.
 */
function guestMailbox(facts: Facts): Signal | undefined {
  const { upn, aud } = facts.claims;
  if (upn === undefined || !/#EXT#/i.test(upn) || facts.token === null || facts.api !== 'graph') return undefined;
  if (aud !== undefined && apiOfResource(aud) !== 'graph') return undefined;
  if (facts.status === null || facts.status < 400 || facts.status === 429) return undefined;
  return MAILBOX_PATH.test(facts.values.path ?? '')
    ? {
        strength: 'strong',
        at: facts.token.span,
        says: `The token is of a guest (${upn}), who has no mailbox in this tenant`,
      }
    : undefined;
}

/** The same name where the token is told in prose. */
const NAME_OF_GUEST = '#ext#@';

function toldGuestMailbox(facts: Facts): Signal | undefined {
  const at = facts.phrase(NAME_OF_GUEST);
  if (at === undefined || facts.claims.upn !== undefined || facts.api !== 'graph' || facts.of('aadsts').length > 0)
    return undefined;
  if (facts.status === null || facts.status < 400 || facts.status === 429 || facts.actor === 'app') return undefined;
  return MAILBOX_PATH.test(facts.values.path ?? '')
    ? { strength: 'fair', at, says: 'The account has the name of a guest (#EXT#), who has no mailbox in this tenant' }
    : undefined;
}

function isGuest(facts: Facts): boolean {
  return guestMailbox(facts) !== undefined || toldGuestMailbox(facts) !== undefined;
}

function stepsForGuest(facts: Facts): FixStep[] {
  return [
    {
      text: 'Let the person sign in where the mailbox is: at their own organisation, or, with a personal Microsoft account, at consumers. An authority for all of them is',
      value: `https://${facts.values.loginHost ?? 'login.microsoftonline.com'}/common`,
    },
    {
      text: 'The registration has to take these accounts: App registrations, your app, Authentication, Supported account types.',
    },
    {
      text: 'An address of Gmail or of another provider has no calendar in Microsoft 365 at all: for a test take a member of the tenant with an Exchange Online licence.',
    },
  ];
}

/** How people tell that an account has no Exchange Online plan. */
const UNLICENSED = [
  'without an exchange',
  'without exchange',
  'licence was removed',
  'licence has been removed',
  'license expired',
  'licence expired',
  'mailbox is still on',
  'mailbox is on-prem',
  'mailbox is on prem',
  'mailboxes are on-prem',
  'mailboxes are still on',
  'on-premises mailbox',
  'on-prem mailbox',
  'licence assigned yet',
  'license assigned yet',
  'no license',
  'no licence',
  'without a license',
  'without a licence',
  'without license',
  'unlicensed',
  'not licensed',
  'no exchange license',
  'no exchange licence',
  'no exchange online',
  'no exchange plan',
  'no mailbox',
  'without a mailbox',
  'without mailbox',
  'not have a mailbox',
  'no microsoft 365 license',
  'license was removed',
  'license has been removed',
  'license removed',
  'keine lizenz',
  'ohne lizenz',
  'kein postfach',
  'ohne postfach',
  'kein microsoft 365-plan',
  'kein exchange',
  'sans licence',
  'pas de licence',
  'sin licencia',
] as const;
const MAIL =
  /\/(?:me|users\/[^/\s]{1,120})\/(?:events?|calendars?|calendarview|calendargroups|messages|mailfolders|sendmail|contacts|mailboxsettings|findmeetingtimes|outlook)(?:[/?(]|$)/i;

/** Said by the person of the account whose mail or calendar is refused. */
function toldUnlicensed(facts: Facts): Signal | undefined {
  const at = facts.anyPhrase(...UNLICENSED);
  if (at === undefined || facts.api !== 'graph' || facts.of('aadsts').length > 0) return undefined;
  if (facts.status === null || facts.status < 400 || facts.status === 429 || !MAIL.test(facts.values.path ?? ''))
    return undefined;
  return {
    strength: 'fair',
    at,
    says: 'You write that the account has no licence (or no mailbox): mail and calendars live in Exchange Online only',
  };
}

/** OneDrive and SharePoint, of an account or tenant that has none: no licence, or a drive that nobody opened yet. */
const NO_DRIVE = [
  'tenant does not have a spo license',
  "user's mysite not found",
  "unable to retrieve user's mysite url",
] as const;

/** OneDrive in place of the mailbox: what is missing is the other service of the same licence. */
function ofDrive(facts: Facts): boolean {
  return facts.anyPhrase(...NO_DRIVE) !== undefined;
}

function stepsToDrive(facts: Facts, who: string): FixStep[] {
  return [
    {
      text: `Microsoft 365 admin centre, Users, ${who}, Licences and apps: a licence with SharePoint Online must be ticked.`,
    },
    {
      text: 'Have the person open OneDrive in the browser once: it is made then. After a new licence allow up to 24 hours.',
    },
    {
      text: 'Or make it for them, in the SharePoint Online Management Shell, as an administrator of SharePoint:',
      value: `Request-SPOPersonalSite -UserEmails ${facts.values.user ?? facts.values.mailbox ?? 'person@contoso.com'}`,
    },
  ];
}

export const mailboxUnavailable: RootCause = {
  id: 'mailbox-unavailable',
  title: 'There is no mailbox in Exchange Online behind this account',
  owner: 'tenant-admin',
  ownerFor: (facts) => (isGuest(facts) ? 'app-developer' : 'tenant-admin'),
  explanation:
    'Microsoft Graph reads mail and calendars from Exchange Online. An account without a licence that includes it, a new account whose mailbox is not made yet, a soft-deleted or inactive mailbox, one that still lives on an own Exchange server, or a tenant without Exchange has none there; the sign-in is in order all the same.',
  symptoms: [
    'MailboxNotEnabledForRESTAPI «The mailbox is either inactive, soft-deleted, or is hosted on-premise.»',
    'ErrorInvalidUser, ErrorNonExistentMailbox, ErrorMissingEmailAddress',
    'OrganizationFromTenantGuidNotFound',
  ],
  explains: ['tenant-not-found', 'missing-scope', 'mailbox-access-denied', 'service-outage'],
  rules: [
    {
      kind: 'phrase',
      phrases: [
        'mailboxnotenabledforrestapi',
        'mailboxnotsupportedforrestapi',
        'rest api is not yet supported for this mailbox',
        'inactive, soft-deleted, or is hosted on-premise',
        'errorinvaliduser',
        'errornonexistentmailbox',
        'errormissingemailaddress',
        'organizationfromtenantguidnotfound',
        'the smtp address has no mailbox associated with it',
        "doesn't have a mailbox",
        'does not have a mailbox',
        'mailbox is not licensed',
        'mailboxinactive',
        'no mailbox with such guid',
        'errornomailbox',
        'mailbox is soft deleted',
        'an account that does not have a mailbox',
        'user does not have an exchange license',
        'does not have a valid exchange online license',
        'mailbox has been soft deleted',
        'exchange mailbox was not found',
        'user has no mailbox',
        'the mailbox is hosted on-premise',
      ],
      strength: 'decisive',
      says: 'Exchange Online finds no mailbox for this account',
    },
    {
      // learn.microsoft.com/sharepoint/pre-provision-accounts: OneDrive is made when its owner first opens it.
      kind: 'phrase',
      phrases: NO_DRIVE,
      strength: 'decisive',
      says: 'SharePoint Online has no OneDrive for this account',
    },
    {
      // Mail servers of everybody say so of a recipient.
      kind: 'phrase',
      phrases: ['mailbox does not exist'],
      strength: 'fair',
      when: (facts) => facts.microsoft,
      says: 'The service says that there is no such mailbox',
    },
    {
      // An Exchange server on premises, reached by Graph through a hybrid set-up, adds this to its refusals.
      kind: 'phrase',
      phrases: ['rest apis for this mailbox are currently in preview'],
      strength: 'decisive',
      says: 'Only an Exchange server on premises says so: the mailbox is not in Exchange Online',
    },
    { kind: 'facts', onlyWith: { evidence: ['token'] }, test: guestMailbox },
    { kind: 'facts', phrases: [NAME_OF_GUEST], onlyWith: 'its phrases', test: toldGuestMailbox },
    { kind: 'facts', phrases: UNLICENSED, onlyWith: 'its phrases', test: toldUnlicensed },
    {
      kind: 'phrase',
      phrases: ['resource could not be discovered'],
      strength: 'strong',
      says: 'Graph cannot find out where the mailbox of this account lives',
    },
    {
      // Exchange in x-ms-diagnostics 2000002 and 4001000: it knows the token's person or domain as none of its mailboxes
      // (a personal account with a foreign address, a guest, a mailbox on premises).
      kind: 'phrase',
      phrases: ['specified by the user-context in the token does not exist', 'flighting is not enabled for domain'],
      strength: 'strong',
      says: 'Exchange finds no mailbox of its own for the person of the token',
    },
    {
      kind: 'phrase',
      phrases: ['errormailboxmoveinprogress', 'mailbox move is in progress'],
      strength: 'fair',
      says: 'The mailbox is being moved',
    },
    retold(
      { 'mailbox-said-unlicensed': 'The account is said to have no mailbox or no Exchange licence' },
      { unnamed: 'weak' },
    ),
  ],
  headline: (facts) =>
    ofDrive(facts)
      ? `SharePoint Online has no OneDrive for ${facts.values.user ?? 'this account'}: no licence, or it was never opened.`
      : isGuest(facts)
        ? `${facts.claims.upn ?? 'The person who signs in'} is a guest of this tenant: mail and calendar of a guest are at home, and Graph finds none here.`
        : `There is no usable Exchange Online mailbox for ${facts.values.mailbox ?? facts.values.user ?? 'this account'}: no licence, deleted, on premises, or not made yet.`,
  steps: (facts) => {
    const who = facts.values.mailbox ?? facts.values.user ?? 'the account';
    if (ofDrive(facts)) return stepsToDrive(facts, who);
    if (isGuest(facts)) return stepsForGuest(facts);
    return [
      {
        text: `Microsoft 365 admin centre, Users, ${who}, Licences and apps: a licence with Exchange Online must be ticked.`,
      },
      ...(facts.phrase('errorinvaliduser') === undefined
        ? []
        : [
            {
              text: 'Where the person is not in that list at all, the address is mistyped, or of another organisation: Exchange answers the same to it.',
            },
          ]),
      {
        text: 'Have the person open Outlook on the web once: it makes the mailbox and its time zone. After a new licence allow up to 24 hours.',
        value: 'https://outlook.office.com',
      },
      {
        text: 'In Exchange Online PowerShell, see whether there is a mailbox:',
        value: `Get-EXOMailbox -Identity ${facts.values.mailbox ?? facts.values.user ?? 'person@contoso.com'}`,
      },
      {
        text: 'Where the mailbox lives on an own Exchange server, Graph needs the hybrid set-up with modern authentication, or the mailbox must move.',
      },
    ];
  },
  patches: [],
  check: (facts) => ({
    text: 'This answers 200:',
    command: ofDrive(facts)
      ? `curl -i https://graph.microsoft.com/v1.0/${facts.values.user === undefined ? 'me' : `users/${facts.values.user}`}/drive -H "Authorization: Bearer $TOKEN"`
      : `curl -i https://graph.microsoft.com/v1.0/${facts.values.mailbox === undefined ? (facts.actor === 'app' ? 'users/THE_MAILBOX' : 'me') : `users/${facts.values.mailbox}`}/mailboxSettings -H "Authorization: Bearer $TOKEN"`,
  }),
  forward: (facts) =>
    isGuest(facts)
      ? undefined
      : ofDrive(facts)
        ? `SharePoint Online has no OneDrive for ${facts.values.user ?? 'an account of ours'}. Please check its licence (SharePoint Online), or make the drive with Request-SPOPersonalSite.`
        : `Microsoft Graph finds no Exchange Online mailbox for ${facts.values.mailbox ?? facts.values.user ?? 'an account of ours'}. Please check its licence (Exchange Online), and whether the mailbox is soft-deleted or still on premises.`,
  sources: [
    {
      title: 'Outlook mail API: supported mailboxes',
      url: 'https://learn.microsoft.com/graph/outlook-mail-concept-overview',
    },
    { title: 'Microsoft Graph in hybrid deployments', url: 'https://learn.microsoft.com/graph/hybrid-rest-support' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste: `POST https://graph.microsoft.com/v1.0/me/events -> 401, the body is empty. GET /me is 200.
scp is right; upn in the token: me_mail.example#EXT#@fabrikam.onmicrosoft.com`,
    },
    { paste: 'New colleague without an Exchange licence: the calendar call to Graph fails.' },
    {
      paste: `GET https://graph.microsoft.com/v1.0/me/drive/root/children
{"error":{"code":"ResourceNotFound","message":"User's mysite not found."}}`,
      verdict: 'certain',
    },
    {
      paste:
        'New user without an Exchange licence: GET https://graph.microsoft.com/v1.0/users/new@contoso.com/events -> 404',
    },
    {
      paste: `Error message: The property 'attendees' does not exist on type 'Microsoft.OutlookServices.Event'. REST APIs for this mailbox are currently in preview. You can find more information about the preview REST APIs at https://dev.outlook.com/.`,
      verdict: 'certain',
    },
    {
      paste: `POST https://graph.microsoft.com/v1.0/me/events -> 401
{"aud":"00000003-0000-0000-c000-000000000000","scp":"Calendars.ReadWrite User.Read","iss":"https://sts.windows.net/0f1e2d3c-4b5a-4968-8776-655443322110/","upn":"pilot_mail.example#EXT#@fabrikam.onmicrosoft.com","idtyp":"user"}`,
      verdict: 'likely',
    },
    {
      paste: `HTTP/1.1 401 Unauthorized
x-ms-diagnostics: 2000002;reason="The user specified by the user-context in the token does not exist.";error_category="invalid_user"`,
    },
    {
      paste: `HTTP/1.1 401 Unauthorized
x-ms-diagnostics: 4001000;reason="Flighting is not enabled for domain 'pia@fabrikam.example'.";error_category="oauth_not_available"`,
    },
    {
      paste:
        '{"error":{"code":"ResourceNotFound","message":"Resource could not be discovered.","innerError":{"request-id":"0f1e2d3c-4b5a-4968-8776-655443322110"}}}',
    },
    {
      paste:
        '{"error":{"code":"MailboxNotEnabledForRESTAPI","message":"The mailbox is either inactive, soft-deleted, or is hosted on-premise."}}',
      verdict: 'certain',
    },
    {
      paste:
        "GraphError { statusCode: 404, code: 'ErrorInvalidUser', message: \"The requested user 'desk@contoso.com' is invalid.\" }",
      verdict: 'certain',
    },
    { paste: 'ErrorNonExistentMailbox: The SMTP address has no mailbox associated with it.', verdict: 'certain' },
    {
      paste:
        '{"error":{"code":"OrganizationFromTenantGuidNotFound","message":"The tenant for tenant guid \'5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77\' does not exist."}}',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste: 'An unlicensed user signs in: GET https://graph.microsoft.com/v1.0/users/new@contoso.com -> 404',
      cause: 'not-enough-evidence',
    },
    {
      paste: `GET https://graph.microsoft.com/v1.0/me/events -> 403
{"aud":"00000003-0000-0000-c000-000000000000","scp":"User.Read","iss":"https://sts.windows.net/0f1e2d3c-4b5a-4968-8776-655443322110/","upn":"adele@fabrikam.example","idtyp":"user"}`,
      cause: 'missing-scope',
    },
    {
      paste: '550 5.1.1 <nobody@fabrikam.example>: Recipient address rejected: mailbox does not exist',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        "AADSTS90002: Tenant 'contosso.onmicrosoft.com' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.",
      cause: 'tenant-not-found',
    },
    {
      paste:
        '{"error":{"code":"MailboxInfoStale","message":"Mailbox info is stale."}}\nHTTP/1.1 503 Service Unavailable',
      cause: 'service-outage',
    },
  ],
};
