import { apiOfResource } from '../../facts/api.ts';
import type { Facts } from '../../facts/facts.ts';
import { covers } from '../../permissions/grant-covers.ts';
import {
  applicationPermissionsOfPerson,
  delegatedPermissionUngranted,
  isRefused,
  REFUSALS,
  TOLD_PERMISSIONS,
} from '../permissions/told-permissions.ts';
import type { Rule, Signal } from '../root-cause.ts';
import { requestedScopes } from './requested-scopes.ts';

/** What every sign-in asks for; it opens the person's own profile and nothing else. */
const SIGN_IN_ONLY = /^(?:openid|profile|email|offline_access|User\.Read)$/i;

/** Where the operation is not known: a token with the permissions of a bare sign-in is refused whatever else is asked. */
function onlySignedIn(facts: Facts): Signal | undefined {
  const { scp, aud } = facts.claims;
  if (scp === undefined || facts.token === null || facts.need !== null || facts.of('aadsts').length > 0)
    return undefined;
  if (!scp.every((scope) => SIGN_IN_ONLY.test(scope)) || scp.length === 0) return undefined;
  if (facts.api !== null && facts.api !== 'graph') return undefined;
  if (aud !== undefined && apiOfResource(aud) !== 'graph') return undefined;
  if (facts.status === 401 || !isRefused(facts) || /\/me\/?$/i.test(facts.values.path ?? '')) return undefined;
  return {
    strength: 'fair',
    at: facts.token.span,
    says: `scp holds ${scp.join(' ')}: the permissions of a bare sign-in, which open the person's own profile only`,
  };
}

/** A person whose own mailbox answers 403, with nothing of the body shown. */
function toldRefusedOnOwnMailbox(facts: Facts): Signal | undefined {
  if (facts.actor !== 'user' || facts.status !== 403 || facts.api !== 'graph' || facts.call?.error != null)
    return undefined;
  if (facts.claims.scp !== undefined || requestedScopes(facts) !== undefined || facts.need === null) return undefined;
  const path = facts.values.path ?? '';
  if (!/\/me\/(?:calendar|event|message|mail|contact|send)/i.test(path)) return undefined;
  return {
    strength: 'fair',
    at: facts.call?.response?.span,
    says: `A person may always reach their own mailbox: what is refused is the permission, ${facts.need.work[0] ?? 'of the operation'}`,
  };
}

/** Somebody looked into the token and misses a permission, which the call needs as far as the call is known. */
function toldAbsent(facts: Facts): Signal | undefined {
  const absent = facts.of('setting').find((item) => item.name === 'absent-scopes');
  const [name] = absent?.values ?? [];
  if (absent === undefined || name === undefined || facts.actor === 'app' || facts.of('aadsts').length > 0)
    return undefined;
  if (facts.claims.aud !== undefined && apiOfResource(facts.claims.aud) !== 'graph') return undefined;
  const needed = facts.need !== null && covers([plain(name)], facts.need.work);
  if (facts.need !== null && !needed) return undefined;
  return {
    strength: needed && isRefused(facts) ? 'strong' : 'fair',
    at: absent.span,
    says: `The token is said to lack ${name}${needed ? `, and ${facts.need!.method} ${facts.need!.operation} needs it` : ''}`,
  };
}

function plain(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1);
}

/** Delegated permissions that are missing as frameworks, programs and people tell it. */
export const TOLD_SCOPE_RULES: readonly Rule[] = [
  { kind: 'facts', phrases: REFUSALS, onlyWith: { evidence: ['token'] }, test: onlySignedIn },
  { kind: 'facts', onlyWith: { settings: ['told-actor', 'grant'] }, test: toldRefusedOnOwnMailbox },
  { kind: 'facts', phrases: REFUSALS, onlyWith: { settings: ['absent-scopes'] }, test: toldAbsent },
  {
    // RFC 6750, section 3.1, its code and its sentence, where a library prints them without the header.
    kind: 'phrase',
    phrases: ['the request requires higher privileges than provided by the access token'],
    strength: 'strong',
    when: (facts) => facts.actor !== 'app' && facts.of('challenge').length === 0,
    says: 'insufficient_scope: the token is valid and lacks the scope (RFC 6750, section 3.1)',
  },
  { kind: 'facts', phrases: REFUSALS, onlyWith: { settings: TOLD_PERMISSIONS }, test: delegatedPermissionUngranted },
  {
    kind: 'facts',
    phrases: REFUSALS,
    onlyWith: { settings: TOLD_PERMISSIONS },
    test: applicationPermissionsOfPerson,
  },
  {
    // ASP.NET Core and Microsoft.Identity.Web: the token passed, and the policy wants a scope that it has not.
    kind: 'phrase',
    phrases: [
      'claimsauthorizationrequirement:claim.type=http://schemas.microsoft.com/identity/claims/scope',
      'claimsauthorizationrequirement:claim.type=scp',
      'claimsauthorizationrequirement:claim.type=scope',
      'scopeauthorizationrequirement:scope',
    ],
    strength: 'strong',
    when: (facts) => facts.actor !== 'app',
    says: 'The policy of the API asks for a scope that the token does not hold',
  },
  {
    // O365 for Python (Home Assistant and others) compares what it needs with the token's scp.
    kind: 'phrase',
    phrases: ["not available in token '", 'minimum permissions not granted'],
    strength: 'strong',
    says: 'The program names the permissions that its token lacks',
  },
];
