import { randomBytes } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, type JSONWebKeySet, type JWTPayload, SignJWT } from 'jose';

/** The key that the sandbox's Entra ID signs with. It is made in this process and never leaves it. */
export interface SigningKeys {
  /** The key document: public keys only. */
  readonly jwks: JSONWebKeySet;
  /** A JWT with the header that Entra ID's tokens have. */
  sign(claims: JWTPayload): Promise<string>;
}

const ALGORITHM = 'RS256';

let made: ReturnType<typeof generateKeyPair> | undefined;

/**
 * Keys for one sandbox. A pair takes a tenth of a second of the processor, so all that are started in a process share one,
 * each under an id of its own: none takes what another has signed.
 */
export async function createSigningKeys(): Promise<SigningKeys> {
  made ??= generateKeyPair(ALGORITHM);
  const { publicKey, privateKey } = await made;
  // Entra ID's key ids look like certificate thumbprints.
  const kid = randomBytes(20).toString('base64url');
  const jwk = { ...(await exportJWK(publicKey)), kid, x5t: kid, use: 'sig', alg: ALGORITHM };
  return { jwks: { keys: [jwk] }, sign: (claims) => signed(claims, privateKey, kid) };
}

function signed(claims: JWTPayload, key: CryptoKey, kid: string): Promise<string> {
  const header = { typ: 'JWT', alg: ALGORITHM, kid, ...(claims.ver === '1.0' ? { x5t: kid } : {}) };
  return new SignJWT(claims).setProtectedHeader(header).sign(key);
}
