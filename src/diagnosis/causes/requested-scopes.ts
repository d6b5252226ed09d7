import type { Facts } from '../facts/facts.ts';

/** Scopes that the code or the token request asks for, where no token shows what was granted. */
export function requestedScopes(facts: Facts): readonly string[] | undefined {
  const response = facts.of('oauth-request').findLast((item) => item.parameters.scope !== undefined)?.parameters.scope;
  const setting = facts.of('setting').find((item) => item.name === 'scopes');
  const scopes = setting?.values ?? response?.split(/[\s+]+/);
  if (scopes === undefined || scopes.some((scope) => scope.toLowerCase().endsWith('.default'))) return undefined;
  return scopes;
}
