import type { OperationRow } from './operation-rows.ts';

// Sources: learn.microsoft.com/graph/api/resources/security-api-overview, .../intune-graph-overview,
// .../identity-network-access-overview, .../application, .../rolemanagement, .../report, .../education-overview and the
// pages beneath them. Last compared with Microsoft's permission data of August 2026. None of these takes a personal
// account, but for applications.

const DIRECTORY = 'Directory.Read.All Directory.ReadWrite.All';
const ALERTS_WRITE = 'SecurityAlert.ReadWrite.All';
const ALERTS = `SecurityAlert.Read.All ${ALERTS_WRITE}`;
const INCIDENTS_WRITE = 'SecurityIncident.ReadWrite.All';
const INCIDENTS = `SecurityIncident.Read.All ${INCIDENTS_WRITE}`;
const EVENTS_WRITE = 'SecurityEvents.ReadWrite.All';
const EVENTS = `SecurityEvents.Read.All ${EVENTS_WRITE}`;
const APPS = `Application.Read.All Application.ReadWrite.All ${DIRECTORY}`;
const APPS_APP = 'Application.Read.All Application.ReadWrite.OwnedBy Application.ReadWrite.All Directory.Read.All';
const APPS_WRITE = 'Application.ReadWrite.All';
const APPS_WRITE_APP = 'Application.ReadWrite.OwnedBy Application.ReadWrite.All';
const PRINCIPALS_WRITE = `${APPS_WRITE} Directory.ReadWrite.All`;
const PRINCIPALS_WRITE_APP = `${APPS_WRITE_APP} Directory.ReadWrite.All`;
// It takes a permission to read applications as well; the one that is named is the one that grants.
const ROLE_GRANT = 'AppRoleAssignment.ReadWrite.All';
const ROLES_WRITE = 'RoleManagement.ReadWrite.Directory';
const ROLES = `RoleManagement.Read.Directory ${ROLES_WRITE} ${DIRECTORY}`;
const METHODS =
  'UserAuthenticationMethod.Read.All UserAuthenticationMethod.Read UserAuthenticationMethod.ReadWrite UserAuthenticationMethod.ReadWrite.All';
const METHODS_APP = 'UserAuthenticationMethod.Read.All UserAuthenticationMethod.ReadWrite.All';
const PHONES_APP = `${METHODS_APP} UserAuthMethod-Phone.Read.All UserAuthMethod-Phone.ReadWrite.All`;
const PHONES = `${METHODS} UserAuthMethod-Phone.Read UserAuthMethod-Phone.Read.All UserAuthMethod-Phone.ReadWrite UserAuthMethod-Phone.ReadWrite.All`;
const PHONES_WRITE =
  'UserAuthenticationMethod.ReadWrite.All UserAuthenticationMethod.ReadWrite UserAuthMethod-Phone.ReadWrite.All UserAuthMethod-Phone.ReadWrite';
const PHONES_WRITE_APP = 'UserAuthenticationMethod.ReadWrite.All UserAuthMethod-Phone.ReadWrite.All';
// Intune. What reads a list reads one of it; what writes one makes one.
const CONFIGURATION_WRITE = 'DeviceManagementConfiguration.ReadWrite.All';
const CONFIGURATION = `DeviceManagementConfiguration.Read.All ${CONFIGURATION_WRITE}`;
const DEVICES_WRITE = `DeviceManagementManagedDevices.ReadWrite.All ${CONFIGURATION_WRITE}`;
const DEVICES = `DeviceManagementManagedDevices.Read.All ${DEVICES_WRITE} DeviceManagementConfiguration.Read.All`;
const SERVICE_WRITE = 'DeviceManagementServiceConfig.ReadWrite.All';
const SERVICE = `DeviceManagementServiceConfig.Read.All ${SERVICE_WRITE}`;
const INTUNE_APPS_WRITE = 'DeviceManagementApps.ReadWrite.All';
const INTUNE_APPS = `DeviceManagementApps.Read.All ${INTUNE_APPS_WRITE}`;
const PRIVILEGED = 'DeviceManagementManagedDevices.PrivilegedOperations.All';
const INTUNE = '/devicemanagement';
const ASSIGNMENTS =
  'EduAssignments.ReadBasic EduAssignments.Read EduAssignments.ReadWrite EduAssignments.ReadWriteBasic';
