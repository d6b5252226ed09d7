/** A property that takes a permission of its own, beside the one for the object. */
export interface PropertyNeed {
  /** As it stands in a body or in Terraform, lower case. */
  readonly property: string;
  readonly spelling: string;
  /** Methods that ask for the permission, where a method is shown. */
  readonly methods: readonly string[];
  readonly work: readonly string[];
  readonly app: readonly string[];
}

/**
 * Sources: learn.microsoft.com/graph/api/user-update (passwordProfile), .../graph/api/resources/user (signInActivity),
 * .../group-post-groups and
 * .../entra/identity/role-based-access-control/groups-concept (isAssignableToRole).
 */
export const PROPERTY_NEEDS: readonly PropertyNeed[] = [
  {
    // A new person's first password is part of making them, and takes no more than that.
    property: 'passwordprofile',
    spelling: 'passwordProfile',
    methods: ['PATCH'],
    work: ['User-PasswordProfile.ReadWrite.All', 'Directory.AccessAsUser.All'],
    app: ['User-PasswordProfile.ReadWrite.All'],
  },
  {
    property: 'signinactivity',
    spelling: 'signInActivity',
    methods: ['GET'],
    work: ['AuditLog.Read.All'],
    app: ['AuditLog.Read.All'],
  },
  {
    property: 'isassignabletorole',
    spelling: 'isAssignableToRole',
    methods: ['POST', 'PATCH'],
    work: ['RoleManagement.ReadWrite.Directory'],
    app: ['RoleManagement.ReadWrite.Directory'],
  },
  {
    property: 'assignable_to_role',
    spelling: 'assignable_to_role',
    methods: ['POST', 'PATCH'],
    work: ['RoleManagement.ReadWrite.Directory'],
    app: ['RoleManagement.ReadWrite.Directory'],
  },
];
