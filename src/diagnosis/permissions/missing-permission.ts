import { covers } from './grant-covers.ts';
import type { PermissionNeed } from './permission-need.ts';

export type Actor = 'app' | 'user';
export type Account = 'work' | 'personal';

/**
 * The permissions of which any one is enough. Empty: the operation is not possible that way.
 *
 * @param account of the signed-in person; `null` where unknown, then the work account is taken where it is possible
 */
export function alternatives(need: PermissionNeed, actor: Actor, account: Account | null): readonly string[] {
  if (actor === 'app') return need.app;
  if (account === 'personal') return need.personal;
  return account === 'work' || need.work.length > 0 ? need.work : need.personal;
}

/**
 * The least privileged permission to add, or `null` where what is granted is enough, where the operation is not
 * possible that way (see `alternatives`), or where `.default` was granted, which says nothing of what it holds.
 *
 * @param granted `scp` of a delegated token split at spaces, or `roles` of an app-only one
 */
export function missingPermission(
  need: PermissionNeed,
  actor: Actor,
  granted: readonly string[],
  account: Account | null,
): string | null {
  const enough = alternatives(need, actor, account);
  const [least] = enough;
  if (least === undefined || covers(granted, enough)) return null;
  return granted.some((one) => one.toLowerCase().endsWith('.default')) ? null : least;
}
