import { nearestPermission, permissionExists, permissionKind } from '../../permissions/permission-name.ts';
import { isOpenIdScope, resourceOfScope, resourcesOfScopes } from '../../permissions/scope-resource.ts';

/** What is wrong with a list of scopes, and what to send in its place. */
export interface ScopeFault {
  readonly kind:
    | 'commas'
    | 'bare-default'
    | 'default-mixed'
    | 'no-permission'
    | 'openid-with-address'
    | 'not-default'
    | 'app-permission'
    | 'unknown-name';
  readonly scope: string;
  /** One sentence. */
  readonly says: string;
  /** The scope parameter that would be right, where it can be told. */
  readonly better?: string;
}

const GRAPH = 'https://graph.microsoft.com';

/**
 * The first fault of a list of scopes.
 * https://learn.microsoft.com/entra/identity-platform/scopes-oidc
 *
 * @param appOnly the app asks for itself: only `{API}/.default` is allowed
 * @returns `null` where the list is sound, as far as can be told
 */
export function scopeFault(scopes: readonly string[], appOnly: boolean): ScopeFault | null {
  const own = scopes.filter((scope) => !isOpenIdScope(scope));
  const joined = own.find((scope) => scope.includes(',') || scope.includes(';'));
  if (joined !== undefined)
    return {
      kind: 'commas',
      scope: joined,
      says: 'The scopes are joined with commas; a space separates them (RFC 6749, section 3.3)',
      better: scopes.join(' ').replace(/[,;]\s*/g, ' '),
    };

  const bare = own.find((scope) => /^\/?\.default$/i.test(scope));
  if (bare !== undefined)
    return {
      kind: 'bare-default',
      scope: bare,
      says: `The scope ${bare} names no API: the address of the API belongs before it`,
      better: `${GRAPH}/.default`,
    };

  const everything = own.find((scope) => /\/\.default$/i.test(scope));
  if (everything !== undefined && own.length > 1 && resourcesOfScopes(own).length < 2)
    return {
      kind: 'default-mixed',
      scope: everything,
      says: `The scope ${everything} stands beside single permissions; it means all of them and has to stand alone`,
      better: everything,
    };

  const openId = scopes.find((scope) => scope.includes('/') && isOpenIdScope(scope.slice(scope.lastIndexOf('/') + 1)));
  if (openId !== undefined)
    return {
      kind: 'openid-with-address',
      scope: openId,
      says: `There is no scope ${openId}: ${openId.slice(openId.lastIndexOf('/') + 1)} is asked for without an address before it`,
      better: openId.slice(openId.lastIndexOf('/') + 1),
    };

  const whole = own.find(
    (scope) => /^(?:https?|api):\/\/[^/]*\/?$/i.test(scope) || /^[0-9a-f]{8}-[0-9a-f-]{27}\/?$/i.test(scope),
  );
  if (whole !== undefined)
    return {
      kind: 'no-permission',
      scope: whole,
      says: `The scope ${whole} names an API and no permission of it`,
      better: `${whole.replace(/\/$/, '')}/.default`,
    };

  if (appOnly) {
    const single = own.find((scope) => !/\/\.default$/i.test(scope));
    if (single !== undefined)
      return {
        kind: 'not-default',
        scope: single,
        says: `An app that signs in as itself asks for ${resourceOfScope(single) ?? GRAPH}/.default, not for ${single}`,
        better: `${resourceOfScope(single) ?? GRAPH}/.default`,
      };
    return null;
  }

  for (const scope of own) {
    if (resourceOfScope(scope) !== GRAPH || /\/\.default$/i.test(scope)) continue;
    const kind = permissionKind(scope);
    if (kind !== null) {
      if (kind.delegated === null && kind.personal === null && kind.app)
        return {
          kind: 'app-permission',
          scope,
          says: `${kind.name} exists as an application permission only; a person’s sign-in cannot ask for it`,
        };
      continue;
    }
    if (permissionExists(scope) === false) return unknownName(scope);
  }
  return null;
}

/** A name that Graph does not have, with the one that was probably meant. */
export function unknownName(scope: string): ScopeFault {
  const nearest = nearestPermission(scope);
  const says = `Microsoft Graph has no permission ${scope.slice(scope.lastIndexOf('/') + 1)}${nearest === null ? '' : `; ${nearest} was probably meant`}`;
  return { kind: 'unknown-name', scope, says, ...(nearest === null ? {} : { better: `${GRAPH}/${nearest}` }) };
}

/** The permissions of a list that only an administrator may consent to. */
export function adminOnly(scopes: readonly string[]): string[] {
  return scopes.flatMap((scope) => {
    if (resourceOfScope(scope) !== GRAPH) return [];
    const kind = permissionKind(scope);
    return kind !== null && kind.delegated === 'admin' ? [kind.name] : [];
  });
}

/** The permissions of a list that a personal account cannot have. */
export function workOnly(scopes: readonly string[]): string[] {
  return scopes.flatMap((scope) => {
    if (resourceOfScope(scope) !== GRAPH) return [];
    const kind = permissionKind(scope);
    return kind !== null && kind.delegated !== null && kind.personal === null ? [kind.name] : [];
  });
}
