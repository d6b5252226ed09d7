import { createPublicKey } from 'node:crypto';
import {
  compactVerify,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type ProtectedHeaderParameters,
} from 'jose';
import type { AppRegistration } from '../../world/world.ts';
import * as refusals from '../refusals/app.ts';

const CLOCK_TOLERANCE_MS = 300_000;

/**
 * Checks the assertion that an app signs with its certificate (RFC 7523, section 3, with Entra ID's thumbprint header).
 *
 * @param audiences the addresses that stand for this token endpoint
 * @throws EntraRefusal 50027, 5002723, 700027, 700021, 700023, 700024
 */
export async function assertClientAssertion(
  assertion: string,
  app: AppRegistration,
  audiences: readonly string[],
  now: number,
): Promise<void> {
  const { header, claims } = readAssertion(assertion);
  const thumbprint = header['x5t#S256'] ?? header.x5t ?? header.kid;
  if (typeof thumbprint !== 'string') throw refusals.assertionWithoutKeyId();
  const shown = Buffer.from(thumbprint, 'base64url').toString('hex').toUpperCase();
  const certificate = app.certificates.find((one) => one.thumbprint === thumbprint);
  if (certificate === undefined) throw refusals.assertionKeyNotFound(app, shown);
  try {
    await compactVerify(assertion, createPublicKey(certificate.publicKey), { algorithms: ['RS256', 'PS256'] });
  } catch (error) {
    if (error instanceof errors.JOSEError) throw refusals.assertionSignatureInvalid(shown);
    throw error;
  }
  if (certificate.expires <= now) throw refusals.assertionKeyExpired(shown, certificate.expires);
  if (claims.iss !== app.clientId || claims.sub !== app.clientId) throw refusals.assertionOfAnotherApp();
  if (!audiencesOf(claims).some((audience) => audiences.includes(audience))) throw refusals.assertionAudienceWrong();
  assertTime(claims, now);
}

function readAssertion(assertion: string): { header: ProtectedHeaderParameters; claims: JWTPayload } {
  try {
    return { header: decodeProtectedHeader(assertion), claims: decodeJwt(assertion) };
  } catch {
    throw refusals.assertionUnreadable();
  }
}

function audiencesOf({ aud }: JWTPayload): readonly string[] {
  return aud === undefined ? [] : [aud].flat();
}

function assertTime({ nbf, iat, exp }: JWTPayload, now: number): void {
  const from = (nbf ?? iat ?? 0) * 1000;
  const until = (exp ?? 0) * 1000;
  if (now < from - CLOCK_TOLERANCE_MS || now >= until + CLOCK_TOLERANCE_MS) {
    throw refusals.assertionOutOfTime(now, from, until);
  }
}
