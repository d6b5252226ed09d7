import { diagnose } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { PermissionTable } from '../diagnosis/permissions/permission-table.ts';
import type { Refusal } from './refusal.ts';
import { refusalPaste } from './refusal-paste.ts';

/** What is wrong, by the same engine that reads people's pastes. */
export function diagnoseRefusal(
  refusal: Refusal,
  { now, permissions }: { readonly now: number; readonly permissions?: PermissionTable | undefined },
): Diagnosis {
  return diagnose(refusalPaste(refusal), { now, ...(permissions === undefined ? {} : { permissions }) });
}
