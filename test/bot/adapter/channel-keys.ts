import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';

export const ISSUER = 'https://api.botframework.com';

/** A channel's key set on loopback, and tokens signed with its key. */
export interface ChannelKeys {
  readonly metadataUrl: string;
  /** Signed by the key that is published. */
  sign(claims: JWTPayload, lifetime?: { readonly from: number; readonly to: number }): Promise<string>;
  /** Signed by a key that nobody published, under the id of the one that is. */
  forge(claims: JWTPayload): Promise<string>;
  /** `alg` none (RFC 7519, section 6). */
  unsigned(claims: JWTPayload): string;
  /** HMAC with the published public key as the secret: the old trick on libraries that trust `alg`. */
  signByPublicKey(claims: JWTPayload): Promise<string>;
  close(): Promise<void>;
}

const NOW = (): number => Math.floor(Date.now() / 1000);

/** @param endorsements channels that the key is endorsed for, as the real key set says them */
export async function startChannelKeys(endorsements: readonly string[]): Promise<ChannelKeys> {
  const kid = `key-${endorsements.join('-')}`;
  const real = await generateKeyPair('RS256');
  const other = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(real.publicKey)), kid, use: 'sig', endorsements };
  const server = createServer((req, res) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const documents: Record<string, unknown> = {
      '/openid': { issuer: ISSUER, jwks_uri: `${url}/keys`, id_token_signing_alg_values_supported: ['RS256'] },
      '/keys': { keys: [jwk] },
    };
    const document = documents[req.url ?? ''];
    res.statusCode = document === undefined ? 503 : 200;
    res.end(JSON.stringify(document ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const header = { alg: 'RS256', typ: 'JWT', kid };
  const withTimes = (claims: JWTPayload, from = NOW() - 60, to = NOW() + 3600): SignJWT =>
    new SignJWT(claims).setIssuedAt(from).setNotBefore(from).setExpirationTime(to);
  return {
    metadataUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/openid`,
    sign: (claims, lifetime) =>
      withTimes(claims, lifetime?.from, lifetime?.to).setProtectedHeader(header).sign(real.privateKey),
    forge: (claims) => withTimes(claims).setProtectedHeader(header).sign(other.privateKey),
    unsigned: (claims) => new UnsecuredJWT(claims).setIssuedAt().setExpirationTime('1h').encode(),
    signByPublicKey: (claims) =>
      withTimes(claims)
        .setProtectedHeader({ ...header, alg: 'HS256' })
        .sign(new TextEncoder().encode(JSON.stringify(jwk))),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
