import { apiOfResource } from '../../facts/api.ts';
import type { Facts } from '../../facts/facts.ts';
import { covers } from '../../permissions/grant-covers.ts';
import type { Span } from '../../text/span.ts';
import { holdsMailRole, MAIL_PROTOCOL_WORDS, MAIL_REFUSALS, roleOfProtocol } from '../audience/mail-protocol.ts';
import type { Signal } from '../root-cause.ts';
import { permissionStrength } from './permission-refusal.ts';
import { opensSelectedSites } from './selected-sites.ts';
import { isRefused } from './told-permissions.ts';

/** The roles of an app's token against what the call needs. */
export function rolesAgainstOperation(facts: Facts): Signal | undefined {
  const { claims, token, need } = facts;
  if (facts.actor !== 'app' || token === null || token.format === 'opaque') return undefined;
  const roles = claims.roles ?? [];
  if (need !== null && need.app.length > 0) {
    const strength = permissionStrength(facts);
    if (covers(roles, need.app) || strength === null) return undefined;
    if (opensSelectedSites(facts)) return siteNotGranted(facts, token.span);
    return {
      // Where no answer is shown, the token and the call contradict each other all the same.
      strength: strength === 'strong' ? 'decisive' : strength,
      at: token.span,
      says: `roles holds ${roles.join(' ') || 'nothing'}; ${need.method} ${need.operation} needs ${need.app[0]}`,
    };
  }
  // An app-only token without any role may call next to nothing.
  if (
    roles.length === 0 &&
    need === null &&
    (facts.api === 'graph' || facts.api === null) &&
    facts.status !== null &&
    facts.status >= 401
  ) {
    return {
      strength: 'strong',
      at: token.span,
      says: 'The app-only token has no roles claim: no application permission is granted and consented',
    };
  }
  return rolesOfMail(facts, roles) ?? rolesOfEws(facts, roles);
}

function siteNotGranted(facts: Facts, at: Span): Signal | undefined {
  return isRefused(facts)
    ? {
        strength: 'strong',
        at,
        says: 'roles holds Sites.Selected, which opens a site only once it is granted to the app',
      }
    : undefined;
}

/** Exchange Web Services have one application permission; a right that Exchange itself gives would have let the app in. */
function rolesOfEws({ api, status, claims, token }: Facts, roles: readonly string[]): Signal | undefined {
  if (api !== 'exchange-ews' || token === null || claims.roles === undefined) return undefined;
  if (status !== 401 && status !== 403) return undefined;
  // A token for another API is refused with 401: by a 403 its audience fits, shown or not.
  if (claims.aud === undefined ? status !== 403 : apiOfResource(claims.aud) !== 'exchange-ews') return undefined;
  if (roles.some((role) => /^(?:full_access_as_app|EWS\.AccessAsApp)$/i.test(role))) return undefined;
  return {
    strength: 'strong',
    at: token.span,
    says: `roles holds ${roles.join(' ') || 'nothing'}; Exchange Web Services take full_access_as_app of an app that signs in as itself`,
  };
}

/** Mail programs pass on little of a refusal. An app's token for Exchange without the protocol's role opens nothing there. */
export const MAIL_WORDS = [
  ...MAIL_REFUSALS,
  ...MAIL_PROTOCOL_WORDS,
  'authentication failed',
  'authentication unsuccessful',
] as const;

function rolesOfMail(facts: Facts, roles: readonly string[]): Signal | undefined {
  const { claims, token, anyPhrase } = facts;
  if (token === null || claims.aud === undefined) return undefined;
  const issuedFor = apiOfResource(claims.aud);
  if (issuedFor !== 'exchange-ews' && issuedFor !== 'exchange-imap-smtp') return undefined;
  if (anyPhrase(...MAIL_REFUSALS, 'authentication failed', 'authentication unsuccessful') === undefined)
    return undefined;
  const wanted = roleOfProtocol(facts);
  if (wanted !== undefined && !holdsMailRole(facts, roles) && anyPhrase(...MAIL_REFUSALS) !== undefined)
    return {
      strength: 'decisive',
      at: token.span,
      says: `roles holds ${roles.join(' ') || 'nothing'}; this protocol takes ${wanted} of an app that signs in as itself`,
    };
  if (roles.length > 0) return undefined;
  return {
    // A whole payload, and nothing in it: every protocol refuses that.
    strength: claims.iss !== undefined && claims.appid !== undefined ? 'decisive' : 'strong',
    at: token.span,
    says: 'The app-only token for Exchange has no roles claim: IMAP.AccessAsApp (or POP, SMTP) is not granted and consented',
  };
}
