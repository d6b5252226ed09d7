import type { SettingsProblem } from './settings-error.ts';
import { isGuid, isPlaceholder } from './value-forms.ts';

/** What is wrong with a value that should be the Application (client) ID of `app`; `undefined` where nothing is. */
export function clientIdProblem(name: string, value: string, app: string): SettingsProblem | undefined {
  if (isGuid(value) && !isPlaceholder(value)) return undefined;
  return {
    name,
    problem: isPlaceholder(value) ? 'still holds a placeholder' : 'is not a GUID',
    fix: `Set it to the Application (client) ID of ${app}, in the form 00000000-0000-0000-0000-000000000000`,
  };
}
