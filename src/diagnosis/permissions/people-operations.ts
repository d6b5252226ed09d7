import type { OperationRow } from './operation-rows.ts';

// Sources: learn.microsoft.com/graph/api/resources/contact, .../person, .../user, .../group and the pages beneath them.
// Last compared with Microsoft's permission data of August 2026.

const CONTACTS = 'Contacts.Read Contacts.ReadWrite';
const CONTACTS_WRITE = 'Contacts.ReadWrite';
const FOLDER = '/users/{id}/[contactfolders/{id}/|]contacts';
const USERS = 'User.ReadBasic.All User.Read.All User.ReadWrite.All Directory.Read.All Directory.ReadWrite.All';
const USERS_FULL = 'User.Read.All User.ReadWrite.All Directory.Read.All Directory.ReadWrite.All';
const USERS_WRITE = 'User.ReadWrite.All Directory.ReadWrite.All';
const OWN = 'User.Read User.Read.All User.ReadWrite.All Directory.Read.All Directory.ReadWrite.All';
const GROUPS =
  'Group.ReadBasic.All GroupMember.Read.All Group.Read.All Group.ReadWrite.All Directory.Read.All Directory.ReadWrite.All';
const MEMBERS =
  'GroupMember.ReadBasic.All Group.ReadBasic.All GroupMember.Read.All Group.Read.All GroupMember.ReadWrite.All Group.ReadWrite.All Directory.Read.All';
const MEMBERS_WRITE = 'GroupMember.ReadWrite.All Group.ReadWrite.All Directory.ReadWrite.All';
const GROUP_WRITE = 'Group.ReadWrite.All Directory.ReadWrite.All';
const OWNERS = 'GroupMember.Read.All Group.Read.All GroupMember.ReadWrite.All Group.ReadWrite.All Directory.Read.All';
const CONVERSATIONS = 'Group-Conversation.Read.All Group.Read.All Group-Conversation.ReadWrite.All Group.ReadWrite.All';
const CONVERSATIONS_WRITE = 'Group-Conversation.ReadWrite.All Group.ReadWrite.All';
const PHOTO_WRITE = 'User.ReadWrite ProfilePhoto.ReadWrite.All User.ReadWrite.All';
const MEMBERSHIP_CHECK =
  'GroupMember.ReadBasic.All Group.ReadBasic.All GroupMember.Read.All User.Read.All Group.Read.All Application.Read.All Device.Read.All Directory.Read.All Group.ReadWrite.All Application.ReadWrite.All Directory.ReadWrite.All';

