import type { OAuthRequestEvidence } from '../../evidence/evidence.ts';
import type { Facts } from '../../facts/facts.ts';

/** The request for a code, and the one that redeems it. */
export interface CodeFlow {
  readonly asked: OAuthRequestEvidence;
  readonly redeemed: OAuthRequestEvidence;
}

/** Both requests of one sign-in, where the paste shows one of each for one app; `undefined` where it shows several, or another app's. */
export function codeFlow(facts: Facts): CodeFlow | undefined {
  const requests = facts.of('oauth-request');
  const asked = requests.filter(
    (item) => item.endpoint === 'authorize' && /\bcode\b/.test(item.parameters.response_type ?? ''),
  );
  const redeemed = requests.filter(
    (item) => item.endpoint === 'token' && item.parameters.grant_type === 'authorization_code',
  );
  if (asked.length !== 1 || redeemed.length !== 1) return undefined;
  const flow = { asked: asked[0]!, redeemed: redeemed[0]! };
  return isOneApp(flow) ? flow : undefined;
}

/** A client that proves itself by HTTP Basic has its id in that header, not in the body (RFC 6749, section 2.3.1). */
function isOneApp({ asked, redeemed }: CodeFlow): boolean {
  const { client_id: one } = asked.parameters;
  const { client_id: other } = redeemed.parameters;
  return one === other || (other === undefined && asked.tenant !== null && asked.tenant === redeemed.tenant);
}
