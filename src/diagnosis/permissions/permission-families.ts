import { kindOf, type PermissionKind } from './permission-table.ts';

/**
 * The permissions that the project's own table speaks of, by family (the part before the first dot), each with who
 * may consent: delegated with a work account, delegated with a personal account, as an application permission.
 * `u` a user, `a` an administrator, `-` not in that way.
 *
 * A family that stands here stands here whole, so that a name of it which is missing does not exist.
 *
 * Source: learn.microsoft.com/graph/permissions-reference; last compared in August 2026.
 */
const FAMILIES = `
Calendars: Read=uua Read.Shared=uu- ReadBasic=aaa ReadBasic.All=--a ReadWrite=uua ReadWrite.Shared=u--
Mail: Read=uua Read.Shared=u-- ReadBasic=uua ReadBasic.All=--a ReadWrite=uua ReadWrite.Shared=u-- Send=uua Send.Shared=u--
MailboxSettings: Read=uua ReadWrite=uua
MailboxFolder: Read=a-- Read.All=--a ReadWrite=a-- ReadWrite.All=--a
MailboxItem: Read=a-- Read.All=--a ReadWrite=a-- ReadWrite.All=--a Export=a-- Export.All=--a ImportExport=a-- ImportExport.All=--a
MailboxConfigItem: Read=uua ReadWrite=uua
MailTips: ReadBasic.Shared=uu- ReadBasic.All=--a
Contacts: Read=uua Read.Shared=u-- ReadWrite=uua ReadWrite.Shared=u--
People: Read=uu- Read.All=a-a
PeopleSettings: Read.All=a-a ReadWrite.All=a-a
User: Read=uu- Read.All=a-a ReadBasic.All=u-a ReadWrite=uu- ReadWrite.All=a-a ReadWrite.CrossCloud=--a DeleteRestore.All=a-a EnableDisableAccount.All=a-a Export.All=a-a Invite.All=a-a ManageIdentities.All=a-a RevokeSessions.All=a-a
User-Mail: ReadWrite.All=a-a
User-PasswordProfile: ReadWrite.All=a-a
User-Phone: ReadWrite.All=a-a
ProfilePhoto: Read.All=a-a ReadWrite.All=a-a
LicenseAssignment: Read.All=u-a ReadWrite.All=u-a
Group: Create=--a ManageProtection.All=a-a Read.All=a-a ReadBasic.All=a-a ReadWrite.All=a-a
Group-Conversation: Read.All=a-a ReadWrite.All=a-a
GroupMember: Read.All=a-a ReadBasic.All=a-a ReadWrite.All=a-a
Directory: AccessAsUser.All=a-- Read.All=a-a ReadWrite.All=a-a
Organization: Read.All=a-a ReadWrite.All=a-a
Domain: Read.All=a-a ReadWrite.All=a-a
Application: Read.All=aaa ReadWrite.All=aaa ReadWrite.OwnedBy=--a
AppRoleAssignment: ReadWrite.All=a-a
DelegatedPermissionGrant: ReadWrite.All=a-a
Device: Command=uu- CreateFromOwnedTemplate=a-- Read=uu- Read.All=aaa ReadWrite.All=--a
AuditLog: Read.All=a-a
Reports: Read.All=a-a
Place: Read.All=a-a ReadWrite.All=a-a
Team: Create=u-a ReadBasic.All=u-a
TeamMember: Read.All=a-a Read.Group=--a ReadWrite.All=a-a ReadWriteNonOwnerRole.All=a-a
TeamSettings: Read.All=a-a Read.Group=--a ReadWrite.All=a-a ReadWrite.Group=--a
Teamwork: Migrate.All=--a Read.All=a-a
TeamsActivity: Read=u-- Read.All=--a Send=u-a Send.Chat=--a Send.Group=--a Send.User=--a
Channel: Create=a-a Create.Group=--a Delete.All=a-a Delete.Group=--a ReadBasic.All=u-a
ChannelMember: Read.All=a-a Read.Group=--a ReadWrite=u-- ReadWrite.All=a-a ReadWrite.Group=--a
ChannelMessage: Edit=u-- Read.All=a-a Read.Group=--a ReadWrite=a-- Send=u-- UpdatePolicyViolation.All=--a
ChannelSettings: Read.All=a-a Read.Group=--a ReadWrite.All=a-a ReadWrite.Group=--a
Chat: Create=u-a Manage.Chat=--a ManageDeletion.All=a-a ManageDeletion.Chat=--a Read=u-- Read.All=--a Read.WhereInstalled=--a ReadBasic=u-- ReadBasic.All=--a ReadBasic.WhereInstalled=--a ReadWrite=u-- ReadWrite.All=u-a ReadWrite.WhereInstalled=--a UpdatePolicyViolation.All=--a
ChatMember: Read=a-- Read.All=--a Read.Chat=--a Read.WhereInstalled=--a ReadWrite=a-- ReadWrite.All=--a ReadWrite.WhereInstalled=--a
ChatMessage: Read.All=--a Read.Chat=--a Send=u--
ChatSettings: Read.Chat=--a ReadWrite.Chat=--a
OnlineMeetings: Read=u-- Read.All=--a ReadWrite=u-- ReadWrite.All=--a
OnlineMeetingArtifact: Read.All=u-a Read.Chat=--a
OnlineMeetingRecording: Read.All=a-a Read.Chat=--a
OnlineMeetingTranscript: Read.All=a-a Read.Chat=--a
Presence: Read=u-- Read.All=u-a ReadWrite=u-- ReadWrite.All=--a
ProvisioningLog: Read.All=a-a
CallRecords: Read.All=--a
Tasks: Read=uua Read.All=--a Read.Shared=u-- ReadWrite=uua ReadWrite.All=--a ReadWrite.Shared=u--
Files: Read=uu- Read.All=uua Read.Selected=u-- ReadWrite=uu- ReadWrite.All=uua ReadWrite.AppFolder=uua ReadWrite.Selected=u-- SelectedOperations.Selected=u-a
Sites: Archive.All=a-a FullControl.All=aaa Manage.All=u-a Read.All=uua ReadWrite.All=uua Selected=u-a
Notes: Create=uu- Read=uu- Read.All=u-a ReadWrite=uu- ReadWrite.All=u-a ReadWrite.CreatedByApp=u--
Bookings: Manage.All=u-a Read.All=u-a ReadWrite.All=u-a
BookingsAppointment: ReadWrite.All=u-a
Schedule: Read.All=a-a ReadWrite.All=a-a
IMAP: AccessAsUser.All=uu-
POP: AccessAsUser.All=uu-
SMTP: Send=uu-
`;

