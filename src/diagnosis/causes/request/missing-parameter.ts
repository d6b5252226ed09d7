import type { Facts } from '../../facts/facts.ts';
import type { Span } from '../../text/span.ts';

const MISSING = /must include an? ['"](\w{1,40})['"] input parameter/i;

/** The parameter that the sign-in of personal accounts (login.live.com) misses, which says it without a code. */
export function missingParameter(facts: Facts): { readonly name: string; readonly at: Span } | undefined {
  for (const { description, span } of facts.of('oauth-error')) {
    const name = MISSING.exec(description)?.[1];
    if (name !== undefined) return { name, at: span };
  }
  return undefined;
}
