import { hkdfSync } from 'node:crypto';
import { base64url, calculateJwkThumbprint } from 'jose';

/** One key from the settings, and those derived from it: a key serves one purpose only (NIST SP 800-57, 5.2). */
export interface TokenKey {
  /** RFC 7638 thumbprint of the key. */
  readonly kid: string;
  readonly sealing: Uint8Array;
  readonly signing: Uint8Array;
}

/** The first key seals and signs; all of them open and verify, so that a key can be changed while people are signed in. */
export type TokenKeys = readonly [TokenKey, ...TokenKey[]];

/** @param secrets 32 bytes each, the current one first */
export async function deriveTokenKeys(secrets: readonly Uint8Array[]): Promise<TokenKeys> {
  const [first, ...older] = await Promise.all(secrets.map(deriveTokenKey));
  if (first === undefined) throw new Error('A key for sealing token caches is needed');
  return [first, ...older];
}

async function deriveTokenKey(secret: Uint8Array): Promise<TokenKey> {
  const kid = await calculateJwkThumbprint({ kty: 'oct', k: base64url.encode(derived(secret, 'kid')) });
  return { kid, sealing: derived(secret, 'seal A256GCM'), signing: derived(secret, 'sign HS256') };
}

function derived(secret: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), `why401 ${purpose}`, 32));
}
