import { literal } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { placesOf } from '../occurrences.ts';
import { GRAPH } from './graph-names.ts';
import type { SeenRequest } from './seen-request.ts';

const METHODS: Readonly<Record<string, string>> = {
  get: 'GET',
  new: 'POST',
  send: 'POST',
  invoke: 'POST',
  find: 'POST',
  update: 'PATCH',
  remove: 'DELETE',
  set: 'POST',
  revoke: 'POST',
};

/** Where the first noun leads; the others lie behind the id that a parameter names. */
const ROOTS: Readonly<Record<string, string>> = {
  user: 'users',
  group: 'groups',
  site: 'sites',
  team: 'teams',
  chat: 'chats',
  application: 'applications',
  serviceprincipal: 'servicePrincipals',
  device: 'devices',
  place: 'places',
  subscription: 'subscriptions',
};

/** Nouns behind the first one, by the names that AutoRest makes of the paths of Graph; keyed items need an id between. */
const NOUNS: ReadonlyMap<string, string> = new Map([
  ['event', 'events'],
  ['calendar', 'calendars'],
  ['calendarevent', 'calendars/{id}/events'],
  ['calendarview', 'calendarView'],
  ['defaultcalendar', 'calendar'],
  ['defaultcalendarevent', 'calendar/events'],
  ['calendarpermission', 'calendar/calendarPermissions'],
  ['calendarschedule', 'calendar/getSchedule'],
  ['meetingtime', 'findMeetingTimes'],
  ['message', 'messages'],
  ['mail', 'sendMail'],
  ['mailfolder', 'mailFolders'],
  ['mailfoldermessage', 'mailFolders/{id}/messages'],
  ['mailboxsetting', 'mailboxSettings'],
  ['contact', 'contacts'],
  ['chat', 'chats'],
  ['drive', 'drives'],
  ['defaultdrive', 'drive'],
  ['joinedteam', 'joinedTeams'],
  ['member', 'members'],
  ['memberof', 'memberOf'],
  ['owner', 'owners'],
  ['manager', 'manager'],
  ['onlinemeeting', 'onlineMeetings'],
  ['presence', 'presence'],
  ['photo', 'photo'],
  ['licensedetail', 'licenseDetails'],
  ['list', 'lists'],
  ['listitem', 'lists/{id}/items'],
  ['channel', 'channels'],
  ['channelmessage', 'channels/{id}/messages'],
  ['license', 'assignLicense'],
  ['signinsession', 'revokeSignInSessions'],
  ['authenticationmethod', 'authentication/methods'],
  ['authenticationphonemethod', 'authentication/phoneMethods'],
  ['plannertask', 'planner/tasks'],
  ['plannerplan', 'planner/plans'],
  ['onenotenotebook', 'onenote/notebooks'],
  ['approleassignment', 'appRoleAssignments'],
  ['approleassignedto', 'appRoleAssignedTo'],
  ['installedapp', 'installedApps'],
  ['channeltab', 'channels/{id}/tabs'],
]);

/** Nouns whose path begins with none of the roots. */
const WHOLE: ReadonlyMap<string, string> = new Map([
  ['auditlogsignin', 'auditLogs/signIns'],
  ['auditlogdirectoryaudit', 'auditLogs/directoryAudits'],
  ['communicationcallrecord', 'communications/callRecords'],
  ['devicemanagementmanageddevice', 'deviceManagement/managedDevices'],
  ['devicemanagementdeviceconfiguration', 'deviceManagement/deviceConfigurations'],
  ['devicemanagementdevicecompliancepolicy', 'deviceManagement/deviceCompliancePolicies'],
  ['devicemanagementconfigurationpolicy', 'deviceManagement/configurationPolicies'],
  ['devicemanagementdetectedapp', 'deviceManagement/detectedApps'],
  ['devicemanagementwindowsautopilotdeviceidentity', 'deviceManagement/windowsAutopilotDeviceIdentities'],
  ['deviceappmanagementmobileapp', 'deviceAppManagement/mobileApps'],
  ['directoryadministrativeunit', 'directory/administrativeUnits'],
  ['directoryrole', 'directoryRoles'],
  ['directoryrolemember', 'directoryRoles/{id}/members'],
  ['domain', 'domains'],
  ['identityconditionalaccesspolicy', 'identity/conditionalAccess/policies'],
  ['identityconditionalaccessnamedlocation', 'identity/conditionalAccess/namedLocations'],
  ['informationprotectionbitlockerrecoverykey', 'informationProtection/bitlocker/recoveryKeys'],
  ['invitation', 'invitations'],
  ['oauth2permissiongrant', 'oauth2PermissionGrants'],
  ['organization', 'organization'],
  ['plannerplan', 'planner/plans/{id}'],
  ['plannerplantask', 'planner/plans/{id}/tasks'],
  ['plannertask', 'planner/tasks'],
  ['policyauthorizationpolicy', 'policies/authorizationPolicy'],
  ['riskdetection', 'identityProtection/riskDetections'],
  ['riskyuser', 'identityProtection/riskyUsers'],
  ['rolemanagementdirectoryroleassignment', 'roleManagement/directory/roleAssignments'],
  ['rolemanagementdirectoryroledefinition', 'roleManagement/directory/roleDefinitions'],
  ['securityalertv2', 'security/alerts_v2'],
  ['securityincident', 'security/incidents'],
  ['securitysecurescore', 'security/secureScores'],
  ['subscribedsku', 'subscribedSkus'],
]);

