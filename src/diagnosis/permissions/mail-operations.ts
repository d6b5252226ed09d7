import type { OperationRow } from './operation-rows.ts';

// Sources: learn.microsoft.com/graph/api/resources/message, .../mailfolder, .../mailboxsettings.
// Last compared with Microsoft's permission data of August 2026.

const READ = 'Mail.Read Mail.ReadBasic Mail.ReadWrite';
const READ_APP = 'Mail.Read Mail.ReadBasic Mail.ReadBasic.All Mail.ReadWrite';
const READ_FULL = 'Mail.Read Mail.ReadWrite';
const WRITE = 'Mail.ReadWrite';
const SEND = 'Mail.Send';
const MESSAGES = '/users/{id}/[mailfolders/{id}/|mailfolders/{id}/childfolders/{id}/|]messages';
const FOLDERS = '/users/{id}/mailfolders';
const SETTINGS = 'MailboxSettings.Read MailboxSettings.ReadWrite';
const SETTINGS_WRITE = 'MailboxSettings.ReadWrite';

export const MAIL_OPERATIONS: readonly OperationRow[] = [
  ['GET', `${MESSAGES}[|/delta|/{id}]`, READ, READ, READ_APP],
  ['GET', `${MESSAGES}/{id}/$value`, READ_FULL, READ_FULL, READ_FULL],
  ['POST', MESSAGES, WRITE, WRITE, WRITE],
  ['PATCH DELETE', `${MESSAGES}/{id}`, WRITE, WRITE, WRITE],
  [
    'POST',
    `${MESSAGES}/{id}/[createreply|createreplyall|createforward|move|copy|permanentdelete]`,
    WRITE,
    WRITE,
    WRITE,
  ],
  ['POST', `${MESSAGES}/{id}/[send|reply|replyall|forward]`, SEND, SEND, SEND],
  ['POST', '/users/{id}/sendmail', SEND, SEND, SEND],
  ['GET', `${MESSAGES}/{id}/attachments[|/{id}]`, READ_FULL, READ_FULL, READ_FULL],
  ['POST', `${MESSAGES}/{id}/attachments[|/createuploadsession]`, WRITE, WRITE, WRITE],
  ['DELETE', `${MESSAGES}/{id}/attachments/{id}`, WRITE, WRITE, WRITE],
  ['GET', `${FOLDERS}[|/delta|/{id}|/{id}/childfolders]`, READ, READ, READ_APP],
  ['POST', `${FOLDERS}[|/{id}/childfolders|/{id}/copy|/{id}/move]`, WRITE, WRITE, WRITE],
  ['PATCH DELETE', `${FOLDERS}/{id}`, WRITE, WRITE, WRITE],
  ['GET', `${FOLDERS}/inbox/messagerules[|/{id}]`, SETTINGS, SETTINGS, SETTINGS],
  ['POST', `${FOLDERS}/inbox/messagerules`, SETTINGS_WRITE, SETTINGS_WRITE, SETTINGS_WRITE],
  ['PATCH DELETE', `${FOLDERS}/inbox/messagerules/{id}`, SETTINGS_WRITE, SETTINGS_WRITE, SETTINGS_WRITE],
  ['GET', '/users/{id}/inferenceclassification/overrides', READ_FULL, READ_FULL, READ_FULL],
  ['POST', '/users/{id}/inferenceclassification/overrides', WRITE, WRITE, WRITE],
  [
    'POST',
    '/users/{id}/getmailtips',
    'Mail.Read MailTips.ReadBasic.Shared Mail.Read.Shared',
    'Mail.Read MailTips.ReadBasic.Shared',
    'Mail.Read MailTips.ReadBasic.All',
  ],
  // Mailbox settings: time zone, working hours, automatic replies, rules' neighbours the categories.
  [
    'GET',
    '/users/{id}/mailboxsettings[|/timezone|/workinghours|/language|/automaticrepliessetting|/dateformat|/timeformat|/userpurpose]',
    SETTINGS,
    SETTINGS,
    SETTINGS,
  ],
  ['PATCH', '/users/{id}/mailboxsettings', SETTINGS_WRITE, SETTINGS_WRITE, SETTINGS_WRITE],
  ['GET', '/users/{id}/outlook/mastercategories[|/{id}]', SETTINGS, SETTINGS, SETTINGS],
  ['POST', '/users/{id}/outlook/mastercategories', SETTINGS_WRITE, SETTINGS_WRITE, SETTINGS_WRITE],
  ['PATCH DELETE', '/users/{id}/outlook/mastercategories/{id}', SETTINGS_WRITE, SETTINGS_WRITE, SETTINGS_WRITE],
  [
    'GET',
    '/users/{id}/outlook/[supportedlanguages|supportedtimezones|supportedtimezones(timezonestandard={value})]',
    'User.Read User.ReadBasic.All',
    'User.Read',
    'User.Read.All User.ReadBasic.All',
  ],
  [
    'POST',
    '/users/{id}/translateexchangeids',
    'User.ReadBasic.All User.Read User.Read.All User.ReadWrite User.ReadWrite.All',
    'User.Read User.ReadWrite',
    'User.Read.All User.ReadWrite.All',
  ],
];
