import type { OperationRow } from './operation-rows.ts';

// Sources: learn.microsoft.com/graph/api/resources/device, .../administrativeunit, .../orgcontact, .../groupsetting,
// .../directoryobject, .../policy-overview, .../privilegedidentitymanagementv3-overview, .../accessreviewsv2-overview,
// .../entitlementmanagement-overview and the pages beneath them. Last compared with Microsoft's permission data of
// August 2026. None of these takes a personal account.

const DIRECTORY_READ = 'Directory.Read.All';
const DIRECTORY = 'Directory.Read.All Directory.ReadWrite.All';
const LICENSES_WRITE = 'LicenseAssignment.ReadWrite.All';
const UNITS_WRITE = 'AdministrativeUnit.ReadWrite.All';
const UNITS = `AdministrativeUnit.Read.All ${UNITS_WRITE} ${DIRECTORY}`;
const CONTACTS = `OrgContact.Read.All ${DIRECTORY}`;
const SETTINGS_WRITE = 'GroupSettings.ReadWrite.All Directory.ReadWrite.All';
const SETTINGS = `GroupSettings.Read.All Group.Read.All Group.ReadWrite.All GroupSettings.ReadWrite.All ${DIRECTORY}`;
const GROUP_MEMBER_OF = `GroupMember.Read.All GroupMember.ReadBasic.All Group.ReadBasic.All Group.Read.All ${DIRECTORY}`;
const GRANTS = 'Directory.Read.All DelegatedPermissionGrant.ReadWrite.All';
const APPS_READ = `Application.Read.All Application.ReadWrite.All ${DIRECTORY}`;
const APPS_READ_APP = `Application.Read.All Application.ReadWrite.OwnedBy Application.ReadWrite.All ${DIRECTORY}`;
const AUTHORIZATION_WRITE = 'Policy.ReadWrite.Authorization';
const METHODS_POLICY_WRITE = 'Policy.ReadWrite.AuthenticationMethod';
const CROSS_TENANT_WRITE = 'Policy.ReadWrite.CrossTenantAccess';
const CONDITIONAL_ACCESS_WRITE = 'Policy.ReadWrite.ConditionalAccess';
const ROLE_DEFINITIONS = `RoleManagement.Read.Directory RoleManagement.ReadWrite.Directory RoleManagement.Read.All ${DIRECTORY}`;
const ELIGIBLE =
  'RoleEligibilitySchedule.Read.Directory RoleEligibilitySchedule.ReadWrite.Directory RoleManagement.Read.Directory RoleManagement.ReadWrite.Directory RoleManagement.Read.All';
const REVIEWS_WRITE = 'AccessReview.ReadWrite.All';
const ENTITLEMENTS_WRITE = 'EntitlementManagement.ReadWrite.All';
const ENTITLEMENTS = `EntitlementManagement.Read.All ${ENTITLEMENTS_WRITE}`;
const EDISCOVERY = 'eDiscovery.Read.All eDiscovery.ReadWrite.All';
const AUTHENTICATOR =
  'UserAuthMethod-MicrosoftAuthApp.Read.All UserAuthenticationMethod.Read.All UserAuthMethod-MicrosoftAuthApp.ReadWrite.All UserAuthenticationMethod.ReadWrite.All';
const PASSES = 'UserAuthMethod-TAP.ReadWrite.All UserAuthenticationMethod.ReadWrite.All';
const CONNECTIONS_WRITE = 'ExternalConnection.ReadWrite.OwnedBy ExternalConnection.ReadWrite.All';
const CONNECTIONS = `ExternalConnection.Read.All ${CONNECTIONS_WRITE}`;
const EXTERNAL_ITEMS_WRITE = 'ExternalItem.ReadWrite.OwnedBy ExternalItem.ReadWrite.All';

