/** A property whose writing takes a permission of its own, beside the one for the object. */
export interface PropertyNeed {
  /** As it stands in a body or in Terraform, lower case. */
  readonly property: string;
  /** Methods that write it, where a method is shown. */
  readonly methods: readonly string[];
  readonly work: readonly string[];
  readonly app: readonly string[];
}

/**
 * Sources: learn.microsoft.com/graph/api/user-update (passwordProfile), .../group-post-groups and
 * .../entra/identity/role-based-access-control/groups-concept (isAssignableToRole).
 */
export const PROPERTY_NEEDS: readonly PropertyNeed[] = [
  {
    // A new person's first password is part of making them, and takes no more than that.
    property: 'passwordprofile',
    methods: ['PATCH'],
    work: ['User-PasswordProfile.ReadWrite.All', 'Directory.AccessAsUser.All'],
    app: ['User-PasswordProfile.ReadWrite.All'],
  },
  {
    property: 'isassignabletorole',
    methods: ['POST', 'PATCH'],
    work: ['RoleManagement.ReadWrite.Directory'],
    app: ['RoleManagement.ReadWrite.Directory'],
  },
  {
    property: 'assignable_to_role',
    methods: ['POST', 'PATCH'],
    work: ['RoleManagement.ReadWrite.Directory'],
    app: ['RoleManagement.ReadWrite.Directory'],
  },
];
