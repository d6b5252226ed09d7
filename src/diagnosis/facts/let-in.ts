import type { Facts } from './facts.ts';

/**
 * Whether the failed call had a token that was taken. An API of Microsoft answers 401 to anything else, and 403 only to
 * a caller whose token it has accepted (RFC 6750, section 3.1); of somebody's own API that holds where a token is shown.
 */
export function wasLetIn({ call, api }: Facts): boolean {
  if (call?.status !== 403 || call.request === null) return false;
  return call.request.authorization === 'token' || (api !== null && api !== 'own-api');
}

/** Whether something says that the sign-in was refused: a code, or an error of the sign-in service. */
export function isSignInRefused(facts: Facts): boolean {
  return facts.of('aadsts').length > 0 || facts.of('oauth-error').length > 0;
}

/** Whether nothing says so, and something behind the sign-in failed: a call to an API, or what a library made of a token. */
export function hasSignInBehindIt(facts: Facts): boolean {
  return !isSignInRefused(facts) && (facts.call !== null || facts.of('exception').length > 0);
}
