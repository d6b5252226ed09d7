import { covers } from '../../diagnosis/permissions/grant-covers.ts';

/** For each base scope the call that needs it: the engine names the permission by the call. */
const CALLS: Readonly<Record<string, readonly [method: string, path: string]>> = {
  'user.read': ['GET', '/me'],
  'calendars.readwrite': ['POST', '/me/events'],
  'mailboxsettings.read': ['GET', '/me/mailboxSettings'],
};

/** The needed scopes that nothing granted contains, Graph-qualified as they were asked for. */
export function missingScopes(granted: readonly string[], needed: readonly string[]): string[] {
  return needed.filter((scope) => !covers(granted, [scope]));
}

/** `Calendars.ReadWrite` of `https://graph.microsoft.com/Calendars.ReadWrite`. */
export function scopeName(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1);
}

/** A call that needs the scope, since the engine names permissions by calls; for a scope that no call is known of, the profile. */
export function callOfScope(scope: string): readonly [method: string, path: string] {
  return CALLS[scopeName(scope).toLowerCase()] ?? ['GET', '/me'];
}