/**
 * What administrators ask for. These families stand here in part: a name of one of them that is missing may exist all the
 * same.
 */
const IN_PART = `
AppRegistration: Create=a-a
UserAuthenticationMethod: Read=a-- Read.All=a-a ReadWrite=a-- ReadWrite.All=a-a
UserAuthMethod-Phone: Read=a-- Read.All=a-a ReadWrite=a-- ReadWrite.All=a-a
Policy: Read.All=aaa Read.AuthenticationMethod=a-a ReadWrite.AuthenticationMethod=aaa ReadWrite.Authorization=a-a ReadWrite.ConditionalAccess=a-a ReadWrite.CrossTenantAccess=a-a
RoleManagement: Read.All=a-a Read.Directory=a-a ReadWrite.Directory=a-a
SecurityAlert: Read.All=a-a ReadWrite.All=a-a
SecurityIncident: Read.All=a-a ReadWrite.All=a-a
SecurityEvents: Read.All=a-a ReadWrite.All=a-a
ThreatHunting: Read.All=a-a
IdentityRiskEvent: Read.All=a-a
IdentityRiskyUser: Read.All=a-a ReadWrite.All=a-a
DeviceManagementApps: Read.All=a-a ReadWrite.All=a-a
DeviceManagementConfiguration: Read.All=a-a ReadWrite.All=a-a
DeviceManagementManagedDevices: PrivilegedOperations.All=a-a Read.All=a-a ReadWrite.All=a-a
DeviceManagementRBAC: Read.All=a-a ReadWrite.All=a-a
DeviceManagementServiceConfig: Read.All=a-a ReadWrite.All=a-a
ServiceHealth: Read.All=aaa
ServiceMessage: Read.All=aaa
EduRoster: Read.All=--a ReadBasic=a-- ReadWrite.All=--a
EduAssignments: Read=a-- Read.All=--a ReadBasic=a-- ReadBasic.All=--a ReadWrite=a-- ReadWrite.All=--a ReadWriteBasic=a-- ReadWriteBasic.All=--a
AccessReview: Read.All=a-a ReadWrite.All=a-a
AdministrativeUnit: Read.All=a-a ReadWrite.All=a-a
AppCatalog: Read.All=u-a ReadWrite.All=a-a Submit=u--
BitlockerKey: Read.All=a-a ReadBasic.All=a-a
Calls: Initiate.All=--a InitiateGroupCall.All=--a JoinGroupCall.All=--a JoinGroupCallasGuest.All=--a JoinGroupCalls.Chat=--a
DelegatedAdminRelationship: Read.All=a-a ReadWrite.All=a-a
EntitlementManagement: Read.All=a-a ReadWrite.All=a-a
ExternalConnection: Read.All=a-a ReadWrite.All=a-a ReadWrite.OwnedBy=a-a
ExternalItem: ReadWrite.All=a-a ReadWrite.OwnedBy=a-a
GroupSettings: Read.All=a-a ReadWrite.All=a-a
IdentityUserFlow: Read.All=a-a ReadWrite.All=a-a
OrgContact: Read.All=a-a
RoleEligibilitySchedule: Read.Directory=a-a ReadWrite.Directory=a-a
SharePointTenantSettings: Read.All=a-a ReadWrite.All=a-a
Synchronization: Read.All=a-a ReadWrite.All=a-a
TeamsAppInstallation: ManageSelectedForTeam=a-- ManageSelectedForTeam.All=--a ManageSelectedForUser=a-- ManageSelectedForUser.All=--a Read.All=--a Read.Group=--a Read.User=--a ReadForTeam=a-- ReadForTeam.All=--a ReadForUser=u-- ReadForUser.All=--a ReadWriteAndConsentForTeam=a-- ReadWriteAndConsentForTeam.All=--a ReadWriteAndConsentForUser=a-- ReadWriteAndConsentForUser.All=--a ReadWriteAndConsentSelfForTeam=a-- ReadWriteAndConsentSelfForTeam.All=--a ReadWriteAndConsentSelfForUser=a-- ReadWriteAndConsentSelfForUser.All=--a ReadWriteForTeam=a-- ReadWriteForTeam.All=--a ReadWriteForUser=a-- ReadWriteForUser.All=--a ReadWriteSelectedForUser=a-- ReadWriteSelectedForUser.All=--a ReadWriteSelfForTeam=a-a ReadWriteSelfForTeam.All=--a ReadWriteSelfForUser=u-- ReadWriteSelfForUser.All=--a
TeamsTab: Create=a-a Create.Group=--a Read.All=a-a Read.Group=--a ReadWrite.All=a-a ReadWrite.Group=--a ReadWriteForTeam=a-- ReadWriteForTeam.All=--a ReadWriteSelfForTeam=a-- ReadWriteSelfForTeam.All=--a
TeamworkTag: Read=a-- Read.All=--a ReadWrite=a-- ReadWrite.All=--a
UserAuthMethod-MicrosoftAuthApp: Read=a-- Read.All=a-a ReadWrite=a-- ReadWrite.All=a-a
UserAuthMethod-TAP: ReadWrite.All=a-a
eDiscovery: Read.All=a-a ReadWrite.All=a-a
`;

/** OpenID Connect scopes stand beside the permissions in requests; they are never in the `scp` of a Graph call's need. */
const OPENID_SCOPES = ['openid', 'profile', 'email', 'offline_access'];

/** The kinds of the project's own table. */
export function ownPermissionKinds(): PermissionKind[] {
  return [...OPENID_SCOPES.map((name) => kindOf(name, 'uu-')), ...kindsOf(FAMILIES), ...kindsOf(IN_PART)];
}

/** Lower-case names of the families that stand here whole: what they do not list does not exist. */
export function wholeFamilies(): Set<string> {
  return new Set(kindsOf(FAMILIES).map(({ name }) => name.slice(0, name.indexOf('.')).toLowerCase()));
}

function kindsOf(families: string): PermissionKind[] {
  const kinds: PermissionKind[] = [];
  for (const line of families.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    for (const entry of line
      .slice(colon + 1)
      .trim()
      .split(' ')) {
      const [action = '', letters = ''] = entry.split('=');
      kinds.push(kindOf(`${line.slice(0, colon)}.${action}`, letters));
    }
  }
  return kinds;
}
