import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SignJWT } from 'jose';
import { isObject } from '../json-parts.ts';
import { type Exchange, jsonOf, type Network } from './network.ts';

export const ENTRA = 'https://login.microsoftonline.com';

/** An app registration with what proves it. */
export interface AppIdentity {
  readonly clientId: string;
  /** A real tenant: client credentials have none of the words `common`, `organizations`, `consumers`. */
  readonly tenant: string;
  readonly proof:
    | { readonly kind: 'secret'; readonly secret: string }
    | { readonly kind: 'certificate'; readonly certificateFile: string; readonly privateKeyFile: string };
}

export type AppToken =
  /** Only ever sent to the service it is for. */
  | { readonly kind: 'token'; readonly accessToken: string }
  | { readonly kind: 'refused'; readonly exchange: Exchange }
  /** The files of the certificate cannot be used. */
  | { readonly kind: 'unusable'; readonly says: string };

/** A token for the app itself (RFC 6749, section 4.4), which proves that its credential works. */
export async function requestAppToken(
  app: AppIdentity,
  scope: string,
  network: Network,
  now: () => number,
): Promise<AppToken> {
  const url = `${ENTRA}/${app.tenant}/oauth2/v2.0/token`;
  let proof: Readonly<Record<string, string>>;
  try {
    proof = await proofOf(app, url, now());
  } catch (error) {
    return { kind: 'unusable', says: unusableWords(error) };
  }
  const form = { client_id: app.clientId, scope, grant_type: 'client_credentials', ...proof };
  const exchange = await network({ method: 'POST', url, form });
  if (exchange.kind === 'answer' && exchange.status === 200) {
    const body = jsonOf(exchange);
    if (isObject(body) && typeof body.access_token === 'string') {
      return { kind: 'token', accessToken: body.access_token };
    }
  }
  return { kind: 'refused', exchange };
}

/** RFC 7523, section 2.2, with the thumbprint header that Entra ID asks for. */
async function proofOf(
  { clientId, proof }: AppIdentity,
  audience: string,
  now: number,
): Promise<Record<string, string>> {
  if (proof.kind === 'secret') return { client_secret: proof.secret };
  const certificate = new X509Certificate(await readFile(proof.certificateFile));
  const key = createPrivateKey(await readFile(proof.privateKeyFile));
  if (!certificate.checkPrivateKey(key)) throw new KeyMismatchError();
  const thumbprint = Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');
  const seconds = Math.floor(now / 1000);
  const assertion = await new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setIssuedAt(seconds)
    .setNotBefore(seconds)
    .setExpirationTime(seconds + 300)
    .sign(key);
  return {
    client_assertion: assertion,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  };
}

class KeyMismatchError extends Error {}

/** OpenSSL's own words name no value of the key; a file error names its path, which the operator set. */
function unusableWords(error: unknown): string {
  if (error instanceof KeyMismatchError) return 'The private key does not belong to the certificate.';
  const { code, path } = error as NodeJS.ErrnoException;
  if (typeof path === 'string') return `The file ${path} cannot be read (${code ?? 'unknown'}).`;
  return `The certificate or its private key is no PEM that can be read (${code ?? 'unknown'}).`;
}
