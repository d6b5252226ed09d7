import type { OAuthErrorEvidence } from '../../evidence/evidence.ts';
import type { Facts } from '../../facts/facts.ts';

/** The answer `invalid_client` (RFC 6749, section 5.2) whose sentence was cut off: what was wrong has to be told by the rest. */
export function bareInvalidClient(facts: Facts): OAuthErrorEvidence | undefined {
  return facts.of('oauth-error').find((item) => item.error === 'invalid_client' && item.description === '');
}
