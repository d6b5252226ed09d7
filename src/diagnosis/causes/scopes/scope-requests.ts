import type { Facts } from '../../facts/facts.ts';
import { madeOnce } from '../../made-once.ts';
import type { Span } from '../../text/span.ts';

/** One list of scopes that the paste asks for, in a request or in code. */
export interface ScopeRequest {
  /** Split at spaces, as the sign-in service does. */
  readonly scopes: readonly string[];
  readonly at: Span;
  /** `request`: sent to the sign-in service; `code`: a list in settings or code. */
  readonly from: 'request' | 'code';
  /** The app asks for itself (client credentials). */
  readonly appOnly: boolean;
}

/** Lists that MSAL sends apart from the token request, one API after the other. */
const CONSENT_ONLY = /extra|consent|prompt|optional/i;

const APP_GRANT = /^client_?credentials$/i;

/** Several rules ask for the same lists. */
const REQUESTS = madeOnce((facts: Facts): readonly ScopeRequest[] => read(facts));

/** Every list of scopes, in the order of the paste. A list that is only consented to is left out. */
export function scopeRequests(facts: Facts): readonly ScopeRequest[] {
  return facts.once(REQUESTS);
}

function read(facts: Facts): ScopeRequest[] {
  const requests: ScopeRequest[] = [];
  let appOnly: boolean | undefined;
  for (const item of facts.evidence) {
    if (item.kind === 'oauth-request' && item.parameters.scope !== undefined) {
      requests.push({
        scopes: item.parameters.scope.split(/[\s+]+/).filter((scope) => scope !== ''),
        at: item.span,
        from: 'request',
        appOnly: item.parameters.grant_type === 'client_credentials',
      });
    } else if (item.kind === 'setting' && item.name === 'scopes' && !CONSENT_ONLY.test(item.key)) {
      appOnly ??= asksForItself(facts);
      requests.push({ scopes: item.values.filter((scope) => scope !== ''), at: item.span, from: 'code', appOnly });
    }
  }
  return requests;
}

/** True where every grant that the paste names is the app's own. */
export function asksForItself(facts: Facts): boolean {
  let named = false;
  for (const item of facts.of('setting')) {
    if (item.name !== 'grant') continue;
    if (!item.values.every((grant) => APP_GRANT.test(grant))) return false;
    named ||= item.values.length > 0;
  }
  for (const { parameters } of facts.of('oauth-request')) {
    if (parameters.grant_type === undefined) continue;
    if (!APP_GRANT.test(parameters.grant_type)) return false;
    named = true;
  }
  return named;
}
