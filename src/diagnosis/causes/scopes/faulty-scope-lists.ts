import { CALL_OF_MSAL } from '../../evidence/settings/language.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Signal } from '../root-cause.ts';
import { type ScopeFault, scopeFault } from './scope-fault.ts';
import { type ScopeRequest, scopeRequests } from './scope-requests.ts';

/** MSAL asks for these by itself; MSAL for Python raises ValueError when they stand in its list. */
export const RESERVED_SCOPES: ReadonlySet<string> = new Set(['openid', 'profile', 'offline_access']);

/** MSAL for Python, told by the calls that only it has. */
export function isMsalPython(facts: Facts): boolean {
  return (
    facts.of('exception').some((item) => item.library === 'msal-python') ||
    facts.of('setting').some((item) => item.language === 'python' && CALL_OF_MSAL.test(item.key))
  );
}

export const VALUE_ERROR = 'valueerror';

/** openid, profile or offline_access in a list that MSAL for Python gets. */
export function reservedInMsalPython(facts: Facts): Signal | undefined {
  const list = facts
    .of('setting')
    .find(
      (item) =>
        item.name === 'scopes' && item.language === 'python' && item.values.some((value) => RESERVED_SCOPES.has(value)),
    );
  if (list === undefined || !isMsalPython(facts)) return undefined;
  const word = list.values.find((value) => RESERVED_SCOPES.has(value))!;
  // Code that never ran, or that fails later, can hold the mistake without its being the failure.
  const otherFailure =
    facts.of('aadsts').length > 0 ||
    facts.call?.error != null ||
    facts.of('challenge').length > 0 ||
    // The program's own page breaks with 500 where MSAL raises.
    (facts.status !== null && (facts.status < 500 || facts.api !== null));
  const raised = facts.of('exception').length > 0 || facts.phrase(VALUE_ERROR) !== undefined;
  return {
    strength: otherFailure ? 'hint' : raised ? 'strong' : 'fair',
    at: list.span,
    says: `MSAL for Python refuses ${word} in the list with a ValueError: it asks for it by itself`,
  };
}

/** A list that cannot work, in a request or in code, where no code says so. */
export function faultyList(facts: Facts): Signal | undefined {
  if (facts.of('aadsts').length > 0) return undefined;
  for (const request of scopeRequests(facts)) {
    const found = scopeFault(request.scopes, request.appOnly);
    if (found !== null) return { strength: weight(facts, request, found), at: request.at, says: found.says };
  }
  return undefined;
}

function weight(facts: Facts, request: ScopeRequest, found: ScopeFault): Signal['strength'] {
  if (facts.of('oauth-error').some((item) => item.error === 'invalid_scope')) return 'strong';
  // The call got as far as the API, so the sign-in service had taken the list.
  if (facts.of('token').length > 0 || facts.call?.error != null || facts.of('challenge').length > 0) return 'hint';
  if (found.kind === 'openid-with-address') return 'fair';
  // Whatever the program does with it: the token endpoint takes nothing but {API}/.default for an app itself.
  if (found.kind === 'not-default' && facts.status === null && facts.of('exception').length === 0) return 'fair';
  return request.from === 'request' && found.kind !== 'unknown-name' ? 'fair' : 'weak';
}
