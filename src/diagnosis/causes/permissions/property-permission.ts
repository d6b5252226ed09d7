import type { Facts } from '../../facts/facts.ts';
import { covers } from '../../permissions/grant-covers.ts';
import { PROPERTY_NEEDS, type PropertyNeed } from '../../permissions/property-needs.ts';
import type { FactRule, Signal } from '../root-cause.ts';
import { requestedScopes } from '../scopes/requested-scopes.ts';
import { isRefused, REFUSALS, toldGranted } from './told-permissions.ts';

const PROPERTIES = PROPERTY_NEEDS.map(({ property }) => property);

/** A property of the call that takes a permission of its own. For rules that declare its phrases. */
export function writtenProperty(facts: Facts): PropertyNeed | undefined {
  const method = facts.call?.request?.method ?? null;
  return PROPERTY_NEEDS.find(
    ({ property, methods }) =>
      facts.phrase(property) !== undefined && (method === null || methods.includes(method.toUpperCase())),
  );
}

function isRead({ methods }: PropertyNeed): boolean {
  return methods.includes('GET');
}

function signal(facts: Facts, way: 'app' | 'work', granted: readonly string[]): Signal | undefined {
  const written = writtenProperty(facts);
  if (written === undefined || !isRefused(facts) || facts.status === 401) return undefined;
  // Only the directory looks at these; its sentence tells its refusal from others.
  if (facts.anyPhrase(REFUSALS[1], REFUSALS[2]) === undefined || covers(granted, written[way])) return undefined;
  return {
    strength: 'strong',
    at: facts.phrase(written.property),
    says: `${written.spelling} is ${isRead(written) ? 'read' : 'written'}, which takes ${written[way].join(' or ')} beside the permission for the object`,
  };
}

export const propertyRoleRule: FactRule = {
  kind: 'facts',
  phrases: [...PROPERTIES, ...REFUSALS],
  onlyWith: { phrases: PROPERTIES },
  test: (facts) => {
    if (facts.actor === 'user') return undefined;
    // Persons read in Graph Explorer and in PowerShell at least as often as apps do.
    const property = writtenProperty(facts);
    if (property !== undefined && isRead(property) && facts.actor !== 'app') return undefined;
    return signal(facts, 'app', [...(facts.claims.roles ?? []), ...toldGranted(facts, 'application-permissions')]);
  },
};

export const propertyScopeRule: FactRule = {
  kind: 'facts',
  phrases: [...PROPERTIES, ...REFUSALS],
  onlyWith: { phrases: PROPERTIES },
  test: (facts) => {
    if (facts.actor !== 'user' && facts.claims.scp === undefined && requestedScopes(facts) === undefined)
      return undefined;
    return facts.actor === 'app' ? undefined : signal(facts, 'work', facts.claims.scp ?? requestedScopes(facts) ?? []);
  },
};
