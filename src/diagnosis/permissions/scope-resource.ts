import { withoutTrailing } from '../text/without-trailing.ts';

/** Scopes of OpenID Connect belong to no API; they may stand beside those of any (OpenID Connect Core, sections 5.4 and 11). */
const OPENID = new Set(['openid', 'profile', 'email', 'offline_access', 'address', 'phone']);

const GRAPH = 'https://graph.microsoft.com';
const EXCHANGE = 'https://outlook.office.com';

/** One API has several identifiers; a token for one of them is a token for the API. */
const SAME_API: ReadonlyMap<string, string> = new Map([
  ['00000003-0000-0000-c000-000000000000', GRAPH],
  ['https://outlook.office365.com', EXCHANGE],
  ['https://ps.outlook.com', EXCHANGE],
  ['00000002-0000-0ff1-ce00-000000000000', EXCHANGE],
]);

/** `Calendars.Read`, `User.Read.All`, `Sites.Selected`: how Graph names its permissions. */
const GRAPH_NAME = /^[a-z][a-z-]{1,40}\.[a-z]{3,30}(?:\.[a-z]{2,30}){0,3}$/i;

/** Whether the word is a scope of OpenID Connect. */
export function isOpenIdScope(scope: string): boolean {
  return OPENID.has(scope.toLowerCase());
}

/**
 * The API that a scope belongs to, lower case, without a slash at its end: everything before the last slash, and
 * Microsoft Graph for a bare permission name, which is how the v2 endpoint reads it.
 *
 * @returns `null` for OpenID Connect scopes, and for a bare word that is no permission of Graph
 */
export function resourceOfScope(scope: string): string | null {
  const plain = scope.trim().toLowerCase();
  if (plain === '' || isOpenIdScope(plain)) return null;
  const slash = plain.lastIndexOf('/');
  if (slash < 0) return GRAPH_NAME.test(plain) ? GRAPH : null;
  const name = plain.slice(slash + 1);
  // `https://graph.microsoft.com` or `api://…` alone: an API without a permission.
  const whole = /^(?:https?|api):\/\/[^/]*$/.test(plain) ? plain : plain.slice(0, slash);
  const resource = withoutTrailing(whole, '/');
  if (resource === '') return null;
  // Graph answers to an OpenID Connect scope written with its address; it adds no second API.
  if (resource === GRAPH && isOpenIdScope(name)) return null;
  return SAME_API.get(resource) ?? resource;
}

/** The APIs of a list of scopes, each once, in the order of the list. */
export function resourcesOfScopes(scopes: readonly string[]): string[] {
  const resources = new Set<string>();
  for (const scope of scopes) {
    const resource = resourceOfScope(scope);
    if (resource !== null) resources.add(resource);
  }
  return [...resources];
}