export const PEOPLE_OPERATIONS: readonly OperationRow[] = [
  // Contacts.
  ['GET', `${FOLDER}[|/delta|/{id}]`, CONTACTS, CONTACTS, CONTACTS],
  ['POST', FOLDER, CONTACTS_WRITE, CONTACTS_WRITE, CONTACTS_WRITE],
  ['PATCH DELETE', `${FOLDER}/{id}`, CONTACTS_WRITE, CONTACTS_WRITE, CONTACTS_WRITE],
  ['GET', `${FOLDER}/{id}/photo[|/$value]`, CONTACTS, '', CONTACTS],
  ['GET', '/users/{id}/contactfolders[|/delta|/{id}|/{id}/childfolders]', CONTACTS, CONTACTS, CONTACTS],
  ['POST', '/users/{id}/contactfolders[|/{id}/childfolders]', CONTACTS_WRITE, CONTACTS_WRITE, CONTACTS_WRITE],
  ['PATCH DELETE', '/users/{id}/contactfolders/{id}', CONTACTS_WRITE, CONTACTS_WRITE, CONTACTS_WRITE],
  // People that matter to a person.
  ['GET', '/users/{id}/people', 'People.Read People.Read.All', 'People.Read', 'People.Read.All'],
  // Users.
  [
    'GET',
    '/me',
    'User.Read User.ReadWrite User.ReadBasic.All User.Read.All User.ReadWrite.All Directory.Read.All Directory.ReadWrite.All',
    'User.Read User.ReadWrite',
    '',
  ],
  ['PATCH', '/me', 'User.ReadWrite User.ReadWrite.All Directory.ReadWrite.All', 'User.ReadWrite', ''],
  ['GET', '/users', USERS, '', USERS],
  ['GET', '/users/delta', USERS_FULL, '', USERS_FULL],
  ['POST', '/users', USERS_WRITE, '', USERS_WRITE],
  [
    'GET',
    '/users/{id}',
    `User.ReadBasic.All User.Read User.ReadWrite ${USERS_FULL}`,
    'User.Read User.ReadWrite',
    USERS,
  ],
  [
    'PATCH',
    '/users/{id}',
    `User.ReadWrite.All User.ReadWrite User.EnableDisableAccount.All User-Mail.ReadWrite.All User-PasswordProfile.ReadWrite.All User-Phone.ReadWrite.All Directory.ReadWrite.All`,
    'User.ReadWrite',
    'User.ReadWrite.All User.EnableDisableAccount.All User-Mail.ReadWrite.All User-PasswordProfile.ReadWrite.All User-Phone.ReadWrite.All Directory.ReadWrite.All',
  ],
  [
    'DELETE',
    '/users/{id}',
    'User.DeleteRestore.All User.ReadWrite.All',
    '',
    'User.DeleteRestore.All User.ReadWrite.All',
  ],
  ['GET', '/users/{id}/manager', USERS_FULL, '', USERS_FULL],
  ['PUT DELETE', '/users/{id}/manager', USERS_WRITE, '', USERS_WRITE],
  ['PUT DELETE', '/users/{id}/manager/$ref', USERS_WRITE, '', USERS_WRITE],
  ['GET', '/users/{id}/[directreports|ownedobjects|owneddevices|registereddevices]', OWN, '', USERS_FULL],
  [
    'GET',
    '/users/{id}/memberof',
    'User.Read GroupMember.ReadBasic.All Group.ReadBasic.All GroupMember.Read.All Directory.Read.All Directory.ReadWrite.All',
    '',
    'Directory.Read.All GroupMember.ReadBasic.All Group.ReadBasic.All Directory.ReadWrite.All',
  ],
  [
    'GET',
    '/users/{id}/transitivememberof',
    'User.Read GroupMember.ReadBasic.All Group.ReadBasic.All GroupMember.Read.All Group.Read.All User.Read.All Directory.Read.All Directory.ReadWrite.All',
    '',
    'User.Read.All GroupMember.ReadBasic.All Group.ReadBasic.All GroupMember.Read.All Group.Read.All Directory.Read.All Directory.ReadWrite.All',
  ],
  ['POST', '/users/{id}/[getmembergroups|checkmembergroups]', MEMBERSHIP_CHECK, '', MEMBERSHIP_CHECK],
  [
    'GET',
    '/users/{id}/licensedetails',
    'LicenseAssignment.Read.All User.Read User.Read.All User.ReadWrite.All Directory.Read.All Directory.ReadWrite.All',
    'User.Read',
    'LicenseAssignment.Read.All User.Read.All User.ReadWrite.All Directory.Read.All Directory.ReadWrite.All',
  ],
  [
    'POST',
    '/users/{id}/revokesigninsessions',
    'User.RevokeSessions.All User.ReadWrite.All Directory.ReadWrite.All',
    '',
    'User.RevokeSessions.All User.ReadWrite.All Directory.ReadWrite.All',
  ],
  [
    'GET',
    '/users/{id}/photo[|/$value] /users/{id}/photos[|/{id}]',
    'User.Read User.ReadBasic.All ProfilePhoto.Read.All User.Read.All ProfilePhoto.ReadWrite.All',
    '',
    'ProfilePhoto.Read.All User.ReadBasic.All User.Read.All ProfilePhoto.ReadWrite.All',
  ],
  ['PUT PATCH DELETE', '/users/{id}/photo', PHOTO_WRITE, '', 'ProfilePhoto.ReadWrite.All User.ReadWrite.All'],
  ['PUT', '/users/{id}/photo/$value', PHOTO_WRITE, '', 'ProfilePhoto.ReadWrite.All User.ReadWrite.All'],
  ['POST', '/invitations', `User.Invite.All ${USERS_WRITE}`, '', `User.Invite.All ${USERS_WRITE}`],
  // Groups.
  ['GET', '/groups[|/delta|/{id}]', GROUPS, '', GROUPS],
  ['POST', '/groups', GROUP_WRITE, '', `Group.Create ${GROUP_WRITE}`],
  ['PATCH', '/groups/{id}', GROUP_WRITE, '', GROUP_WRITE],
  ['DELETE', '/groups/{id}', 'Group.ReadWrite.All', '', 'Group.ReadWrite.All'],
  ['GET', '/groups/{id}/[members|transitivemembers]', MEMBERS, '', MEMBERS],
  ['POST', '/groups/{id}/members/$ref', MEMBERS_WRITE, '', MEMBERS_WRITE],
  ['DELETE', '/groups/{id}/members/{id}[|/$ref]', MEMBERS_WRITE, '', MEMBERS_WRITE],
  ['GET', '/groups/{id}/owners', OWNERS, '', OWNERS],
  ['POST', '/groups/{id}/owners[|/$ref]', GROUP_WRITE, '', GROUP_WRITE],
  ['DELETE', '/groups/{id}/owners/{id}[|/$ref]', GROUP_WRITE, '', GROUP_WRITE],
  ['GET', '/groups/{id}/[conversations|threads][|/{id}]', CONVERSATIONS, '', CONVERSATIONS],
  ['POST', '/groups/{id}/[conversations|threads]', CONVERSATIONS_WRITE, '', ''],
  // Directory objects that people ask for beside users and groups.
  [
    'GET',
    '/organization',
    'User.Read Organization.Read.All User.Read.All Organization.ReadWrite.All Directory.Read.All Directory.ReadWrite.All',
    '',
    'Organization.Read.All User.Read.All Organization.ReadWrite.All Directory.Read.All Directory.ReadWrite.All',
  ],
  [
    'GET',
    '/domains',
    'Domain.Read.All Domain.ReadWrite.All Directory.Read.All',
    '',
    'Domain.Read.All Domain.ReadWrite.All Directory.Read.All',
  ],
  [
    'GET',
    '/serviceprincipals',
    'Application.Read.All Application.ReadWrite.All Directory.Read.All Directory.ReadWrite.All',
    '',
    'Application.Read.All Application.ReadWrite.OwnedBy Application.ReadWrite.All Directory.Read.All',
  ],
  ['GET', '/auditlogs/signins[|/{id}]', 'AuditLog.Read.All', '', 'AuditLog.Read.All'],
];
