import type { OperationRow } from './operation-rows.ts';

// Sources: learn.microsoft.com/graph/api/resources/teamsappinstallation, .../teamstab, .../teamsapp, .../schedule,
// .../teamworktag, .../call and the pages beneath them. Last compared with Microsoft's permission data of August 2026.
// None of these takes a personal account.

const GROUP_WRITE = 'Group.ReadWrite.All Directory.ReadWrite.All';
const GROUP = 'Group.Read.All Group.ReadWrite.All Directory.Read.All Directory.ReadWrite.All';
const TABS = `TeamsTab.Read.All TeamsTab.ReadWriteForTeam TeamsTab.ReadWriteSelfForTeam TeamsTab.ReadWrite.All ${GROUP}`;
const TABS_APP = `TeamsTab.Read.All TeamsTab.ReadWriteForTeam.All TeamsTab.ReadWriteSelfForTeam.All TeamsTab.ReadWrite.All ${GROUP} TeamsTab.Read.Group TeamsTab.ReadWrite.Group`;
const TABS_WRITE = `TeamsTab.Create TeamsTab.ReadWriteForTeam TeamsTab.ReadWriteSelfForTeam TeamsTab.ReadWrite.All ${GROUP_WRITE}`;
const TABS_WRITE_APP = `TeamsTab.Create TeamsTab.ReadWriteForTeam.All TeamsTab.ReadWriteSelfForTeam.All TeamsTab.ReadWrite.All ${GROUP_WRITE} TeamsTab.Create.Group`;
const SHIFTS = 'Schedule.Read.All Schedule.ReadWrite.All Group.Read.All Group.ReadWrite.All';
const SHIFTS_APP = 'Schedule.Read.All Schedule.ReadWrite.All';
const SHIFTS_WRITE = 'Schedule.ReadWrite.All Group.ReadWrite.All';
const USER_APPS_WRITE =
  'TeamsAppInstallation.ReadWriteSelfForUser TeamsAppInstallation.ReadWriteForUser TeamsAppInstallation.ManageSelectedForUser TeamsAppInstallation.ReadWriteSelectedForUser TeamsAppInstallation.ReadWriteAndConsentForUser TeamsAppInstallation.ReadWriteAndConsentSelfForUser';
const USER_APPS = `TeamsAppInstallation.ReadForUser ${USER_APPS_WRITE}`;
const USER_APPS_WRITE_APP = ofEverybody(USER_APPS_WRITE);
const USER_APPS_APP = `${ofEverybody(USER_APPS)} TeamsAppInstallation.Read.All TeamsAppInstallation.Read.User`;
const TEAM_APPS_WRITE = `TeamsAppInstallation.ReadWriteSelfForTeam TeamsAppInstallation.ReadWriteForTeam TeamsAppInstallation.ManageSelectedForTeam TeamsAppInstallation.ReadWriteAndConsentSelfForTeam`;
const CALLS =
  'Calls.Initiate.All Calls.InitiateGroupCall.All Calls.JoinGroupCall.All Calls.JoinGroupCallasGuest.All Calls.JoinGroupCalls.Chat';

/** The application permission of a delegated one has the same name, and `.All` behind it. */
function ofEverybody(names: string): string {
  return names
    .split(' ')
    .map((name) => `${name}.All`)
    .join(' ');
}

export const TEAMS_APPS_OPERATIONS: readonly OperationRow[] = [
  ['GET', '/teams/{id}/channels/{id}/tabs', TABS, '', TABS_APP],
  ['POST', '/teams/{id}/channels/{id}/tabs', TABS_WRITE, '', TABS_WRITE_APP],
  [
    'GET',
    '/teams/{id}/installedapps',
    `TeamsAppInstallation.ReadForTeam ${TEAM_APPS_WRITE} TeamsAppInstallation.ReadWriteAndConsentForTeam ${GROUP}`,
    '',
    `${ofEverybody(`TeamsAppInstallation.ReadForTeam ${TEAM_APPS_WRITE} TeamsAppInstallation.ReadWriteAndConsentForTeam`)} TeamsAppInstallation.Read.All ${GROUP} TeamsAppInstallation.Read.Group`,
  ],
  [
    'POST',
    '/teams/{id}/installedapps',
    `${TEAM_APPS_WRITE} ${GROUP_WRITE}`,
    '',
    `${ofEverybody(`${TEAM_APPS_WRITE} TeamsAppInstallation.ReadWriteAndConsentForTeam`)} ${GROUP_WRITE}`,
  ],
  ['GET', '/users/{id}/teamwork/installedapps', USER_APPS, '', USER_APPS_APP],
  ['POST', '/users/{id}/teamwork/installedapps', USER_APPS_WRITE, '', USER_APPS_WRITE_APP],
  [
    'GET',
    '/appcatalogs/teamsapps',
    'AppCatalog.Submit AppCatalog.Read.All AppCatalog.ReadWrite.All Directory.Read.All Directory.ReadWrite.All',
    '',
    'AppCatalog.Read.All AppCatalog.ReadWrite.All',
  ],
  // Publishing is a person's doing.
  ['POST', '/appcatalogs/teamsapps', 'AppCatalog.Submit AppCatalog.ReadWrite.All Directory.ReadWrite.All', '', ''],
  ['GET', '/teams/{id}/schedule[|/shifts|/shifts/{id}]', SHIFTS, '', SHIFTS_APP],
  ['POST', '/teams/{id}/schedule/shifts', SHIFTS_WRITE, '', 'Schedule.ReadWrite.All'],
  [
    'GET',
    '/teams/{id}/tags',
    'TeamworkTag.Read TeamworkTag.ReadWrite',
    '',
    'TeamworkTag.Read.All TeamworkTag.ReadWrite.All',
  ],
  [
    'POST',
    '/teams/{id}/archive',
    `TeamSettings.ReadWrite.All ${GROUP_WRITE}`,
    '',
    `TeamSettings.ReadWrite.All ${GROUP_WRITE} TeamSettings.ReadWrite.Group`,
  ],
  ['PUT', '/groups/{id}/team', GROUP_WRITE, '', GROUP_WRITE],
  // Calls are an app's: a bot joins or starts them as itself.
  ['POST', '/communications/calls', '', '', CALLS],
];
