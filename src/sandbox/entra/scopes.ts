import type { AppRegistration, SandboxTenant, World } from '../world/world.ts';
import { parameterMissing, resourceNotFound, scopeForm, scopeUnknown, severalResources } from './refusals/request.ts';
import { findResource, GRAPH_APP_ID, graphResource, type Resource } from './resources.ts';

const OIDC = ['openid', 'profile', 'email', 'offline_access'] as const;
export type OidcScope = (typeof OIDC)[number];

/** A `scope` parameter, understood. */
export interface RequestedScopes {
  readonly oidc: ReadonlySet<OidcScope>;
  readonly resource: Resource;
  /** The resource as the request named it: the audience of a v1 token. */
  readonly namedResource: string;
  /** Permissions of the resource, as the resource spells them; empty for `.default`. */
  readonly names: readonly string[];
  readonly byDefault: boolean;
  /** Each permission as the request spelled it, by its name: clients look tokens up by their own spelling. */
  readonly spelled: ReadonlyMap<string, string>;
}

interface OneScope {
  readonly spelled: string;
  readonly resource: string;
  readonly name: string;
}

/** What a scope may be made of (RFC 6749, section 3.3) less the characters that only stand between scopes by mistake. */
const WELL_FORMED = /^[\w.:/~%*+@$-]+$/;

/**
 * Reads the `scope` parameter of one request.
 *
 * @throws EntraRefusal for a scope that does not exist, has the wrong form or names a second resource
 */
export function readScopes(
  world: World,
  parameter: string | undefined,
  app: AppRegistration,
  tenant: SandboxTenant | undefined,
): RequestedScopes {
  const all = (parameter ?? '').split(' ').filter(Boolean);
  if (all.length === 0) throw parameterMissing('scope');
  const oidc = new Set(OIDC.filter((name) => all.some((scope) => scope.toLowerCase() === name)));
  const scopes = all.filter((scope) => !OIDC.some((name) => name === scope.toLowerCase())).map(oneScope);
  const named = [...new Set(scopes.map(({ resource }) => resource))];
  const resources = named.map((name) => {
    const resource = findResource(world, name);
    if (resource === undefined) throw resourceNotFound(name, tenant);
    return resource;
  });
  if (new Set(resources.map(({ appId }) => appId)).size > 1) throw severalResources(all.join(' '));
  const resource = resources[0] ?? graphResource();
  const byDefault = scopes.some(({ name }) => name === '.default');
  if (byDefault && scopes.length > 1) throw scopeForm(all.join(' '), 'default-and-others');
  const spelled = new Map(
    scopes
      .filter(({ name }) => name !== '.default')
      .map((scope) => [exactName(resource, scope.name, app), scope.spelled]),
  );
  return {
    oidc,
    resource,
    namedResource: named[0] ?? GRAPH_APP_ID,
    names: [...spelled.keys()],
    byDefault,
    spelled,
  };
}

/** `https://host/Name`, `api://…/Name`, `guid/Name`, or a bare name, which is one of Microsoft Graph's. */
function oneScope(spelled: string): OneScope {
  if (!WELL_FORMED.test(spelled)) throw scopeForm(spelled, 'form');
  const slash = spelled.lastIndexOf('/');
  if (slash < 0) return { spelled, resource: GRAPH_APP_ID, name: spelled };
  const [resource, name] = [spelled.slice(0, slash), spelled.slice(slash + 1)];
  if (name === '' || resource === '' || resource.endsWith(':/')) throw scopeForm(spelled, 'form');
  return { spelled, resource, name };
}

function exactName(resource: Resource, name: string, app: AppRegistration): string {
  const kind = resource.scopes.get(name.toLowerCase());
  if (kind === undefined) throw scopeUnknown(app, name, resource.appId);
  return kind.name;
}
