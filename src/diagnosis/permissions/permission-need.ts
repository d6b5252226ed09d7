/** What one operation of Microsoft Graph needs, in each way that a token can be made. */
export interface PermissionNeed {
  readonly method: string;
  /** Lower case with `{id}` in place of ids, for example `/users/{id}/events`. */
  readonly operation: string;
  /** Delegated, work or school account: least privileged first. Empty: not possible that way. */
  readonly work: readonly string[];
  /** Delegated, personal Microsoft account. */
  readonly personal: readonly string[];
  /** Application. Always empty on /me. */
  readonly app: readonly string[];
}