const MARK = literal('-mg');
const CMDLET = /([a-z]{3,6})-mg(?:beta)?([a-z][a-z0-9]{3,60})(?![a-z0-9])/iy;
const ROOT = new RegExp(`^(${Object.keys(ROOTS).join('|')})(.*)$`);
const LINE = 400;
const MOST = 60;

/**
 * Cmdlets of Graph's PowerShell module name an operation by themselves: Get-MgUserEvent is GET /users/{id}/events.
 * `Get-MgUserEvent_List: …` and `Get-MgUserEvent : …` begin the message of one that failed.
 */
export function readGraphCmdlets(source: MappedText): SeenRequest[] {
  const found: SeenRequest[] = [];
  const paths = new Map<string, string>();
  for (const at of placesOf(source, MARK)) {
    if (found.length >= MOST) break;
    const verbAt = wordStart(source.lower, at);
    CMDLET.lastIndex = verbAt;
    const match = CMDLET.exec(source.lower);
    const method = match === null ? undefined : METHODS[match[1]!];
    if (match === null || method === undefined || source.lower[verbAt - 1] === '-') continue;
    const end = CMDLET.lastIndex;
    const failed = /^(?:_\w{1,20})?[ \t]{0,2}: /.test(source.text.slice(end, end + 24));
    const path =
      (failed ? paths.get(match[0]) : undefined) ?? pathOf(method, match[2]!, parametersOf(source.text, end));
    if (path === null) continue;
    paths.set(match[0], path);
    found.push({
      start: verbAt,
      end,
      method,
      host: GRAPH,
      path,
      query: [],
      form: 'code',
      versioned: false,
      ignored: false,
      ...(failed ? { failed: true } : {}),
    });
  }
  return found;
}

/** Update- and Remove- are for one of a collection. */
const CHANGES_ONE = /^(?:PATCH|DELETE)$/;
const SINGLE = /\{id\}$|Policy$/;

function pathOf(method: string, noun: string, parameters: string): string | null {
  const whole = WHOLE.get(noun);
  if (whole !== undefined) return `/${whole}${CHANGES_ONE.test(method) && !SINGLE.test(whole) ? '/{id}' : ''}`;
  const match = ROOT.exec(noun);
  if (match === null) return null;
  const [, root, rest] = match;
  const nounBehind = withoutReference(rest!);
  const behind = rest === '' ? undefined : NOUNS.get(nounBehind);
  if (rest !== '' && behind === undefined) return null;
  const id = new RegExp(`-${root}id[ :]{1,3}["']?([\\w.@#-]{1,100})`, 'i').exec(parameters)?.[1];
  if (behind === undefined) return id === undefined ? `/${ROOTS[root!]}` : `/${ROOTS[root!]}/${id}`;
  return `/${ROOTS[root!]}/${id ?? '{id}'}/${behind}${REFERENCED.has(nounBehind) ? referenceOf(method) : ''}`;
}

/** People and apps are members and owners by reference: New-MgGroupMember, Remove-MgGroupMemberByRef. */
const REFERENCED: ReadonlySet<string> = new Set(['member', 'owner', 'manager']);

function withoutReference(noun: string): string {
  return noun.replace(/(?:directoryobject)?byref$/, '');
}

function referenceOf(method: string): string {
  if (method === 'POST') return '/$ref';
  return method === 'DELETE' ? '/{id}/$ref' : '';
}

/** The rest of the line; what is piped on is another command. */
function parametersOf(text: string, end: number): string {
  return /^[^\n|;]*/.exec(text.slice(end, end + LINE))?.[0] ?? '';
}

function wordStart(lower: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 7 && isLetter(lower.charCodeAt(start - 1))) start -= 1;
  return start;
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
