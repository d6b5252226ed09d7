import type { Facts } from '../../facts/facts.ts';

/** Of Live and OneDrive before Graph: what they open is not told by the names of Graph's permissions. */
const OLDER = /^(?:wl|onedrive)\.[a-z]/i;

/** Scopes that the code or the token request asks for, where no token shows what was granted. */
export function requestedScopes(facts: Facts): readonly string[] | undefined {
  const response = facts.of('oauth-request').findLast((item) => item.parameters.scope !== undefined)?.parameters.scope;
  const setting = facts.of('setting').find((item) => item.name === 'scopes');
  const scopes = setting?.values ?? response?.split(/[\s+]+/);
  if (scopes === undefined) return undefined;
  return scopes.some((scope) => scope.toLowerCase().endsWith('.default') || OLDER.test(scope)) ? undefined : scopes;
}