const ASSIGNMENTS_APP =
  'EduAssignments.ReadBasic.All EduAssignments.Read.All EduAssignments.ReadWrite.All EduAssignments.ReadWriteBasic.All';
const ASSIGNMENTS_WRITE = 'EduAssignments.ReadWriteBasic EduAssignments.ReadWrite';
const ASSIGNMENTS_WRITE_APP = 'EduAssignments.ReadWriteBasic.All EduAssignments.ReadWrite.All';
const ROSTER_APP = 'EduRoster.Read.All EduRoster.ReadWrite.All';

export const ADMIN_OPERATIONS: readonly OperationRow[] = [
  [
    'GET',
    '/auditlogs/provisioning',
    'ProvisioningLog.Read.All AuditLog.Read.All Directory.Read.All',
    '',
    'AuditLog.Read.All ProvisioningLog.Read.All Directory.Read.All',
  ],
  // Alerts, incidents and hunting of Defender; risk; what happened in the directory.
  ['GET', '/security/alerts_v2[|/{id}]', ALERTS, '', ALERTS],
  ['PATCH', '/security/alerts_v2/{id}', ALERTS_WRITE, '', ALERTS_WRITE],
  ['GET', '/security/incidents[|/{id}]', INCIDENTS, '', INCIDENTS],
  ['PATCH', '/security/incidents/{id}', INCIDENTS_WRITE, '', INCIDENTS_WRITE],
  ['POST', '/security/runhuntingquery', 'ThreatHunting.Read.All', '', 'ThreatHunting.Read.All'],
  ['GET', '/security/[alerts|securescores][|/{id}]', EVENTS, '', EVENTS],
  ['PATCH', '/security/alerts/{id}', EVENTS_WRITE, '', EVENTS_WRITE],
  ['GET', '/identityprotection/riskyusers[|/{id}]', 'IdentityRiskyUser.Read.All', '', 'IdentityRiskyUser.Read.All'],
  ['GET', '/identityprotection/riskdetections[|/{id}]', 'IdentityRiskEvent.Read.All', '', 'IdentityRiskEvent.Read.All'],
  [
    'GET',
    '/auditlogs/directoryaudits[|/{id}]',
    'AuditLog.Read.All Directory.Read.All',
    '',
    'AuditLog.Read.All Directory.Read.All',
  ],
  // Conditional Access. Writing takes both permissions together; the one that is named is the one that writes.
  ['GET', '/identity/conditionalaccess/[policies|namedlocations][|/{id}]', 'Policy.Read.All', '', 'Policy.Read.All'],
  // How people prove who they are.
  ['GET', '/users/{id}/authentication/methods[|/{id}]', METHODS, '', METHODS_APP],
  ['GET', '/users/{id}/authentication/phonemethods[|/{id}]', PHONES, '', PHONES_APP],
  ['POST', '/users/{id}/authentication/phonemethods', PHONES_WRITE, '', PHONES_WRITE_APP],
  ['PATCH DELETE', '/users/{id}/authentication/phonemethods/{id}', PHONES_WRITE, '', PHONES_WRITE_APP],
  // App registrations, service principals, grants.
  ['GET', '/applications', APPS, 'Application.Read.All', APPS_APP],
  ['GET', '/applications/{id}', APPS, 'Application.Read.All', `${APPS_APP} Directory.ReadWrite.All`],
  [
    'POST',
    '/applications',
    `AppRegistration.Create ${APPS_WRITE}`,
    APPS_WRITE,
    `Application.ReadWrite.OwnedBy AppRegistration.Create ${APPS_WRITE}`,
  ],
  ['PATCH DELETE', '/applications/{id}', APPS_WRITE, APPS_WRITE, APPS_WRITE_APP],
  ['POST', '/applications/{id}/[addpassword|removepassword]', PRINCIPALS_WRITE, APPS_WRITE, PRINCIPALS_WRITE_APP],
  ['GET', '/serviceprincipals/{id}', APPS, '', `${APPS_APP} Directory.ReadWrite.All`],
  ['POST', '/serviceprincipals', PRINCIPALS_WRITE, '', PRINCIPALS_WRITE_APP],
  ['PATCH DELETE', '/serviceprincipals/{id}', PRINCIPALS_WRITE, '', PRINCIPALS_WRITE_APP],
  ['POST', '/serviceprincipals/{id}/[approleassignments|approleassignedto]', ROLE_GRANT, '', ROLE_GRANT],
  [
    'POST',
    '/oauth2permissiongrants',
    'DelegatedPermissionGrant.ReadWrite.All Directory.ReadWrite.All',
    '',
    'DelegatedPermissionGrant.ReadWrite.All Directory.ReadWrite.All',
  ],
  // Directory roles.
  ['GET', '/directoryroles[|/{id}|/{id}/members]', ROLES, '', ROLES],
  ['GET', '/rolemanagement/directory/roleassignments[|/{id}]', `${ROLES} RoleManagement.Read.All`, '', ROLES],
  ['POST', '/rolemanagement/directory/roleassignments', ROLES_WRITE, '', ROLES_WRITE],
  ['DELETE', '/rolemanagement/directory/roleassignments/{id}', ROLES_WRITE, '', ROLES_WRITE],
  // Intune.
  [
    'GET',
    `${INTUNE}/[deviceconfigurations|devicecompliancepolicies|configurationpolicies][|/{id}]`,
    CONFIGURATION,
    '',
    CONFIGURATION,
  ],
  [
    'POST',
    `${INTUNE}/[deviceconfigurations|devicecompliancepolicies|configurationpolicies]`,
    CONFIGURATION_WRITE,
    '',
    CONFIGURATION_WRITE,
  ],
  [
    'PATCH DELETE',
    `${INTUNE}/[deviceconfigurations|devicecompliancepolicies|configurationpolicies]/{id}`,
    CONFIGURATION_WRITE,
    '',
    CONFIGURATION_WRITE,
  ],
  ['GET', `${INTUNE}/[manageddevices|detectedapps][|/{id}]`, DEVICES, '', DEVICES],
  [
    'GET',
    `${INTUNE}/deviceenrollmentconfigurations[|/{id}]`,
    `${SERVICE} ${CONFIGURATION}`,
    '',
    `${SERVICE} ${CONFIGURATION}`,
  ],
  [
    'GET',
    `${INTUNE}/roledefinitions[|/{id}]`,
    `DeviceManagementRBAC.Read.All DeviceManagementRBAC.ReadWrite.All ${CONFIGURATION}`,
    '',
    `DeviceManagementRBAC.Read.All DeviceManagementRBAC.ReadWrite.All ${CONFIGURATION}`,
  ],
  ['PATCH DELETE', `${INTUNE}/manageddevices/{id}`, DEVICES_WRITE, '', DEVICES_WRITE],
  // What is done to a device from afar.
  [
    'POST',
    `${INTUNE}/manageddevices/{id}/wipe`,
    `${DEVICES_WRITE} ${PRIVILEGED}`,
    '',
    `${DEVICES_WRITE} ${PRIVILEGED}`,
  ],
  ['POST', `${INTUNE}/manageddevices/{id}/[syncdevice|rebootnow|remotelock|retire]`, PRIVILEGED, '', PRIVILEGED],
  ['POST', `${INTUNE}/importedwindowsautopilotdeviceidentities`, SERVICE_WRITE, '', SERVICE_WRITE],
  [
    'POST',
    `${INTUNE}/reports/exportjobs`,
    `${DEVICES_WRITE} ${INTUNE_APPS_WRITE}`,
    '',
    `${DEVICES_WRITE} ${INTUNE_APPS_WRITE}`,
  ],
  ['GET', `${INTUNE}/windowsautopilotdeviceidentities[|/{id}]`, SERVICE, '', SERVICE],
  ['POST', `${INTUNE}/windowsautopilotdeviceidentities`, SERVICE_WRITE, '', SERVICE_WRITE],
  ['GET', '/deviceappmanagement/mobileapps[|/{id}]', INTUNE_APPS, '', INTUNE_APPS],
  ['POST', '/deviceappmanagement/mobileapps', INTUNE_APPS_WRITE, '', INTUNE_APPS_WRITE],
  ['PATCH DELETE', '/deviceappmanagement/mobileapps/{id}', INTUNE_APPS_WRITE, '', INTUNE_APPS_WRITE],
  ['POST', '/deviceappmanagement/mobileapps/{id}/assign', INTUNE_APPS_WRITE, '', INTUNE_APPS_WRITE],
  // Usage reports. A person needs a role that may read reports as well.
  [
    'GET',
    '/reports/[getoffice365activeuserdetail|getoffice365activeusercounts|getoffice365groupsactivitydetail|getmailboxusagedetail|getemailactivityuserdetail|getemailactivitycounts|getonedriveactivityuserdetail|getonedriveactivityusercounts|getonedriveactivityfilecounts|getonedriveusagestorage|getsharepointsiteusagedetail|getsharepointactivityuserdetail|getteamsuseractivityuserdetail|getteamsuseractivitycounts|getteamsdeviceusageuserdetail|getteamsteamactivitydetail|getm365appuserdetail|getm365appusercounts|getonedriveusageaccountdetail|getonedriveusageaccountcounts|getonedriveusagefilecounts|getmailboxusagemailboxcounts|getmailboxusagestorage|getemailactivityusercounts|getemailappusageuserdetail|getsharepointsiteusagestorage|getsharepointsiteusagesitecounts|getsharepointactivityusercounts|getsharepointactivityfilecounts|getteamsuseractivityusercounts|getteamsteamcounts|getoffice365servicesusercounts|getoffice365groupsactivitycounts](period={value})',
    'Reports.Read.All',
    '',
    'Reports.Read.All',
  ],
  [
    'GET',
    '/reports/authenticationmethods/userregistrationdetails[|/{id}]',
    'AuditLog.Read.All',
    '',
    'AuditLog.Read.All',
  ],
  // Classes and their work.
  ['GET', '/education/classes[|/{id}]', 'EduRoster.ReadBasic', '', ROSTER_APP],
  ['GET', '/education/classes/{id}/assignments[|/{id}|/{id}/submissions]', ASSIGNMENTS, '', ASSIGNMENTS_APP],
  ['POST', '/education/classes/{id}/assignments', ASSIGNMENTS_WRITE, '', ASSIGNMENTS_WRITE_APP],
  ['PATCH DELETE', '/education/classes/{id}/assignments/{id}', ASSIGNMENTS_WRITE, '', ASSIGNMENTS_WRITE_APP],
  // The organisation's licences, and the state of its services.
  [
    'GET',
    '/subscribedskus',
    `LicenseAssignment.Read.All Organization.Read.All Organization.ReadWrite.All ${DIRECTORY}`,
    '',
    `LicenseAssignment.Read.All Organization.Read.All Organization.ReadWrite.All ${DIRECTORY}`,
  ],
  [
    'GET',
    '/admin/serviceannouncement/[healthoverviews|issues][|/{id}]',
    'ServiceHealth.Read.All',
    '',
    'ServiceHealth.Read.All',
  ],
  ['GET', '/admin/serviceannouncement/messages[|/{id}]', 'ServiceMessage.Read.All', '', 'ServiceMessage.Read.All'],
  // Calls of the whole tenant: for an app alone.
  ['GET', '/communications/callrecords[|/{id}|/{id}/sessions]', '', '', 'CallRecords.Read.All'],
];
