import type { PatchLanguage } from '../../diagnosis.ts';
import type { Facts } from '../../facts/facts.ts';

/** One call of MSAL by its name in each library; the first stands for a paste whose language is not known. */
type Names = Readonly<Partial<Record<PatchLanguage, string>>> & { readonly node: string };

/** Sources: the references of msal, msal-node and msal-browser, Microsoft.Identity.Client and msal4j. */
const SILENT: Names = {
  node: 'acquireTokenSilent',
  python: 'acquire_token_silent',
  csharp: 'AcquireTokenSilent',
  java: 'acquireTokenSilently',
};
const ACCOUNTS: Names = {
  node: 'getAllAccounts()',
  python: 'get_accounts()',
  csharp: 'GetAccountsAsync()',
  java: 'getAccounts()',
};

const INTERACTIVE: Names = {
  node: 'loginRedirect, acquireTokenPopup',
  python: 'acquire_token_interactive, or initiate_auth_code_flow on a server',
  csharp: 'AcquireTokenInteractive; ChallengeUser or [AuthorizeForScopes] on a server',
  java: 'acquireToken with InteractiveRequestParameters, or the address of the sign-in on a server',
};

/** What opens the sign-in for the person. */
export function interactiveRequest(facts: Facts): string {
  return named(INTERACTIVE, facts.language ?? 'node');
}

/** The request that MSAL answers from its cache, as the library of the paste calls it. */
export function silentRequest(facts: Facts): string {
  return facts.language === null ? `${SILENT.node} (${SILENT.python})` : named(SILENT, facts.language);
}

/** The call that lists the accounts in the cache. */
export function accountsCall(facts: Facts): string {
  return facts.language === null ? ACCOUNTS.node : named(ACCOUNTS, facts.language);
}

function named(names: Names, language: PatchLanguage): string {
  return names[language] ?? names.node;
}
