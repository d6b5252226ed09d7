import type { Facts } from '../../facts/facts.ts';
import { resourcesOfScopes } from '../../permissions/scope-resource.ts';
import { authorityOf } from '../accounts/account-audience.ts';
import { accountHome } from '../accounts/account-home.ts';
import { issuerWords } from '../words/code-words.ts';
import { namedScopes } from './named-scopes.ts';
import { type ScopeFault, scopeFault, unknownName, workOnly } from './scope-fault.ts';
import { asksForItself, scopeRequests } from './scope-requests.ts';

/** Microsoft Graph, as the sign-in service names it. */
export const GRAPH_ID = '00000003-0000-0000-c000-000000000000';

/** A permission that only work accounts can have, asked for with a personal one. */
export function personalWithWorkScope(facts: Facts): boolean {
  const personal = authorityOf(facts) === 'consumers' || accountHome(issuerWords(facts)) === 'personal';
  return personal && scopeRequests(facts).some((request) => workOnly(request.scopes).length > 0);
}

/** What is wrong with the scopes that the service refused, or with those that were asked for. */
export function scopesFault(facts: Facts): ScopeFault | null {
  const codes = new Set(facts.of('aadsts').map((item) => item.code));
  const appOnly = asksForItself(facts) || codes.has(1002012);
  const quoted = namedScopes(issuerWords(facts));
  if (quoted.length > 0) {
    const found = scopeFault(quoted, appOnly);
    if (found !== null) return found;
    // Graph itself said that it has no such scope; no table is needed for that.
    if (resourceNamed(facts) === GRAPH_ID) return unknownName(quoted[0]!);
    return null;
  }
  for (const request of scopeRequests(facts)) {
    const found = scopeFault(request.scopes, request.appOnly || appOnly);
    if (found !== null) return found;
  }
  return null;
}

/** The scopes that the service quotes, as one text. */
export function refusedScope(facts: Facts): string | undefined {
  const quoted = namedScopes(issuerWords(facts));
  return quoted.length === 0 ? undefined : quoted.join(' ');
}

/** Whether the refused list belongs to several APIs, which is a cause of its own. */
export function mixed(facts: Facts, words: string): boolean {
  if (/more than one resource/i.test(words)) return true;
  const quoted = namedScopes(words);
  if (quoted.length > 0) return resourcesOfScopes(quoted).length > 1;
  return scopeRequests(facts).some((request) => resourcesOfScopes(request.scopes).length > 1);
}

/** The API on which the service looked for the scope. */
export function resourceNamed(facts: Facts): string | undefined {
  return /exist on the resource ['"]([^'"\n]{3,200})['"]/i.exec(issuerWords(facts))?.[1];
}
