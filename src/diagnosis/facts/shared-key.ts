import type { Facts } from './facts.ts';

/**
 * The algorithm of the token that is shown, where it is signed with a secret that both sides share (RFC 7518, section 3.2).
 * Entra ID signs with RS256 and publishes the keys, so such a token comes from the app's own code or another service.
 */
export function sharedKeyAlgorithm({ token, microsoft }: Facts): string | undefined {
  const alg = token?.header.alg;
  return !microsoft && typeof alg === 'string' && /^HS(?:256|384|512)$/.test(alg) ? alg : undefined;
}