export const DIRECTORY_OPERATIONS: readonly OperationRow[] = [
  // Devices of the directory. A person changes one by their role alone.
  ['GET', '/devices[|/{id}]', `Device.Read.All ${DIRECTORY}`, '', `Device.Read.All Device.ReadWrite.All ${DIRECTORY}`],
  ['PATCH', '/devices/{id}', 'Directory.AccessAsUser.All', '', 'Device.ReadWrite.All Directory.ReadWrite.All'],
  ['DELETE', '/devices/{id}', 'Directory.AccessAsUser.All', '', 'Device.ReadWrite.All'],
  [
    'GET',
    '/informationprotection/bitlocker/recoverykeys[|/{id}]',
    'BitlockerKey.ReadBasic.All BitlockerKey.Read.All',
    '',
    'BitlockerKey.ReadBasic.All BitlockerKey.Read.All',
  ],
  // Units, contacts of the organisation, settings of groups, any object by its id.
  ['GET', '[/directory/administrativeunits|/administrativeunits][|/{id}|/{id}/members]', UNITS, '', UNITS],
  ['GET', '/contacts[|/{id}]', CONTACTS, '', CONTACTS],
  ['GET', '/groupsettings', SETTINGS, '', SETTINGS],
  ['POST', '/groupsettings', SETTINGS_WRITE, '', SETTINGS_WRITE],
  ['GET', '/grouplifecyclepolicies', DIRECTORY, '', DIRECTORY],
  ['GET', '/groups/{id}/memberof', GROUP_MEMBER_OF, '', GROUP_MEMBER_OF],
  ['GET', '/directoryobjects/{id}', DIRECTORY_READ, '', DIRECTORY_READ],
  ['POST', '/directoryobjects/getbyids', DIRECTORY_READ, '', DIRECTORY_READ],
  // Licences.
  [
    'POST',
    '/users/{id}/assignlicense',
    `${LICENSES_WRITE} User.ReadWrite.All Directory.ReadWrite.All`,
    '',
    `${LICENSES_WRITE} User.ReadWrite.All Directory.ReadWrite.All`,
  ],
  [
    'POST',
    '/groups/{id}/assignlicense',
    `${LICENSES_WRITE} Group.ReadWrite.All Directory.ReadWrite.All`,
    '',
    `${LICENSES_WRITE} Group.ReadWrite.All Directory.ReadWrite.All`,
  ],
  // Who holds which role of which app, and what was consented to.
  [
    'GET',
    '/users/{id}/approleassignments',
    'AppRoleAssignment.ReadWrite.All Directory.Read.All',
    '',
    'Directory.Read.All AppRoleAssignment.ReadWrite.All',
  ],
  ['POST', '/users/{id}/approleassignments', 'AppRoleAssignment.ReadWrite.All', '', 'AppRoleAssignment.ReadWrite.All'],
  ['GET', '/users/{id}/oauth2permissiongrants', GRANTS, '', GRANTS],
  ['GET', '/oauth2permissiongrants', `${GRANTS} Directory.ReadWrite.All`, '', `${GRANTS} Directory.ReadWrite.All`],
  ['GET', '/serviceprincipals/{id}/[approleassignments|approleassignedto]', APPS_READ, '', APPS_READ_APP],
  [
    'GET',
    '/serviceprincipals/{id}/synchronization/jobs',
    'Synchronization.Read.All Synchronization.ReadWrite.All',
    '',
    'Synchronization.Read.All Application.ReadWrite.OwnedBy Synchronization.ReadWrite.All',
  ],
  // Policies.
  [
    'GET',
    '/policies/authorizationpolicy',
    `Policy.Read.All ${AUTHORIZATION_WRITE}`,
    '',
    `Policy.Read.All ${AUTHORIZATION_WRITE}`,
  ],
  ['PATCH', '/policies/authorizationpolicy', AUTHORIZATION_WRITE, '', AUTHORIZATION_WRITE],
  [
    'GET',
    '/policies/authenticationmethodspolicy',
    `Policy.Read.AuthenticationMethod Policy.Read.All ${METHODS_POLICY_WRITE}`,
    '',
    `Policy.Read.AuthenticationMethod Policy.Read.All ${METHODS_POLICY_WRITE}`,
  ],
  ['PATCH', '/policies/authenticationmethodspolicy', METHODS_POLICY_WRITE, '', METHODS_POLICY_WRITE],
  [
    'GET',
    '/policies/crosstenantaccesspolicy/partners',
    `Policy.Read.All ${CROSS_TENANT_WRITE}`,
    '',
    `Policy.Read.All ${CROSS_TENANT_WRITE}`,
  ],
  // It takes the permission to read policies as well; the one that is named is the one that writes.
  ['POST', '/identity/conditionalaccess/policies', CONDITIONAL_ACCESS_WRITE, '', CONDITIONAL_ACCESS_WRITE],
  ['PATCH DELETE', '/identity/conditionalaccess/policies/{id}', CONDITIONAL_ACCESS_WRITE, '', CONDITIONAL_ACCESS_WRITE],
  [
    'GET',
    '/identity/b2cuserflows',
    'IdentityUserFlow.Read.All IdentityUserFlow.ReadWrite.All',
    '',
    'IdentityUserFlow.Read.All IdentityUserFlow.ReadWrite.All',
  ],
  [
    'POST',
    '/identityprotection/riskyusers/[dismiss|confirmcompromised]',
    'IdentityRiskyUser.ReadWrite.All',
    '',
    'IdentityRiskyUser.ReadWrite.All',
  ],
  // Roles that are eligible, and what they may do.
  ['GET', '/rolemanagement/directory/roledefinitions[|/{id}]', ROLE_DEFINITIONS, '', ROLE_DEFINITIONS],
  ['GET', '/rolemanagement/directory/roleeligibilityscheduleinstances', ELIGIBLE, '', ELIGIBLE],
  // Reviews, access packages, cases.
  [
    'GET',
    '/identitygovernance/accessreviews/definitions[|/{id}]',
    `AccessReview.Read.All ${REVIEWS_WRITE}`,
    '',
    `AccessReview.Read.All ${REVIEWS_WRITE}`,
  ],
  ['POST', '/identitygovernance/accessreviews/definitions', REVIEWS_WRITE, '', REVIEWS_WRITE],
  [
    'GET',
    '/identitygovernance/entitlementmanagement/[accesspackages|assignments|catalogs]',
    ENTITLEMENTS,
    '',
    ENTITLEMENTS,
  ],
  ['POST', '/identitygovernance/entitlementmanagement/accesspackages', ENTITLEMENTS_WRITE, '', ENTITLEMENTS_WRITE],
  ['GET', '[/security/cases/ediscoverycases|/compliance/ediscovery/cases]', EDISCOVERY, '', EDISCOVERY],
  // How other people prove who they are. An app resets nobody's password.
  [
    'GET',
    '/users/{id}/authentication/microsoftauthenticatormethods',
    `UserAuthMethod-MicrosoftAuthApp.Read UserAuthenticationMethod.Read UserAuthMethod-MicrosoftAuthApp.ReadWrite UserAuthenticationMethod.ReadWrite ${AUTHENTICATOR}`,
    '',
    AUTHENTICATOR,
  ],
  ['POST', '/users/{id}/authentication/temporaryaccesspassmethods', PASSES, '', PASSES],
  ['POST', '/users/{id}/authentication/methods/{id}/resetpassword', 'UserAuthenticationMethod.ReadWrite.All', '', ''],
  // Connectors of Microsoft Search.
  ['GET', '/external/connections[|/{id}]', CONNECTIONS, '', CONNECTIONS],
  ['POST', '/external/connections', CONNECTIONS_WRITE, '', CONNECTIONS_WRITE],
  ['PUT', '/external/connections/{id}/items/{id}', EXTERNAL_ITEMS_WRITE, '', EXTERNAL_ITEMS_WRITE],
  [
    'GET',
    '/admin/sharepoint/settings',
    'SharePointTenantSettings.Read.All SharePointTenantSettings.ReadWrite.All',
    '',
    'SharePointTenantSettings.Read.All SharePointTenantSettings.ReadWrite.All',
  ],
  [
    'GET',
    '/tenantrelationships/delegatedadminrelationships[|/{id}]',
    'DelegatedAdminRelationship.Read.All DelegatedAdminRelationship.ReadWrite.All',
    '',
    'DelegatedAdminRelationship.Read.All DelegatedAdminRelationship.ReadWrite.All',
  ],
  ['GET', '/education/users', '', '', 'EduRoster.Read.All EduRoster.ReadWrite.All'],
];
