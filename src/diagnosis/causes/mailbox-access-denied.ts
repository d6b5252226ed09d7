import type { Fix, FixStep } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import { covers } from '../permissions/grant-covers.ts';
import {
  IMPERSONATION_DENIED,
  impersonationForward,
  impersonationHeadline,
  isImpersonationDenied,
  stepsToImpersonate,
} from './permissions/exchange-impersonation.ts';
import { isRefusedByProtocol, MAILBOX_OF_ANOTHER, protocolSteps } from './permissions/mailbox-by-protocol.ts';
import { NO_RIGHT_OPENS } from './permissions/no-right-opens.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { retold } from './words/told.ts';
import { theApp, thePerson } from './words/wording.ts';

const REFUSALS =
  /^(?:ErrorAccessDenied|ErrorItemNotFound|ErrorFolderNotFound|ErrorNotSupported|AccessDenied|Forbidden|ErrorCannotDelegate|)$/;
const MAIL_OR_CALENDAR =
  /\/(?:calendars?|events|calendarview|messages|mailfolders|contacts|mailboxsettings|sendmail|calendarpermissions|(?<!\/planner\/)tasks)(?:[/(?]|$)/i;

/** A person at another person's mailbox: folder rights and a .Shared permission are both needed. */
function someoneElsesMailbox(facts: Facts): Signal | undefined {
  const request = facts.call?.request;
  const { mailbox, user } = facts.values;
  if (request == null) return undefined;
  if (mailbox === undefined) return ownIsOpen(facts);
  if (facts.actor === 'app' || !MAIL_OR_CALENDAR.test(request.path)) return undefined;
  if (user !== undefined && user.toLowerCase() === mailbox.toLowerCase()) return undefined;
  const error = facts.call?.error;
  const refused = (error != null && REFUSALS.test(error.code)) || facts.status === 403;
  if (!refused || facts.anyPhrase(...NO_RIGHT_OPENS) !== undefined) return undefined;
  const scopes = facts.claims.scp ?? facts.of('setting').find((item) => item.name === 'scopes')?.values;
  if (scopes !== undefined && facts.need !== null) {
    if (!covers(scopes, facts.need.work) && !scopes.some((scope) => /\.shared/i.test(scope))) return undefined;
    const shared = scopes.some((scope) => /\.shared/i.test(scope));
    return {
      strength: 'strong',
      at: request.span,
      says: shared
        ? `The token holds a .Shared permission, so the folder of ${mailbox} is not shared with ${thePerson(facts)}`
        : `The call is to the mailbox of ${mailbox}, and scp holds no .Shared permission`,
    };
  }
  if (facts.actor === 'user')
    return {
      strength: 'strong',
      at: request.span,
      says: `A person calls the mailbox of ${mailbox}: it must be shared with them`,
    };
  return {
    strength: 'fair',
    at: request.span,
    says: `The call is to the mailbox of ${mailbox}, not to /me: it must be shared with the caller`,
  };
}

/** The same call passes on /me and is refused for somebody else: the permission is there, the share is not. */
function ownIsOpen(facts: Facts): Signal | undefined {
  const request = facts.call?.request;
  if (request == null || facts.actor === 'app' || facts.api !== 'graph') return undefined;
  if (!/\/users\/[<{$:]/.test(request.path) || !MAIL_OR_CALENDAR.test(request.path)) return undefined;
  const error = facts.call?.error;
  const refused =
    (error != null && REFUSALS.test(error.code)) || facts.status === 403 || facts.phrase(EXPLORER) !== undefined;
  const own = facts.of('request').find(({ path }) => /(?:^|\/)me\//i.test(path) && MAIL_OR_CALENDAR.test(path));
  if (!refused || own === undefined) return undefined;
  return {
    strength: 'fair',
    at: request.span,
    says: 'The same call is answered for /me and refused for another person: their mailbox must be shared with the caller',
  };
}

/** Graph Explorer, over a refusal. */
const EXPLORER = 'either the signed-in user does not have sufficient privileges';

/** The token, or the request for it, names a .Shared permission already. */
function writes(facts: Facts): boolean {
  return /POST|PATCH|PUT|DELETE/.test(facts.values.method ?? '');
}

/** Mail of somebody else, by the address that is called; everything else here is a calendar. */
function isMail(facts: Facts): boolean {
  return /\/(?:messages|mailfolders)(?:[/('?]|$)/i.test(facts.values.path ?? '');
}

/** The permission that reaches the mailbox or calendar of others. */
function sharedPermission(facts: Facts): string {
  return `${isMail(facts) ? 'Mail' : 'Calendars'}.${writes(facts) ? 'ReadWrite' : 'Read'}.Shared`;
}

function holdsShared(facts: Facts): boolean {
  return [...(facts.claims.scp ?? []), ...(facts.values.scopes ?? [])].some((scope) => /\.shared$/i.test(scope));
}

/** How people say that the calendar is shared with them. */
const SAID_SHARED = [
  'shared his calendar with',
  'shared her calendar with',
  'shared their calendar with',
  'shared the calendar with',
  'calendar is shared with',
  'calendar was shared with',
  'has shared it with',
  'shared it with me',
  'kalender ist freigegeben',
  'kalender ist mit mir geteilt',
  'hat mir seinen kalender freigegeben',
  'hat mir ihren kalender freigegeben',
  'son agenda avec moi',
  'compartido su calendario',
] as const;

/** The share is there, as they say, and the token shows that the permission for it is not. */
function isSaidShared(facts: Facts): boolean {
  if (facts.claims.scp === undefined || holdsShared(facts) || isMail(facts)) return false;
  return facts.anyPhrase(...SAID_SHARED) !== undefined;
}

/** It is the sender that Exchange refuses, not the mailbox. */
const SEND_AS = [
  'errorsendasdenied',
  'does not have the right to send mail on behalf',
  'user does not have permission to send as',
  'sendasdeniedexception',
  'does not have permissions to send as this sender',
  'sendasdenied;',
  'sendasdenied',
] as const;

const OF_EWS = 'ews.accessasuser.all';

function isSendAs(facts: Facts): boolean {
  return facts.anyPhrase(...SEND_AS) !== undefined;
}

function stepsToShare(facts: Facts): readonly FixStep[] {
  const { mailbox = 'desk@contoso.com', user = 'person@contoso.com' } = facts.values;
  // Exchange Web Services have one permission, for one's own mailbox and others.
  const shared =
    holdsShared(facts) || facts.api === 'exchange-ews' || facts.phrase(OF_EWS) !== undefined
      ? []
      : [
          {
            text: 'Ask for the .Shared permission at sign-in: the one without .Shared reaches the person’s own mailbox only.',
            value: `https://graph.microsoft.com/${sharedPermission(facts)}`,
          },
        ];
  if (isMail(facts))
    return [
      ...shared,
      {
        text: 'A shared mailbox: an Exchange administrator makes the person a member (Exchange admin centre, Mailboxes, the mailbox, Delegation, «Read and manage (Full Access)»; it can take an hour), or in Exchange Online PowerShell:',
        value: `Add-MailboxPermission -Identity ${mailbox} -User ${user} -AccessRights FullAccess`,
      },
      {
        text: 'One folder of a person’s mailbox: its owner shares that folder in Outlook (and gives «Folder visible» on the mailbox itself), or:',
        value: `Add-MailboxFolderPermission -Identity ${mailbox}:\\Inbox -User ${user} -AccessRights ${writes(facts) ? 'Editor' : 'Reviewer'}`,
      },
    ];
  if (isSaidShared(facts))
    return [
      ...shared,
      {
        text: 'Sign in again once with prompt=consent: the old token, and the refresh token behind it, keep the old permissions.',
      },
      {
        text: `Where it is refused still, see which right the share gives${writes(facts) ? ' (to write: «Can edit»)' : ''}. In Exchange Online PowerShell:`,
        value: `Get-MailboxFolderPermission -Identity ${mailbox}:\\Calendar`,
      },
    ];
  return [
    {
      text: `Have the owner of ${facts.values.mailbox ?? 'the calendar'} share it: Outlook, Calendar, Sharing and permissions, with at least «Can view all details» (to write: «Can edit»).`,
    },
    ...shared,
    {
      text: 'Or, as an administrator, give the right in Exchange Online PowerShell:',
      value: `Add-MailboxFolderPermission -Identity ${mailbox}:\\Calendar -User ${user} -AccessRights ${writes(facts) ? 'Editor' : 'Reviewer'}`,
    },
  ];
}

/** The address that the message is to come from, where its body is shown. */
function senderOf(facts: Facts): string | undefined {
  const body: unknown = facts.call?.request?.body;
  const message = isRecord(body) && isRecord(body.message) ? body.message : body;
  const from = isRecord(message) ? (message.from ?? message.sender) : undefined;
  const mail = isRecord(from) ? from.emailAddress : undefined;
  const address = isRecord(mail) ? mail.address : undefined;
  return typeof address === 'string' && /^[\w.+#-]{1,64}@[\w.-]{3,100}$/.test(address) ? address : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The mailbox of /users/{this}/sendMail is the one that sends, and not the one that is to stand in the message. */
function sendingMailbox({ values: { path, mailbox } }: Facts): string | undefined {
  return path?.includes('/users/') === true ? mailbox : undefined;
}

function addressToSendAs(facts: Facts): string | undefined {
  return senderOf(facts) ?? (sendingMailbox(facts) === undefined ? facts.values.mailbox : undefined);
}

function stepsToSendAs(facts: Facts): readonly FixStep[] {
  const sends = sendingMailbox(facts);
  const address = addressToSendAs(facts) ?? (sends === undefined ? 'desk@contoso.com' : 'ADDRESS_OF_THE_SENDER');
  return [
    {
      text: 'Where the sender is there by mistake: leave from and sender out of the message, or set them to the address of the mailbox that sends.',
    },
    ...(facts.actor === 'app'
      ? [
          {
            text: 'As the app itself, call sendMail of the mailbox whose address is to stand there:',
            value: `POST https://graph.microsoft.com/v1.0/users/${address}/sendMail`,
          },
        ]
      : [
          {
            text: 'Otherwise an Exchange administrator gives the right (Exchange admin centre, Mailboxes, Delegation, «Send as» or «Send on behalf»; it can take an hour):',
            value: `Add-RecipientPermission ${address} -AccessRights SendAs -Trustee ${facts.values.user ?? sends ?? 'person@contoso.com'}`,
          },
          ...(facts.call?.error == null
            ? []
            : [
                {
                  text: 'With Microsoft Graph ask for the shared permission as well:',
                  value: 'https://graph.microsoft.com/Mail.Send.Shared',
                },
              ]),
        ]),
  ];
}

/** The Office 365 Outlook connector of Power Platform and Logic Apps, in the field `source` of its answers. */
const OF_CONNECTOR = ['"source":"office365-', '"source": "office365-'] as const;

function isOfConnector(facts: Facts): boolean {
  return facts.anyPhrase(...OF_CONNECTOR) !== undefined;
}

/** https://learn.microsoft.com/connectors/office365/ */
function stepsForConnection({ values }: Facts): readonly FixStep[] {
  const { mailbox = 'desk@contoso.com', user = 'person@contoso.com' } = values;
  return [
    {
      text: 'See as whom the connection of the action signs in (Power Automate: Data, Connections), and which mailbox the action names («Original Mailbox Address», or the one of its calendar).',
    },
    {
      text: 'An Exchange administrator lets that account in (Exchange admin centre, Mailboxes, the mailbox, Delegation: «Read and manage (Full Access)», and to send «Send as»; it can take an hour or two), or in Exchange Online PowerShell:',
      value: `Add-MailboxPermission -Identity ${mailbox} -User ${user} -AccessRights FullAccess; Add-RecipientPermission ${mailbox} -AccessRights SendAs -Trustee ${user}`,
    },
    { text: 'For a calendar its owner shares it with that account in Outlook, to write with «Can edit».' },
  ];
}

/** In which way a mailbox is opened that is not one's own. */
type Way = 'impersonated' | 'sent-as' | 'by-protocol' | 'by-connector' | 'shared';

function wayOf(facts: Facts): Way {
  if (isImpersonationDenied(facts)) return 'impersonated';
  if (isSendAs(facts)) return 'sent-as';
  if (isOfConnector(facts)) return 'by-connector';
  return isRefusedByProtocol(facts) ? 'by-protocol' : 'shared';
}

interface WordsOfWay {
  readonly headline: (facts: Facts) => string;
  readonly steps: (facts: Facts) => readonly FixStep[];
  readonly check: (facts: Facts) => Fix['check'];
  readonly forward: (facts: Facts) => string | undefined;
}

const WAYS: Readonly<Record<Way, WordsOfWay>> = {
  impersonated: {
    headline: impersonationHeadline,
    steps: stepsToImpersonate,
    check: () => ({ text: 'The same request with ExchangeImpersonation is answered with NoError.' }),
    forward: impersonationForward,
  },
  'sent-as': {
    headline: (facts) =>
      `Exchange refuses the sender: ${facts.actor === 'app' ? theApp(facts) : thePerson(facts)} has no right to send as this address.`,
    steps: stepsToSendAs,
    check: () => ({ text: 'The same message is taken, and it arrives with that sender.' }),
    forward: (facts) =>
      `${facts.values.user ?? 'Our program'} wants to send mail as ${addressToSendAs(facts) ?? 'another address'}, and Exchange refuses it. If you agree, please give «Send as» or «Send on behalf» (Exchange admin centre, Mailboxes, Delegation).`,
  },
  'by-protocol': {
    headline: (facts) =>
      `The token of ${thePerson(facts)} holds the permission of the protocol; the mailbox that it was used for does not let them in.`,
    steps: protocolSteps,
    check: () => ({ text: 'The same sign-in with XOAUTH2 is answered with OK (SMTP: 235).' }),
    forward: (facts) =>
      `${facts.values.user ?? 'A person'} must reach the mailbox ${facts.values.mailbox ?? '(address)'} by IMAP, POP or SMTP. If you agree, please give «Read and manage (Full Access)» on it (Exchange admin centre, Mailboxes, Delegation), and see that the protocol is switched on for it.`,
  },
  'by-connector': {
    headline: () =>
      'The account that the connection signs in with has no right to this mailbox; the connector itself has its permissions.',
    steps: stepsForConnection,
    check: () => ({ text: 'The same run, resubmitted, passes the action.' }),
    forward: (facts) =>
      `A flow of ours uses the mailbox ${facts.values.mailbox ?? '(address)'} by a connection that signs in as ${facts.values.user ?? '(account)'}. If you agree, please give that account «Read and manage (Full Access)», and «Send as» where it sends (Exchange admin centre, Mailboxes, Delegation).`,
  },
  shared: {
    headline: (facts) =>
      isSaidShared(facts)
        ? `The calendar${facts.values.mailbox === undefined ? '' : ` of ${facts.values.mailbox}`} is said to be shared with ${thePerson(facts)}, and the token lacks ${sharedPermission(facts)}: the permission without .Shared opens one’s own calendar only.`
        : `${facts.values.mailbox === undefined ? 'The mailbox or calendar' : `The mailbox of ${facts.values.mailbox}`} is not shared with ${thePerson(facts)}, or the token lacks the .Shared permission for it.`,
    steps: stepsToShare,
    check: (facts) => ({
      text: `The person sees the ${isMail(facts) ? 'mailbox' : 'calendar'} in Outlook on the web, and this answers 200:`,
      command: `curl -i https://graph.microsoft.com/v1.0/users/${facts.values.mailbox ?? 'desk@contoso.com'}/${isMail(facts) ? 'messages' : 'calendar'} -H "Authorization: Bearer $TOKEN"`,
    }),
    forward: (facts) =>
      isSaidShared(facts)
        ? undefined
        : isMail(facts)
          ? `${facts.values.user ?? 'A person'} must reach the mailbox ${facts.values.mailbox ?? '(address)'} by Microsoft Graph. If you agree, please give «Read and manage (Full Access)» on it (Exchange admin centre, Mailboxes, Delegation).`
          : `Please share ${facts.values.mailbox === undefined ? 'your calendar' : `the calendar of ${facts.values.mailbox}`} with ${facts.values.user ?? 'me'}: Outlook, Calendar, Sharing and permissions. To create events there, «Can edit» is needed.`,
  },
};

export const mailboxAccessDenied: RootCause = {
  id: 'mailbox-access-denied',
  title: 'The mailbox or calendar is not shared with the caller',
  owner: 'end-user',
  ownerFor: (facts) => {
    if (isSendAs(facts) || isImpersonationDenied(facts) || isOfConnector(facts)) return 'tenant-admin';
    return isSaidShared(facts) ? 'app-developer' : 'end-user';
  },
  explanation:
    'A delegated token opens what its person may open. Another person’s mailbox or calendar must be shared in Outlook (or by an administrator) with the right it takes, and the token needs the .Shared form of the permission, such as Calendars.ReadWrite.Shared. Exchange often hides the folder and says «not found» in place of «denied».',
  symptoms: [
    '403 ErrorAccessDenied on /users/{somebody else}/…',
    '404 ErrorItemNotFound on another person’s calendar',
    'ErrorDelegatedCalendarAccessDenied',
    'EWS ErrorImpersonateUserDenied',
  ],
  rules: [
    { kind: 'facts', phrases: SAID_SHARED, onlyWith: 'its phrases', test: () => undefined },
    MAILBOX_OF_ANOTHER,
    {
      kind: 'phrase',
      phrases: [
        'delegatedcalendaraccessdenied',
        'calendar is not shared',
        'errordelegate',
        ...IMPERSONATION_DENIED,
        ...SEND_AS,
        'you do not have permission to view this directory or folder',
        'not been granted permission to the mailbox',
      ],
      strength: 'decisive',
      says: 'Exchange says that the caller has no right to this mailbox',
    },
    {
      kind: 'facts',
      phrases: ['access to odata is disabled', EXPLORER],
      onlyWith: { evidence: ['request'] },
      test: someoneElsesMailbox,
    },
    {
      // Microsoft's connector has the permissions of its actions, so Exchange speaks of the mailbox.
      kind: 'facts',
      phrases: [...OF_CONNECTOR, 'erroraccessdenied'],
      onlyWith: { phrases: OF_CONNECTOR },
      test: (facts) => {
        const at = facts.phrase('erroraccessdenied');
        return at !== undefined && isOfConnector(facts)
          ? {
              strength: 'strong',
              at,
              says: 'The Office 365 Outlook connector is refused by Exchange: the account of its connection has no right to this mailbox',
            }
          : undefined;
      },
    },
    {
      // The one delegated permission of Exchange Web Services is there, so the mailbox itself is closed.
      kind: 'facts',
      phrases: [OF_EWS, 'erroraccessdenied'],
      onlyWith: { phrases: [OF_EWS] },
      test: (facts) => {
        const at = facts.phrase(OF_EWS);
        return at !== undefined && facts.phrase('erroraccessdenied') !== undefined && facts.actor !== 'app'
          ? {
              strength: 'fair',
              at,
              says: 'EWS.AccessAsUser.All opens what the person may open: the folder or mailbox is not shared with them',
            }
          : undefined;
      },
    },
    {
      // exchangelib: DELEGATE opens the mailbox with the rights that the signed-in account has been given in it.
      kind: 'facts',
      phrases: ['access_type=delegate', 'access_type = delegate', 'erroraccessdenied'],
      onlyWith: { phrases: ['access_type=delegate', 'access_type = delegate'] },
      test: (facts) => {
        const at = facts.anyPhrase('access_type=delegate', 'access_type = delegate');
        return at !== undefined && facts.phrase('erroraccessdenied') !== undefined && facts.actor !== 'app'
          ? {
              strength: 'fair',
              at,
              says: 'The account opens the mailbox as a delegate (DELEGATE), and Exchange refuses: the right in that mailbox is missing',
            }
          : undefined;
      },
    },
    {
      // SMTP took the token, and the mailbox behind the sender is not open to it: for an app, Add-MailboxPermission.
      // learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth
      kind: 'phrase',
      phrases: ['mapiexceptionlogonfailed', 'storedrv; mailbox logon failure'],
      strength: 'fair',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'Exchange took the sign-in and did not open the mailbox of the sender: the right in that mailbox is missing',
    },
    {
      kind: 'phrase',
      phrases: ['no useable default'],
      strength: 'fair',
      says: 'exchangelib sees no folder of the mailbox: it is not shared with the account, or not with this right',
    },
    {
      kind: 'phrase',
      phrases: ['access is denied. check credentials and try again', 'erroraccessdenied'],
      strength: 'weak',
      when: (facts) =>
        facts.actor !== 'app' &&
        facts.anyPhrase(...NO_RIGHT_OPENS) === undefined &&
        !/\/me(?:\/|$)/i.test(facts.values.path ?? ''),
      says: 'ErrorAccessDenied: the mailbox may be closed to the caller',
    },
    retold(
      {
        'calendar-said-not-shared': 'The calendar or mailbox is said not to be shared with the person who signs in',
        'other-calendar-refused':
          'The own calendar is said to open, and another person’s to be refused: it has to be shared with the caller',
      },
      { when: (facts) => facts.actor !== 'app', unnamed: 'fair' },
    ),
  ],
  headline: (facts) => WAYS[wayOf(facts)].headline(facts),
  steps: (facts) => WAYS[wayOf(facts)].steps(facts),
  patches: (facts) => (wayOf(facts) === 'shared' ? ['request-graph-scopes'] : []),
  scopeToAdd: (facts) => (wayOf(facts) !== 'shared' || holdsShared(facts) ? undefined : sharedPermission(facts)),
  check: (facts) => WAYS[wayOf(facts)].check(facts),
  forward: (facts) => WAYS[wayOf(facts)].forward(facts),
  sources: [
    {
      title: 'Get events in a shared or delegated calendar',
      url: 'https://learn.microsoft.com/graph/outlook-get-shared-events-calendars',
    },
    {
      title: 'Share or delegate a calendar',
      url: 'https://learn.microsoft.com/graph/outlook-share-or-delegate-calendar',
    },
    {
      title: 'Send mail from another user',
      url: 'https://learn.microsoft.com/graph/outlook-send-mail-from-other-user',
    },
    {
      title: 'Role Based Access Control for Applications in Exchange Online',
      url: 'https://learn.microsoft.com/exchange/permissions-exo/application-rbac',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste: `URL: https://graph.microsoft.com/v1.0/users/lena@contoso.example/events (POST)
403 ErrorAccessDenied
scp: Calendars.ReadWrite User.Read
Lena shared her calendar with me as editor.`,
    },
    {
      paste:
        'Signed-in user, Calendars.Read.Shared is consented, and Graph says 403 ErrorAccessDenied for the calendar of the room. Nobody ever shared it with her.',
    },
    {
      paste:
        "By Graph I can read my own calendar, and my colleague's calendar is 403. Calendars.Read.Shared is consented.",
    },
    {
      paste: `430 4.2.0 STOREDRV; mailbox logon failure; STOREDRV.Submission.Exception:ConnectionFailedTransientException.MapiExceptionLogonFailed; Failed to process message [BeginDiagnosticData]Cannot open mailbox.`,
      verdict: 'possible',
    },
    {
      paste: `InteractiveBrowserCredential, scopes: Mail.Read.Shared
/me/messages works
/users/{id}/messages -> 403 Forbidden`,
    },
    {
      paste: `account = Account("hall@contoso.com", credentials=c, access_type=DELEGATE)
exchangelib.errors.ErrorAccessDenied: Access is denied. Check credentials and try again.`,
    },
    {
      paste:
        "exchangelib.errors.ErrorFolderNotFound: No useable default <class 'exchangelib.folders.Calendar'> folders",
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/users/bo@contoso.com/calendarView -> 403\n{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}\n{"aud":"https://graph.microsoft.com","idtyp":"user","upn":"amara@contoso.com","scp":"Calendars.ReadWrite User.Read"}',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/users/bo@contoso.com/calendar/events\nscope: Calendars.Read.Shared\n{"error":{"code":"ErrorItemNotFound","message":"The specified object was not found in the store."}}',
    },
    {
      paste:
        '<m:ResponseCode>ErrorImpersonateUserDenied</m:ResponseCode><m:MessageText>The account does not have permission to impersonate the requested user.</m:MessageText>',
      verdict: 'certain',
    },
    { paste: '550 5.7.60 SMTP; Client does not have permissions to send as this sender' },
    {
      paste:
        '{"status":403,"message":"Access is denied. Check credentials and try again.","error":{"message":"Access is denied. Check credentials and try again.","code":"ErrorAccessDenied"},"source":"office365-weu.azconn-weu-001.p.azurewebsites.net"}',
    },
  ],
  nearMisses: [
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/events -> 403\n{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}',
      cause: 'missing-scope',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/users/bo@contoso.com/events\n{"error":{"code":"MailboxNotEnabledForRESTAPI","message":"The mailbox is either inactive, soft-deleted, or is hosted on-premise."}}',
      cause: 'mailbox-unavailable',
    },
  ],
};
