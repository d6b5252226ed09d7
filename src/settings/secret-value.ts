import type { SettingsProblem } from './settings-error.ts';
import { isGuid, isPlaceholder } from './value-forms.ts';

const KEY_VAULT_REFERENCE = '@Microsoft.KeyVault(';

type Problem = Omit<SettingsProblem, 'name'>;

/**
 * What keeps a value from being a client secret; `undefined` where nothing does. The words never hold the value.
 *
 * @param raw the value as it stands in the environment
 * @param value the same without white space around it
 */
export function clientSecretProblem(raw: string, value: string): Problem | undefined {
  const problem = unfilledProblem(value, 'Set it to the Value of a client secret');
  if (problem !== undefined) return problem;
  if (isGuid(value)) {
    return {
      problem: 'is a GUID, which is the ID of a client secret and not the secret (this leads to AADSTS7000215)',
      fix: 'Copy the column Value of Certificates & secrets; where it is hidden already, make a new secret',
    };
  }
  if (raw !== value || isQuoted(value)) {
    return {
      problem: 'has white space or quotation marks around it',
      fix: 'Remove them: they would be sent as part of the secret',
    };
  }
  return undefined;
}

/** What was never filled in: a placeholder, or a Key Vault reference that App Service could not resolve. */
export function unfilledProblem(value: string, fix: string): Problem | undefined {
  if (value.startsWith(KEY_VAULT_REFERENCE)) {
    return {
      problem: 'holds a Key Vault reference that was not resolved',
      fix: 'Let the identity of the app read the secret (Key Vault Secrets User), then look at the reference in the app settings',
    };
  }
  return isPlaceholder(value) ? { problem: 'still holds a placeholder', fix } : undefined;
}

/** Quotation marks that were meant for a shell or a file and became part of the value. */
export function isQuoted(value: string): boolean {
  return /^(["']).{0,400}\1$/.test(value);
}
